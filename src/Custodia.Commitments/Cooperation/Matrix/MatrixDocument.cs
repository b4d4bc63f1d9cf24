using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Custodia.Books;
using Custodia.Commitments.Cooperation.Facts;

namespace Custodia.Commitments.Cooperation.Matrix;

/// <summary>
/// The matrix as a document for word processors (ECMA-376 Part 1, WordprocessingML): one table for each part, one line for each
/// cell. Only the text of the lines is read back, so it may be filled and laid out in any of them.
/// </summary>
public static class MatrixDocument
{
    /// <summary>The media type.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    internal const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    internal const string TextPart = "word/document.xml";

    /// <summary>What the first field of the heads of the tables says: such a line is no cell.</summary>
    internal const string HeadMark = "Cell 欄位";

    /// <summary>Fields of a line: id, question, value, day, clause, document, entry, note.</summary>
    internal const int Fields = 8;

    /// <summary>The matrix as a document.</summary>
    /// <param name="file">The matrix.</param>
    /// <param name="language">Language of the questions.</param>
    /// <param name="position">What it shows: the day and the entry as which it is known, and the root of the journal.</param>
    public static byte[] Write(MatrixFile file, string language, string position)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(archive, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"" + ContentType + ".main+xml\"/></Types>");
            Part(archive, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"rId1\" Target=\"word/document.xml\" "
                + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/></Relationships>");
            using var text = Entry(archive, TextPart).Open();
            using var writer = XmlWriter.Create(text);
            new MatrixWriter(writer, language).Write(file, position);
        }

        return stream.ToArray();
    }

    /// <summary>Reads a document.</summary>
    internal static Answer<MatrixFile> Read(byte[] content, Place place)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MatrixLimits.Parts)
                return CooperationRefusals.FileTooLarge.At(place, $"≤ {MatrixLimits.Parts}", $"{archive.Entries.Count}");
            if (archive.Entries.Where(entry => entry.FullName == TextPart).ToList() is not [var part])
                return CooperationRefusals.FileMalformed.At(place, TextPart);
            using var packed = part.Open();
            if (Unpacked(packed) is not { } text)
                return CooperationRefusals.FileTooLarge.At(place, $"≤ {MatrixLimits.UnpackedBytes}");
            using (text)
                return new MatrixReader(place).Read(text);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or NotSupportedException or EndOfStreamException)
        {
            return CooperationRefusals.FileMalformed.At(place, "DOCX");
        }
    }

    /// <summary>How a value is written.</summary>
    internal static string Mark(MatrixValue? value) => value switch
    {
        null => "",
        MatrixValue.Yes => "X",
        MatrixValue.Unknown => "?",
        MatrixValue.NotApplicable => "NA",
        _ => throw new InvalidOperationException("A value of no known sort."),
    };

    // What a part says of its own length is not believed.
    private static MemoryStream? Unpacked(Stream packed)
    {
        var text = new MemoryStream();
        var piece = new byte[64 * 1024];
        for (int read; (read = packed.Read(piece)) > 0;)
        {
            if (text.Length + read > MatrixLimits.UnpackedBytes)
            {
                text.Dispose();
                return null;
            }

            text.Write(piece, 0, read);
        }

        text.Position = 0;
        return text;
    }

    private static void Part(ZipArchive archive, string name, string xml)
    {
        using var writer = new StreamWriter(Entry(archive, name).Open());
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml);
    }

    // The same matrix gives the same bytes: a part has no time of its own.
    private static ZipArchiveEntry Entry(ZipArchive archive, string name)
    {
        var entry = archive.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return entry;
    }
}

/// <summary>Writes the text of the document.</summary>
internal sealed class MatrixWriter(XmlWriter writer, string language)
{
    private static readonly int[] Widths = [1_300, 4_300, 800, 1_300, 2_300, 2_300, 900, 2_300];

    private static readonly string[] Heads =
        [MatrixDocument.HeadMark, "Question 問題", "X ? NA", "Day 日期", "Clause 條文", "Document 文件", "Entry 分錄", "Note 備註"];

