namespace Custodia.Proofs.Audit;

/// <summary>One thing that does not verify.</summary>
/// <param name="Code">One of <see cref="AuditCodes"/>.</param>
/// <param name="File">Where: a path relative to the folder, or the name of what was given.</param>
/// <param name="Entry">The first entry that is concerned; null where none is.</param>
/// <param name="Expected">What should be there.</param>
/// <param name="Found">What is there.</param>
public sealed record AuditProblem(string Code, string File, long? Entry, string Expected, string Found)
{
    /// <summary>The problem on one line.</summary>
    public override string ToString() =>
        $"{Code}: {File}{(Entry is { } entry ? $", entry {entry}" : "")}: expected {Expected}, found {Found}";
}

/// <summary>What an audit came to.</summary>
public record AuditResult
{
    /// <summary>The most problems that are kept: after so many the rest says nothing new.</summary>
    public const int MaxProblems = 100;

    /// <summary>All that does not verify, the first in the journal's order first.</summary>
    public required IReadOnlyList<AuditProblem> Problems { get; init; }

    /// <summary>Whether everything that was looked at verifies.</summary>
    public bool IsSound => Problems.Count == 0;
}

/// <summary>What the audit of a data folder came to.</summary>
public sealed record FolderAuditResult : AuditResult
{
    /// <summary>The name of the log; empty if it cannot be read.</summary>
    public required string Origin { get; init; }

    /// <summary>Entries that verify, from entry 0 on without a gap.</summary>
    public required long Entries { get; init; }

    /// <summary>Root of the tree over those entries.</summary>
    public required Hash Root { get; init; }

    /// <summary>The first entry that is not sound, and why; null if all are.</summary>
    public required AuditProblem? FirstBadEntry { get; init; }

    /// <summary>The newest checkpoint with a good signature; null if there is none.</summary>
    public required Checkpoint? Checkpoint { get; init; }

    /// <summary>What became of that checkpoint.</summary>
    public required CheckpointStatus CheckpointStatus { get; init; }

    /// <summary>How many checkpoints were found to be the root of the tree at their size.</summary>
    public required int CheckpointsVerified { get; init; }

    /// <summary>The segments that were read, in order, up to the one in which the audit ended.</summary>
    public required IReadOnlyList<AuditedSegment> Segments { get; init; }

    /// <summary>What is left of a batch that was never acknowledged; null if nothing is. Not a problem.</summary>
    public required TornTail? TornTail { get; init; }
}

/// <summary>A segment that was read.</summary>
/// <param name="File">Its path, relative to the folder.</param>
/// <param name="Length">Bytes in the file.</param>
/// <param name="SoundBytes">Bytes from its start to the end of the last frame that verifies.</param>
public sealed record AuditedSegment(string File, long Length, long SoundBytes);

/// <summary>What became of the newest checkpoint.</summary>
public enum CheckpointStatus
{
    /// <summary>There is none with a good signature.</summary>
    None,

    /// <summary>Signed, and its root is the one computed at its size.</summary>
    Verified,

    /// <summary>Signed, and its root is another than the one computed at its size.</summary>
    Contradicted,

    /// <summary>Signed, and for more entries than could be verified.</summary>
    NotReached,
}

/// <summary>
/// The remains of a batch that was being written when the power failed. The next opening cuts them off.
/// </summary>
/// <param name="File">The segment.</param>
/// <param name="Offset">Where they begin, in bytes.</param>
/// <param name="Sectors">How many sectors of it were written.</param>
public sealed record TornTail(string File, long Offset, int Sectors);

/// <summary>How far an audit has come.</summary>
/// <param name="File">What is being read.</param>
/// <param name="BytesRead">Bytes of segments read so far.</param>
/// <param name="BytesTotal">Bytes of segments in all.</param>
/// <param name="Entries">Entries verified so far.</param>
public readonly record struct AuditProgress(string File, long BytesRead, long BytesTotal, long Entries);
