using System.Globalization;
using System.IO.Compression;
using Custodia.Books;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Custodia.Materials.Files;

/// <summary>The rows of one sheet of a workbook (ECMA-376 Part 1, SpreadsheetML), read as a stream.</summary>
internal sealed class XlsxSheet : ISheet
{
    private readonly SpreadsheetDocument _document;
    private readonly OpenXmlReader _reader;
    private readonly XlsxCells _cells;
    private int _row;

    public XlsxSheet(byte[] content, Bilingual title)
    {
        (_document, _reader, _cells) = Guarded(() => Open(content, title));
    }

    /// <inheritdoc/>
    public int? RowsTotal { get; private set; }

    /// <inheritdoc/>
    public RawRow? Next() => Guarded(NextFilled);

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _document.Dispose();
    }

    private RawRow? NextFilled()
    {
        while (_reader.Read())
        {
            if (!_reader.IsStartElement)
                continue;
            if (_reader.ElementType == typeof(S.SheetDimension))
                RowsTotal = LastRow(XlsxCells.Attribute(_reader, "ref"));
            if (_reader.ElementType != typeof(S.Row))
                continue;
            var number = XlsxCells.Attribute(_reader, "r");
            _row = number is null ? _row + 1 : int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture);
            var row = new RawRow(_row, _cells.ReadRow(_reader, _row));
            if (!row.IsBlank)
                return row;
        }

        return null;
    }

    private static (SpreadsheetDocument, OpenXmlReader, XlsxCells) Open(byte[] content, Bilingual title)
    {
        CheckUnpackedLength(content);
        var settings = new OpenSettings { MaxCharactersInPart = FileLimits.UnpackedBytes };
        var document = SpreadsheetDocument.Open(new MemoryStream(content, writable: false), false, settings);
        var workbook = document.WorkbookPart ?? throw new SheetRefusedException(FileRefusals.Unreadable);
        var (sheetId, startsIn1904) = XlsxWorkbook.FindSheet(workbook, title);
        var part = (WorksheetPart)workbook.GetPartById(sheetId);
        var cells = new XlsxCells(XlsxWorkbook.SharedStrings(workbook), XlsxWorkbook.DateStyles(workbook),
            startsIn1904);
        return (document, OpenXmlReader.Create(part), cells);
    }

    /// <summary>
    /// Unpacks everything once and counts: the lengths that an archive states about itself are not to be trusted.
    /// </summary>
    private static void CheckUnpackedLength(byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(content, writable: false));
        var buffer = new byte[81_920];
        var unpacked = 0L;
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            for (int read; (read = part.Read(buffer)) > 0;)
            {
                unpacked += read;
                if (unpacked > FileLimits.UnpackedBytes)
                    throw TooLarge(FileLimits.UnpackedBytes);
            }
        }

        if (archive.Entries.Count > FileLimits.Parts)
            throw TooLarge(FileLimits.Parts);
    }

    private static SheetRefusedException TooLarge(long limit) =>
        new(FileRefusals.UnpackedTooLarge, null, null, "≤ " + limit.ToString(CultureInfo.InvariantCulture));

    private static int? LastRow(string? reference)
    {
        var last = reference?[(reference.IndexOf(':', StringComparison.Ordinal) + 1)..]
            .TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]);
        return int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;
    }

    /// <summary>
    /// The archive, package and XML readers throw many kinds of exception on a damaged workbook, some undocumented. All
    /// of them mean the same here; nothing of our own runs inside.
    /// </summary>
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not SheetRefusedException and not OutOfMemoryException)
        {
            throw new SheetRefusedException(FileRefusals.Unreadable, null, null, "XLSX");
        }
    }
}
