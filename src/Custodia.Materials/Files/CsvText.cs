using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Custodia.Materials.Files;

/// <summary>The text of a CSV file: which encoding it is in and what separates its cells.</summary>
internal static class CsvText
{
    /// <summary>The text without a byte order mark.</summary>
    /// <exception cref="SheetRefusedException">It is in another encoding than UTF-8, or UTF-16 with a byte order
    /// mark.</exception>
    public static string Decode(byte[] content)
    {
        ReadOnlySpan<byte> bytes = content;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Utf16(bytes[2..], bigEndian: false);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Utf16(bytes[2..], bigEndian: true);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            bytes = bytes[3..];
        if (Utf8.IsValid(bytes) && !bytes.Contains((byte)0))
            return Encoding.UTF8.GetString(bytes);
        throw new SheetRefusedException(FileRefusals.Encoding, null, null, "UTF-8", Guess(bytes));
    }

    /// <summary>The separator that stands most often in the first line, outside quotation marks.</summary>
    public static char Separator(string text)
    {
        int commas = 0, semicolons = 0, tabs = 0;
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"')
                quoted = !quoted;
            else if (!quoted && c is '\r' or '\n')
                break;
            else if (!quoted && c == ',')
                commas++;
            else if (!quoted && c == ';')
                semicolons++;
            else if (!quoted && c == '\t')
                tabs++;
        }

        return tabs > commas && tabs > semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }

    private static string Utf16(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        try
        {
            return new UnicodeEncoding(bigEndian, false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (ArgumentException)
        {
            throw new SheetRefusedException(FileRefusals.Encoding, null, null, "UTF-8", "UTF-16 (damaged)");
        }
    }

    private static string Guess(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
            return "UTF-16 or binary";
        var at = FirstInvalid(bytes);
        var where = string.Create(CultureInfo.InvariantCulture, $"byte {bytes[at]:X2} at {at}");
        return LooksLikeBig5(bytes) ? $"Big5 ({where})" : where;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length
            && Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
            at += length;
        return at;
    }

    /// <summary>
    /// Big5: a lead byte 81–FE, then a trail byte 40–7E or A1–FE; every non-ASCII byte stands in such a pair.
    /// </summary>
    private static bool LooksLikeBig5(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
                continue;
            if (bytes[i] is 0x80 or 0xFF || ++i >= bytes.Length
                || bytes[i] is not (>= 0x40 and <= 0x7E or >= 0xA1 and <= 0xFE))
                return false;
        }

        return true;
    }
}
