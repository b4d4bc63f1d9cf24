using Custodia.Journal.Disks;
using Custodia.Journal.Tests.Sealing;
using Custodia.Proofs;
using Custodia.Proofs.Audit;

namespace Custodia.Journal.Tests.Backup;

/// <summary>
/// The journal's own opening and the independent audit were written apart from one text. Whatever is done to a folder
/// they must say the same of it.
/// </summary>
public sealed class TwoReadersTests : IDisposable
{
    private const int Sector = 512;
    private const int Trials = 150;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Opening_and_audit_say_the_same_of_every_damaged_folder()
    {
        Write();
        var accepted = 0;
        for (var seed = 0; seed < Trials; seed++)
        {
            var random = new Random(seed);
            var data = _folder[$"trial{seed}"];
            CopyJournal(data);
            for (var damage = random.Next(3); damage >= 0; damage--)
                Damage(random, data);

            var audit = FolderAudit.Verify(data, cancellation: TestContext.Current.CancellationToken);
            var said = audit.Problems is [var first, ..]
                ? new Verdict(first.Code, first.Entry, 0, default)
                : new Verdict("", null, audit.Entries, audit.Root);
            var opening = Open(data);

            Assert.True(opening == said, $"seed {seed}: opening {opening}, audit {said}");
            accepted += opening.Code.Length == 0 ? 1 : 0;
        }

        // Both sorts were among the trials: what only looks like an interrupted write, and what is damage.
        Assert.InRange(accepted, 10, Trials - 10);
    }

    private static FileStoreOptions Options =>
        new() { Origin = TestJournal.Origin, Create = true, SegmentBytes = 8192 };

    private static Verdict Open(string folder)
    {
        try
        {
            using var store = FileStore.Open(new OsDisk(folder), Options);
            return new Verdict("", null, store.Count, store.Root);
        }
        catch (JournalCorruptException corrupt)
        {
            return new Verdict(corrupt.Code, corrupt.Entry, 0, default);
        }
    }

    private void Write()
    {
        using var store = FileStore.Open(new OsDisk(_folder["data"]), Options);
        var batch = new EntryBatch();
        for (var frame = 0; store.Count < 40; frame++)
        {
            batch.Clear();
            for (var i = 0; i <= frame % 4; i++)
            {
                var sequence = store.Count + i;
                var header = new EntryHeader(
                    sequence, DateTimeOffset.UnixEpoch.AddSeconds(sequence), Guid.Empty, 0, "keeper", "materials",
                    "received", 1, "", false);
                batch.Add(in header, new byte[400 + (10 * i)]);
            }

            store.Append(batch);
        }
    }

    private void CopyJournal(string to)
    {
        Directory.CreateDirectory(Path.Combine(to, "journal/segments"));
        foreach (var name in (string[])["origin", "lock"])
            File.Copy(_folder[$"data/journal/{name}"], Path.Combine(to, "journal", name));
        foreach (var segment in Directory.GetFiles(_folder["data/journal/segments"], "*.seg"))
            File.Copy(segment, Path.Combine(to, "journal/segments", Path.GetFileName(segment)));
    }

    private static void Damage(Random random, string data)
    {
        var segments = Directory.GetFiles(Path.Combine(data, "journal/segments"), "*.seg").Order().ToArray();
        // More often than not where an interrupted write would be.
        var path = random.Next(3) == 0 ? segments[random.Next(segments.Length)] : segments[^1];
        var bytes = File.ReadAllBytes(path);
        var written = Enumerable.Range(0, bytes.Length / Sector)
            .Where(index => bytes.AsSpan(index * Sector, Sector).ContainsAnyExcept((byte)0)).ToArray();
        if (written.Length == 0)
            return;
        var sector = written[^(1 + random.Next(Math.Min(written.Length, 6)))];
        var other = written[random.Next(written.Length)];
        switch (random.Next(8))
        {
            case 0:
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.AsSpan(other * Sector, Sector).CopyTo(bytes.AsSpan(sector * Sector, Sector));
                break;
            case 2:
                bytes = bytes[..^random.Next(1, bytes.Length)];
                break;
            default:
                bytes.AsSpan(sector * Sector, Sector).Clear();
                break;
        }

        File.WriteAllBytes(path, bytes);
    }

    private sealed record Verdict(string Code, long? FirstBadEntry, long Entries, Hash Root);
}
