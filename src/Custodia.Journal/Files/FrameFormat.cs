using System.Buffers.Binary;
using Custodia.Proofs;

namespace Custodia.Journal.Files;

/// <summary>
/// The content of a frame: first sequence, count, epoch; each entry led by its length; the root of the tree after it.
/// </summary>
internal static class FrameFormat
{
    internal const int HeaderBytes = 16;
    internal const int Overhead = HeaderBytes + Hash.Size;

    /// <summary>Sectors of a frame with so many bytes of entries and lengths.</summary>
    internal static long Sectors(long entryBytes) => Sector.CountFor(entryBytes + Overhead);

    /// <summary>Most bytes that a frame's content can have.</summary>
    internal const int MaxBytes = JournalLimits.MaxBatchBytes + Overhead;

    internal static void WriteHeader(Span<byte> content, long firstSequence, int count, uint epoch)
    {
        BinaryPrimitives.WriteInt64BigEndian(content, firstSequence);
        BinaryPrimitives.WriteInt32BigEndian(content[8..], count);
        BinaryPrimitives.WriteUInt32BigEndian(content[12..], epoch);
    }

    internal static (long FirstSequence, int Count, uint Epoch) ReadHeader(ReadOnlySpan<byte> content) => (
        BinaryPrimitives.ReadInt64BigEndian(content),
        BinaryPrimitives.ReadInt32BigEndian(content[8..]),
        BinaryPrimitives.ReadUInt32BigEndian(content[12..]));

    /// <summary>
    /// The end of the entry whose length is at an offset; beyond the content if it does not hold all of it.
    /// </summary>
    internal static int EntryEnd(ReadOnlySpan<byte> content, int at) =>
        at + EntryBatch.LengthBytes > content.Length
            ? int.MaxValue
            : at + EntryBatch.LengthBytes + BinaryPrimitives.ReadUInt16BigEndian(content[at..]);

    /// <summary>Entries that lie whole in the start of a frame's content.</summary>
    internal static int WholeEntries(ReadOnlySpan<byte> content)
    {
        if (content.Length < HeaderBytes)
            return 0;
        var (_, count, _) = ReadHeader(content);
        var whole = 0;
        var end = EntryEnd(content, HeaderBytes);
        while (end <= content.Length && whole < count)
        {
            whole++;
            end = EntryEnd(content, end);
        }
        // If all entries are there it is the root that is not: none can be verified, and the last stands for all.
        return Math.Min(whole, Math.Max(count - 1, 0));
    }
}
