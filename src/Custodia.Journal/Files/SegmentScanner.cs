using System.Runtime.InteropServices;
using Custodia.Proofs;

namespace Custodia.Journal.Files;

/// <summary>A frame whose write was cut short: it was never acknowledged, and is cut off at opening.</summary>
/// <param name="Segment">Name of the segment file.</param>
/// <param name="FirstSector">Its first sector.</param>
/// <param name="EndSector">The sector after the last of its sectors that were written.</param>
/// <param name="Sequence">The entry that it would have started with.</param>
public sealed record TornFrame(string Segment, int FirstSector, int EndSector, long Sequence);

/// <summary>
/// Reads segments one after the other and verifies every sector, frame and root; hands on the entries in blocks.
/// </summary>
internal sealed class SegmentScanner(GrowingTree tree, SequenceIndex index, Hash origin)
{
    private readonly SectorReader _reader = new();
    private readonly SequenceIndex.Builder _points = new();
    private Hash[] _leaves = [];
    private Segment _segment = null!;

    /// <summary>Entries verified.</summary>
    internal long Count { get; private set; }

    /// <summary>The writer of the last frame or segment.</summary>
    internal uint Epoch { get; private set; }

    /// <summary>
    /// First sector of the last frame in the last segment; where the next frame goes if there is none.
    /// </summary>
    internal int LastFrameSector { get; private set; }

    /// <summary>The sector after the last frame.</summary>
    internal int EndSector { get; private set; }

    /// <summary>What is to be cut off; null if nothing is.</summary>
    internal TornFrame? Torn { get; private set; }

    /// <summary>Reads the header of a segment, which must follow what was scanned before.</summary>
    internal void Begin(Segment segment)
    {
        _segment = segment;
        _reader.Open(segment);
        if (segment.FirstSequence != Count)
            throw Corrupt(JournalFault.SegmentGap, 0);
        var sector = segment.Sectors == 0 ? throw Corrupt(JournalFault.SegmentLength, 0) : _reader.At(0);
        if (!Sector.IsSound(sector, segment.FirstSequence, 0))
            throw Corrupt(JournalFault.SectorDamaged, 0);
        if (SegmentHeader.FromSector(sector) is not { } header || header.FirstSequence != Count)
            throw Corrupt(JournalFault.SegmentMalformed, 0);
        if (header.Length != segment.File.Length)
            throw Corrupt(JournalFault.SegmentLength, 0);
        if (header.Origin != origin)
            throw Corrupt(JournalFault.OriginMismatch, 0);
        if (header.Epoch < Epoch)
            throw Corrupt(JournalFault.EpochWentBack, 0);
        if (header.Root != tree.Root())
            throw Corrupt(JournalFault.RootMismatch, 0);
        Epoch = header.Epoch;
        LastFrameSector = EndSector = 1;
    }

    /// <summary>Verifies the frames of the segment.</summary>
    /// <param name="isLast">Whether a torn frame may be at its end.</param>
    /// <param name="block">Where entries go first.</param>
    /// <param name="handOn">Takes a full block and gives an empty one.</param>
    /// <returns>The block that is not full yet.</returns>
    internal EntryBlock Scan(bool isLast, EntryBlock block, Func<EntryBlock, EntryBlock> handOn)
    {
        while (EndSector < _segment.Sectors && ReadFrame(EndSector, block) is { } end)
        {
            LastFrameSector = EndSector;
            EndSector = end;
            if (block.Length >= EntryBlock.FullBytes)
                block = handOn(block);
        }
        CheckTail(EndSector, isLast);
        return block;
    }

    // The sector after the frame; null if there is no whole frame here, whatever the reason.
    private int? ReadFrame(int first, EntryBlock block)
    {
        var start = block.Length;
        for (var number = first; number < _segment.Sectors; number++)
        {
            var sector = _reader.At(number);
            if (!IsOfFrame(sector, number, first))
                break;
            var payload = Sector.Payload(sector);
            block.Append(payload);
            if (Sector.Flags(sector).HasFlag(SectorFlags.Last))
            {
                VerifyFrame(first, block, start);
                return number + 1;
            }
            if (payload.Length != Sector.PayloadBytes || block.Length - start > FrameFormat.MaxBytes)
                throw Corrupt(JournalFault.FrameMalformed, number);
        }
        block.Truncate(start);
        return null;
    }

