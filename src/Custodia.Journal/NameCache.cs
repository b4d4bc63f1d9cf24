using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Custodia.Journal;

/// <summary>
/// Text for UTF-8 names that recur in every entry (actors, books, kinds, compartments), without allocating it again.
/// </summary>
/// <remarks>
/// One slot for each value of the hash: a name that falls on another's slot replaces it, so memory is bounded
/// whatever is read. Threads may race for a slot; each still gets the right text, since a slot never changes.
/// </remarks>
internal static class NameCache
{
    private const int Slots = 4096;
    private static readonly UTF8Encoding Strict = new(false, true);
    private static readonly Slot?[] Table = new Slot?[Slots];

    private sealed record Slot(byte[] Utf8, string Text);

    /// <summary>The text of these bytes; null if they are not UTF-8 or hold a control character.</summary>
    internal static string? Find(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return "";
        var index = Index(utf8);
        var slot = Volatile.Read(ref Table[index]);
        if (slot is not null && utf8.SequenceEqual(slot.Utf8))
            return slot.Text;
        var text = Decode(utf8);
        if (text is not null)
            Volatile.Write(ref Table[index], new Slot(utf8.ToArray(), text));
        return text;
    }

    /// <summary>Bytes that a name takes; null if it is not valid Unicode or holds a control character.</summary>
    internal static int? Utf8Length(string name)
    {
        foreach (var character in name)
        {
            if (char.IsControl(character))
                return null;
        }
        try
        {
            return Strict.GetByteCount(name);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    private static string? Decode(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var text = Strict.GetString(utf8);
            return Utf8Length(text) is null ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static int Index(ReadOnlySpan<byte> utf8)
    {
        const ulong Odd = 0x9E37_79B9_7F4A_7C15;
        var hash = (ulong)utf8.Length;
        while (utf8.Length >= 8)
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(utf8));
            utf8 = utf8[8..];
        }
        var rest = 0UL;
        foreach (var value in utf8)
            rest = (rest << 8) | value;
        return (int)(Mix(hash ^ rest) % Slots);

        static ulong Mix(ulong value) => BitOperations.RotateLeft(unchecked(value * Odd), 29);
    }
}
