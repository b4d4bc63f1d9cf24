namespace Custodia.Proofs.Audit;

/// <summary>The stable codes of what an audit can find. They never change their meaning.</summary>
public static class AuditCodes
{
    /// <summary>A file or folder that must be there is not.</summary>
    public const string Missing = "folder.missing";

    /// <summary>A file is there and cannot be read.</summary>
    public const string Unreadable = "file.unreadable";

    /// <summary>DIR/journal/origin is not one line, or not the log that was asked for.</summary>
    public const string Origin = "journal.origin";

    /// <summary>DIR/journal/key.pub, or a key that was given, is not a verifier key.</summary>
    public const string Key = "journal.key";

    /// <summary>The first sector of a segment is not a segment header.</summary>
    public const string SegmentHeader = "segment.header";

    /// <summary>A segment does not begin where the one before it ends, or is not named as it begins.</summary>
    public const string SegmentGap = "segment.gap";

    /// <summary>A segment belongs to another journal.</summary>
    public const string SegmentOrigin = "segment.origin";

    /// <summary>The root that a segment states for what comes before it is not the one computed.</summary>
    public const string SegmentRoot = "segment.root";

    /// <summary>A sector that was written does not have its checksum, or is not in the place that it was written to.</summary>
    public const string SectorDamaged = "sector.damaged";

    /// <summary>A sound sector of another frame, or of another sort, where none of it belongs.</summary>
    public const string SectorMisplaced = "sector.misplaced";

    /// <summary>A whole frame whose numbers and lengths do not agree.</summary>
    public const string FrameShape = "frame.shape";

    /// <summary>The epoch goes back: two writers at once.</summary>
    public const string FrameEpoch = "frame.epoch";

    /// <summary>The root that a frame states is not the one computed.</summary>
    public const string FrameRoot = "frame.root";

    /// <summary>An entry's envelope is not in its format.</summary>
    public const string EntryShape = "entry.shape";

    /// <summary>An entry does not have the next sequence.</summary>
    public const string EntrySequence = "entry.sequence";

    /// <summary>An entry is not later than the one before it.</summary>
    public const string EntryTime = "entry.time";

    /// <summary>There is no checkpoint, or none of the folder's own, and one was required.</summary>
    public const string CheckpointMissing = "checkpoint.missing";

    /// <summary>A checkpoint is not a note of this log with a good signature by one of its keys.</summary>
    public const string CheckpointSignature = "checkpoint.signature";

    /// <summary>A checkpoint in DIR/journal/checkpoints is not of the size that its name says.</summary>
    public const string CheckpointName = "checkpoint.name";

    /// <summary>A signed checkpoint covers more entries than there are: entries were lost or taken away.</summary>
    public const string CheckpointAhead = "checkpoint.ahead";

    /// <summary>The root at the size of a signed checkpoint is not the one that was signed: history was changed.</summary>
    public const string CheckpointRoot = "checkpoint.root";

    /// <summary>A receipt is not in its format, or its checkpoint is not signed by a key of the log.</summary>
    public const string Receipt = "receipt.malformed";

    /// <summary>A receipt's proof does not lead from the entry to the root.</summary>
    public const string ReceiptProof = "receipt.proof";

    /// <summary>The later of two checkpoints does not contain the earlier one.</summary>
    public const string Consistency = "consistency.proof";
}
