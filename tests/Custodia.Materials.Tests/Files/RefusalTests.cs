using System.IO.Compression;
using Custodia.Books;
using Custodia.Materials.Files;

namespace Custodia.Materials.Tests.Files;

public sealed class RefusalTests
{
    /// <summary>Code, cell at which it stands, and a file that is refused for it and for nothing else.</summary>
    private static readonly IReadOnlyList<(RefusalCode Code, string? Cell, Func<Stream> File)> Cases =
    [
        (FileRefusals.Empty, null, () => Given.Text("")),
        (FileRefusals.Empty, null, () => Given.Text("\n ,\n")),
        (FileRefusals.NoRows, null, () => Given.Text(Given.Header)),
        (FileRefusals.TooLarge, null, () => Given.Bytes(new byte[FileLimits.Bytes + 1])),
        (FileRefusals.UnpackedTooLarge, null, Bomb),
        (FileRefusals.UnpackedTooLarge, null, ManyParts),
        (FileRefusals.Unreadable, null, () => Given.Text("PK\u0003\u0004 and nothing that follows")),
        (FileRefusals.Unreadable, null, () => Workbook.With('A', "<c r=\"A2\" t=\"s\"><v>7</v></c>")),
        (FileRefusals.Unreadable, null, () => Workbook.OfSheets("", "")),
        (FileRefusals.OldWorkbook, null, () => Given.Bytes([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])),
        (FileRefusals.Encoding, null, () => Given.Bytes([0xAA, 0xAB, 0xAE, 0xC6, 0x2C])),
        (FileRefusals.Encoding, null, () => Given.Bytes([0xFF, 0xFE, 0x00, 0xD8])),
        (FileRefusals.Encoding, null, () => Given.Bytes([0x4D, 0x00, 0x42, 0x00])),
        (FileRefusals.TooManyRows, null, () => Given.Text(
            "MBA,KMP,Kind of KMP\n" + string.Concat(Enumerable.Repeat("A,1,Flow\n", FileLimits.Rows + 1)))),
        (FileRefusals.TooManyColumns, "GS1", () =>
            Given.Text(string.Join(',', Enumerable.Repeat("MBA", FileLimits.Columns + 1)))),
        (FileRefusals.CellTooLong, "D2", () => Given.RowWith("Batch", new string('A', FileLimits.CellLength + 1))),
        (FileRefusals.RowTooLong, null, () => Given.Text(Given.Header + "\n" + new string(',', 2 * FileLimits.RowLength))),
        (FileRefusals.RowTooLong, null, () => Given.Text(
            Given.Header + "\n\"" + string.Concat(Enumerable.Repeat(Given.Row + "\n", 40_000)))),
        (FileRefusals.Quotes, "D2", () => Given.RowWith("Batch", "FA\"1")),
        (FileRefusals.Quotes, "I2", () => Given.RowWith("U-235 (g)", "\"80960")),
        (FileRefusals.ColumnUnknown, "J1", () => Given.RowWith("Colour", "red")),
        (FileRefusals.ColumnTwice, "J1", () => Given.RowWith("MBA code", "XAFB")),
        (FileRefusals.ColumnMissing, null, () => Given.Text(
            Given.Header.Replace("Batch,", "", StringComparison.Ordinal) + "\n"
                + Given.Row.Replace("FA2606-01,", "", StringComparison.Ordinal))),
        (FileRefusals.ColumnUnnamed, "J2", () => Given.Text(Given.Header + "\n" + Given.Row + ",stray")),
        (FileRefusals.Blank, "D2", () => Given.RowWith("Batch", " ")),
        (FileRefusals.Number, "H2", () => Given.RowWith("Enriched U (g)", "1e3")),
        (FileRefusals.Number, "H2", () => Given.RowWith("Enriched U (g)", "\"1,840,000\"")),
        (FileRefusals.Number, "H2", () => Given.RowWith("Enriched U (g)", "１８４")),
        (FileRefusals.Number, "H2", () => Given.RowWith("Enriched U (g)", "١٨٤")),
        (FileRefusals.Number, "J2", () => Given.RowWith("Burn-up (MWd/t)", "high")),
        (FileRefusals.Number, "H2", () => Workbook.With('H', Workbook.Number("H2", "1E-300"))),
        (FileRefusals.Count, "E2", () => Given.RowWith("Items", "4.0")),
        (FileRefusals.Count, "E2", () => Given.RowWith("Items", "四")),
        (FileRefusals.WeightRange, "H2", () => Given.RowWith("Enriched U (g)", "0.0000001")),
        (FileRefusals.WeightRange, "H2", () => Given.RowWith("Enriched U (g)", "9223372036855")),
        (FileRefusals.WeightRange, "H2", () =>
            Given.RowWith("Enriched U (g)", "1.00000000000000000000000000000000001")),
        (FileRefusals.WeightNegative, "H2", () => Given.Text(StockHeader + "XAFB,2025-12-31,A,B-1,1,EASF,M,-1,0")),
        (FileRefusals.WeightNegative, "I2", () => Given.Text(StockHeader + "XAFB,2025-12-31,A,B-1,1,EASF,M,1,-0.5")),
        (FileRefusals.WeightMissing, null, () => Given.Text(Given.Header + "\nXAFB,2025-06-11,SD,FA-1,4,EASF,M,,")),
        (FileRefusals.IsotopeMissing, "H2", () => Given.RowWith("U-235 (g)", "")),
        (FileRefusals.IsotopeAlone, "I2", () => Given.RowWith("Enriched U (g)", "")),
        (FileRefusals.IsotopeTwice, "J2", () => Given.RowWith("U-233 (g)", "1")),
        (FileRefusals.CategoryChange, null, () => Given.RowWith("Change code", "NE")),
        (FileRefusals.CategoryChange, "J2", () => Given.Text(Given.Header + ",Natural U (kg),Thorium (kg)\n"
            + Given.Row.Replace("SD", "NE", StringComparison.Ordinal) + ",1,1")),
        (FileRefusals.Date, "B2", () => Given.RowWith("Date", "2025-02-30")),
        (FileRefusals.Date, "B2", () => Given.RowWith("Date", "11/06/2025")),
        (FileRefusals.Date, "B2", () => Given.RowWith("Date", "114-06-11")),
        (FileRefusals.DateNotWanted, "D2", () => Workbook.With('D', "<c r=\"D2\" s=\"1\"><v>45819</v></c>")),
        (FileRefusals.Choice, "C2", () => Given.Text("MBA,KMP,Kind of KMP,Name (English),Name (Chinese),In force from\n"
            + "XAFB,1,Sideways,a,b,2023-01-01")),
        (FileRefusals.ControlCharacter, "D2", () => Given.RowWith("Batch", "\"FA\n1\"")),
        (FileRefusals.FormulaWithoutValue, "H2", () => Workbook.With('H', "<c r=\"H2\"><f>SUM(1,2)</f></c>")),
        (FileRefusals.NotAValue, "H2", () => Workbook.With('H', "<c r=\"H2\" t=\"e\"><v>#N/A</v></c>")),
        (FileRefusals.NotAValue, "G2", () => Workbook.With('G', "<c r=\"G2\" t=\"b\"><v>1</v></c>")),
        (FileRefusals.More, null, () => Given.Text(Given.Header + "\n"
            + string.Concat(Enumerable.Repeat("XAFB,2025-06-11,SD,FA-1,x,EASF,M,1,1\n", FileLimits.Refusals + 5)))),
    ];

