using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Custodia.Proofs;

/// <summary>What the text formats share: strict UTF-8, strict base64, strict decimals, key names.</summary>
internal static class NoteText
{
    private static readonly UTF8Encoding StrictUtf8 =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads UTF-8 without control characters other than newline (signed-note, "Format").</summary>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (!System.Text.Unicode.Utf8.IsValid(bytes) || !IsPlain(bytes))
            return false;
        text = StrictUtf8.GetString(bytes);
        return true;
    }

    /// <summary>The bytes of a text that is to be signed or written.</summary>
    /// <exception cref="ArgumentException">It has control characters, or is not well-formed UTF-16.</exception>
    public static byte[] Encode(string text)
    {
        var bytes = StrictUtf8.GetBytes(text);
        if (!IsPlain(bytes))
            throw new ArgumentException("A note has no control characters but newline.", nameof(text));
        return bytes;
    }

    /// <summary>Reads base64 in its one canonical form: padded, no white space, unused bits zero.</summary>
    public static bool TryParseBase64(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        var buffer = new byte[text.Length / 4 * 3];
        bytes = null;
        if (!Convert.TryFromBase64Chars(text, buffer, out var written))
            return false;
        bytes = buffer[..written];
        return text.SequenceEqual(Convert.ToBase64String(bytes));
    }

    /// <summary>Reads a decimal without sign or leading zeroes, up to 2^63 - 1.</summary>
    public static bool TryParseDecimal(ReadOnlySpan<char> text, out long number)
    {
        number = 0;
        return text is ['0'] or [>= '1' and <= '9', ..]
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Whether it can name a key: not empty, no Unicode spaces, no plus (signed-note, "Format").</summary>
    public static bool IsKeyName(ReadOnlySpan<char> name)
    {
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || rune.Value is '+' or < ' ')
                return false;
        }
        return !name.IsEmpty;
    }

    /// <summary>Takes the text up to the next newline, which it consumes.</summary>
    public static bool TryTakeLine(ref ReadOnlySpan<char> text, out ReadOnlySpan<char> line)
    {
        var end = text.IndexOf('\n');
        line = end < 0 ? default : text[..end];
        if (end < 0)
            return false;
        text = text[(end + 1)..];
        return true;
    }

    private static bool IsPlain(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if (b < (byte)' ' && b != (byte)'\n')
                return false;
        }
        return true;
    }
}
