using System.Security.Cryptography;
using Custodia.ArmsControl;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Approvals;
using Custodia.Books.Keeping;
using Custodia.Commitments;
using Custodia.Commitments.Cooperation;
using Custodia.Commitments.Law;
using Custodia.Commitments.Missions;
using Custodia.Journal;
using Custodia.Journal.Blobs;
using Custodia.Journal.Disks;
using Custodia.Journal.Sealing;
using Custodia.Materials;
using Custodia.People;
using Custodia.People.Access;
using Custodia.Proofs;
using Custodia.Server.Api;
using Custodia.Server.SignIn;

namespace Custodia.Server.Hosting;

/// <summary>
/// An open data folder: its journal, verified from the first entry to the last, the books over it, its keys and its
/// blobs. One process at a time. Safe on any thread.
/// </summary>
public sealed class DataFolder : IDisposable
{
    private readonly FolderLayout _layout;
    private readonly SigningKey _signer;
    private readonly CheckpointFolder _checkpoints;
    private readonly Lock _checkpointing = new();
    private readonly BookSet _books;
    private readonly AccessBook _accessBook;
    private readonly PeopleGate _gate;
    private readonly KeyChanges _keyChanges;
    private readonly TimeProvider _time;
    private (long Size, SignedNote Note)? _newest;
    private volatile ShownRoot _root = new(-1, "");

    private DataFolder(FolderLayout layout, string origin, bool isNew, SigningKey signer, FileKeyRing keys, SecretStore secrets,
        TimeProvider time)
    {
        _layout = layout;
        _signer = signer;
        IsNew = isNew;
        Origin = origin;
        Keys = keys;
        _books = new BookSet(digest => BlobId.TryParse(digest, out var id) && Blobs!.Contains(id, DocumentFace.Compartment));
        _accessBook = new AccessBook();
        AccessLog = new AccessLog(_accessBook, time);
        Secrets = secrets;
        Keeping = new JournalBook(origin, RootAt, KeysOf);
        Book[] books = [.. _books.All, Keeping, new ApprovalsBook(), _accessBook];
        _gate = new PeopleGate(People, new PlaceTree(books), caller => Sessions(caller), AccessLog);
        _time = time;
        Node = new Node(books, keys, _gate);
        var disk = new OsDisk(layout.Root);
        _checkpoints = new CheckpointFolder(disk, origin, [signer.VerifierKey]);
        var options = new FileStoreOptions { Origin = origin, Create = isNew, Checkpoint = _checkpoints.ReadNewest() };
        Store = FileStore.Open(disk, options, Node.Fold);
        foreach (var compartment in (string[])[BlobStore.GeneralCompartment, DocumentFace.Compartment])
        {
            if (keys.Records.All(key => key.Compartment != compartment))
                keys.Add(compartment);
        }

        Blobs = new BlobStore(layout.Blobs, keys);
        Blobs.DiscardUnfinished();
        Journal = Node.Start(Store, new JournalOptions(), time);
        AccessLog.Start(Node);
        IsSample = SampleMark.IsBorneOut(layout, origin, Materials, People);
        _keyChanges = new KeyChanges(Keeping, keys);
        _keyChanges.Follow(Node.Count);
        Node.Published += _keyChanges.Follow;
    }

    /// <summary>The folder.</summary>
    public string Root => _layout.Root;

    /// <summary>Where the certificate is kept that the server makes for itself.</summary>
    public string TlsCertificateFile => _layout.TlsCertificate;

    /// <summary>Whether it was made by this opening.</summary>
    public bool IsNew { get; }

    /// <summary>Whether it is the sample State's: then its accounts sign in with the password that everybody knows.</summary>
    public bool IsSample { get; private set; }

    /// <summary>The clock of what is recorded.</summary>
    internal TimeProvider Time => _time;

    /// <summary>The folder of what readers keep for themselves.</summary>
    public string Preferences => _layout.Preferences;

