using System.Text;
using Custodia.Journal.Conformance;
using Custodia.Journal.Tests.Simulation;
using Custodia.Proofs;

namespace Custodia.Journal.Tests;

/// <summary>Each reason for which a journal is not opened, and the one thing that is repaired.</summary>
public sealed class FileStoreOpeningTests
{
    private const string Origin = "test.example/opening";
    private const string FirstSegment = "journal/segments/00000000000000000000.seg";

    private readonly SimulatedDisk _disk = new(new Random(1));

    [Fact]
    public void A_journal_that_is_not_there_is_begun_only_when_asked_for()
    {
        Refused(JournalFault.Missing, null, create: false);
        Open(create: true).Dispose();
        Open(create: false).Dispose();
    }

    [Fact]
    public void A_journal_of_another_origin_is_refused()
    {
        Fill(3);
        Refused(JournalFault.OriginMismatch, null, origin: "test.example/other");
        _disk.File("journal/origin").Content = Encoding.UTF8.GetBytes("test.example/other\n");
        Refused(JournalFault.OriginMismatch, 0, origin: "test.example/other");
    }

    [Fact]
    public void An_origin_that_is_lost_is_not_written_anew_over_a_journal()
    {
        Fill(3);
        _disk.Delete("journal/origin");
        Refused(JournalFault.Missing, null);
    }

    [Fact]
    public void A_damaged_or_older_lock_file_is_refused_and_a_lost_one_is_not()
    {
        Fill(3);
        var file = _disk.File("journal/lock");
        var old = (byte[])file.Content.Clone();
        file.Content[20] ^= 1;
        Refused(JournalFault.LockDamaged, null);
        file.Content = (byte[])old.Clone();
        Open().Dispose();
        using (var store = Open())
            store.Append(SampleEntries.Batch(3, 1));
        file.Content = (byte[])old.Clone();
        Refused(JournalFault.LockDamaged, null);
        _disk.Delete("journal/lock");
        Open().Dispose();
    }

    [Fact]
    public void A_writer_that_was_replaced_stops_before_it_writes()
    {
        using var store = Open();
        store.Append(SampleEntries.Batch(0, 3));
        var file = _disk.File("journal/lock");
        var other = new SimulatedDisk(new Random(2));
        FileStore.Open(other, Options(Origin, true)).Dispose();
        FileStore.Open(other, Options(Origin, true)).Dispose();
        file.Content = other.File("journal/lock").Content;
        Assert.Throws<JournalLockedException>(() => store.Append(SampleEntries.Batch(3, 1)));
        Assert.Throws<JournalFailedException>(() => store.Append(SampleEntries.Batch(3, 1)));
        Assert.Equal(3, store.Count);
    }

    [Fact]
    public void A_missing_segment_is_a_gap()
    {
        Fill(40, 40, 40, 40, 40, 40, 40, 40);
        var files = _disk.List("journal/segments");
        var names = files.Where(name => name.EndsWith(".seg", StringComparison.Ordinal)).Order().ToList();
        Assert.True(names.Count >= 3);
        _disk.Delete($"journal/segments/{names[1]}");
        Refused(JournalFault.SegmentGap, long.Parse(names[1][..20], System.Globalization.CultureInfo.InvariantCulture));
        foreach (var name in names.Where(name => name != names[1]))
            _disk.Delete($"journal/segments/{name}");
        Refused(JournalFault.SegmentGap, 0);
    }

    [Fact]
    public void A_segment_that_was_cut_short_or_renamed_is_refused()
    {
        Fill(3);
        var file = _disk.File(FirstSegment);
        var whole = file.Content;
        file.Content = whole[..^512];
        Refused(JournalFault.SegmentLength, 0);
        file.Content = [];
        Refused(JournalFault.SegmentLength, 0);
        file.Content = whole;
        _disk.Rename(FirstSegment, "journal/segments/x.seg");
        Refused(JournalFault.SegmentMalformed, null);
    }

    [Fact]
    public void A_frame_that_was_cut_short_by_a_power_cut_is_cut_off_and_reported()
    {
        Fill(3, 30);
        // Sectors of the last frame that never reached the disk.
        var file = _disk.File(FirstSegment);
        file.Content.AsSpan(5 * 512, 512).Clear();
        using (var store = Open())
        {
            Assert.Equal(3, store.Count);
            Assert.NotNull(store.Torn);
            Assert.Equal(3, store.Torn.Sequence);
            store.Append(SampleEntries.Batch(3, 1));
        }
        using var reopened = Open();
        Assert.Null(reopened.Torn);
        Assert.Equal(4, reopened.Count);
    }

