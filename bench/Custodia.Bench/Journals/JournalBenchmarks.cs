using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Custodia.Journal;
using Custodia.Journal.Disks;

namespace Custodia.Bench.Journals;

/// <summary>
/// Durable appends, many submitters, and the opening of a large journal, each against the least possible.
/// </summary>
internal static class JournalBenchmarks
{
    private const int BatchEntries = 1000;
    private const int Batches = 60;
    private const int Submitters = 64;
    private const int SubmissionsEach = 300;
    private const int LargeEntries = 1_000_000;

    private static readonly byte[] Body = Encoding.UTF8.GetBytes($"{{\"x\":\"{new string('x', 232)}\"}}");

    internal static async Task Run(string? figure)
    {
        var folder = Directory.CreateTempSubdirectory("custodia-bench-").FullName;
        try
        {
            if (figure is null or "1")
                Append(folder);
            if (figure is null or "2")
                await Submit(folder);
            if (figure is null or "4")
                Open(folder);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static FileStore OpenStore(string folder, string name, IDisk? disk = null, EntryVisitor? visitor = null) =>
        FileStore.Open(
            disk ?? new OsDisk(Path.Combine(folder, name)),
            new FileStoreOptions { Origin = "bench.example/journal", Create = true },
            visitor);

    private static void Fill(EntryBatch batch, long first, int count)
    {
        batch.Clear();
        for (var sequence = first; sequence < first + count; sequence++)
        {
            batch.Add(
                new EntryHeader(
                    sequence,
                    EntryCodec.FromMicroseconds(1_800_000_000_000_000 + sequence),
                    new Guid((int)sequence, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
                    (UInt128)sequence,
                    "officer@custodia.example",
                    "materials",
                    "inventory-change",
                    1,
                    "",
                    false),
                Body);
        }
    }

    // Encoding is part of ours; the reference writes bytes that are there already.
    private static void Append(string folder)
    {
        using var store = OpenStore(folder, "append");
        using var bare = new BareLoop(Path.Combine(folder, "append.bare"), 64 * 1024 * 1024);
        var batch = new EntryBatch();
        Fill(batch, 0, BatchEntries);
        var payload = batch.Payload.ToArray();
        Rounds.Print($"{BatchEntries} entries are {payload.Length} bytes");
        Rounds.Compare(
            $"1. durable append, {Batches} batches of {BatchEntries} entries",
            0.6,
            () => Rounds.Time(() =>
            {
                for (var number = 0; number < Batches; number++)
                {
                    Fill(batch, store.Count, BatchEntries);
                    store.Append(batch);
                }
            }),
            () => Rounds.Time(() =>
            {
                for (var number = 0; number < Batches; number++)
                    bare.Append(payload);
            }));
    }

    private static async Task Submit(string folder)
    {
        var disk = new CountingDisk(new OsDisk(Path.Combine(folder, "submit")));
        using var store = OpenStore(folder, "submit", disk);
        using var journal = Journal.Journal.Open(store, new JournalOptions(), TimeProvider.System, _ => { });
        using var bare = new BareLoop(Path.Combine(folder, "submit.bare"), 64 * 1024 * 1024);
        var latencies = new List<double>();
        var (ours, reference, groups) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < 8; round++)
        {
            var syncs = disk.Syncs;
            var watch = Stopwatch.StartNew();
            var each = await Task.WhenAll(
                Enumerable.Range(0, Submitters).Select(number => Task.Run(() => SubmitSome(journal, number))));
            var seconds = watch.Elapsed.TotalSeconds;
            syncs = disk.Syncs - syncs;
            const int Entries = Submitters * SubmissionsEach;
            var payload = new byte[Entries * 360 / syncs];
            RandomNumberGenerator.Fill(payload);
            var bareSeconds = Rounds.Time(() =>
            {
                for (var number = 0; number < syncs; number++)
                    bare.Append(payload);
            });
            // The first round only warms up.
            if (round == 0)
                continue;
            ours.Add(seconds);
            reference.Add(bareSeconds);
            groups.Add((double)Entries / syncs);
            latencies.AddRange(each.SelectMany(own => own));
        }
        var (time, bareTime) = (Rounds.Median(ours), Rounds.Median(reference));
        var (half, most) = (Rounds.Quantile(latencies, 0.5), Rounds.Quantile(latencies, 0.99));
        var ratio = bareTime / time;
        var verdict = ratio >= 0.4 ? "met" : "MISSED";
        Rounds.Print($"2. {Submitters} submitters, one entry each time: {time * 1000:0.0} ms,");
        Rounds.Print($"   reference {bareTime * 1000:0.0} ms, ratio {ratio:0.00}; target 0.4 {verdict};");
        Rounds.Print($"   {Submitters * SubmissionsEach / time:0} entries/s in groups of {Rounds.Median(groups):0.0};");
        Rounds.Print($"   latency p50 {half * 1000:0.00} ms, p99 {most * 1000:0.00} ms");
    }

    private static async Task<List<double>> SubmitSome(Journal.Journal journal, int submitter)
    {
        var latencies = new List<double>(SubmissionsEach);
        for (var number = 0; number < SubmissionsEach; number++)
        {
            var command = new Guid(submitter, (short)number, 2, 3, 4, 5, 6, 7, 8, 9, 10);
            var start = Stopwatch.GetTimestamp();
            await journal.Submit(drafts => drafts.Add(
                "officer@custodia.example", command, 1, "materials", "inventory-change", 1, "", Body));
            latencies.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        return latencies;
    }

    // The files were just written: both sides read from memory, and only the work on the bytes is compared.
    private static void Open(string folder)
    {
        using (var store = OpenStore(folder, "large"))
        {
            var batch = new EntryBatch();
            while (store.Count < LargeEntries)
            {
                Fill(batch, store.Count, BatchEntries);
                store.Append(batch);
            }
        }
        var files = Directory.GetFiles(Path.Combine(folder, "large", "journal", "segments"));
        var buffer = new byte[1024 * 1024];
        Rounds.Compare(
            $"4. opening of {LargeEntries} entries, {files.Sum(file => new FileInfo(file).Length) / (1024 * 1024)} MiB",
            null,
            () => Rounds.Time(() =>
            {
                var visited = 0;
                using var store = OpenStore(folder, "large", null, (in _) => visited++);
                if (visited != LargeEntries)
                    throw new InvalidOperationException("entries are missing");
            }),
            () => Rounds.Time(() =>
            {
                foreach (var path in files.Where(File.Exists))
                {
                    using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                    using var file = File.OpenHandle(path);
                    var offset = 0L;
                    for (int read; (read = RandomAccess.Read(file, buffer, offset)) > 0; offset += read)
                        hash.AppendData(buffer, 0, read);
                    hash.GetHashAndReset();
                }
            }));
    }
}
