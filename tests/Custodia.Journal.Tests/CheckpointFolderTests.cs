using System.Text;
using Custodia.Journal.Conformance;
using Custodia.Journal.Tests.Simulation;
using Custodia.Proofs;

namespace Custodia.Journal.Tests;

public sealed class CheckpointFolderTests : IDisposable
{
    private const string Origin = "test.example/checkpoints";

    private readonly SimulatedDisk _disk = new(new Random(1));
    private readonly NoteSigner _signer = NoteSigner.Generate(Origin);
    private readonly MemoryStore _store = new();
    private readonly CheckpointFolder _folder;

    public CheckpointFolderTests() => _folder = new CheckpointFolder(_disk, Origin, [_signer.VerifierKey]);

    [Fact]
    public void There_is_no_checkpoint_before_the_first()
    {
        Assert.Null(_folder.ReadNewest());
        Assert.Equal(0, _folder.VerifyAll(_store));
    }

    [Fact]
    public void What_is_written_is_read_back_verified_and_each_is_kept()
    {
        foreach (var count in new[] { 5, 300, 1 })
        {
            _store.Append(SampleEntries.Batch(_store.Count, count));
            _folder.Write(_store, _signer);
        }
        Assert.Equal(new Checkpoint(Origin, 306, _store.Root), _folder.ReadNewest());
        Assert.Equal(3, _folder.VerifyAll(_store));
        Assert.Contains("checkpoint", _disk.List("journal"));
        Assert.Equal(
            ["00000000000000000005", "00000000000000000305", "00000000000000000306"],
            _disk.List("journal/checkpoints").Order());
    }

    [Fact]
    public void A_checkpoint_is_found_by_its_size_as_it_was_signed()
    {
        Write(5);
        Write(5);
        var found = _folder.Find(5)!;
        Assert.True(found.TryVerify([_signer.VerifierKey], out _, out _));
        Assert.True(Checkpoint.TryParse(found.Text, out var checkpoint, out _));
        Assert.Equal(5, checkpoint.Size);
        Assert.Null(_folder.Find(6));
        _disk.File("journal/checkpoints/00000000000000000005").Content = _disk.File("journal/checkpoint").Content;
        Refused(JournalFault.CheckpointInvalid, () => _folder.Find(5));
    }

    [Fact]
    public void A_checkpoint_that_was_written_but_not_yet_made_the_newest_counts()
    {
        Write(5);
        Write(5);
        _disk.File("journal/checkpoint").Content = _disk.File("journal/checkpoints/00000000000000000005").Content;
        Assert.Equal(10, _folder.ReadNewest()!.Size);
        _disk.Delete("journal/checkpoint");
        Assert.Equal(10, _folder.ReadNewest()!.Size);
    }

    [Fact]
    public void A_changed_checkpoint_is_refused()
    {
        Write(5);
        var file = _disk.File("journal/checkpoint");
        var text = Encoding.UTF8.GetString(file.Content);
        file.Content = Encoding.UTF8.GetBytes(text.Replace("\n5\n", "\n4\n", StringComparison.Ordinal));
        Refused(JournalFault.CheckpointInvalid, () => _folder.ReadNewest());
        file.Content = [];
        Refused(JournalFault.CheckpointInvalid, () => _folder.ReadNewest());
    }

    [Fact]
    public void A_checkpoint_under_the_name_of_another_size_is_refused()
    {
        Write(5);
        _disk.Rename("journal/checkpoints/00000000000000000005", "journal/checkpoints/00000000000000000006");
        Refused(JournalFault.CheckpointInvalid, () => _folder.ReadNewest());
    }

    [Fact]
    public void A_checkpoint_by_a_key_that_is_not_known_is_refused_and_not_written()
    {
        Write(5);
        using var other = NoteSigner.Generate(Origin);
        var folder = new CheckpointFolder(_disk, Origin, [other.VerifierKey]);
        Refused(JournalFault.CheckpointInvalid, () => folder.ReadNewest());
        Assert.Throws<ArgumentException>(() => _folder.Write(_store, other));
        Assert.Equal(1, _folder.VerifyAll(_store));
    }

    [Fact]
    public void A_journal_that_lost_or_changed_entries_is_found()
    {
        Write(20);
        using var shorter = new MemoryStore();
        shorter.Append(SampleEntries.Batch(0, 19));
        Refused(JournalFault.CheckpointAhead, () => _folder.VerifyAll(shorter));
        using var other = new MemoryStore();
        other.Append(SampleEntries.Batch(0, 20, 1));
        Refused(JournalFault.CheckpointRoot, () => _folder.VerifyAll(other));
        Refused(JournalFault.CheckpointRoot, () => _folder.Write(other, _signer));
    }

    public void Dispose()
    {
        _signer.Dispose();
        _store.Dispose();
    }

    private void Write(int count)
    {
        _store.Append(SampleEntries.Batch(_store.Count, count));
        _folder.Write(_store, _signer);
    }

    private static void Refused(JournalFault fault, Func<object?> act) =>
        Assert.Equal(fault, Assert.Throws<JournalCorruptException>(() => { _ = act(); }).Fault);
}
