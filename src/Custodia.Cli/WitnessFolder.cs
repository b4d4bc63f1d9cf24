using System.Text.Json;
using Custodia.Books;
using Custodia.Proofs;

namespace Custodia.Cli;

/// <summary>A log in the memory of a witness, as it is stored.</summary>
/// <param name="Origin">Name of the log.</param>
/// <param name="Keys">The verifier keys that are trusted for it.</param>
/// <param name="Size">Size of the tree that was cosigned last; 0: none.</param>
/// <param name="Root">Its root in base64.</param>
/// <param name="Checkpoint">The checkpoint with the cosignature, or null where there is none.</param>
internal sealed record KeptLog(string Origin, IReadOnlyList<string> Keys, long Size, string Root, string? Checkpoint = null);

/// <summary>What a witness, or a journal that asks one, does not do: in words for its owner.</summary>
internal sealed class WitnessException(string message, bool isIntegrity = false) : Exception(message)
{
    /// <summary>Whether entries are not what they were.</summary>
    public bool IsIntegrity { get; } = isIntegrity;
}

/// <summary>
/// The folder of a witness: <c>witness.key</c> (secret), <c>witness.pub</c>, and <c>logs.json</c>, the memory that makes it
/// one: without it a witness could be shown two journals. One process at a time.
/// </summary>
internal sealed class WitnessFolder : IDisposable
{
    private const string KeyFile = "witness.key";
    private const string PublicFile = "witness.pub";
    private const string LogsFile = "logs.json";

    private readonly string _root;
    private readonly FileStream _lock;
    private readonly CosignerKey _key;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, KeptLog> _logs;

    private WitnessFolder(string root, FileStream gate, CosignerKey key, Dictionary<string, KeptLog> logs)
    {
        _root = root;
        _lock = gate;
        _key = key;
        _logs = logs;
    }

    /// <summary>The public key of the witness.</summary>
    public VerifierKey VerifierKey => _key.VerifierKey;

