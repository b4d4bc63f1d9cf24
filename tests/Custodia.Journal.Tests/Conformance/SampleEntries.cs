using System.Text;

namespace Custodia.Journal.Conformance;

/// <summary>Entries for tests, determined by their number.</summary>
internal static class SampleEntries
{
    internal const long FirstMicroseconds = 1_800_000_000_000_000;

    internal static EntryHeader Header(long sequence) => new(
        sequence,
        EntryCodec.FromMicroseconds(FirstMicroseconds + (sequence * 10)),
        new Guid((int)(sequence / 3), 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
        (UInt128)(ulong)sequence * 0x1234_5678_9ABC_DEF1,
        $"actor-{sequence % 5}",
        "materials",
        $"kind-{sequence % 7}",
        (int)(sequence % 3) + 1,
        sequence % 4 == 0 ? "" : "site-xa",
        false);

    internal static byte[] Body(long sequence, int extra = 0) =>
        Encoding.UTF8.GetBytes(
            $$"""{"n":{{sequence}},"x":"{{new string('x', (int)(sequence * 37 % 200) + extra)}}"}""");

    internal static EntryBatch Batch(long first, int count, int extra = 0)
    {
        var batch = new EntryBatch();
        for (var sequence = first; sequence < first + count; sequence++)
            batch.Add(Header(sequence), Body(sequence, extra));
        return batch;
    }
}