    /// <summary>Name of the journal.</summary>
    public string Origin { get; }

    /// <summary>The key that verifies its checkpoints.</summary>
    public VerifierKey VerifierKey => _signer.VerifierKey;

    /// <summary>The store of the journal.</summary>
    public FileStore Store { get; }

    /// <summary>The journal.</summary>
    public Journal.Journal Journal { get; }

    /// <summary>The books.</summary>
    public Node Node { get; }

    /// <summary>The book of nuclear material.</summary>
    public MaterialsBook Materials => _books.Materials;

    /// <summary>The book of commitments.</summary>
    public CommitmentsBook Commitments => _books.Commitments;

    /// <summary>The book of national law.</summary>
    public LawBook Law => _books.Law;
    /// <summary>The book of cooperation.</summary>
    public CooperationBook Cooperation => _books.Cooperation;
    /// <summary>The book of missions.</summary>
    public MissionsBook Missions => _books.Missions;
    /// <summary>The book of arms control.</summary>
    public ArmsControlBook ArmsControl => _books.ArmsControl;

    /// <summary>The book of people.</summary>
    public PeopleBook People => _books.People;

    /// <summary>Where sights and denials are recorded.</summary>
    public AccessLog AccessLog { get; }

    /// <summary>Whether a caller's session or token still stands: asked at each question. Nobody's does until this is set.</summary>
    public Func<Caller, bool> Sessions { get; set; } = _ => false;

    /// <summary>The book of the journal itself: its witnesses.</summary>
    public JournalBook Keeping { get; }

    /// <summary>The keys of sealed compartments.</summary>
    public FileKeyRing Keys { get; }

    /// <summary>What people and devices sign in with.</summary>
    public SecretStore Secrets { get; }

    /// <summary>The received files.</summary>
    public BlobStore Blobs { get; }

    /// <summary>Opens a data folder, or makes it where there is none, and verifies all of it.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="time">The clock of what is recorded.</param>
    /// <param name="create">Whether to make it where there is none.</param>
    /// <exception cref="DataFolderException">It is not opened; the message says why, and what to do.</exception>
    public static DataFolder Open(string path, TimeProvider time, bool create = true)
    {
        var layout = new FolderLayout(path);
        SigningKey? signer = null;
        FileKeyRing? keys = null;
        SecretStore? secrets = null;
        try
        {
            var isNew = !File.Exists(layout.Origin);
            if (isNew)
                Prepare(layout, create);
            var origin = isNew ? NewOrigin() : ReadOrigin(layout);
            signer = SigningKey.Open(layout, origin, isNew);
            var protection = KeyProtection.Choose(Environment.GetEnvironmentVariable, passphrase: null);
            keys = FileKeyRing.Open(layout.CompartmentKeys, protection, time);
            secrets = SecretStore.Open(layout.PeopleSecrets, protection);
            return new DataFolder(layout, origin, isNew, signer, keys, secrets, time);
        }
        catch (Exception exception) when (Explain(layout.Root, exception) is { } explained)
        {
            secrets?.Dispose();
            keys?.Dispose();
            signer?.Dispose();
            throw explained;
        }
    }

    /// <summary>The newest signed checkpoint; signs one where the journal has grown. Null while it has no entries.</summary>
    public SignedNote? Checkpoint()
    {
        lock (_checkpointing)
        {
            var count = Store.Count;
            if (count == 0)
                return null;
            if (_newest is not { } newest || newest.Size < count)
            {
                var note = _checkpoints.Write(Store, _signer);
                _newest = newest = (SizeOf(note), note);
            }

            return newest.Note;
        }
    }

