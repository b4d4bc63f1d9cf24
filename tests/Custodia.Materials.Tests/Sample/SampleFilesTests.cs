using System.Globalization;
using Custodia.Materials.Files;
using Custodia.Sample;

namespace Custodia.Materials.Tests.Sample;

[Collection(nameof(WrittenSample))]
public sealed class SampleFilesTests(WrittenSample sample)
{
    [Fact]
    public void There_are_twenty_thousand_changes_or_more_in_three_years()
    {
        Assert.True(sample.AsSent.Count >= 20_000, $"{sample.AsSent.Count}");
        Assert.All(sample.AsSent, c => Assert.InRange(c.Date, SampleState.From, SampleState.To));
        Assert.Equal(["XAFB", "XARA", "XARR", "XAST"], sample.AsSent.Select(c => c.Mba).Distinct().Order());
    }

    [Fact]
    public void The_same_seed_writes_the_same_bytes_in_csv_and_json_and_another_seed_does_not()
    {
        using var again = new WrittenSample();
        var other = Directory.CreateTempSubdirectory("custodia-sample-").FullName;
        SampleState.Write(other, 7);
        var names = Directory.GetFiles(sample.Folder).Select(f => Path.GetFileName(f)!)
            .Where(f => !f.EndsWith(".xlsx", StringComparison.Ordinal)).ToList();
        Assert.Contains("manifest.json", names);
        foreach (var name in names)
        {
            var bytes = File.ReadAllBytes(Path.Combine(sample.Folder, name));
            Assert.Equal(bytes, File.ReadAllBytes(Path.Combine(again.Folder, name)));
        }

        Assert.NotEqual(File.ReadAllBytes(Path.Combine(sample.Folder, "XAFB-2023-01.csv")),
            File.ReadAllBytes(Path.Combine(other, "XAFB-2023-01.csv")));
        Directory.Delete(other, recursive: true);
    }

    [Fact]
    public void Workbooks_say_the_same_for_the_same_seed()
    {
        using var again = new WrittenSample();
        Assert.Equal(sample.AsSent.Select(c => c.ToString() + string.Join(' ', c.Weights)),
            again.AsSent.Select(c => c.ToString() + string.Join(' ', c.Weights)));
    }

    [Fact]
    public void The_manifest_lists_every_file_once_in_the_order_of_receipt()
    {
        var files = sample.Manifest.Files;
        Assert.Equal(files.Select(f => f.On).Order(), files.Select(f => f.On));
        string[] others = ["manifest.json", "corrections.json", "reports.json"];
        Assert.Equal(Directory.GetFiles(sample.Folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal),
            files.Select(f => f.Name).Concat(others).Order(StringComparer.Ordinal));
        Assert.Equal(4, files.Count(f => f.Kind == FileKind.InitialInventory));
        Assert.Equal(12, files.Count(f => f.Kind == FileKind.PhysicalInventory));
    }

    [Fact]
    public void A_file_of_changes_holds_one_MBA_and_one_month()
    {
        foreach (var file in sample.Manifest.Files.Where(f => f.Kind == FileKind.InventoryChanges))
        {
            Assert.All(sample.Read(FileLayouts.Changes, file), row =>
            {
                Assert.Equal(file.Mba, row.Value.Mba);
                Assert.Equal(file.Month, row.Value.Date.ToString("yyyy-MM", CultureInfo.InvariantCulture));
            });
        }
    }

    [Fact]
    public void Both_formats_are_there()
    {
        foreach (var kind in new[] { FileKind.InventoryChanges, FileKind.PhysicalInventory })
            Assert.Equal([".csv", ".xlsx"], sample.Manifest.Files.Where(f => f.Kind == kind)
                .Select(f => Path.GetExtension(f.Name)).Distinct().Order());
    }

    [Fact]
    public void Each_correction_changes_a_record_after_it_was_reported_and_before_its_balance_is_struck()
    {
        Assert.Equal(2, sample.Corrections.Count);
        foreach (var correction in sample.Corrections)
        {
            var wrong = Assert.Single(sample.AsSent, c => c.Mba == correction.Mba
                && c.Reference == correction.Reference);
            Assert.NotEqual(wrong.Weights, correction.Change.Weights);
            Assert.Equal(wrong with { Weights = correction.Change.Weights }, correction.Change);
            var reported = sample.Reports.First(r => r.Mba == wrong.Mba && r.Type == "icr" && r.To >= wrong.Date);
            Assert.True(reported.Date < correction.On);
            var struck = sample.Manifest.Files.First(f => f.Kind == FileKind.PhysicalInventory && f.Mba == wrong.Mba
                && f.Date >= wrong.Date);
            Assert.True(correction.On < struck.On);
        }
    }

    [Fact]
    public void Each_month_with_changes_has_its_report_and_one_of_them_is_late()
    {
        var months = sample.AsSent.Select(c => (c.Mba, Last(c.Date))).Distinct().Order();
        var icrs = sample.Reports.Where(r => r.Type == "icr").ToList();
        Assert.Equal(months, icrs.Select(r => (r.Mba, r.To)).Order());
        Assert.Single(icrs, r => r.Date > r.To.AddDays(30));
        Assert.Equal(24, sample.Reports.Count(r => r.Type is "pil" or "mbr"));
        Assert.Equal(sample.Reports.Select(r => r.Date).Order(), sample.Reports.Select(r => r.Date));
    }

    private static DateOnly Last(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1);
}