    /// <summary>Makes a folder with a new key; returns the public key.</summary>
    /// <exception cref="WitnessException">There is one already, the name cannot be that of a key, or OpenSSL 3 is missing.</exception>
    public static VerifierKey Create(string root, string name)
    {
        if (!Ed25519.IsAvailable)
            throw new WitnessException("Cosignatures need OpenSSL 3 (libcrypto.so.3), which is not on this machine.");
        if (File.Exists(Path.Combine(root, KeyFile)))
            throw new WitnessException($"{root} is the folder of a witness already.");
        try
        {
            using var key = CosignerKey.Generate(name);
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(root);
            else
                Directory.CreateDirectory(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            Write(root, PublicFile, key.VerifierKey + "\n");
            Write(root, LogsFile, "[]\n");
            Write(root, KeyFile, key.ExportPem());
            return key.VerifierKey;
        }
        catch (ArgumentException)
        {
            throw new WitnessException($"'{name}' cannot name a key: give a name without space or plus.");
        }
    }

    /// <summary>Opens a folder for this process alone.</summary>
    /// <exception cref="WitnessException">It is none, is in use, or does not hold what it should.</exception>
    public static WitnessFolder Open(string root)
    {
        if (!File.Exists(Path.Combine(root, KeyFile)))
            throw new WitnessException($"{root} is not the folder of a witness. Make one with: custodia witness keygen");
        var line = File.ReadAllText(Path.Combine(root, PublicFile)).TrimEnd('\n');
        var name = line.Split('+')[0];
        if (name.Length == 0 || !CosignerKey.TryImportPem(name, File.ReadAllText(Path.Combine(root, KeyFile)), out var key, out var fault))
            throw new WitnessException($"{KeyFile} in {root} cannot be used: bring it back from its backup, and see that OpenSSL 3 is there.");
        FileStream? gate = null;
        try
        {
            if (key.VerifierKey.ToString() != line)
                throw new WitnessException($"{PublicFile} in {root} is not of {KeyFile}: bring both back from their backup.");
            gate = new FileStream(Path.Combine(root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new WitnessFolder(root, gate, key, ReadLogs(root));
        }
        catch (Exception exception)
        {
            gate?.Dispose();
            key.Dispose();
            if (exception is IOException)
                throw new WitnessException($"{root} is in use by another process: {exception.Message}");
            throw;
        }
    }

    /// <summary>Trusts a key for the log that it names, from now on.</summary>
    public void Trust(VerifierKey key)
    {
        lock (_gate)
        {
            var log = _logs.GetValueOrDefault(key.Name) ?? new KeptLog(key.Name, [], 0, MerkleTree.EmptyRoot.ToBase64());
            if (!log.Keys.Contains(key.ToString()))
                Keep(log with { Keys = [.. log.Keys, key.ToString()] });
        }
    }

    /// <summary>Judges a request; where it is good, remembers the checkpoint durably and then cosigns it.</summary>
    /// <param name="request">What a log asks.</param>
    /// <param name="now">The witness's clock.</param>
    /// <returns>The verdict, and the checkpoint with the cosignature as its last line where it was given.</returns>
    public (WitnessVerdict Verdict, SignedNote? Cosigned) Add(WitnessRequest request, DateTimeOffset now)
    {
        // One at a time: else a slower request could take the memory back behind a faster one.
        lock (_gate)
        {
            var verdict = Witness.Judge(request, Find);
            if (verdict is not { Answer: WitnessAnswer.Cosign, Checkpoint: { } checkpoint, Log: { } log })
                return (verdict, null);
            var cosigned = request.Checkpoint.Only(log.Keys).WithSignature(_key.Cosign(checkpoint, now));
            Keep(_logs[log.Origin] with
            {
                Size = checkpoint.Size,
                Root = checkpoint.Root.ToBase64(),
                Checkpoint = cosigned.ToString(),
            });
            return (verdict, cosigned);
        }
    }

    /// <summary>The logs that it knows.</summary>
    public IReadOnlyList<KeptLog> Logs
    {
        get
        {
            lock (_gate)
                return [.. _logs.Values];
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lock.Dispose();
        _key.Dispose();
    }

    private WitnessedLog? Find(string origin) => _logs.GetValueOrDefault(origin) is { } log ? Read(log) : null;

    private void Keep(KeptLog log)
    {
        var logs = new Dictionary<string, KeptLog>(_logs) { [log.Origin] = log };
        Write(_root, LogsFile, JsonSerializer.Serialize(logs.Values, FaceJson.Indented) + "\n");
        _logs[log.Origin] = log;
    }

    private static Dictionary<string, KeptLog> ReadLogs(string root)
    {
        try
        {
            var logs = JsonSerializer.Deserialize<List<KeptLog>>(File.ReadAllBytes(Path.Combine(root, LogsFile)), FaceJson.Indented) ?? [];
            foreach (var log in logs)
                Read(log);
            return logs.ToDictionary(log => log.Origin, StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException or FileNotFoundException)
        {
            // A witness without its memory must not sign: it could be shown another journal.
            throw new WitnessException($"{LogsFile} in {root} is missing or damaged: bring it back from its backup. {exception.Message}");
        }
    }

    private static WitnessedLog Read(KeptLog log)
    {
        if (!Hash.TryParseBase64(log.Root, out var root))
            throw new FormatException($"'{log.Root}' is not a root.");
        var keys = log.Keys.Select(line => VerifierKey.TryParse(line, out var key, out var fault)
            ? key : throw new FormatException($"'{line}' is not a verifier key ({fault})."));
        return new WitnessedLog(log.Origin, [.. keys], log.Size, root);
    }

    // Whole or not at all, and durable before anything is signed that rests on it.
    private static void Write(string root, string name, string text)
    {
        var (path, temporary) = (Path.Combine(root, name), Path.Combine(root, name + ".tmp"));
        File.Delete(temporary);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(temporary, options))
        {
            file.Write(System.Text.Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        new Custodia.Journal.Disks.OsDisk(root).SyncFolder("");
    }
}
