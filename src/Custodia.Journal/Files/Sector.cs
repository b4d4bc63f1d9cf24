using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Custodia.Journal.Files;

/// <summary>What a sector is part of.</summary>
internal enum SectorType : byte
{
    SegmentHeader = 1,
    Frame = 2,
}

/// <summary>Where in its frame a sector is.</summary>
[Flags]
internal enum SectorFlags : byte
{
    None = 0,
    First = 1,
    Last = 2,
}

/// <summary>
/// The 512-byte unit of a segment file, the largest that a disk writes whole or not at all. Its checksum covers its
/// place too, so that a sector found elsewhere is not taken for the one that belongs there.
/// </summary>
internal static class Sector
{
    internal const int Size = 512;
    internal const int HeaderBytes = 16;
    internal const int PayloadBytes = Size - HeaderBytes;

    private const int UsedAt = 4;
    private const int TypeAt = 6;
    private const int FlagsAt = 7;
    private const int FirstAt = 8;

    /// <summary>Sectors that hold so many bytes of payload.</summary>
    internal static long CountFor(long payloadBytes) => (payloadBytes + PayloadBytes - 1) / PayloadBytes;

    /// <summary>Completes a sector whose payload is in place: header, zeros after the payload, checksum.</summary>
    /// <param name="sector">512 bytes.</param>
    /// <param name="type">What it is part of.</param>
    /// <param name="flags">Where in its frame it is.</param>
    /// <param name="firstSequence">The first entry of the frame.</param>
    /// <param name="used">Bytes of payload.</param>
    /// <param name="segmentFirst">The first entry of the segment.</param>
    /// <param name="index">The number of the sector in the segment.</param>
    internal static void Seal(
        Span<byte> sector,
        SectorType type,
        SectorFlags flags,
        long firstSequence,
        int used,
        long segmentFirst,
        int index)
    {
        BinaryPrimitives.WriteUInt16BigEndian(sector[UsedAt..], (ushort)used);
        sector[TypeAt] = (byte)type;
        sector[FlagsAt] = (byte)flags;
        BinaryPrimitives.WriteInt64BigEndian(sector[FirstAt..], firstSequence);
        sector[(HeaderBytes + used)..].Clear();
        BinaryPrimitives.WriteUInt32BigEndian(sector, Checksum(sector, segmentFirst, index));
    }

    /// <summary>Whether a sector is as it was written, at this place.</summary>
    internal static bool IsSound(ReadOnlySpan<byte> sector, long segmentFirst, int index) =>
        BinaryPrimitives.ReadUInt32BigEndian(sector) == Checksum(sector, segmentFirst, index)
        && BinaryPrimitives.ReadUInt16BigEndian(sector[UsedAt..]) <= PayloadBytes;

    internal static bool IsZero(ReadOnlySpan<byte> bytes) => !bytes.ContainsAnyExcept((byte)0);

    internal static SectorType Type(ReadOnlySpan<byte> sector) => (SectorType)sector[TypeAt];

    internal static SectorFlags Flags(ReadOnlySpan<byte> sector) => (SectorFlags)sector[FlagsAt];

    internal static long FirstSequence(ReadOnlySpan<byte> sector) =>
        BinaryPrimitives.ReadInt64BigEndian(sector[FirstAt..]);

    internal static ReadOnlySpan<byte> Payload(ReadOnlySpan<byte> sector) =>
        sector.Slice(HeaderBytes, BinaryPrimitives.ReadUInt16BigEndian(sector[UsedAt..]));

    // CRC-32C (Castagnoli, RFC 3720 appendix B.4) over bytes 4..511 and the place. The processor's instruction takes
    // the bytes in memory order, which is that of a little-endian number.
    private static uint Checksum(ReadOnlySpan<byte> sector, long segmentFirst, int index)
    {
        var crc = BitOperations.Crc32C(uint.MaxValue, LittleEndian(MemoryMarshal.Read<uint>(sector[4..])));
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(sector[8..Size]))
            crc = BitOperations.Crc32C(crc, LittleEndian(word));
        crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReverseEndianness((ulong)segmentFirst));
        crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReverseEndianness((uint)index));
        return ~crc;
    }

    private static uint LittleEndian(uint word) =>
        BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);

    private static ulong LittleEndian(ulong word) =>
        BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);
}
