using System.Text;
using Custodia.Journal.Disks;
using Custodia.Journal.Sealing;
using Custodia.Proofs;

namespace Custodia.Journal.Tests.Backup;

/// <summary>A real data folder with a journal that is open for writing.</summary>
internal sealed class TestJournal : IDisposable
{
    public const string Origin = "custodia.example/backup";

    private static readonly byte[] Body = Encoding.ASCII.GetBytes($"\"{new string('x', 200)}\"");

    private readonly FileStore _store;
    private readonly Journal _journal;
    private readonly FileKeyRing _keys;
    private readonly NoteSigner _signer;
    private readonly CheckpointFolder _checkpoints;

    public TestJournal(string folder, bool create = true)
    {
        Folder = folder;
        var disk = new OsDisk(folder);
        Directory.CreateDirectory(this["keys"]);
        if (create)
        {
            using var made = NoteSigner.Generate(Origin);
            File.WriteAllText(this["keys/signing.key"], made.ExportPem());
        }

        Assert.True(NoteSigner.TryImportPem(Origin, File.ReadAllText(this["keys/signing.key"]), out var signer, out _));
        _signer = signer;
        _checkpoints = new CheckpointFolder(disk, Origin, [signer.VerifierKey]);
        _store = FileStore.Open(disk, new FileStoreOptions
        {
            Origin = Origin,
            Create = create,
            SegmentBytes = 64 * 1024,
            Checkpoint = _checkpoints.ReadNewest(),
        });
        File.WriteAllText(this["journal/key.pub"], _signer.VerifierKey + "\n");
        _keys = FileKeyRing.Open(this["keys/compartments"], new KeyProtection.None(), TimeProvider.System);
        if (create)
            _keys.Add("sources");
        _journal = Journal.Open(_store, new JournalOptions(), TimeProvider.System, _ => { });
    }

    public string Folder { get; }

    public FileKeyRing Keys => _keys;

    public VerifierKey Key => _signer.VerifierKey;

    public long Count => _journal.Count;

    public Hash Root => _store.Root;

    public string this[string file] => Path.Combine(Folder, file);

    /// <summary>Appends plain and sealed entries in turn, durably, ten in each frame.</summary>
    public async Task Append(int count)
    {
        for (var left = count; left > 0; left -= 10)
            await _journal.Submit(drafts => AddTo(drafts, Math.Min(left, 10)));
    }

    public void Checkpoint() => _checkpoints.Write(_store, _signer);

    public void Dispose()
    {
        _journal.Dispose();
        _store.Dispose();
        _keys.Dispose();
        _signer.Dispose();
    }

    private int AddTo(EntryDrafts drafts, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (drafts.NextSequence % 2 == 0)
                drafts.Add("keeper", Guid.Empty, 0, "materials", "received", 1, "", Body);
            else
                drafts.AddSealed(
                    "keeper", Guid.Empty, 0, "sources", "received", 1, "sources", Body, _keys.Current("sources")!.Seal);
        }

        return count;
    }
}
