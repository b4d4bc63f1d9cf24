namespace Custodia.Journal;

/// <summary>
/// Why a journal is not opened. The codes of the values (<see cref="JournalCorruptException.Code"/>) are stable.
/// </summary>
public enum JournalFault
{
    /// <summary>A sector has bytes, but not those that were written there.</summary>
    SectorDamaged,

    /// <summary>A sound sector stands where it does not belong: what comes before it is missing.</summary>
    SectorMisplaced,

    /// <summary>A frame is not whole, and is not at the end of the journal.</summary>
    FrameIncomplete,

    /// <summary>The content of a frame is not of the documented form.</summary>
    FrameMalformed,

    /// <summary>An entry is not of the documented form.</summary>
    EntryMalformed,

    /// <summary>An entry has another number than its place.</summary>
    EntryOutOfOrder,

    /// <summary>An entry is not later than the one before it.</summary>
    TimeNotIncreasing,

    /// <summary>The tree over the entries has another root than the one stored with them.</summary>
    RootMismatch,

    /// <summary>A later frame was written by an earlier writer: two wrote at once.</summary>
    EpochWentBack,

    /// <summary>The lock file is damaged, or older than the journal.</summary>
    LockDamaged,

    /// <summary>A segment does not start where the one before it ends, or the first is missing.</summary>
    SegmentGap,

    /// <summary>A segment is shorter or longer than it was made.</summary>
    SegmentLength,

    /// <summary>The name of a segment file, or the header in it, is not of the documented form.</summary>
    SegmentMalformed,

    /// <summary>The journal, or a segment in it, is another one than expected.</summary>
    OriginMismatch,

    /// <summary>There is no journal.</summary>
    Missing,

    /// <summary>A checkpoint is not signed by the key of the journal, or cannot be read.</summary>
    CheckpointInvalid,

    /// <summary>A signed checkpoint covers more entries than there are.</summary>
    CheckpointAhead,

    /// <summary>A signed checkpoint has another root than the journal at its size.</summary>
    CheckpointRoot,
}

/// <summary>
/// What is stored is not what was written. Nothing is repaired: a person decides, with the backup at hand.
/// </summary>
public sealed class JournalCorruptException : IOException
{
    /// <summary>Names the fault and the place.</summary>
    public JournalCorruptException(JournalFault fault, long? entry, string place)
        : base(entry is { } number
            ? FormattableString.Invariant($"{CodeOf(fault)}: {place}; first bad entry {number}.")
            : $"{CodeOf(fault)}: {place}.")
    {
        Fault = fault;
        Entry = entry;
        Place = place;
    }

    /// <summary>What is wrong.</summary>
    public JournalFault Fault { get; }

    /// <summary>
    /// The number of the first entry that is not good; all before it are. Null where no entry is concerned.
    /// </summary>
    public long? Entry { get; }

    /// <summary>File, and where in it.</summary>
    public string Place { get; }

    /// <summary>The stable code of the fault.</summary>
    public string Code => CodeOf(Fault);

    private static string CodeOf(JournalFault fault) => fault switch
    {
        JournalFault.SectorDamaged => "journal.sector-damaged",
        JournalFault.SectorMisplaced => "journal.sector-misplaced",
        JournalFault.FrameIncomplete => "journal.frame-incomplete",
        JournalFault.FrameMalformed => "journal.frame-malformed",
        JournalFault.EntryMalformed => "journal.entry-malformed",
        JournalFault.EntryOutOfOrder => "journal.entry-out-of-order",
        JournalFault.TimeNotIncreasing => "journal.time-not-increasing",
        JournalFault.RootMismatch => "journal.root-mismatch",
        JournalFault.EpochWentBack => "journal.epoch-went-back",
        JournalFault.LockDamaged => "journal.lock-damaged",
        JournalFault.SegmentGap => "journal.segment-gap",
        JournalFault.SegmentLength => "journal.segment-length",
        JournalFault.SegmentMalformed => "journal.segment-malformed",
        JournalFault.OriginMismatch => "journal.origin-mismatch",
        JournalFault.Missing => "journal.missing",
        JournalFault.CheckpointInvalid => "journal.checkpoint-invalid",
        JournalFault.CheckpointAhead => "journal.checkpoint-ahead",
        JournalFault.CheckpointRoot => "journal.checkpoint-root",
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}
