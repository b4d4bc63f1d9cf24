using Custodia.Proofs;

namespace Custodia.Journal;

/// <summary>How a file store is opened.</summary>
public sealed record FileStoreOptions
{
    /// <summary>Smallest segment that can be asked for, in bytes.</summary>
    public const long MinSegmentBytes = 4096;

    /// <summary>Largest segment that can be asked for, in bytes.</summary>
    public const long MaxSegmentBytes = 1024L * 1024 * 1024;

    private readonly long _segmentBytes = 64 * 1024 * 1024;

    /// <summary>The name of the journal, as in its checkpoints.</summary>
    public required string Origin { get; init; }

    /// <summary>Whether to begin a journal where there is none; otherwise that is refused.</summary>
    public bool Create { get; init; }

    /// <summary>Bytes of a segment file, a multiple of 512; 64 MiB unless said otherwise.</summary>
    public long SegmentBytes
    {
        get => _segmentBytes;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, MinSegmentBytes);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxSegmentBytes);
            ArgumentOutOfRangeException.ThrowIfNotEqual(value % 512, 0);
            _segmentBytes = value;
        }
    }

    /// <summary>Whether the next segment is made ready on another thread, or only when it is needed.</summary>
    public bool PrepareInBackground { get; init; } = true;

    /// <summary>
    /// The newest checkpoint that was signed (<see cref="CheckpointFolder.ReadNewest"/>): a journal that does not
    /// contain it is refused, before anything in it is changed.
    /// </summary>
    public Checkpoint? Checkpoint { get; init; }
}
