using System.Globalization;
using Custodia.Materials.Files;
using Custodia.Materials.Ledger;

namespace Custodia.Sample;

/// <summary>
/// The folder to which the sample is written. Operators differ in their habits: the store and the power reactor send
/// workbooks, the plant sends CSV but each third month, the research reactor sends CSV; two of them use Chinese
/// headers.
/// </summary>
internal sealed class SampleOutput(string folder)
{
    private readonly List<SampleFile> _files = [];

    /// <summary>The files in the order in which the authority receives them.</summary>
    public IReadOnlyList<SampleFile> Files => [.. _files.OrderBy(f => f.On)];

    public void WriteStructure()
    {
        var on = SampleState.From;
        Write("facilities", FileLayouts.Facilities, StateStructure.Facilities, false, "en", null, null, null, on);
        Write("areas", FileLayouts.Areas, StateStructure.Areas, true, "zh-Hant", null, null, null, on);
        Write("points", FileLayouts.Points, StateStructure.Points, true, "en", null, null, null, on);
    }

    public void WriteInitial(SimulatedBook book) =>
        Write($"{book.Mba}-initial", FileLayouts.InitialInventory, book.Initial, IsWorkbook(book.Mba, 1),
            Culture(book.Mba), book.Mba, null, SampleState.Opening, SampleState.From.AddDays(1));

    public void WriteChanges(string mba, DateOnly month, IReadOnlyList<InventoryChange> changes)
    {
        var name = month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        Write($"{mba}-{name}", FileLayouts.Changes, changes, IsWorkbook(mba, month.Month), Culture(mba), mba, name,
            null, month.AddMonths(1).AddDays(4));
    }

    public void WriteInventory(string mba, DateOnly date, IReadOnlyList<InventoryRow> rows) =>
        Write(string.Create(CultureInfo.InvariantCulture, $"{mba}-{date:yyyy-MM-dd}-pil"),
            FileLayouts.PhysicalInventory, rows, IsWorkbook(mba, date.Month), Culture(mba), mba, null, date,
            date.AddDays(8));

    private static bool IsWorkbook(string mba, int month) => mba switch
    {
        "XAST" or "XARA" => true,
        "XAFB" => month % 3 == 0,
        _ => false,
    };

    private static string Culture(string mba) => mba is "XAST" or "XARR" ? "zh-Hant" : "en";

    private void Write<T>(string name, FileLayout<T> layout, IReadOnlyList<T> rows, bool isWorkbook, string culture,
        string? mba, string? month, DateOnly? date, DateOnly on)
    {
        var file = name + (isWorkbook ? ".xlsx" : ".csv");
        var content = isWorkbook ? FileWriter.Xlsx(layout, rows, culture) : FileWriter.Csv(layout, rows, culture);
        File.WriteAllBytes(Path.Combine(folder, file), content);
        _files.Add(new SampleFile(file, layout.Kind, on, rows.Count, mba, month, date));
    }
}