    private const string StockHeader =
        "MBA,Date,KMP,Batch,Items,Material description,Measurement basis,Enriched U (g),U-235 (g)\n";

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Cases.Count)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Each_reason_is_found_at_its_cell(int number)
    {
        var (code, cell, open) = Cases[number];
        using var file = open();
        var refusals = Read(code, file);
        var refusal = Assert.Single(refusals, r => r.Reason == code);
        Assert.Equal(cell ?? refusal.Place.Cell, refusal.Place.Cell);
        Assert.Equal("changes.csv", refusal.Place.File);
        if (code != FileRefusals.More && code != FileRefusals.TooManyRows && code != FileRefusals.Choice
            && code != FileRefusals.TooManyColumns)
            Assert.Single(refusals);
    }

    [Fact]
    public void Every_declared_reason_has_a_file_that_produces_it_and_speaks_both_languages()
    {
        var declared = RefusalCatalogue.Of(typeof(FileRefusals));
        Assert.Equal(declared.Select(c => c.Code),
            Cases.Select(c => c.Code.Code).Distinct().Order(StringComparer.Ordinal));
        Assert.All(declared, code =>
        {
            Assert.StartsWith("file.", code.Code, StringComparison.Ordinal);
            Assert.All([code.Message.En, code.Message.Zh, code.Remedy.En, code.Remedy.Zh], Assert.NotEmpty);
        });
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_and_nothing_is_taken()
    {
        var answer = Given.Read(Given.Text(Given.Header + ",Enriched U (kg)\n"
            + "XAFB,2025-06-11,SD,,x,EASF,M,1,1\n" + Given.Row + "\n" + "XAFB,gestern,SD,FA-1,1,EASF,M,1,1\n"));
        Assert.False(answer.IsGiven);
        Assert.Equal(["J1", "D2", "E2", "B4"], answer.Refusals.Select(r => r.Place.Cell).Order(ByRow));
        Assert.Equal("Enriched U (g)", answer.Refusals[0].Expected);
    }

    [Fact]
    public void The_refusals_past_the_limit_are_counted()
    {
        var refusals = Read(FileRefusals.More, Cases.First(c => c.Code == FileRefusals.More).File());
        Assert.Equal(FileLimits.Refusals + 1, refusals.Count);
        Assert.Equal("5", refusals[^1].Found);
    }

    [Fact]
    public void A_file_in_Big5_is_named_as_such()
    {
        var refusal = Assert.Single(Given.Read(Given.Bytes([0xAA, 0xAB, 0xAE, 0xC6, 0x2C])).Refusals);
        Assert.Equal("Big5 (byte AA at 0)", refusal.Found);
    }

    [Fact]
    public void A_workbook_with_a_document_type_is_refused()
    {
        var bytes = ((MemoryStream)Workbook.With('A', Workbook.Text("A2", "&x;"))).ToArray();
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var sheet = zip.GetEntry("xl/sheet0.xml")!;
            string xml;
            using (var reader = new StreamReader(sheet.Open()))
                xml = reader.ReadToEnd();
            sheet.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("xl/sheet0.xml").Open());
            writer.Write("<!DOCTYPE worksheet [<!ENTITY x \"XAFB\">]>" + xml);
        }

        stream.Position = 0;
        Assert.Equal(FileRefusals.Unreadable, Assert.Single(Given.Read(stream).Refusals).Reason);
    }

    private static readonly Comparer<string?> ByRow = Comparer<string?>.Create((left, right) =>
        string.CompareOrdinal(left![1..] + left[0], right![1..] + right[0]));

    private static IReadOnlyList<Refusal> Read(RefusalCode code, Stream file)
    {
        var token = TestContext.Current.CancellationToken;
        if (code == FileRefusals.WeightNegative)
            return OperatorFile.ReadPhysicalInventory(file, "changes.csv", null, token).Refusals;
        return code == FileRefusals.Choice || code == FileRefusals.TooManyRows
            ? OperatorFile.ReadPoints(file, "changes.csv", null, token).Refusals
            : Given.Read(file).Refusals;
    }

    private static MemoryStream Bomb()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("xl/workbook.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1024 * 1024];
            for (var written = 0L; written <= FileLimits.UnpackedBytes; written += zeros.Length)
                entry.Write(zeros);
        }

        stream.Position = 0;
        return stream;
    }

    private static MemoryStream ManyParts()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i <= FileLimits.Parts; i++)
                zip.CreateEntry($"part{i}");
        }

        stream.Position = 0;
        return stream;
    }
}
