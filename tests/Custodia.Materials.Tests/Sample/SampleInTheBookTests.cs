using System.Security.Cryptography;
using Custodia.Books;
using Custodia.Materials.Commands;
using Custodia.Materials.Files;
using Custodia.Materials.Ledger;
using Custodia.Materials.Reports;
using Custodia.Materials.Tables;
using Custodia.Sample;

namespace Custodia.Materials.Tests.Sample;

[Collection(nameof(WrittenSample))]
public sealed class SampleInTheBookTests(WrittenSample sample)
{
    [Fact]
    public void The_book_takes_every_file_correction_and_report_of_the_sample_on_its_day()
    {
        using var scenario = new Scenario();
        scenario.Do(new NameState(sample.Manifest.State, sample.Manifest.NameEn, sample.Manifest.NameZh));
        scenario.Do(new AdoptCodeTables(CodeTablesFile.Shipped));
        var steps = sample.Manifest.Files.Select(f => (Day: f.On, Step: (Action)(() => Import(scenario, f))))
            .Concat(sample.Corrections.Select(c => (Day: c.On, Step: (Action)(() => Correct(scenario, c)))))
            .Concat(sample.Reports.Select(r => (Day: r.Date, Step: (Action)(() => Prepare(scenario, r)))));
        foreach (var (_, step) in steps.OrderBy(s => s.Day))
            step();
        Assert.Equal(12, scenario.Book.Mbas.Values.Sum(m => m.Closings.Count));
        Assert.Equal(sample.Reports.Count, scenario.Book.Mbas.Values.Sum(m => m.Reports.Count));
        Assert.Equal(sample.AsSent.Count + sample.Corrections.Count,
            scenario.Book.Mbas.Values.Sum(m => m.Lines.Count(l => l.Kind != LineKind.Initial)));
    }

    private void Import(Scenario scenario, SampleFile file)
    {
        var content = File.ReadAllBytes(Path.Combine(sample.Folder, file.Name));
        var received = new ReceivedFile(file.Name, Convert.ToHexStringLower(SHA256.HashData(content)), content.Length);
        switch (file.Kind)
        {
            case FileKind.Facilities:
                scenario.Do(new ImportStructure(sample.Read(FileLayouts.Facilities, file), [], [], received));
                break;
            case FileKind.MaterialBalanceAreas:
                scenario.Do(new ImportStructure([], sample.Read(FileLayouts.Areas, file), [], received));
                break;
            case FileKind.KeyMeasurementPoints:
                scenario.Do(new ImportStructure([], [], sample.Read(FileLayouts.Points, file), received));
                break;
            case FileKind.InitialInventory:
                scenario.Do(new OpenBook(file.Mba!, file.Date!.Value, Items(FileLayouts.InitialInventory, file),
                    received));
                break;
            case FileKind.InventoryChanges:
                scenario.Do(new RecordChanges(sample.Read(FileLayouts.Changes, file), received));
                break;
            case FileKind.PhysicalInventory:
                scenario.Do(new TakeInventory(file.Mba!, file.Date!.Value, Items(FileLayouts.PhysicalInventory, file),
                    received));
                scenario.Do(new CloseBalance(file.Mba!, file.Date!.Value));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(file));
        }
    }

    private List<FileRow<InventoryItem>> Items(FileLayout<InventoryRow> layout, SampleFile file) =>
        [.. sample.Read(layout, file).Select(row => new FileRow<InventoryItem>(row.Row, row.Value.Item))];

    private static void Correct(Scenario scenario, SampleCorrection correction)
    {
        var wrong = scenario.Book.Mbas[correction.Mba].Lines.Single(l => l.Change.Reference == correction.Reference);
        scenario.Do(new CorrectChanges([new(wrong.Stamp.Sequence, correction.Change)], correction.Reason));
    }

    private static void Prepare(Scenario scenario, SampleReport report) => scenario.Do(new PrepareReport(report.Mba,
        Enum.Parse<ReportType>(report.Type, ignoreCase: true), report.To, report.Date));
}
