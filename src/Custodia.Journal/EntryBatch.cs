using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Custodia.Proofs;

namespace Custodia.Journal;

/// <summary>Encoded entries on their way to a store, in order: what one frame holds.</summary>
/// <remarks>
/// The bytes lie one entry after the other, each led by its length in 16 bits, as they do in a frame. Reused from
/// batch to batch. Not safe for use by two threads at once.
/// </remarks>
public sealed class EntryBatch
{
    /// <summary>Bytes that each entry takes besides its own.</summary>
    public const int LengthBytes = 2;

    // Below this the buffer is kept for the next batch; an unusually large one is given back.
    private const int KeptBytes = 8 * 1024 * 1024;

    private readonly List<int> _ends = [];
    private readonly List<Extent> _extents = [];
    private byte[] _buffer = new byte[4 * 1024];

    /// <summary>Entries in the batch.</summary>
    public int Count => _ends.Count;

    /// <summary>Bytes of the entries and their lengths.</summary>
    public int ByteCount => _ends.Count == 0 ? 0 : _ends[^1];

    /// <summary>Each entry led by its length.</summary>
    public ReadOnlySpan<byte> Payload => _buffer.AsSpan(0, ByteCount);

    /// <summary>The leaf hashes of the entries.</summary>
    internal void HashLeaves(Span<Hash> hashes)
    {
        _extents.Clear();
        var start = 0;
        foreach (var end in _ends)
        {
            start += LengthBytes;
            _extents.Add(new Extent(start, end - start));
            start = end;
        }
        MerkleBatch.Leaves(_buffer, CollectionsMarshal.AsSpan(_extents), hashes);
    }

    /// <summary>The bytes of one entry; valid until the batch is next changed.</summary>
    public ReadOnlyMemory<byte> this[int index]
    {
        get
        {
            var start = (index == 0 ? 0 : _ends[index - 1]) + LengthBytes;
            return _buffer.AsMemory(start, _ends[index] - start);
        }
    }

    /// <summary>Adds an entry that is already encoded.</summary>
    /// <exception cref="EntryFormatException">The bytes are not an entry.</exception>
    /// <exception cref="BatchLimitException">The batch is full.</exception>
    public void Add(ReadOnlyMemory<byte> entry)
    {
        EntryCodec.Decode(entry);
        entry.Span.CopyTo(Room(entry.Length));
        Finish(entry.Length);
    }

    /// <summary>Adds an entry.</summary>
    /// <exception cref="EntryFormatException">A field is out of its limits, or the entry too long.</exception>
    /// <exception cref="BatchLimitException">The batch is full.</exception>
    public void Add(in EntryHeader header, ReadOnlySpan<byte> body)
    {
        if (body.Length > JournalLimits.MaxEntryBytes)
            throw new EntryFormatException(EntryFault.TooLong);
        var room = Room(EntryCodec.MaxHeaderBytes + body.Length);
        var length = EntryCodec.EncodeHeader(in header, room);
        body.CopyTo(room[length..]);
        Finish(length + body.Length);
    }

    /// <summary>Adds an entry whose body is sealed under its own envelope.</summary>
    /// <exception cref="EntryFormatException">A field is out of its limits, or the entry too long.</exception>
    /// <exception cref="BatchLimitException">The batch is full.</exception>
    public void AddSealed(in EntryHeader header, ReadOnlySpan<byte> plain, BodySealer seal)
    {
        ArgumentNullException.ThrowIfNull(seal);
        if (plain.Length > JournalLimits.MaxEntryBytes)
            throw new EntryFormatException(EntryFault.TooLong);
        var room = Room(EntryCodec.MaxHeaderBytes + plain.Length + EntryCodec.SealOverhead);
        var length = EntryCodec.EncodeHeader(header with { IsSealed = true }, room);
        var body = room.Slice(length, plain.Length + EntryCodec.SealOverhead);
        seal(room[..length], plain, body);
        Finish(length + body.Length);
    }

    /// <summary>Checks that the entries follow the last one of a journal.</summary>
    /// <param name="firstSequence">The number that the first entry must have.</param>
    /// <param name="lastMicroseconds">The time of the entry before it; -1 if there is none.</param>
    /// <returns>The time of the last entry, in microseconds since 1970.</returns>
    /// <exception cref="ArgumentException">They do not.</exception>
    public long CheckFollows(long firstSequence, long lastMicroseconds)
    {
        for (var index = 0; index < Count; index++)
        {
            var (sequence, microseconds) = EntryCodec.PeekOrder(this[index].Span);
            if (sequence != firstSequence + index)
                throw new ArgumentException($"Entry {firstSequence + index} was expected, not {sequence}.");
            if (microseconds <= lastMicroseconds)
                throw new ArgumentException($"Entry {sequence} is not later than the one before it.");
            lastMicroseconds = microseconds;
        }
        return lastMicroseconds;
    }

    /// <summary>Drops the entries from the end until so many are left.</summary>
    public void Truncate(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        _ends.RemoveRange(count, Count - count);
    }

    /// <summary>Drops all entries.</summary>
    public void Clear()
    {
        _ends.Clear();
        if (_buffer.Length > KeptBytes)
            _buffer = new byte[KeptBytes];
    }

    // Where an entry of at most so many bytes can be written. Nothing is added before Finish.
    private Span<byte> Room(int bytes)
    {
        if (Count == JournalLimits.MaxBatchEntries)
            throw new BatchLimitException();
        var start = ByteCount + LengthBytes;
        if (start + bytes > _buffer.Length)
            Array.Resize(ref _buffer, Math.Max(start + bytes, Math.Min(_buffer.Length, int.MaxValue / 4) * 2));
        return _buffer.AsSpan(start, bytes);
    }

    private void Finish(int length)
    {
        if (length > JournalLimits.MaxEntryBytes)
            throw new EntryFormatException(EntryFault.TooLong);
        var start = ByteCount;
        if (start + LengthBytes + length > JournalLimits.MaxBatchBytes)
            throw new BatchLimitException();
        BinaryPrimitives.WriteUInt16BigEndian(_buffer.AsSpan(start), (ushort)length);
        _ends.Add(start + LengthBytes + length);
    }
}

/// <summary>Seals a body under the envelope it belongs to; <c>CompartmentKey.Seal</c> has this shape.</summary>
/// <param name="associated">The bytes of the envelope, which stay readable and to which the body is bound.</param>
/// <param name="plain">The body.</param>
/// <param name="destination">
/// Where to write the sealed body: <see cref="EntryCodec.SealOverhead"/> bytes longer.
/// </param>
public delegate void BodySealer(ReadOnlySpan<byte> associated, ReadOnlySpan<byte> plain, Span<byte> destination);
