using System.Buffers.Binary;

namespace Custodia.Journal;

/// <summary>
/// The stored form of an entry (docs/formats/journal.md): an envelope of fixed fields and four short strings, then
/// the body. The bytes written are the bytes hashed.
/// </summary>
public static class EntryCodec
{
    /// <summary>The format that is written, and the only one there is.</summary>
    public const byte Format = 1;

    /// <summary>Bytes of the fixed fields before the strings.</summary>
    public const int FixedBytes = 52;

    /// <summary>Largest envelope in bytes.</summary>
    public const int MaxHeaderBytes = FixedBytes + 4 + JournalLimits.MaxActorBytes + JournalLimits.MaxBookBytes
        + JournalLimits.MaxKindBytes + JournalLimits.MaxCompartmentBytes;

    /// <summary>The least that an entry can be: an empty body and names of one byte.</summary>
    public const int MinEntryBytes = FixedBytes + 4 + 3;

    /// <summary>How many bytes longer a sealed body is than what is in it: key id 16, nonce 12, tag 16.</summary>
    public const int SealOverhead = 44;

    private const byte SealedFlag = 1;
    private const int TicksPerMicrosecond = (int)TimeSpan.TicksPerMicrosecond;

    private static readonly long MaxMicroseconds =
        (DateTimeOffset.MaxValue.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TicksPerMicrosecond;

    /// <summary>
    /// Writes the envelope at the start of a span and returns its length; the body comes right after.
    /// </summary>
    /// <param name="header">The envelope.</param>
    /// <param name="destination">At least <see cref="MaxHeaderBytes"/> long.</param>
    /// <exception cref="EntryFormatException">A field is out of its limits.</exception>
    public static int EncodeHeader(in EntryHeader header, Span<byte> destination)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(destination.Length, MaxHeaderBytes);
        if (header.Sequence < 0)
            throw new EntryFormatException(EntryFault.Sequence);
        if (header.Version is < 0 or > JournalLimits.MaxKindVersion)
            throw new EntryFormatException(EntryFault.Version);
        destination[0] = Format;
        destination[1] = header.IsSealed ? SealedFlag : (byte)0;
        BinaryPrimitives.WriteInt64BigEndian(destination[2..], header.Sequence);
        BinaryPrimitives.WriteInt64BigEndian(destination[10..], ToMicroseconds(header.RecordedAt));
        header.CommandId.TryWriteBytes(destination[18..], bigEndian: true, out _);
        BinaryPrimitives.WriteUInt128BigEndian(destination[34..], header.CommandDigest);
        BinaryPrimitives.WriteUInt16BigEndian(destination[50..], (ushort)header.Version);
        var at = FixedBytes;
        WriteName(header.Actor, 1, JournalLimits.MaxActorBytes, EntryFault.Actor, destination, ref at);
        WriteName(header.Book, 1, JournalLimits.MaxBookBytes, EntryFault.Book, destination, ref at);
        WriteName(header.Kind, 1, JournalLimits.MaxKindBytes, EntryFault.Kind, destination, ref at);
        WriteName(
            header.Compartment, 0, JournalLimits.MaxCompartmentBytes, EntryFault.Compartment, destination, ref at);
        return at;
    }

    /// <summary>Reads the envelope of an entry; the bytes may be anything.</summary>
    /// <exception cref="EntryFormatException">The bytes are not an entry.</exception>
    public static Entry Decode(ReadOnlyMemory<byte> bytes)
    {
        var fault = TryDecode(bytes, out var entry);
        return fault == EntryFault.None ? entry : throw new EntryFormatException(fault);
    }

    /// <summary>Reads the envelope of an entry; the bytes may be anything.</summary>
    /// <returns><see cref="EntryFault.None"/>, or what is wrong; then the entry is empty.</returns>
    public static EntryFault TryDecode(ReadOnlyMemory<byte> bytes, out Entry entry)
    {
        var fault = TryDecodeHeader(bytes.Span, out var header, out var headerLength);
        entry = fault == EntryFault.None ? new Entry(header, bytes, headerLength) : default;
        return fault;
    }

