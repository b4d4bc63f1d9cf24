using System.Globalization;
using Custodia.Books;

namespace Custodia.Materials.Files;

/// <summary>Opens a file as received: tells by its first bytes what it is.</summary>
internal static class Sheets
{
    /// <summary>Local file header of a ZIP archive (APPNOTE 4.3.7): what a workbook starts with.</summary>
    private static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;

    /// <summary>
    /// Header signature of a compound file ([MS-CFB] 2.2): an XLS workbook, or one locked by a password.
    /// </summary>
    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0];

    /// <param name="file">The file.</param>
    /// <param name="title">Name of the sheet to look for in a workbook.</param>
    /// <exception cref="SheetRefusedException">It is of no use.</exception>
    public static ISheet Open(Stream file, Bilingual title)
    {
        var content = ReadWhole(file);
        if (content.AsSpan().StartsWith(Zip))
            return new XlsxSheet(content, title);
        if (content.AsSpan().StartsWith(CompoundFile))
            throw new SheetRefusedException(FileRefusals.OldWorkbook, null, null, "XLSX, CSV", "XLS");
        return new CsvSheet(CsvText.Decode(content));
    }

    private static byte[] ReadWhole(Stream file)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            whole.Write(buffer, 0, read);
            if (whole.Length > FileLimits.Bytes)
            {
                var limit = FileLimits.Bytes.ToString(CultureInfo.InvariantCulture);
                throw new SheetRefusedException(FileRefusals.TooLarge, null, null, $"≤ {limit}");
            }
        }

        return whole.Length > 0 ? whole.ToArray() : throw new SheetRefusedException(FileRefusals.Empty);
    }
}
