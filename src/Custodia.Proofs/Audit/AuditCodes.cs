namespace Custodia.Proofs.Audit;

/// <summary>
/// The stable codes of what an audit can find. They never change their meaning. Those with "journal." that the journal
/// knows as well are the ones with which it refuses to open.
/// </summary>
public static class AuditCodes
{
    /// <summary>There is no journal in the folder, or none of its segments.</summary>
    public const string Missing = "journal.missing";

    /// <summary>A file is there and cannot be read.</summary>
    public const string Unreadable = "journal.unreadable";

    /// <summary>
    /// The journal, or a segment of it, is another one than it should be; or its name is not one line.
    /// </summary>
    public const string OriginMismatch = "journal.origin-mismatch";

    /// <summary>DIR/journal/key.pub is not a verifier key.</summary>
    public const string KeyMalformed = "journal.key-malformed";

    /// <summary>The first sector of a segment is sound and not the header that the segment's name asks for.</summary>
    public const string SegmentMalformed = "journal.segment-malformed";

    /// <summary>A segment is shorter or longer than it was made.</summary>
    public const string SegmentLength = "journal.segment-length";

    /// <summary>A segment does not begin where the one before it ends, or the first is missing.</summary>
    public const string SegmentGap = "journal.segment-gap";

    /// <summary>
    /// A sector that was written does not have its checksum, or is not in the place that it was written to.
    /// </summary>
    public const string SectorDamaged = "journal.sector-damaged";

    /// <summary>A sound sector of another frame, or of another sort, where none of it belongs.</summary>
    public const string SectorMisplaced = "journal.sector-misplaced";

    /// <summary>A frame is not whole, and is not at the end of the journal.</summary>
    public const string FrameIncomplete = "journal.frame-incomplete";

    /// <summary>A whole frame whose numbers and lengths do not agree.</summary>
    public const string FrameMalformed = "journal.frame-malformed";

    /// <summary>The epoch goes back: two writers at once.</summary>
    public const string EpochWentBack = "journal.epoch-went-back";

    /// <summary>The root that a frame or a segment states is not the one computed.</summary>
    public const string RootMismatch = "journal.root-mismatch";

    /// <summary>An entry's envelope is not in its format.</summary>
    public const string EntryMalformed = "journal.entry-malformed";

    /// <summary>An entry does not have the next sequence.</summary>
    public const string EntryOutOfOrder = "journal.entry-out-of-order";

    /// <summary>An entry is not later than the one before it.</summary>
    public const string TimeNotIncreasing = "journal.time-not-increasing";

    /// <summary>There is no checkpoint, and one was required.</summary>
    public const string CheckpointMissing = "journal.checkpoint-missing";

    /// <summary>A checkpoint is not a note of this log with a good signature by one of its keys.</summary>
    public const string CheckpointInvalid = "journal.checkpoint-invalid";

    /// <summary>A checkpoint in DIR/journal/checkpoints is not of the size that its name says.</summary>
    public const string CheckpointName = "journal.checkpoint-name";

    /// <summary>A signed checkpoint covers more entries than there are: entries were lost or taken away.</summary>
    public const string CheckpointAhead = "journal.checkpoint-ahead";

    /// <summary>
    /// The root at the size of a signed checkpoint is not the one that was signed: history was changed.
    /// </summary>
    public const string CheckpointRoot = "journal.checkpoint-root";

    /// <summary>A receipt is not in its format.</summary>
    public const string ReceiptMalformed = "receipt.malformed";

    /// <summary>A receipt's checkpoint is not of the log, or not signed by one of its keys.</summary>
    public const string ReceiptCheckpoint = "receipt.checkpoint";

    /// <summary>A receipt's proof does not lead from the entry to the root, or the entry has another number.</summary>
    public const string ReceiptProof = "receipt.proof";

    /// <summary>The later of two checkpoints does not contain the earlier one.</summary>
    public const string Consistency = "consistency.proof";
}
