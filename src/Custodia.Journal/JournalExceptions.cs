namespace Custodia.Journal;

/// <summary>There is no room on the disk for what is to be written. Nothing was changed; the journal goes on.</summary>
public sealed class DiskFullException : IOException
{
    /// <summary>States how many bytes had no room.</summary>
    public DiskFullException(long bytes, Exception? cause = null)
        : base($"The disk has no room for {bytes} more bytes of journal.", cause) => Bytes = bytes;

    /// <summary>Bytes that were asked for.</summary>
    public long Bytes { get; }
}

/// <summary>A batch, or one submission, has more entries or bytes than may become durable together.</summary>
public sealed class BatchLimitException : InvalidOperationException
{
    /// <summary>States the limits.</summary>
    public BatchLimitException()
        : base(
            $"At most {JournalLimits.MaxBatchEntries} entries and {JournalLimits.MaxBatchBytes} bytes "
            + "become durable together.")
    {
    }
}

/// <summary>A submission wrote more bytes than it had asked to be reserved.</summary>
public sealed class ReservationExceededException : InvalidOperationException
{
    /// <summary>States the bytes reserved.</summary>
    public ReservationExceededException(long reserved)
        : base($"The submission reserved {reserved} bytes and wrote more.")
    {
    }
}

/// <summary>
/// The store failed; what it holds beyond the last acknowledged entry is unknown. The process must stop.
/// </summary>
public sealed class JournalFailedException : IOException
{
    /// <summary>Gives the cause.</summary>
    public JournalFailedException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}

/// <summary>Another process writes the journal, or has taken it over meanwhile.</summary>
public sealed class JournalLockedException : IOException
{
    /// <summary>Gives the place.</summary>
    public JournalLockedException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
