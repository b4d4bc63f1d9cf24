using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using static Custodia.Commitments.Reports.Rendering.Word;

namespace Custodia.Commitments.Reports.Rendering;

/// <summary>
/// A report as a word-processing document (ECMA-376 Part 1): headings by style, tables whose heads are repeated, real footnotes, and
/// on each page marking, position and root. The parts are written in a fixed order without a clock, so that the same sheets
/// give the same bytes.
/// </summary>
public static class ReportDocx
{
    /// <summary>Media type of the file.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // The earliest time that an archive can hold.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The file.</summary>
    /// <param name="sheets">The report, once for each of its languages.</param>
    public static byte[] Of(IReadOnlyList<ReportSheet> sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        using var bytes = new MemoryStream();
        using (var package = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in WordParts.Package(sheets.Count, sheets[0].Title))
                Write(package, name, content);
            Write(package, "word/document.xml", Document(sheets));
            Write(package, "word/styles.xml", WordStyles.Styles(sheets[0].Language, sheets[0].IsOnePage));
            Write(package, "word/numbering.xml", WordStyles.Numbering());
            Write(package, "word/settings.xml", WordParts.Settings());
            Write(package, "word/footnotes.xml", Footnotes(sheets));
            for (var i = 0; i < sheets.Count; i++)
            {
                Write(package, FormattableString.Invariant($"word/header{i + 1}.xml"), Header(sheets[i]));
                Write(package, FormattableString.Invariant($"word/footer{i + 1}.xml"), Footer(sheets[i]));
            }
        }

        return bytes.ToArray();
    }

    private static XElement Document(IReadOnlyList<ReportSheet> sheets)
    {
        var body = E("body");
        var notesBefore = 0;
        for (var i = 0; i < sheets.Count; i++)
        {
            body.Add(Content(sheets[i], notesBefore));
            notesBefore += sheets[i].Notes.Count;
            // The page of the last language is that of the body, that of an earlier one stands in its last paragraph.
            var page = SectionOf(i + 1, sheets[i].IsOnePage);
            body.Add(i == sheets.Count - 1 ? page : E("p", E("pPr", page)));
        }

        return E("document", new XAttribute(XNamespace.Xmlns + "w", Main.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "r", Office.NamespaceName), body);
    }

    private static XElement SectionOf(int number, bool isOnePage) => E("sectPr",
        E("headerReference", A("type", "default"), new XAttribute(Office + "id", FormattableString.Invariant($"rIdHeader{number}"))),
        E("footerReference", A("type", "default"), new XAttribute(Office + "id", FormattableString.Invariant($"rIdFooter{number}"))),
        E("footnotePr", V("numRestart", "eachSect")), WordPage.Size(isOnePage));

    private static IEnumerable<XElement> Content(ReportSheet sheet, int notesBefore)
    {
        yield return Paragraph("State", Run(sheet.State));
        yield return Paragraph("Title", Run(sheet.Title));
        // What stands at the head and foot of the only page is not said there twice.
        foreach (var fact in sheet.Facts.Where(fact => !sheet.IsOnePage
            || fact.Value != sheet.Marking && !sheet.Position.Contains(fact.Value, StringComparison.Ordinal)))
            yield return Paragraph("Fact", Run(fact.Name), E("r", E("tab")), Run(fact.Value));
        foreach (var section in sheet.Sections)
        {
            yield return Paragraph("Heading1", Run(section.Heading));
            foreach (var paragraph in section.Paragraphs)
                yield return Paragraph("Normal", Run(paragraph));
            foreach (var table in section.Tables)
            {
                yield return Table(table, notesBefore);
                // A heading has its own distance; whatever else follows is parted from the table.
                if (table != section.Tables[^1] || section.Lines.Count > 0 || section == sheet.Sections[^1])
                    yield return E("p", E("pPr", V("pStyle", "Cell")));
            }

            foreach (var line in section.Lines)
                yield return Paragraph("ListBullet", Run(line));
        }
    }

    private static XElement Table(SheetTable table, int notesBefore)
    {
        var whole = table.Columns.Sum(column => column.Width);
        var widths = table.Columns.Select(column => column.Width * WordPage.Width / whole).ToList();
        var hasTotal = table.Rows[^1].IsTotal;
        return E("tbl",
            E("tblPr", V("tblStyle", "Report"), E("tblW", A("w", widths.Sum()), A("type", "dxa")), E("tblLayout", A("type", "fixed")),
                E("tblLook", A("val", hasTotal ? "0060" : "0020"), A("firstRow", "1"), A("lastRow", hasTotal ? "1" : "0"),
                    A("firstColumn", "0"), A("lastColumn", "0"), A("noHBand", "1"), A("noVBand", "1"))),
            E("tblGrid", widths.Select(width => E("gridCol", A("w", width)))),
            E("tr", E("trPr", E("cantSplit"), E("tblHeader")), table.Columns.Zip(widths, (column, width) =>
                Cell(width, Paragraph(column.IsNumber ? "CellHeadNumber" : "CellHead", Run(column.Name))))),
            table.Rows.Select(row => E("tr", E("trPr", E("cantSplit")),
                row.Cells.Select((cell, i) => Cell(widths[i], Paragraph(table.Columns[i].IsNumber ? "CellNumber" : "Cell",
                    Run(cell.Text, cell.IsStrong || row.IsTotal), cell.Note is { } note ? Reference(notesBefore + note) : null))))));
    }

    private static XElement Cell(int width, XElement paragraph) => E("tc", E("tcPr", E("tcW", A("w", width), A("type", "dxa"))), paragraph);

    private static XElement Reference(int note) => E("r", E("rPr", V("rStyle", "FootnoteReference")), E("footnoteReference", A("id", note)));

    // The first two notes are the lines that part notes from text (ECMA-376 Part 1, 17.11).
    private static XElement Footnotes(IReadOnlyList<ReportSheet> sheets) => E("footnotes",
        new XAttribute(XNamespace.Xmlns + "w", Main.NamespaceName),
        E("footnote", A("type", "separator"), A("id", -1), E("p", E("r", E("separator")))),
        E("footnote", A("type", "continuationSeparator"), A("id", 0), E("p", E("r", E("continuationSeparator")))),
        sheets.SelectMany(sheet => sheet.Notes).Select((note, i) => E("footnote", A("id", i + 1),
            Paragraph("FootnoteText", E("r", E("rPr", V("rStyle", "FootnoteReference")), E("footnoteRef")), Run(" "),
                note.Select(run => Run(run.Text))))));

    private static XElement Header(ReportSheet sheet) => E("hdr", new XAttribute(XNamespace.Xmlns + "w", Main.NamespaceName),
        Paragraph("Header", Run($"{sheet.State} · {sheet.Title}"), E("r", E("tab")), Run(sheet.Marking, isStrong: true)));

    private static XElement Footer(ReportSheet sheet) => E("ftr", new XAttribute(XNamespace.Xmlns + "w", Main.NamespaceName),
        Paragraph("Footer", Run(sheet.Position), E("r", E("tab")), Field("PAGE"), Run(" / "), Field("NUMPAGES")));

    private static void Write(ZipArchive package, string name, XElement content)
    {
        var part = package.CreateEntry(name, CompressionLevel.Optimal);
        part.LastWriteTime = NoTime;
        using var stream = part.Open();
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), content).Save(writer);
    }
}
