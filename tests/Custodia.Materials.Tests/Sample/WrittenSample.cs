using System.Text.Json;
using Custodia.Books;
using Custodia.Materials.Files;
using Custodia.Materials.Ledger;
using Custodia.Materials.Structure;
using Custodia.Sample;

namespace Custodia.Materials.Tests.Sample;

/// <summary>The sample as written once for all tests, read back from its files.</summary>
public sealed class WrittenSample : IDisposable
{
    public WrittenSample()
    {
        Folder = Directory.CreateTempSubdirectory("custodia-sample-").FullName;
        SampleState.Write(Folder);
        Manifest = Json<SampleManifest>("manifest.json");
        Corrections = Json<IReadOnlyList<SampleCorrection>>("corrections.json");
        Reports = Json<IReadOnlyList<SampleReport>>("reports.json");
        Areas = Rows(FileLayouts.Areas, FileKind.MaterialBalanceAreas).ToDictionary(a => a.Code);
        Points = Rows(FileLayouts.Points, FileKind.KeyMeasurementPoints).ToDictionary(p => (p.Mba, p.Code));
        Initial = [.. Rows(FileLayouts.InitialInventory, FileKind.InitialInventory)];
        Listed = [.. Rows(FileLayouts.PhysicalInventory, FileKind.PhysicalInventory)];
        AsSent = [.. Rows(FileLayouts.Changes, FileKind.InventoryChanges)];
        var corrected = Corrections.ToDictionary(c => (c.Mba, (string?)c.Reference), c => c.Change);
        AsCorrected = [.. AsSent.Select(c => corrected.GetValueOrDefault((c.Mba, c.Reference), c))];
    }

    public string Folder { get; }

    public SampleManifest Manifest { get; }

    public IReadOnlyList<SampleCorrection> Corrections { get; }

    public IReadOnlyList<SampleReport> Reports { get; }

    public IReadOnlyDictionary<string, MaterialBalanceArea> Areas { get; }

    public IReadOnlyDictionary<(string Mba, string Code), KeyMeasurementPoint> Points { get; }

    public IReadOnlyList<InventoryRow> Initial { get; }

    public IReadOnlyList<InventoryRow> Listed { get; }

    /// <summary>The changes as the files have them, in the order of the manifest.</summary>
    public IReadOnlyList<InventoryChange> AsSent { get; }

    /// <summary>The same with the corrections in the place of what they correct.</summary>
    public IReadOnlyList<InventoryChange> AsCorrected { get; }

    public IReadOnlyList<FileRow<T>> Read<T>(FileLayout<T> layout, SampleFile file) where T : class
    {
        using var stream = File.OpenRead(Path.Combine(Folder, file.Name));
        var answer = OperatorFile.Read(layout, stream, file.Name);
        Assert.Empty(answer.Refusals);
        Assert.Equal(file.Rows, answer.Value!.Count);
        return answer.Value;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private IEnumerable<T> Rows<T>(FileLayout<T> layout, FileKind kind) =>
        Manifest.Files.Where(f => f.Kind == kind).SelectMany(f => Read(layout, f)).Select(r => r.Value);

    private T Json<T>(string name) =>
        JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(Folder, name)), FaceJson.Options)!;
}

/// <summary>Shares the sample among the test classes that read it.</summary>
[CollectionDefinition(nameof(WrittenSample))]
public sealed class SharedSample : ICollectionFixture<WrittenSample>;
