namespace Custodia.Journal;

/// <summary>
/// What a decision writes: its entries, numbered and timed as they are added, but not durable before the
/// submission completes.
/// </summary>
/// <remarks>Usable during the decision only, on the thread that it runs on.</remarks>
public sealed class EntryDrafts
{
    private readonly EntryBatch _batch;
    private long _base;
    private long _nowMicroseconds;
    private long _reservedBytes;
    private long _byteLimit;
    private bool _open;

    internal EntryDrafts(EntryBatch batch) => _batch = batch;

    /// <summary>The number of the next entry added.</summary>
    public long NextSequence => _base + _batch.Count;

    /// <summary>The time that the next entry added is recorded at.</summary>
    public DateTimeOffset Now => EntryCodec.FromMicroseconds(_nowMicroseconds);

    /// <summary>Adds an entry and returns its number.</summary>
    /// <param name="actor">Who did it.</param>
    /// <param name="commandId">The id that the client gave the command.</param>
    /// <param name="commandDigest">The first 16 bytes of SHA-256 over the command's canonical bytes.</param>
    /// <param name="book">The book that it belongs to.</param>
    /// <param name="kind">What it is, within the book.</param>
    /// <param name="version">Version of the kind.</param>
    /// <param name="compartment">Who may read it; empty for everyone.</param>
    /// <param name="body">UTF-8 JSON.</param>
    /// <exception cref="EntryFormatException">A field is out of its limits, or the entry too long.</exception>
    /// <exception cref="ReservationExceededException">More bytes than the submission reserved.</exception>
    /// <exception cref="BatchLimitException">More entries than may become durable together.</exception>
    public long Add(
        string actor,
        Guid commandId,
        UInt128 commandDigest,
        string book,
        string kind,
        int version,
        string compartment,
        ReadOnlySpan<byte> body)
    {
        var header = Next(actor, commandId, commandDigest, book, kind, version, compartment, false);
        _batch.Add(in header, body);
        return Advance(header.Sequence);
    }

    /// <summary>Adds an entry whose body is sealed, and returns its number.</summary>
    /// <inheritdoc cref="Add"/>
    /// <param name="plain">UTF-8 JSON, to be sealed.</param>
    /// <param name="seal">Seals it: <c>CompartmentKey.Seal</c>.</param>
#pragma warning disable CS1573 // the other parameters are those of Add
    public long AddSealed(
        string actor,
        Guid commandId,
        UInt128 commandDigest,
        string book,
        string kind,
        int version,
        string compartment,
        ReadOnlySpan<byte> plain,
        BodySealer seal)
#pragma warning restore CS1573
    {
        var header = Next(actor, commandId, commandDigest, book, kind, version, compartment, true);
        _batch.AddSealed(in header, plain, seal);
        return Advance(header.Sequence);
    }

    /// <summary>Opens the drafts for one decision.</summary>
    /// <param name="count">Entries of the journal before the batch.</param>
    /// <param name="nowMicroseconds">The time of the first entry.</param>
    /// <param name="reserveBytes">Bytes that the decision may add.</param>
    internal void Begin(long count, long nowMicroseconds, long reserveBytes)
    {
        _base = count;
        _nowMicroseconds = nowMicroseconds;
        _reservedBytes = reserveBytes;
        _byteLimit = _batch.ByteCount + reserveBytes;
        _open = true;
    }

    /// <summary>Closes them; the time that would come next is returned.</summary>
    internal long End()
    {
        _open = false;
        return _nowMicroseconds;
    }

    private EntryHeader Next(
        string actor,
        Guid commandId,
        UInt128 digest,
        string book,
        string kind,
        int version,
        string compartment,
        bool isSealed)
    {
        if (!_open)
            throw new InvalidOperationException("Drafts can be added during the decision only.");
        return new EntryHeader(
            NextSequence, Now, commandId, digest, actor, book, kind, version, compartment, isSealed);
    }

    private long Advance(long sequence)
    {
        if (_batch.ByteCount > _byteLimit)
        {
            _batch.Truncate(_batch.Count - 1);
            throw new ReservationExceededException(_reservedBytes);
        }
        _nowMicroseconds++;
        return sequence;
    }
}
