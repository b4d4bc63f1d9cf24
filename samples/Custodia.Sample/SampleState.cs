using System.Text.Json;
using Custodia.Books;

namespace Custodia.Sample;

/// <summary>
/// Writes the files that the operators of the sample State XA would send for three years. Nothing in it is taken from a
/// real State or plant.
/// </summary>
public static class SampleState
{
    /// <summary>Code of the sample State.</summary>
    public const string Code = "XA";

    /// <summary>State that supplies uranium and fuel, and takes high-enriched uranium back.</summary>
    public const string Supplier = "XB";

    /// <summary>State that reprocesses spent fuel.</summary>
    public const string Reprocessor = "XC";

    /// <summary>Seed of the sample that documentation and demonstrations show.</summary>
    public const ulong DefaultSeed = 20230101;

    /// <summary>First day of the simulation.</summary>
    public static readonly DateOnly From = new(2023, 1, 1);

    /// <summary>Last day of the simulation.</summary>
    public static readonly DateOnly To = new(2025, 12, 31);

    /// <summary>Day at whose end the initial inventories are held.</summary>
    public static readonly DateOnly Opening = new(2022, 12, 31);

    /// <summary>Month whose report of the store comes after its due date.</summary>
    private static readonly DateOnly LateMonth = new(2024, 8, 1);

    /// <summary>
    /// Writes all files, <c>manifest.json</c>, <c>corrections.json</c> and <c>reports.json</c>.
    /// </summary>
    /// <param name="folder">Where; made if it is not there. Files of the same name are replaced.</param>
    /// <param name="seed">The same seed gives the same data.</param>
    public static SampleManifest Write(string folder, ulong seed = DefaultSeed)
    {
        Directory.CreateDirectory(folder);
        var simulation = new Simulation(seed);
        simulation.Run();
        var output = new SampleOutput(folder);
        output.WriteStructure();
        foreach (var book in simulation.Books)
            output.WriteInitial(book);
        var reports = new List<SampleReport>();
        for (var month = From; month <= To; month = month.AddMonths(1))
        {
            foreach (var book in simulation.Books)
                WriteMonth(output, book, month, reports);
        }

        var manifest = new SampleManifest(Code, "Sample State", "示範國", seed, From, To, output.Files);
        var corrections = simulation.Books.SelectMany(b => b.Corrections).OrderBy(c => c.On).ToList();
        WriteJson(folder, "manifest.json", manifest);
        WriteJson(folder, "corrections.json", corrections);
        WriteJson(folder, "reports.json", reports.OrderBy(r => r.Date).ToList());
        return manifest;
    }

    private static void WriteMonth(SampleOutput output, SimulatedBook book, DateOnly month, List<SampleReport> reports)
    {
        var last = month.AddMonths(1).AddDays(-1);
        var changes = book.Changes.Where(c => c.Date >= month && c.Date <= last).OrderBy(c => c.Date).ToList();
        if (changes.Count > 0)
        {
            output.WriteChanges(book.Mba, month, changes);
            var isLate = book.Mba == "XAST" && month == LateMonth;
            reports.Add(new(book.Mba, "icr", last, last.AddDays(isLate ? 51 : 12)));
        }

        foreach (var (date, rows) in book.Listings.Where(l => l.Date == last))
        {
            output.WriteInventory(book.Mba, date, rows);
            reports.Add(new(book.Mba, "pil", date, date.AddDays(20)));
            reports.Add(new(book.Mba, "mbr", date, date.AddDays(20)));
        }
    }

    private static void WriteJson<T>(string folder, string name, T value)
    {
        var json = JsonSerializer.Serialize(value, FaceJson.Indented).ReplaceLineEndings("\n");
        File.WriteAllText(Path.Combine(folder, name), json + "\n");
    }
}
