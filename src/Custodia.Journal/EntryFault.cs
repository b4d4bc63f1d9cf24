namespace Custodia.Journal;

/// <summary>What is wrong with the bytes of an entry, or with an envelope to be written.</summary>
public enum EntryFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The bytes end before the envelope does.</summary>
    TooShort,

    /// <summary>More than <see cref="JournalLimits.MaxEntryBytes"/>.</summary>
    TooLong,

    /// <summary>The first byte is not a format that is known.</summary>
    UnknownFormat,

    /// <summary>A flag is set that has no meaning.</summary>
    UnknownFlags,

    /// <summary>The sequence is negative.</summary>
    Sequence,

    /// <summary>The time is before 1970, after 9999, or not a whole number of microseconds in UTC.</summary>
    RecordedAt,

    /// <summary>The version of the kind is out of range.</summary>
    Version,

    /// <summary>The actor is empty, too long, or not valid text.</summary>
    Actor,

    /// <summary>The book is empty, too long, or not valid text.</summary>
    Book,

    /// <summary>The kind is empty, too long, or not valid text.</summary>
    Kind,

    /// <summary>The compartment is too long, or not valid text.</summary>
    Compartment,

    /// <summary>A sealed body is shorter than key id, nonce and tag.</summary>
    SealedBody,
}

/// <summary>Bytes are not an entry, or an envelope cannot be written as one.</summary>
public sealed class EntryFormatException : FormatException
{
    /// <summary>States the fault.</summary>
    public EntryFormatException(EntryFault fault)
        : base($"Not an entry of a journal: {fault}.") => Fault = fault;

    /// <summary>What is wrong.</summary>
    public EntryFault Fault { get; }
}
