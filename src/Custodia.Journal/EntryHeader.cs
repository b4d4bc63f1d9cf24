namespace Custodia.Journal;

/// <summary>The envelope of an entry: all that is known of it without looking into its body.</summary>
/// <param name="Sequence">Place in the journal; the first entry is 0.</param>
/// <param name="RecordedAt">
/// When it was recorded, in UTC and whole microseconds; strictly increasing from entry to entry.
/// </param>
/// <param name="CommandId">The id that the client gave the command; all entries of one command carry the same.</param>
/// <param name="CommandDigest">The first 16 bytes of SHA-256 over the command's canonical bytes, big-endian.</param>
/// <param name="Actor">Who did it; 1 to 64 UTF-8 bytes.</param>
/// <param name="Book">The book that it belongs to; 1 to 32 UTF-8 bytes.</param>
/// <param name="Kind">What it is, within the book; 1 to 48 UTF-8 bytes.</param>
/// <param name="Version">Version of the kind, 0 to 65,535.</param>
/// <param name="Compartment">Who may read it; 0 to 48 UTF-8 bytes, empty for everyone.</param>
/// <param name="IsSealed">Whether the body is encrypted.</param>
public readonly record struct EntryHeader(
    long Sequence,
    DateTimeOffset RecordedAt,
    Guid CommandId,
    UInt128 CommandDigest,
    string Actor,
    string Book,
    string Kind,
    int Version,
    string Compartment,
    bool IsSealed);
