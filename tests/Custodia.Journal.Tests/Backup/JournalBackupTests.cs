using Custodia.Journal.Backup;
using Custodia.Journal.Blobs;
using Custodia.Journal.Sealing;
using Custodia.Journal.Tests.Sealing;
using Custodia.Proofs.Audit;

namespace Custodia.Journal.Tests.Backup;

public sealed class JournalBackupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    private string Data => _folder["data"];

    private string Copy => _folder["copy"];

    [Fact]
    public async Task A_copy_taken_while_entries_are_appended_verifies_and_holds_all_that_its_checkpoint_covers()
    {
        using var journal = new TestJournal(Data);
        await journal.Append(100);
        journal.Checkpoint();
        using var end = new CancellationTokenSource();
        var appending = Task.Run(
            async () =>
            {
                while (!end.IsCancellationRequested)
                    await journal.Append(7);
            },
            _stop);
        for (var round = 0; round < 5; round++)
        {
            var before = journal.Count;
            while (journal.Count < before + 200)
                await Task.Yield();
            journal.Checkpoint();
            var covered = FolderAudit.Verify(
                Data, new AuditOptions { CheckpointedOnly = true }, cancellation: _stop).Checkpoint!.Size;

            var result = JournalBackup.Copy(Data, $"{Copy}{round}", cancellation: _stop);

            Assert.True(result.Audit.IsSound);
            Assert.Equal((covered, covered), (result.Audit.Entries, result.Audit.Checkpoint!.Size));
            Assert.True(covered >= before + 200);
        }

        await end.CancelAsync();
        await appending;
        Assert.Empty(FolderAudit.Verify(Data, cancellation: _stop).Problems);
    }

    [Fact]
    public async Task A_restored_folder_opens_and_goes_on()
    {
        using (var journal = new TestJournal(Data))
        {
            await journal.Append(600);
            journal.Checkpoint();
            await journal.Append(10);
            JournalBackup.Copy(Data, Copy, new BackupOptions { KeyFolder = _folder["safe"] }, _stop);
        }

        var withKeys = new BackupOptions { KeyFolder = _folder["safe"] };
        var result = JournalBackup.Restore(Copy, _folder["restored"], withKeys, _stop);
        using (var restored = new TestJournal(_folder["restored"], create: false))
        {
            Assert.Equal((600, result.Audit.Root), (restored.Count, restored.Root));
            await restored.Append(50);
            restored.Checkpoint();
        }

        var audit = FolderAudit.Verify(_folder["restored"], cancellation: _stop);
        Assert.Empty(audit.Problems);
        Assert.Equal((650, 650), (audit.Entries, audit.Checkpoint!.Size));
        Assert.True(audit.Segments.Count > 1);
    }

    [Fact]
    public async Task Keys_are_in_no_copy_unless_asked_for_and_then_apart()
    {
        using var journal = new TestJournal(Data);
        await journal.Append(2);
        journal.Checkpoint();

        JournalBackup.Copy(Data, Copy, cancellation: _stop);
        Assert.False(Directory.Exists(Path.Combine(Copy, "keys")));
        JournalBackup.Copy(Data, _folder["second"], new BackupOptions { KeyFolder = _folder["safe"] }, _stop);
        Assert.False(Directory.Exists(_folder["second/keys"]));
        Assert.True(File.Exists(_folder["safe/signing.key"]));
        using var keys = FileKeyRing.Open(_folder["safe/compartments"], new KeyProtection.None(), TimeProvider.System);
        Assert.Equal(journal.Keys.Records, keys.Records);

        var inside = new BackupOptions { KeyFolder = _folder["third/keys"] };
        Assert.Equal(BackupException.KeysInside, Code(() => JournalBackup.Copy(Data, _folder["third"], inside, _stop)));
    }

    [Fact]
    public async Task The_copy_of_the_keys_holds_what_people_sign_in_with_too()
    {
        using (var journal = new TestJournal(Data))
        {
            using var people = SecretFolder.Open(journal["keys/people"], new KeyProtection.None());
            people.Write("one", "a secret"u8);
            File.WriteAllText(journal["keys/people/two.secret.tmp"], "half");
            File.WriteAllText(journal["keys/tls.pem"], "a certificate");
            await journal.Append(2);
            journal.Checkpoint();
            JournalBackup.Copy(Data, Copy, new BackupOptions { KeyFolder = _folder["safe"] }, _stop);
        }

        JournalBackup.Restore(Copy, _folder["restored"], new BackupOptions { KeyFolder = _folder["safe"] }, _stop);
        using var restored = SecretFolder.Open(_folder["restored/keys/people"], new KeyProtection.None());
        Assert.Equal(["one"], restored.Names);
        Assert.Equal("a secret"u8, restored.Read("one"));
        Assert.False(File.Exists(_folder["restored/keys/people/two.secret.tmp"]));
        Assert.True(File.Exists(_folder["restored/keys/tls.pem"]));
    }

    [Fact]
    public async Task Blobs_are_copied_and_readable_in_the_restored_folder()
    {
        BlobId id;
        using (var journal = new TestJournal(Data))
        {
            using var blobs = new BlobStore(journal["blobs"], journal.Keys);
            id = await blobs.PutAsync(new MemoryStream(new byte[200_000]), "sources", _stop);
            File.WriteAllText(journal["blobs/incoming/half"], "half");
            await journal.Append(2);
            journal.Checkpoint();
            Assert.Equal(
                1, JournalBackup.Copy(Data, Copy, new BackupOptions { KeyFolder = _folder["safe"] }, _stop).Blobs);
        }

        Assert.False(Directory.Exists(Path.Combine(Copy, "blobs/incoming")));
        JournalBackup.Restore(Copy, _folder["restored"], new BackupOptions { KeyFolder = _folder["safe"] }, _stop);
        using var keys = FileKeyRing.Open(
            _folder["restored/keys/compartments"], new KeyProtection.None(), TimeProvider.System);
        using var restored = new BlobStore(_folder["restored/blobs"], keys);
        Assert.Null(await restored.VerifyAsync(id, _stop));
    }

    [Fact]
    public async Task Neither_a_copy_nor_a_restore_goes_into_a_folder_with_something_in_it()
    {
        using (var journal = new TestJournal(Data))
        {
            await journal.Append(2);
            journal.Checkpoint();
            JournalBackup.Copy(Data, Copy, cancellation: _stop);
        }

        Assert.Equal(BackupException.NotEmpty, Code(() => JournalBackup.Copy(Data, Copy, cancellation: _stop)));
        Assert.Equal(BackupException.NotEmpty, Code(() => JournalBackup.Restore(Copy, Data, cancellation: _stop)));
        Assert.Empty(FolderAudit.Verify(Data, cancellation: _stop).Problems);
    }

    [Fact]
    public async Task A_journal_without_a_checkpoint_is_not_copied()
    {
        using var journal = new TestJournal(Data);
        await journal.Append(2);

        Assert.Equal(BackupException.NoCheckpoint, Code(() => JournalBackup.Copy(Data, Copy, cancellation: _stop)));
        Assert.False(Directory.Exists(Copy));
    }

    [Fact]
    public async Task A_journal_without_entries_is_copied_and_goes_on()
    {
        using (var journal = new TestJournal(Data))
        {
            journal.Checkpoint();
            await journal.Append(2);
        }

        var options = new BackupOptions { KeyFolder = _folder["safe"] };
        Assert.Equal(0, JournalBackup.Copy(Data, Copy, options, _stop).Audit.Entries);
        JournalBackup.Restore(Copy, _folder["restored"], options, _stop);
        using var restored = new TestJournal(_folder["restored"], create: false);
        await restored.Append(2);
        Assert.Equal(2, restored.Count);
    }

    [Fact]
    public async Task What_does_not_verify_is_neither_copied_nor_restored()
    {
        using (var journal = new TestJournal(Data))
        {
            await journal.Append(20);
            journal.Checkpoint();
            JournalBackup.Copy(Data, Copy, cancellation: _stop);
        }

        foreach (var folder in (string[])[Data, Copy])
        {
            var segment = Directory.EnumerateFiles(Path.Combine(folder, "journal/segments"), "*.seg").Single();
            var bytes = File.ReadAllBytes(segment);
            bytes[1000] ^= 1;
            File.WriteAllBytes(segment, bytes);
        }

        Assert.Equal(
            BackupException.SourceUnsound, Code(() => JournalBackup.Copy(Data, _folder["again"], cancellation: _stop)));
        Assert.Equal(
            BackupException.SourceUnsound,
            Code(() => JournalBackup.Restore(Copy, _folder["restored"], cancellation: _stop)));
        Assert.False(Directory.Exists(_folder["again"]));
        Assert.False(Directory.Exists(_folder["restored"]));
    }

    [Fact]
    public async Task A_copy_that_was_broken_off_or_lacks_a_file_is_not_restored()
    {
        using var journal = new TestJournal(Data);
        await journal.Append(600);
        journal.Checkpoint();
        using var broken = new CancellationTokenSource();
        var options = new BackupOptions { Progress = _ => broken.Cancel() };
        Assert.ThrowsAny<OperationCanceledException>(
            () => JournalBackup.Copy(Data, _folder["broken"], options, broken.Token));
        Assert.Equal(
            BackupException.SourceUnsound,
            Code(() => JournalBackup.Restore(_folder["broken"], _folder["restored"], cancellation: _stop)));

        JournalBackup.Copy(Data, Copy, cancellation: _stop);
        var files = Directory.GetFiles(Path.Combine(Copy, "journal"))
            .Concat(Directory.GetFiles(Path.Combine(Copy, "journal/segments"))).ToList();
        Assert.Equal(5, files.Count);
        foreach (var file in files)
        {
            File.Move(file, file + ".away");
            Assert.Equal(
                BackupException.SourceUnsound,
                Code(() => JournalBackup.Restore(Copy, _folder["restored"], cancellation: _stop)));
            File.Move(file + ".away", file);
        }

        Assert.Equal(600, JournalBackup.Restore(Copy, _folder["restored"], cancellation: _stop).Audit.Entries);
    }

    [Fact]
    public async Task A_copy_that_the_disk_did_not_keep_is_refused()
    {
        using var journal = new TestJournal(Data);
        await journal.Append(600);
        journal.Checkpoint();
        var options = new BackupOptions { Progress = SpoilTheCopy };

        Assert.Equal(BackupException.CopyUnsound, Code(() => JournalBackup.Copy(Data, Copy, options, _stop)));

        // Its checkpoint is there as soon as the copying is done: its first segment has been read again, its last has
        // not.
        void SpoilTheCopy(AuditProgress progress)
        {
            if (!File.Exists(Path.Combine(Copy, "journal/checkpoint")))
                return;
            var segment = Directory.GetFiles(Path.Combine(Copy, "journal/segments")).Max(StringComparer.Ordinal)!;
            using var file = File.OpenHandle(segment, access: FileAccess.ReadWrite);
            RandomAccess.Write(file, "spoilt"u8, 700);
        }
    }

    private static string Code(Action refused) => Assert.Throws<BackupException>(refused).Code;
}
