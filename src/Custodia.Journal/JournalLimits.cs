namespace Custodia.Journal;

/// <summary>The limits of a journal. What exceeds one is refused before anything is written.</summary>
public static class JournalLimits
{
    /// <summary>Largest entry in bytes, so that its length fits 16 bits (C2SP tlog-tiles, entry bundles).</summary>
    public const int MaxEntryBytes = 65_535;

    /// <summary>Most entries that become durable together, in one frame.</summary>
    public const int MaxBatchEntries = 262_144;

    /// <summary>Most bytes that become durable together: the entries and two bytes of length for each.</summary>
    public const int MaxBatchBytes = 128 * 1024 * 1024;

    /// <summary>Most submissions that wait for the writer; a further one waits for a place.</summary>
    public const int MaxQueuedSubmissions = 4_096;

    /// <summary>Bytes that a submission may write unless it asks for more.</summary>
    public const int DefaultReserveBytes = 1024 * 1024;

    /// <summary>Largest actor in UTF-8 bytes; at least one.</summary>
    public const int MaxActorBytes = 64;

    /// <summary>Largest name of a book in UTF-8 bytes; at least one.</summary>
    public const int MaxBookBytes = 32;

    /// <summary>Largest name of a kind in UTF-8 bytes; at least one.</summary>
    public const int MaxKindBytes = 48;

    /// <summary>Largest name of a compartment in UTF-8 bytes; none is allowed and means open to all.</summary>
    public const int MaxCompartmentBytes = 48;

    /// <summary>Largest version of a kind.</summary>
    public const int MaxKindVersion = ushort.MaxValue;
}
