using System.Globalization;
using System.Text;
using Custodia.Books;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Custodia.Materials.Files;

/// <summary>What a sheet shares with its workbook: which sheet it is, texts, and which styles are dates.</summary>
internal static class XlsxWorkbook
{
    /// <summary>The sheet named after the kind of file, in either language, else the first.</summary>
    public static (string Id, bool StartsIn1904) FindSheet(WorkbookPart workbook, Bilingual title)
    {
        string? first = null, named = null;
        var startsIn1904 = false;
        foreach (var reader in Starts(workbook))
        {
            if (reader.ElementType == typeof(S.WorkbookProperties))
                startsIn1904 = XlsxCells.Attribute(reader, "date1904") is "1" or "true";
            if (reader.ElementType != typeof(S.Sheet))
                continue;
            var id = XlsxCells.Attribute(reader, "id");
            var name = HeaderName.Normalise(XlsxCells.Attribute(reader, "name") ?? "");
            first ??= id;
            if (name == HeaderName.Normalise(title.En) || name == HeaderName.Normalise(title.Zh))
                named ??= id;
        }

        return (named ?? first ?? throw new SheetRefusedException(FileRefusals.Unreadable), startsIn1904);
    }

    /// <summary>
    /// The texts that cells refer to by number; the pronunciation that may stand beside them is left out.
    /// </summary>
    public static IReadOnlyList<string> SharedStrings(WorkbookPart workbook)
    {
        var texts = new List<string>();
        if (workbook.SharedStringTablePart is not { } part)
            return texts;
        var text = new StringBuilder();
        var isPhonetic = false;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(S.PhoneticRun))
                isPhonetic = reader.IsStartElement;
            else if (reader.ElementType == typeof(S.Text) && reader.IsStartElement && !isPhonetic)
                text.Append(reader.GetText());
            else if (reader.ElementType == typeof(S.SharedStringItem) && reader.IsEndElement)
            {
                texts.Add(text.ToString());
                text.Clear();
            }
        }

        return texts;
    }

    /// <summary>For each cell style, whether it shows a date.</summary>
    public static IReadOnlyList<bool> DateStyles(WorkbookPart workbook)
    {
        var styles = new List<bool>();
        if (workbook.WorkbookStylesPart is not { } part)
            return styles;
        var dateFormats = new HashSet<string>();
        var isCellFormats = false;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(S.CellFormats))
                isCellFormats = reader.IsStartElement;
            else if (!reader.IsStartElement)
                continue;
            else if (reader.ElementType == typeof(S.NumberingFormat) && IsDate(XlsxCells.Attribute(reader, "formatCode")))
                dateFormats.Add(XlsxCells.Attribute(reader, "numFmtId") ?? "");
            else if (reader.ElementType == typeof(S.CellFormat) && isCellFormats)
            {
                var id = XlsxCells.Attribute(reader, "numFmtId") ?? "0";
                styles.Add(dateFormats.Contains(id) || IsBuiltInDate(id));
            }
        }

        return styles;
    }

    private static IEnumerable<OpenXmlReader> Starts(OpenXmlPart part)
    {
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.IsStartElement)
                yield return reader;
        }
    }

    /// <summary>
    /// Formats that need no declaration (ECMA-376 Part 1, 18.8.30, with those of East Asian languages).
    /// </summary>
    private static bool IsBuiltInDate(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is >= 14 and <= 17 or 22 or >= 27 and <= 31 or 36 or >= 50 and <= 51 or >= 54 and <= 58;

    /// <summary>
    /// A format shows a date if it shows a year or a day; what is quoted, escaped or in brackets does not count.
    /// </summary>
    private static bool IsDate(string? format)
    {
        var quoted = false;
        var bracketed = false;
        for (var i = 0; i < format?.Length; i++)
        {
            var c = char.ToLowerInvariant(format[i]);
            if (c == '"')
                quoted = !quoted;
            else if (quoted)
                continue;
            else if (c is '\\' or '_' or '*')
                i++;
            else if (c is '[' or ']')
                bracketed = c == '[';
            else if (!bracketed && c is 'y' or 'd')
                return true;
        }

        return false;
    }
}
