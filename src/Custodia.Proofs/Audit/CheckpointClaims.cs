namespace Custodia.Proofs.Audit;

/// <summary>A signed statement that the tree had this root at this size.</summary>
internal sealed record CheckpointClaim(string File, Checkpoint Checkpoint);

/// <summary>
/// Reads the origin, the keys and the checkpoints of a data folder, and those that the auditor brings.
/// </summary>
internal sealed class CheckpointClaims(string folder, AuditOptions options, ProblemList problems)
{
    private const string OriginFile = "journal/origin";
    private const string KeyFile = "journal/key.pub";
    private const string NewestFile = "journal/checkpoint";
    private const string CheckpointFolder = "journal/checkpoints";
    private const int MaxLineBytes = 2048;

    private IReadOnlyCollection<INoteVerifier> _keys = [];

    internal string Origin { get; private set; } = "";

    /// <summary>The claims that are signed, smallest first.</summary>
    internal IReadOnlyList<CheckpointClaim> Signed { get; private set; } = [];

    internal void Read()
    {
        ReadOrigin();
        _keys = options.Keys.Count > 0 ? options.Keys : ReadKey();
        var signed = new List<CheckpointClaim>();
        var missing = !File.Exists(PathOf(NewestFile));
        if (!missing && Open(NewestFile, ReadBytes(NewestFile)) is { } newest)
            signed.Add(newest);
        if (missing && options.RequireCheckpoint)
            problems.Add(AuditCodes.CheckpointMissing, NewestFile, null, "a signed checkpoint", "no file");
        foreach (var file in KeptFiles())
        {
            if (Open(file, ReadBytes(file)) is { } claim && HasItsName(claim))
                signed.Add(claim);
        }

        foreach (var (name, bytes) in options.Checkpoints)
        {
            if (Open(name, bytes.Span) is { } claim)
                signed.Add(claim);
        }

        Signed = [.. signed.OrderBy(claim => claim.Checkpoint.Size)];
    }

    private void ReadOrigin()
    {
        var line = ReadLine(OriginFile);
        Origin = line ?? options.Origin ?? "";
        if (line is null)
            problems.Add(
                AuditCodes.OriginMismatch, OriginFile, null, "one line with the name of the log",
                "no such file or line");
        else if (options.Origin is { } wanted && wanted != line)
            problems.Add(AuditCodes.OriginMismatch, OriginFile, null, wanted, line);
    }

    private VerifierKey[] ReadKey()
    {
        var line = ReadLine(KeyFile);
        if (line is not null && VerifierKey.TryParse(line, out var key, out _))
            return [key];
        // Without a checkpoint no key is needed yet.
        if (line is not null || File.Exists(PathOf(NewestFile)))
            problems.Add(
                AuditCodes.KeyMalformed, KeyFile, null, "one verifier key line", line ?? "no such file or line");
        return [];
    }

    private CheckpointClaim? Open(string file, ReadOnlySpan<byte> note)
    {
        if (Checkpoint.TryOpen(note, Origin, _keys, out var checkpoint, out var fault))
            return new CheckpointClaim(file, checkpoint);
        problems.Add(
            AuditCodes.CheckpointInvalid, file, null, $"a checkpoint of {Origin}, signed by a known key", $"{fault}");
        return null;
    }

    private bool HasItsName(CheckpointClaim claim)
    {
        var name = $"{claim.Checkpoint.Size:D20}";
        return Path.GetFileName(claim.File) == name
            || problems.Add(
                AuditCodes.CheckpointName, claim.File, null, $"the name {name}", Path.GetFileName(claim.File));
    }

    private IEnumerable<string> KeptFiles() => Directory.Exists(PathOf(CheckpointFolder))
        ? Directory.EnumerateFiles(PathOf(CheckpointFolder)).Select(Path.GetFileName)
            .Where(name => name!.Length == 20 && name.All(char.IsAsciiDigit))
            .Order(StringComparer.Ordinal).Select(name => $"{CheckpointFolder}/{name}")
        : [];

    private string? ReadLine(string file)
    {
        if (!File.Exists(PathOf(file)) || new FileInfo(PathOf(file)).Length > MaxLineBytes)
            return null;
        var text = File.ReadAllText(PathOf(file));
        var line = text.EndsWith('\n') ? text[..^1] : text;
        return line.Length == 0 || line.Contains('\n', StringComparison.Ordinal) ? null : line;
    }

    // One byte over the limit is enough to be refused as too large.
    private byte[] ReadBytes(string file)
    {
        using var stream = File.OpenRead(PathOf(file));
        var bytes = new byte[Math.Min(stream.Length, SignedNote.MaxBytes + 1)];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private string PathOf(string file) => Path.Combine(folder, file);
}