    public void Write(MatrixFile file, string position)
    {
        Start("document");
        Start("body");
        var template = MatrixTemplate.Current;
        Paragraph(Of(template.Title), 32);
        Paragraph($"{file.Format} {file.Version} {file.Template}", 18);
        Paragraph(position, 18);
        Paragraph(new Bilingual("X: there is evidence; ?: not known; NA: does not apply. An X is no judgement that it suffices.",
            "X：有佐證；?：不詳；NA：不適用。X 並不表示已符合義務。").In(language), 18);
        var cells = file.Cells.ToDictionary(cell => cell.Cell, StringComparer.Ordinal);
        foreach (var section in template.Sections)
        {
            Paragraph($"{string.Join(" · ", section.Paragraphs)} — {Of(section.Title)}", 24);
            Start("tbl");
            Layout();
            Row(Heads, isHead: true);
            foreach (var cell in template.Cells.Where(cell => cell.Section == section))
                Row(Fields(cell, cells.GetValueOrDefault(cell.Id) ?? new(cell.Id)), isHead: false);
            writer.WriteEndElement();
        }

        // A body ends with a paragraph, not with a table.
        Paragraph("", 16);
        Start("sectPr");
        Empty("pgSz", ("w", "16838"), ("h", "11906"), ("orient", "landscape"));
        Empty("pgMar", ("top", "700"), ("right", "600"), ("bottom", "700"), ("left", "600"), ("header", "400"), ("footer", "400"), ("gutter", "0"));
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private string[] Fields(MatrixCell cell, MatrixFileCell says) =>
    [
        cell.Id, $"{cell.Row.Paragraph} {Of(cell.Row.Text)} — {MatrixWords.Of(cell.Area).In(language)}, {MatrixWords.Of(cell.Column).In(language)}",
        MatrixDocument.Mark(says.Value), says.On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", says.Clause ?? "", says.Document ?? "",
        says.Entry?.ToString(CultureInfo.InvariantCulture) ?? "", says.Note ?? "",
    ];

    private void Layout()
    {
        Start("tblPr");
        Start("tblBorders");
        foreach (var side in new[] { "top", "left", "bottom", "right", "insideH", "insideV" })
            Empty(side, ("val", "single"), ("sz", "4"), ("space", "0"), ("color", "808080"));
        writer.WriteEndElement();
        Empty("tblLayout", ("type", "fixed"));
        Start("tblCellMar");
        foreach (var side in (string[])["top", "left", "bottom", "right"])
            Empty(side, ("w", side is "top" or "bottom" ? "40" : "80"), ("type", "dxa"));
        writer.WriteEndElement();
        writer.WriteEndElement();
        Start("tblGrid");
        foreach (var width in Widths)
            Empty("gridCol", ("w", width.ToString(CultureInfo.InvariantCulture)));
        writer.WriteEndElement();
    }

    private void Row(string[] fields, bool isHead)
    {
        Start("tr");
        Start("trPr");
        Empty("cantSplit");
        if (isHead)
            Empty("tblHeader");
        writer.WriteEndElement();
        for (var i = 0; i < fields.Length; i++)
        {
            Start("tc");
            Start("tcPr");
            Empty("tcW", ("w", Widths[i].ToString(CultureInfo.InvariantCulture)), ("type", "dxa"));
            writer.WriteEndElement();
            Paragraph(fields[i], 16, isHead);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private void Paragraph(string text, int halfPoints, bool isBold = false)
    {
        Start("p");
        Start("r");
        Start("rPr");
        if (isBold || halfPoints > 20)
            Empty("b");
        Empty("sz", ("val", halfPoints.ToString(CultureInfo.InvariantCulture)));
        writer.WriteEndElement();
        Start("t");
        writer.WriteAttributeString("xml", "space", null, "preserve");
        writer.WriteString(text);
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private string Of(Words words) => new Bilingual(words.En, words.Zh).In(language);

    private void Start(string name) => writer.WriteStartElement("w", name, MatrixDocument.Word);

    private void Empty(string name, params (string Name, string Value)[] attributes)
    {
        Start(name);
        foreach (var (attribute, value) in attributes)
            writer.WriteAttributeString("w", attribute, MatrixDocument.Word, value);
        writer.WriteEndElement();
    }
}