    /// <summary>The signed checkpoint of a size with its cosignatures; null if none of that size was ever signed.</summary>
    public SignedNote? Checkpoint(long size)
    {
        SignedNote? note;
        lock (_checkpointing)
            note = _newest is { } newest && newest.Size == size ? newest.Note : _checkpoints.Find(size);
        if (note is null)
            return null;
        var lines = Node.Ask<JournalBook, string[]>(Keeping, book =>
            book.Witnesses.LinesFor(size, new View(Node.Count, DateOnly.MaxValue))).Value ?? [];
        foreach (var line in lines)
        {
            if (NoteSignature.TryParse(line, out var signature))
                note = note.WithSignature(signature);
        }

        return note;
    }

    /// <summary>
    /// The checkpoint that stands for the journal, with its cosignatures: the newest, or the last cosigned where only
    /// cosignatures were recorded after it. Null while the journal has no entries.
    /// </summary>
    public SignedNote? StandingCheckpoint()
    {
        if (Checkpoint() is not { } newest)
            return null;
        var size = SizeOf(newest);
        var standing = Node.Ask<JournalBook, long?>(Keeping, book => book.Witnesses.StandingSize(size)).Value ?? size;
        return Checkpoint(standing) ?? newest;
    }

    /// <summary>The checkpoint that holds an entry, with its cosignatures: the one that stands for the journal, or the newest.</summary>
    internal SignedNote CheckpointOf(long entry) => StandingCheckpoint() is { } standing && SizeOf(standing) > entry
        ? standing
        : Checkpoint() ?? throw new InvalidOperationException("A journal without entries has no checkpoint.");

    /// <inheritdoc cref="BookSet.Behind"/>
    internal IReadOnlySet<string> BooksBehind(IndicatorFormula? formula) => _books.Behind(formula);

    /// <summary>
    /// What a witness needs that saw the journal at a size: the checkpoint that stands for it and the proof from there.
    /// Null where the journal never had so many entries, or has none.
    /// </summary>
    public WitnessRequest? WitnessRequest(long from)
    {
        if (StandingCheckpoint() is not { } note || SizeOf(note) is var size && (from < 0 || from > size))
            return null;
        return new WitnessRequest(from, MerkleProof.Consistency(Store, from, size), note);
    }

    /// <summary>A receipt for an entry: it verifies offline, with the entry inside. Null where there is no such entry.</summary>
    public TlogProof? Receipt(long entry) =>
        entry < 0 || entry >= Node.Count || Checkpoint() is not { } note ? null : Receipt(entry, note);

    /// <summary>A receipt for an entry in a checkpoint of ours that holds it.</summary>
    internal TlogProof Receipt(long entry, SignedNote checkpoint)
    {
        byte[] bytes = [];
        Store.Read(entry, 1, (in found) => bytes = found.Bytes.ToArray());
        return new TlogProof(entry, MerkleProof.Inclusion(Store, entry, SizeOf(checkpoint)), checkpoint) { Extra = bytes };
    }

    /// <summary>Name of the State whose books these are; null before it is known.</summary>
    public Bilingual? StateName => Node.Ask<MaterialsBook, Bilingual?>(Materials, book =>
        book.State is { } state ? new Bilingual(state.Fact.NameEn, state.Fact.NameZh) : (Bilingual?)null).Value;

    /// <summary>Names of the State and its organisations, which no password may consist of.</summary>
    public IReadOnlyList<string> Names =>
    [
        .. StateName is { } state ? [state.En, state.Zh] : Array.Empty<string>(),
        .. Node.Ask<PeopleBook, IReadOnlyList<string>>(People, book =>
            book.Organisations.Values.SelectMany(found => new[] { found.Organisation.NameEn, found.Organisation.NameZh }).ToList()).Value ?? [],
    ];

    /// <summary>Whether a caller holds a permission anywhere now: for what is offered, not for what is allowed.</summary>
    public bool May(Caller caller, string permission) => _gate.Admit(caller, permission, _time.GetUtcNow()).IsGiven;

    /// <summary>What the frame of every page says about this folder, in the language of the request.</summary>
    public ShellStatus Status()
    {
        var count = Node.Count;
        return new ShellStatus(StateName?.In(System.Globalization.CultureInfo.CurrentUICulture.Name), count, RootOf(count));
    }

