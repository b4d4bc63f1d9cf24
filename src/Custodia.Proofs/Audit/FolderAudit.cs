using System.Globalization;

namespace Custodia.Proofs.Audit;

/// <summary>
/// Verifies a data folder, or a copy of one, from the first entry to the last: checksums, frames, numbers, times, roots
/// and signed checkpoints (docs/formats/journal.md).
/// </summary>
/// <remarks>
/// It shares no code with what writes the folder. It reads each byte of the segments once and keeps one frame in memory
/// (at most 128 MiB) and one line for each checkpoint. Nothing is written. Bodies are not opened: no key is needed.
/// </remarks>
public static class FolderAudit
{
    private const string SegmentFolder = "journal/segments";
    private const string SegmentSuffix = ".seg";
    private const int SequenceDigits = 20;

    /// <summary>Verifies a folder.</summary>
    /// <param name="folder">The data folder: what holds "journal".</param>
    /// <param name="options">What the auditor brings along; null: nothing.</param>
    /// <param name="progress">Told after each mebibyte; null: nobody.</param>
    /// <param name="cancellation">Stops the audit.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static FolderAuditResult Verify(
        string folder, AuditOptions? options = null, Action<AuditProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        options ??= new AuditOptions();
        var problems = new ProblemList();
        var claims = new CheckpointClaims(folder, options, problems);
        TreeWalk? tree = null;
        var walk = new Walk();
        try
        {
            claims.Read();
            var stopAt = options.CheckpointedOnly && claims.Signed.Count > 0
                ? claims.Signed[^1].Checkpoint.Size
                : long.MaxValue;
            tree = new TreeWalk(claims.Signed, stopAt, problems);
            WalkSegments(folder, claims.Origin, tree, walk, problems, progress, cancellation);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            problems.Add(AuditCodes.Unreadable, folder, tree?.Entries, "files that can be read", unreadable.Message);
        }

        tree ??= new TreeWalk([], 0, problems);
        return Result(claims, tree, walk, problems);
    }

    private static void WalkSegments(
        string folder, string origin, TreeWalk tree, Walk walk, ProblemList problems, Action<AuditProgress>? progress,
        CancellationToken cancellation)
    {
        var segments = Segments(folder);
        if (segments.Length == 0)
            problems.Add(AuditCodes.Missing, SegmentFolder, null, "segments", "none");
        var total = progress is null ? 0 : segments.Sum(segment => new FileInfo(segment.Path).Length);
        long read = 0;
        // The first is read even if nothing of it is to be: its header says that a journal with no entries is there.
        for (var i = 0; i < segments.Length && (i == 0 || !tree.IsComplete); i++)
        {
            var (path, first) = segments[i];
            var name = $"{SegmentFolder}/{Path.GetFileName(path)}";
            if (first != tree.Entries)
            {
                problems.Add(
                    AuditCodes.SegmentGap, name, tree.Entries, $"a segment from entry {tree.Entries}", $"{first}");
                return;
            }

            using var file = new SectorFile(path, first, bytes =>
            {
                cancellation.ThrowIfCancellationRequested();
                read += bytes;
                progress?.Invoke(new AuditProgress(name, read, total, tree.Entries));
            });
            var segment = new SegmentWalk(file, name, origin, tree, problems);
            var sound = segment.Walk(isLast: i == segments.Length - 1);
            walk.Segments.Add(new AuditedSegment(name, file.Length, segment.SoundBytes));
            walk.Torn = segment.Torn;
            if (!sound)
                return;
        }

        walk.ToTheEnd = true;
    }

    private static (string Path, long First)[] Segments(string folder)
    {
        var path = Path.Combine(folder, SegmentFolder);
        if (!Directory.Exists(path))
            return [];
        return [.. from file in Directory.EnumerateFiles(path)
            let name = Path.GetFileName(file)
            where name.Length == SequenceDigits + SegmentSuffix.Length
                && name.EndsWith(SegmentSuffix, StringComparison.Ordinal)
            let digits = name[..SequenceDigits]
            let first = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1
            where first >= 0
            orderby first
            select (file, first)];
    }

    private static FolderAuditResult Result(CheckpointClaims claims, TreeWalk tree, Walk walk, ProblemList problems)
    {
        // A walk that stopped at something bad says nothing about later checkpoints.
        foreach (var claim in walk.ToTheEnd ? tree.NotReached : [])
            problems.Add(
                AuditCodes.CheckpointAhead, claim.File, tree.Entries,
                $"{claim.Checkpoint.Size} entries, as signed", $"{tree.Entries}");

        var newest = claims.Signed.Count > 0 ? claims.Signed[^1] : null;
        return new FolderAuditResult
        {
            Problems = problems.Problems,
            Origin = claims.Origin,
            Entries = tree.Entries,
            Root = tree.Root,
            FirstBadEntry = problems.Problems.Where(problem => problem.Entry is not null)
                .MinBy(problem => problem.Entry),
            Checkpoint = newest?.Checkpoint,
            CheckpointStatus = Status(newest, tree),
            CheckpointsVerified = tree.ClaimsVerified,
            Segments = walk.Segments,
            TornTail = walk.Torn,
        };
    }

    private static CheckpointStatus Status(CheckpointClaim? newest, TreeWalk tree)
    {
        if (newest is null)
            return CheckpointStatus.None;
        if (tree.Contradicted.Contains(newest))
            return CheckpointStatus.Contradicted;
        return newest.Checkpoint.Size > tree.Entries ? CheckpointStatus.NotReached : CheckpointStatus.Verified;
    }

    /// <summary>How far the reading of the segments came.</summary>
    private sealed class Walk
    {
        internal List<AuditedSegment> Segments { get; } = [];

        internal TornTail? Torn { get; set; }

        internal bool ToTheEnd { get; set; }
    }
}
