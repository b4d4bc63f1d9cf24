using Custodia.Journal.Disks;

namespace Custodia.Journal.Files;

/// <summary>Reads entries back, each sector checked again.</summary>
internal static class EntryReader
{
    private const int FirstSectors = 4;
    private const int PartSectors = 64;

    internal static void Read(
        SegmentList segments, SequenceIndex index, long there, long first, long count, EntryVisitor visitor)
    {
        for (var next = first; next < first + count;)
        {
            var (point, end) = index.Find(next, there);
            end = Math.Min(end, first + count);
            ReadRun(segments[point.Segment], point, next, end, visitor);
            next = end;
        }
    }

    // Visits entries [first, end) of the run that starts at the point.
    private static void ReadRun(Segment segment, IndexPoint point, long first, long end, EntryVisitor visitor)
    {
        var content = new Content(segment, point.Position);
        for (var sequence = point.Sequence; sequence < end; sequence++)
        {
            var entry = content.Next(sequence);
            if (sequence < first)
                continue;
            if (EntryCodec.TryDecode(entry, out var decoded) != EntryFault.None || decoded.Header.Sequence != sequence)
                throw new JournalCorruptException(JournalFault.EntryMalformed, sequence, segment.Name);
            visitor(in decoded);
        }
    }

    // The payload of sectors one after the other, from a byte of the file on.
    private sealed class Content(Segment segment, int position)
    {
        private readonly byte[] _sectors = new byte[PartSectors * Sector.Size];
        private byte[] _payload = new byte[PartSectors * Sector.PayloadBytes];
        private int _sector = position / Sector.Size;
        private int _skip = (position % Sector.Size) - Sector.HeaderBytes;
        private int _count = FirstSectors;
        private int _start;
        private int _end;

        internal ReadOnlyMemory<byte> Next(long sequence)
        {
            Need(EntryBatch.LengthBytes, sequence);
            var length = FrameFormat.EntryEnd(_payload.AsSpan(_start, EntryBatch.LengthBytes), 0);
            Need(length, sequence);
            var entry = _payload.AsMemory(_start + EntryBatch.LengthBytes, length - EntryBatch.LengthBytes);
            _start += length;
            return entry;
        }

        private void Need(int bytes, long sequence)
        {
            while (_end - _start < bytes)
                Fill(sequence);
        }

        private void Fill(long wanted)
        {
            // A short entry needs few sectors, a long run many: the parts grow as they are read.
            var count = Math.Min(_count, segment.Sectors - _sector);
            var raw = _sectors.AsSpan(0, count * Sector.Size);
            if (count == 0)
                throw new JournalCorruptException(JournalFault.SegmentLength, wanted, segment.Place(_sector));
            segment.File.ReadExactly((long)_sector * Sector.Size, raw);
            Room(count * Sector.PayloadBytes);
            for (var number = 0; number < count; number++)
            {
                var sector = raw.Slice(number * Sector.Size, Sector.Size);
                if (!Sector.IsSound(sector, segment.FirstSequence, _sector))
                {
                    if (number > 0)
                        return;
                    throw new JournalCorruptException(JournalFault.SectorDamaged, wanted, segment.Place(_sector));
                }
                var payload = Sector.Payload(sector)[_skip..];
                payload.CopyTo(_payload.AsSpan(_end));
                _end += payload.Length;
                _skip = 0;
                _sector++;
            }
            _count = Math.Min(_count * 2, PartSectors);
        }

        private void Room(int bytes)
        {
            _payload.AsSpan(_start, _end - _start).CopyTo(_payload);
            _end -= _start;
            _start = 0;
            if (_end + bytes > _payload.Length)
                Array.Resize(ref _payload, _end + bytes);
        }
    }
}