    /// <summary>The time in microseconds since 1970-01-01T00:00:00Z.</summary>
    /// <exception cref="EntryFormatException">Not in UTC, not whole microseconds, or out of range.</exception>
    public static long ToMicroseconds(DateTimeOffset time)
    {
        var ticks = time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;
        if (time.Offset != TimeSpan.Zero || ticks < 0 || ticks % TicksPerMicrosecond != 0)
            throw new EntryFormatException(EntryFault.RecordedAt);
        return ticks / TicksPerMicrosecond;
    }

    /// <summary>The time that lies this many microseconds after 1970-01-01T00:00:00Z.</summary>
    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        new(DateTimeOffset.UnixEpoch.UtcTicks + (microseconds * TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>Sequence and time, in microseconds, of bytes known to be an entry.</summary>
    internal static (long Sequence, long Microseconds) PeekOrder(ReadOnlySpan<byte> entry) =>
        (BinaryPrimitives.ReadInt64BigEndian(entry[2..]), BinaryPrimitives.ReadInt64BigEndian(entry[10..]));

    private static EntryFault TryDecodeHeader(ReadOnlySpan<byte> bytes, out EntryHeader header, out int length)
    {
        header = default;
        length = 0;
        if (bytes.Length > JournalLimits.MaxEntryBytes)
            return EntryFault.TooLong;
        if (bytes.Length < FixedBytes)
            return EntryFault.TooShort;
        if (bytes[0] != Format)
            return EntryFault.UnknownFormat;
        if ((bytes[1] & ~SealedFlag) != 0)
            return EntryFault.UnknownFlags;
        var isSealed = bytes[1] != 0;
        var sequence = BinaryPrimitives.ReadInt64BigEndian(bytes[2..]);
        if (sequence < 0)
            return EntryFault.Sequence;
        var microseconds = BinaryPrimitives.ReadInt64BigEndian(bytes[10..]);
        if (microseconds < 0 || microseconds > MaxMicroseconds)
            return EntryFault.RecordedAt;

        var at = FixedBytes;
        var fault = EntryFault.None;
        var actor = ReadName(bytes, 1, JournalLimits.MaxActorBytes, EntryFault.Actor, ref at, ref fault);
        var book = ReadName(bytes, 1, JournalLimits.MaxBookBytes, EntryFault.Book, ref at, ref fault);
        var kind = ReadName(bytes, 1, JournalLimits.MaxKindBytes, EntryFault.Kind, ref at, ref fault);
        var compartment = ReadName(
            bytes, 0, JournalLimits.MaxCompartmentBytes, EntryFault.Compartment, ref at, ref fault);
        if (fault != EntryFault.None)
            return fault;
        if (isSealed && bytes.Length - at < SealOverhead)
            return EntryFault.SealedBody;

        length = at;
        header = new EntryHeader(
            sequence,
            FromMicroseconds(microseconds),
            new Guid(bytes.Slice(18, 16), bigEndian: true),
            BinaryPrimitives.ReadUInt128BigEndian(bytes[34..]),
            actor,
            book,
            kind,
            BinaryPrimitives.ReadUInt16BigEndian(bytes[50..]),
            compartment,
            isSealed);
        return EntryFault.None;
    }

    private static void WriteName(
        string? name, int least, int most, EntryFault fault, Span<byte> destination, ref int at)
    {
        var length = name is null ? -1 : NameCache.Encode(name, destination.Slice(at + 1, most));
        if (length < least)
            throw new EntryFormatException(fault);
        destination[at] = (byte)length;
        at += 1 + length;
    }

    // After the first fault the rest reads nothing.
    private static string ReadName(
        ReadOnlySpan<byte> bytes, int least, int most, EntryFault kind, ref int at, ref EntryFault fault)
    {
        if (fault != EntryFault.None)
            return "";
        if (at >= bytes.Length || at + 1 + bytes[at] > bytes.Length)
        {
            fault = EntryFault.TooShort;
            return "";
        }
        var length = bytes[at];
        var text = length < least || length > most ? null : NameCache.Find(bytes.Slice(at + 1, length));
        at += 1 + length;
        if (text is null)
            fault = kind;
        return text ?? "";
    }
}