    [Fact]
    public void A_frame_that_lost_sectors_before_a_whole_one_is_refused()
    {
        Fill(3, 1, 1);
        var file = _disk.File(FirstSegment);
        file.Content.AsSpan(1 * 512, 512).Clear();
        var refusal = Refused(JournalFault.SectorMisplaced, 0);
        Assert.Contains("byte 1", refusal.Place, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sector_moved_to_another_place_is_refused()
    {
        Fill(1, 1);
        var file = _disk.File(FirstSegment);
        file.Content.AsSpan(1 * 512, 512).CopyTo(file.Content.AsSpan(6 * 512));
        Refused(JournalFault.SectorDamaged, 2);
    }

    [Fact]
    public void A_journal_that_does_not_contain_a_signed_checkpoint_is_refused_before_anything_is_cut_off()
    {
        Hash root;
        using (var store = Open())
        {
            store.Append(SampleEntries.Batch(0, 3));
            store.Append(SampleEntries.Batch(3, 30));
            root = store.Root;
        }
        using (var store = FileStore.Open(
            _disk, Options(Origin, false) with { Checkpoint = new Checkpoint(Origin, 33, root) }))
            Assert.Equal(33, store.Count);
        var file = _disk.File(FirstSegment);
        Fault(JournalFault.CheckpointRoot, null, new Checkpoint(Origin, 32, root));
        Fault(JournalFault.CheckpointInvalid, null, new Checkpoint("test.example/other", 33, root));
        file.Content.AsSpan(5 * 512, 512).Clear();
        var before = (byte[])file.Content.Clone();
        Fault(JournalFault.CheckpointAhead, 3, new Checkpoint(Origin, 33, root));
        Assert.Equal(before, file.Content);

        void Fault(JournalFault fault, long? entry, Checkpoint checkpoint)
        {
            var refusal = Assert.Throws<JournalCorruptException>(
                () => FileStore.Open(_disk, Options(Origin, false) with { Checkpoint = checkpoint }));
            Assert.Equal((fault, entry), (refusal.Fault, refusal.Entry));
        }
    }

    [Fact]
    public void A_visitor_that_throws_stops_the_opening_and_frees_the_lock()
    {
        Fill(10);
        Assert.Throws<InvalidDataException>(
            () => FileStore.Open(_disk, Options(Origin, false), (in _) => throw new InvalidDataException()));
        Open().Dispose();
    }

    [Fact]
    public void Damage_after_the_opening_is_found_by_the_read()
    {
        using var store = Open();
        store.Append(SampleEntries.Batch(0, 30));
        _disk.File(FirstSegment).Content[3 * 512 + 100] ^= 4;
        var visited = 0;
        var refusal = Assert.Throws<JournalCorruptException>(() => store.Read(0, 30, (in _) => visited++));
        Assert.Equal(JournalFault.SectorDamaged, refusal.Fault);
        Assert.Equal(visited, refusal.Entry);
        Assert.InRange(visited, 1, 29);
    }

    [Fact]
    public void Each_fault_has_its_own_code()
    {
        var codes = Enum.GetValues<JournalFault>()
            .Select(fault => new JournalCorruptException(fault, 7, "here")).ToList();
        Assert.Equal(codes.Count, codes.Select(refusal => refusal.Code).Distinct().Count());
        Assert.All(codes, refusal => Assert.Contains("first bad entry 7", refusal.Message, StringComparison.Ordinal));
    }

    private static FileStoreOptions Options(string origin, bool create) =>
        new() { Origin = origin, Create = create, SegmentBytes = 16 * 1024, PrepareInBackground = false };

    private FileStore Open(bool create = true) => FileStore.Open(_disk, Options(Origin, create));

    private void Fill(params int[] batches)
    {
        using var store = Open();
        foreach (var count in batches)
            store.Append(SampleEntries.Batch(store.Count, count));
    }

    private JournalCorruptException Refused(JournalFault fault, long? entry, string origin = Origin, bool create = true)
    {
        var refusal = Assert.Throws<JournalCorruptException>(() => FileStore.Open(_disk, Options(origin, create)));
        Assert.Equal((fault, entry), (refusal.Fault, refusal.Entry));
        return refusal;
    }
}
