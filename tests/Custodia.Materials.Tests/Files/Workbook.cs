using System.IO.Compression;
using System.Text;

namespace Custodia.Materials.Tests.Files;

/// <summary>Writes workbooks cell by cell, with what our own writer never writes.</summary>
internal static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>The nine cells of a good row of inventory changes, by column letter.</summary>
    public static Dictionary<char, string> GoodRow => new()
    {
        ['A'] = Text("A2", "XAFB"),
        ['B'] = Text("B2", "2025-06-11"),
        ['C'] = Text("C2", "SD"),
        ['D'] = Text("D2", "FA2606-01"),
        ['E'] = Number("E2", "4"),
        ['F'] = Text("F2", "EASF"),
        ['G'] = Text("G2", "M"),
        ['H'] = Number("H2", "1840000"),
        ['I'] = Number("I2", "80960"),
    };

    public static string Text(string at, string text) =>
        $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>";

    public static string Number(string at, string stored) => $"<c r=\"{at}\"><v>{stored}</v></c>";

    /// <summary>A workbook with the header of <see cref="Given"/> and one good row, one cell of it replaced.</summary>
    public static Stream With(char column, string cell, string workbookProperties = "", string strings = "")
    {
        var row = GoodRow;
        row[column] = cell;
        return OfSheets(workbookProperties, strings, ("Sheet1", Rows(row.Values)));
    }

    public static string Rows(IEnumerable<string> cells)
    {
        var header = Given.Header.Split(',').Select((name, i) => Text($"{(char)('A' + i)}1", name));
        return $"<row r=\"1\">{string.Concat(header)}</row><row r=\"2\">{string.Concat(cells)}</row>";
    }

    public static Stream OfSheets(string workbookProperties, string strings, params (string Name, string Rows)[] sheets)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"
                ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"
                ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                """ + Override("/xl/styles.xml", "styles") + Override("/xl/strings.xml", "sharedStrings")
                + string.Concat(sheets.Select((_, i) => Override($"/xl/sheet{i}.xml", "worksheet"))) + "</Types>");
            Add(zip, "_rels/.rels",
                $"<Relationships xmlns=\"{Package}\">{Relation("w", "officeDocument", "xl/workbook.xml")}</Relationships>");
            Add(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}\">{Relation("st", "styles", "styles.xml")}"
                + Relation("ss", "sharedStrings", "strings.xml")
                + string.Concat(sheets.Select((_, i) => Relation($"s{i}", "worksheet", $"sheet{i}.xml"))) + "</Relationships>");
            Add(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\">{workbookProperties}<sheets>"
                + string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" r:id=\"s{i}\"/>"))
                + "</sheets></workbook>");
            Add(zip, "xl/styles.xml", $"""
                <styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>
                <numFmt numFmtId="165" formatCode="0.0 &quot;days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
                <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>
                """);
            Add(zip, "xl/strings.xml", $"<sst xmlns=\"{Main}\">{strings}</sst>");
            for (var i = 0; i < sheets.Length; i++)
                Add(zip, $"xl/sheet{i}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{sheets[i].Rows}</sheetData></worksheet>");
        }

        stream.Position = 0;
        return stream;
    }

    private static string Override(string part, string kind) => $"<Override PartName=\"{part}\" "
        + $"ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml\"/>";

    private static string Relation(string id, string kind, string target) =>
        $"<Relationship Id=\"{id}\" Type=\"{Relations}/{kind}\" Target=\"{target}\"/>";

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(xml);
    }
}
