using System.Text;
using Custodia.Books;
using Custodia.Materials.Files;
using Custodia.Materials.Ledger;
using Custodia.Quantities;

namespace Custodia.Materials.Tests.Files;

/// <summary>Files and rows that the tests start from.</summary>
internal static class Given
{
    public const string Header =
        "MBA,Date,Change code,Batch,Items,Material description,Measurement basis,Enriched U (g),U-235 (g)";
    public const string Row = "XAFB,2025-06-11,SD,FA2606-01,4,EASF,M,1840000,80960";

    public static InventoryChange Shipment { get; } = new("XAFB", new(2025, 6, 11), "SD", "FA2606-01", 4, "EASF", "M",
        [Weight.Enriched(Mass.FromGrams(1_840_000m), Mass.FromGrams(80_960m))], "2", "XAFB", "XARA", null, null, null,
        null, null, "XAFB-2506-00017", "Two \"new\" cells, one pallet; 長方形");

    public static InventoryChange Blending { get; } = new("XAST", new(2025, 3, 1), "ND", "UN-03", 1, "U8DF", "M",
        [Weight.Of('N', Mass.FromKilograms(12.000000001m)), Weight.Of('D', Mass.FromKilograms(12.000000001m))],
        Operation: "OP-1", Consent: "AG-7", SpecialReport: "SR-1", BurnUp: 45000.5m, Reference: "R-2",
        Established: new(2025, 3, 9));

    public static InventoryChange Irradiated { get; } = new("XARA", new(2025, 6, 30), "LN", "FA-7", 1, "EASI", "N",
        [Weight.Of('P', Mass.FromGrams(20250m)), Weight.Enriched(Mass.FromGrams(109250m), Mass.FromGrams(67113m), 'J')],
        BurnUp: 45000m, Reference: "R-3");

    public static InventoryChange Difference { get; } = new("XAFB", new(2025, 6, 20), "DI", "CYL0417", 2, "U6CF", "M",
        [Weight.Of('U', Mass.FromGrams(-900m)), Weight.Of('T', Mass.FromKilograms(-0.1m))], ShipperBatch: "CYL0417");

    public static IReadOnlyList<InventoryChange> Changes { get; } = [Shipment, Blending, Irradiated, Difference];

    public static Stream Text(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    public static Stream Bytes(byte[] bytes) => new MemoryStream(bytes);

    /// <summary>A change file of one row in which one cell has this text.</summary>
    public static Stream RowWith(string column, string text)
    {
        var columns = Header.Split(',').ToList();
        var cells = Row.Split(',').ToList();
        var at = columns.IndexOf(column);
        if (at < 0)
        {
            columns.Add(column);
            cells.Add(text);
        }
        else
        {
            cells[at] = text;
        }

        return Text(string.Join(',', columns) + "\n" + string.Join(',', cells));
    }

    public static Answer<IReadOnlyList<FileRow<InventoryChange>>> Read(Stream file) =>
        OperatorFile.ReadChanges(file, "changes.csv", null, TestContext.Current.CancellationToken);

    /// <summary>Records with lists have no equality of value: compared by what would be written.</summary>
    public static void AssertSame(IReadOnlyList<InventoryChange> expected,
        Answer<IReadOnlyList<FileRow<InventoryChange>>> found)
    {
        Assert.Empty(found.Refusals);
        Assert.Equal(expected.Count, found.Value!.Count);
        foreach (var (left, right) in expected.Zip(found.Value))
        {
            Assert.Equal(left.Weights, right.Value.Weights);
            Assert.Equal(left with { Weights = [] }, right.Value with { Weights = [] });
        }
    }
}