    /// <summary>The root of the first entries, as text: worked out once for all pages that show the same.</summary>
    public string RootOf(long count)
    {
        var root = _root;
        if (root.Count != count)
            _root = root = new ShownRoot(count, (RootOfAll(count) ?? MerkleProof.Root(Store, count)).ToHex());
        return root.Hex;
    }

    /// <summary>Marks the folder as the sample State's, which it is only if the journal bears it out.</summary>
    internal void MarkAsSample()
    {
        SampleMark.Write(_layout, Origin);
        IsSample = SampleMark.IsBorneOut(_layout, Origin, Materials, People);
    }

    /// <summary>Completes what was submitted, signs the last checkpoint and closes the files.</summary>
    public void Dispose()
    {
        AccessLog.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Node.Dispose();
        if (!Journal.Failed.IsCompleted)
            Checkpoint();
        Store.Dispose();
        Blobs.Dispose();
        Secrets.Dispose();
        Keys.Dispose();
        _signer.Dispose();
    }

    private sealed record ShownRoot(long Count, string Hex);

    /// <summary>The root that the store keeps, where it is still that of so many entries.</summary>
    private Hash? RootOfAll(long count)
    {
        var root = Store.Root;
        // A root that stood before and after the count was read is that count's.
        return Store.Count == count && Store.Root == root ? root : null;
    }

    private Hash? RootAt(long size) => size <= Store.Count ? MerkleProof.Root(Store, size) : null;

    private static long SizeOf(SignedNote note) =>
        Proofs.Checkpoint.TryParse(note.Text, out var checkpoint, out _)
            ? checkpoint.Size
            : throw new InvalidOperationException("A checkpoint of our own cannot be read.");

    private CompartmentKeys KeysOf(string compartment)
    {
        var keys = Keys.Records.Where(key => key.Compartment == compartment).ToList();
        return new CompartmentKeys(keys.Count, [.. keys.Where(key => key.Destroyed is null).Select(key => key.Id.ToString())]);
    }

    private static void Prepare(FolderLayout layout, bool create)
    {
        if (!create)
            throw new DataFolderException($"{layout.Root} is not a data folder. Make one with: custodia up --data {layout.Root}");
        string[] ours = [layout.Journal, layout.Keys, layout.Blobs, layout.Run, layout.Preferences];
        if (Directory.Exists(layout.Root) && Directory.EnumerateFileSystemEntries(layout.Root).Except(ours).Any())
            throw new DataFolderException($"{layout.Root} holds other things. Give a folder that is empty or not there.");
        if (Directory.Exists(Path.Combine(layout.Journal, "segments")))
            throw new DataFolderException($"{layout.Origin} is missing: bring it back from the backup.", isIntegrity: true);
        FolderLayout.CreateSecretFolder(layout.Root);
        FolderLayout.CreateSecretFolder(layout.Journal);
    }

    // A name of its own for each journal, so that a checkpoint of one is never taken for one of another.
    private static string NewOrigin() => "custodia.invalid/" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    private static string ReadOrigin(FolderLayout layout) => File.ReadAllText(layout.Origin).TrimEnd('\n');

    private static DataFolderException? Explain(string root, Exception exception) => exception switch
    {
        DataFolderException known => known,
        JournalLockedException => new($"{root} is in use by another process. Stop it, or give another folder with --data.",
            cause: exception),
        JournalCorruptException corrupt => new($"{root} does not verify, and was left as it is. {corrupt.Message} "
            + $"Look with: custodia verify {root}", isIntegrity: true, corrupt),
        KeyRingException keys => new(keys.Message, cause: keys),
        DiskFullException full => new($"{root}: {full.Message}", cause: full),
        UnauthorizedAccessException denied => new($"{root}: {denied.Message}", cause: denied),
        _ => null,
    };
}
