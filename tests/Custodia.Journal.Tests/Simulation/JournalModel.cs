using Custodia.Journal.Conformance;

namespace Custodia.Journal.Tests.Simulation;

/// <summary>What a journal must hold, and where: worked out from the documented format alone.</summary>
internal sealed class JournalModel(Func<long, int> segmentSectors)
{
    private const int PayloadBytes = 496;

    /// <summary>A frame in its place: segment, first sector, entries as stored.</summary>
    internal sealed record Frame(long Segment, int Sector, long First, IReadOnlyList<byte[]> Entries)
    {
        internal int Sectors => SectorsOf(Entries);

        /// <summary>
        /// The first entry that is not whole before a sector of the frame; the last one if it is the root.
        /// </summary>
        internal long EntryAt(int sector)
        {
            var end = 16;
            for (var index = 0; index < Entries.Count; index++)
            {
                end += 2 + Entries[index].Length;
                if (end > (sector - Sector) * PayloadBytes)
                    return First + index;
            }
            return First + Entries.Count - 1;
        }
    }

    internal List<Frame> Frames { get; } = [];

    internal List<byte[]> Entries { get; } = [];

    /// <summary>The first entry of the last segment that was begun, if it has no frame yet.</summary>
    internal long? EmptySegment { get; set; }

    /// <summary>The batch whose append did not return: it may be there, whole.</summary>
    internal EntryBatch? InFlight { get; set; }

    internal static int SectorsOf(IReadOnlyList<byte[]> entries) =>
        (16 + entries.Sum(entry => 2 + entry.Length) + 32 + PayloadBytes - 1) / PayloadBytes;

    internal void Acknowledge(EntryBatch batch)
    {
        var entries = Enumerable.Range(0, batch.Count).Select(index => batch[index].ToArray()).ToList();
        var last = Frames.LastOrDefault();
        var (segment, sector) = last is null ? (0L, 1) : (last.Segment, last.Sector + last.Sectors);
        if (EmptySegment == Entries.Count || sector + SectorsOf(entries) > segmentSectors(segment))
            (segment, sector) = (Entries.Count, 1);
        EmptySegment = null;
        Frames.Add(new Frame(segment, sector, Entries.Count, entries));
        Entries.AddRange(entries);
        InFlight = null;
    }

    /// <summary>Checks what was found, and takes over the batch in flight if it is there.</summary>
    internal void CheckFound(List<byte[]> found)
    {
        if (found.Count != Entries.Count && InFlight is { } batch)
            Acknowledge(batch);
        InFlight = null;
        Assert.Equal(Entries.Count, found.Count);
        for (var index = 0; index < found.Count; index++)
            Assert.True(Entries[index].AsSpan().SequenceEqual(found[index]), $"entry {index} is another one");
    }

    internal EntryBatch NextBatch(Random random)
    {
        var count = random.Next(1, random.Next(5) == 0 ? 40 : 4);
        return SampleEntries.Batch(Entries.Count, count, random.Next(8) == 0 ? random.Next(1500) : 0);
    }
}
