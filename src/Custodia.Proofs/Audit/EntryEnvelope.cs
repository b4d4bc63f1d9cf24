using System.Buffers.Binary;
using System.Text.Unicode;

namespace Custodia.Proofs.Audit;

/// <summary>What an auditor checks of one entry: its envelope (docs/formats/journal.md, "Entry").</summary>
internal static class EntryEnvelope
{
    internal const int FixedBytes = 52;

    private const byte Format = 1;
    private const byte SealedFlag = 1;
    private const int SequenceOffset = 2;
    private const int TimeOffset = 10;

    // 9999-12-31T23:59:59.999999Z.
    private const long MaxMicroseconds = 253_402_300_799_999_999;

    // Key id, nonce and tag.
    private const int SealBytes = 16 + 12 + 16;

    private static readonly (string Name, int Least, int Most)[] Names =
        [("actor", 1, 64), ("book", 1, 32), ("kind", 1, 48), ("compartment", 0, 48)];

    /// <summary>The sequence that an entry of at least <see cref="FixedBytes"/> states.</summary>
    internal static long Sequence(ReadOnlySpan<byte> entry) =>
        BinaryPrimitives.ReadInt64BigEndian(entry[SequenceOffset..]);

    /// <summary>When it was recorded, in microseconds since 1970.</summary>
    internal static long RecordedAt(ReadOnlySpan<byte> entry) =>
        BinaryPrimitives.ReadInt64BigEndian(entry[TimeOffset..]);

    /// <returns>What is wrong with the shape, expected and found; null if nothing is.</returns>
    internal static (string Expected, string Found)? Check(ReadOnlySpan<byte> entry)
    {
        if (entry.Length < FixedBytes)
            return ($"at least {FixedBytes} bytes", $"{entry.Length}");
        if (entry[0] != Format)
            return ($"format {Format}", $"{entry[0]}");
        if ((entry[1] & ~SealedFlag) != 0)
            return ("flags 0 or 1", $"{entry[1]}");
        if (RecordedAt(entry) is < 0 or > MaxMicroseconds)
            return ("a time from 1970 to 9999", $"{RecordedAt(entry)} microseconds since 1970");
        var at = FixedBytes;
        foreach (var (name, least, most) in Names)
        {
            if (at >= entry.Length || at + 1 + entry[at] > entry.Length)
                return ($"the {name}", "the end of the entry");
            var text = entry.Slice(at + 1, entry[at]);
            if (text.Length < least || text.Length > most)
                return ($"{name} of {least} to {most} bytes", $"{text.Length}");
            if (!Utf8.IsValid(text) || HasControl(text))
                return ($"{name} in UTF-8 without control characters", Convert.ToHexStringLower(text));
            at += 1 + text.Length;
        }

        return entry[1] == SealedFlag && entry.Length - at < SealBytes
            ? ($"a sealed body of {SealBytes} bytes or more", $"{entry.Length - at}")
            : null;
    }

    // U+0000–001F and U+007F are one byte; U+0080–009F are C2 80 to C2 9F.
    private static bool HasControl(ReadOnlySpan<byte> utf8)
    {
        for (var i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] is < 0x20 or 0x7F || (utf8[i] == 0xC2 && utf8[i + 1] < 0xA0))
                return true;
        }

        return false;
    }
}