    private bool IsOfFrame(ReadOnlySpan<byte> sector, int number, int first) =>
        Sector.IsSound(sector, _segment.FirstSequence, number)
        && Sector.Type(sector) == SectorType.Frame
        && Sector.FirstSequence(sector) == Count
        && Sector.Flags(sector).HasFlag(SectorFlags.First) == (number == first);

    private void VerifyFrame(int sector, EntryBlock block, int start)
    {
        var content = block.Bytes.Span[start..];
        if (content.Length < FrameFormat.Overhead)
            throw Corrupt(JournalFault.FrameMalformed, sector);
        var (firstSequence, count, epoch) = FrameFormat.ReadHeader(content);
        if (firstSequence != Count || count is < 1 or > JournalLimits.MaxBatchEntries)
            throw Corrupt(JournalFault.FrameMalformed, sector);
        if (epoch < Epoch)
            throw Corrupt(JournalFault.EpochWentBack, sector);

        if (_leaves.Length < count)
            _leaves = new Hash[count];
        _points.Begin(_segment.Index, sector);
        var entries = content[..^Hash.Size];
        var at = FrameFormat.HeaderBytes;
        for (var number = 0; number < count; number++)
        {
            var end = FrameFormat.EntryEnd(entries, at);
            if (end > entries.Length)
                throw Corrupt(JournalFault.FrameMalformed, sector);
            _points.Entry(Count + number, at);
            at += EntryBatch.LengthBytes;
            block.Entries.Add(new Extent(start + at, end - at));
            at = end;
        }
        MerkleBatch.Leaves(block.Bytes.Span, CollectionsMarshal.AsSpan(block.Entries)[^count..], _leaves);
        tree.Append(_leaves.AsSpan(0, count));
        if (at != entries.Length)
            throw Corrupt(JournalFault.FrameMalformed, sector);
        if (tree.Root() != Hash.FromSpan(content[^Hash.Size..]))
            throw Corrupt(JournalFault.RootMismatch, sector);
        index.Add(_points.Points);
        Count += count;
        Epoch = epoch;
    }

    // After the last whole frame there is nothing, or what is left of one frame that was being written.
    private void CheckTail(int start, bool isLast)
    {
        var end = start;
        var ended = false;
        for (var number = _reader.NextUsed(start); number < _segment.Sectors; number = _reader.NextUsed(number + 1))
        {
            var sector = _reader.At(number);
            if (!Sector.IsSound(sector, _segment.FirstSequence, number))
                throw Corrupt(JournalFault.SectorDamaged, number, Count + WholeEntries(start));
            if (!IsOfFrame(sector, number, start) || ended)
                throw Corrupt(JournalFault.SectorMisplaced, number);
            ended = Sector.Flags(sector).HasFlag(SectorFlags.Last);
            end = number + 1;
        }
        if (end == start)
            return;
        if (!isLast)
            throw Corrupt(JournalFault.FrameIncomplete, start, Count + WholeEntries(start));
        Torn = new TornFrame(_segment.Name, start, end, Count);
    }

    // Entries in the sectors of a broken frame before the first that is not good.
    private int WholeEntries(int start)
    {
        var content = new EntryBlock();
        for (var number = start; number < _segment.Sectors && IsOfFrame(_reader.At(number), number, start); number++)
            content.Append(Sector.Payload(_reader.At(number)));
        return FrameFormat.WholeEntries(content.Bytes.Span);
    }

    private JournalCorruptException Corrupt(JournalFault fault, int sector, long? entry = null) =>
        new(fault, entry ?? Count, _segment.Place(sector));
}
