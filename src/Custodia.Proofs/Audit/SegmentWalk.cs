using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Custodia.Proofs.Audit;

/// <summary>
/// Walks one segment: its header, its frames, and what follows them (docs/formats/journal.md, "Segments").
/// </summary>
internal sealed class SegmentWalk(SectorFile file, string name, string origin, TreeWalk tree, ProblemList problems)
{
    private const int HeaderBytes = 19 + sizeof(long) + sizeof(long) + sizeof(uint) + Hash.Size + Hash.Size;

    // 128 MiB of entries with their lengths, the head of a frame and its root.
    private const int MaxFrameBytes = (128 * 1024 * 1024) + 16 + Hash.Size;

    private readonly ArrayBufferWriter<byte> _frame = new();

    private enum FrameState
    {
        Whole,
        Incomplete,
        Bad,
    }

    private static ReadOnlySpan<byte> Title => "custodia segment 1\n"u8;

    /// <summary>Bytes from the start of the segment to the end of its last sound frame.</summary>
    internal long SoundBytes { get; private set; }

    /// <summary>What is left of a frame that was never acknowledged.</summary>
    internal TornTail? Torn { get; private set; }

    /// <param name="isLast">Only the last segment can end in a torn frame.</param>
    /// <returns>Whether the segment is sound.</returns>
    internal bool Walk(bool isLast)
    {
        if (!TakeHeader())
            return false;
        var index = 1;
        SoundBytes = Sector.Bytes;
        while (index < file.Count && !tree.IsComplete)
        {
            var start = index;
            switch (ReadFrame(ref index))
            {
                case FrameState.Whole when tree.Frame(_frame.WrittenSpan, name):
                    SoundBytes = (long)index * Sector.Bytes;
                    break;
                case FrameState.Incomplete:
                    return TakeTail(start, isLast);
                default:
                    return false;
            }
        }

        return true;
    }

    private bool TakeHeader()
    {
        if (file.Count == 0)
            return problems.Add(
                AuditCodes.SegmentLength, name, tree.Entries, $"{Sector.Bytes} bytes or more", $"{file.Length}");
        var state = file.Read(0, out var sector, out var payload);
        if (state != SectorState.Sound)
            return problems.Add(AuditCodes.SectorDamaged, name, tree.Entries, "a segment header", $"{state}");
        if (sector.Type != Sector.SegmentHeader || payload.Length != HeaderBytes || !payload.StartsWith(Title))
            return problems.Add(AuditCodes.SegmentMalformed, name, tree.Entries, "a segment header", "another sector");
        payload = payload[Title.Length..];
        var first = BinaryPrimitives.ReadInt64BigEndian(payload);
        if (first != tree.Entries || sector.FirstSequence != first)
            return problems.Add(
                AuditCodes.SegmentMalformed, name, tree.Entries, $"first entry {tree.Entries}", $"{first}");
        var length = BinaryPrimitives.ReadInt64BigEndian(payload[8..]);
        if (length != file.Length || length % Sector.Bytes != 0)
            return problems.Add(AuditCodes.SegmentLength, name, tree.Entries, $"{length} bytes", $"{file.Length}");
        if (!payload[(20 + Hash.Size)..].SequenceEqual(SHA256.HashData(Encoding.UTF8.GetBytes(origin))))
            return problems.Add(
                AuditCodes.OriginMismatch, name, tree.Entries, $"a segment of {origin}",
                "a segment of another journal");
        if (!tree.EnterEpoch(BinaryPrimitives.ReadUInt32BigEndian(payload[16..]), name))
            return false;
        var root = Hash.FromSpan(payload.Slice(20, Hash.Size));
        return root == tree.Root
            || problems.Add(AuditCodes.RootMismatch, name, tree.Entries, $"root {tree.Root}", $"{root}");
    }

    private FrameState ReadFrame(ref int index)
    {
        _frame.ResetWrittenCount();
        for (var isFirst = true; index < file.Count; isFirst = false)
        {
            var state = file.Read(index, out var sector, out var payload);
            if (state != SectorState.Sound || !IsOfFrame(sector, isFirst))
                return FrameState.Incomplete;
            index++;
            if (!sector.IsLast && sector.Used != Sector.PayloadBytes)
                return Bad($"{Sector.PayloadBytes} bytes in each sector but the last", $"{sector.Used}");
            if (_frame.WrittenCount + sector.Used > MaxFrameBytes)
                return Bad($"at most {MaxFrameBytes} bytes in a frame", "more");
            _frame.Write(payload);
            if (sector.IsLast)
                return FrameState.Whole;
        }

        return FrameState.Incomplete;
    }

    private FrameState Bad(string expected, string found)
    {
        problems.Add(AuditCodes.FrameMalformed, name, tree.Entries, expected, found);
        return FrameState.Bad;
    }

    // After the last whole frame: zeros, or what reached the disk of the one frame that was being written.
    private bool TakeTail(int start, bool isLast)
    {
        var (written, ended) = (0, false);
        for (var index = start; index < file.Count; index++)
        {
            var state = file.Read(index, out var sector, out _);
            if (state == SectorState.Zero)
                continue;
            if (state == SectorState.Damaged)
                return problems.Add(
                    AuditCodes.SectorDamaged, name, FirstBroken(), "a sound sector or zeros",
                    $"sector {index} damaged");
            if (ended || !IsOfFrame(sector, isFirst: index == start))
                return problems.Add(
                    AuditCodes.SectorMisplaced, name, tree.Entries, $"nothing but the frame from entry {tree.Entries}",
                    $"sector {index} of the frame from entry {sector.FirstSequence}");
            ended = sector.IsLast;
            written++;
        }

        if (written > 0 && !isLast)
            return problems.Add(
                AuditCodes.FrameIncomplete, name, FirstBroken(), "whole frames before the next segment",
                $"part of the frame from entry {tree.Entries}");
        if (written > 0)
            Torn = new TornTail(name, (long)start * Sector.Bytes, written);
        return true;
    }

    private bool IsOfFrame(in Sector sector, bool isFirst) =>
        sector.Type == Sector.Frame && sector.FirstSequence == tree.Entries && sector.IsFirst == isFirst;

    // The entry in which the sectors of an incomplete frame stop being good. If all its entries are there it is the
    // root that is not: none of them can be verified, and the last stands for all.
    private long FirstBroken()
    {
        var content = _frame.WrittenSpan;
        if (content.Length < TreeWalk.HeadBytes)
            return tree.Entries;
        var count = BinaryPrimitives.ReadUInt32BigEndian(content[8..]);
        long whole = 0;
        var rest = content[TreeWalk.HeadBytes..];
        while (whole + 1 < count && rest.Length >= sizeof(ushort))
        {
            var length = sizeof(ushort) + BinaryPrimitives.ReadUInt16BigEndian(rest);
            if (rest.Length < length)
                break;
            rest = rest[length..];
            whole++;
        }

        return tree.Entries + whole;
    }
}
