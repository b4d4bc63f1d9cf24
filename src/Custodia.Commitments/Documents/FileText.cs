using System.Text;
using Custodia.Books;

namespace Custodia.Commitments.Documents;

/// <summary>The text of a file: UTF-8 with or without a byte order mark, or UTF-16 with one.</summary>
internal static class FileText
{
    private static readonly UTF8Encoding _utf8 = new(false, true);

    public static Answer<string> Of(ReadOnlySpan<byte> bytes, string? file)
    {
        if (bytes.Length > ReadingLimits.Bytes)
        {
            return DocumentRefusals.TooLong.At(new(file, null, null, null), Invariant($"{ReadingLimits.Bytes} bytes"),
                Invariant($"{bytes.Length} bytes"));
        }

        if (bytes is [0xFF, 0xFE, ..])
            return Decode(new UnicodeEncoding(false, false, true), bytes[2..], file);
        if (bytes is [0xFE, 0xFF, ..])
            return Decode(new UnicodeEncoding(true, false, true), bytes[2..], file);
        return Decode(_utf8, bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes, file);
    }

    private static Answer<string> Decode(Encoding encoding, ReadOnlySpan<byte> bytes, string? file)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            var before = bytes[..Math.Clamp(fault.Index, 0, bytes.Length)];
            return DocumentRefusals.NotText.At(new(file, before.Count((byte)'\n') + 1, null, null), "UTF-8",
                string.Join(' ', fault.BytesUnknown?.Select(unknown => Invariant($"0x{unknown:X2}")) ?? []));
        }
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
