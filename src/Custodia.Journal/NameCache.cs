using System.Buffers;
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

    /// <summary>
    /// Writes a name as UTF-8 and returns its bytes; -1 if it is not valid Unicode, holds a control character, or
    /// does not fit.
    /// </summary>
    internal static int Encode(string name, Span<byte> destination)
    {
        if (HasControl(name))
            return -1;
        if (Ascii.FromUtf16(name, destination, out var written) == OperationStatus.Done)
            return written;
        try
        {
            return Strict.TryGetBytes(name, destination, out written) ? written : -1;
        }
        catch (EncoderFallbackException)
        {
            return -1;
        }
    }

    // As char.IsControl: C0, DEL and C1.
    private static bool HasControl(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\0', '\u001F') || text.ContainsAnyInRange('\u007F', '\u009F');

    private static string? Decode(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var text = Strict.GetString(utf8);
            return HasControl(text) ? null : text;
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
