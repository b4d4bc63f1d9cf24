using System.Buffers.Binary;
using System.Numerics;

namespace Custodia.Proofs.Audit;

/// <summary>The state of a sector on the disk.</summary>
internal enum SectorState
{
    Zero,
    Damaged,
    Sound,
}

/// <summary>The fixed fields of a sound sector (docs/formats/journal.md, "Sectors").</summary>
internal readonly record struct Sector(int Used, byte Type, byte Flags, long FirstSequence)
{
    internal const int Bytes = 512;
    internal const int HeadBytes = 16;
    internal const int PayloadBytes = Bytes - HeadBytes;
    internal const byte SegmentHeader = 1;
    internal const byte Frame = 2;

    private const byte FirstFlag = 1;
    private const byte LastFlag = 2;
    private const int CrcBytes = 4;

    internal bool IsFirst => (Flags & FirstFlag) != 0;

    internal bool IsLast => (Flags & LastFlag) != 0;

    /// <summary>Reads a sector and checks that it is the one that was written to this place.</summary>
    internal static SectorState Read(ReadOnlySpan<byte> bytes, long segmentFirst, int index, out Sector sector)
    {
        sector = default;
        if (!bytes.ContainsAnyExcept((byte)0))
            return SectorState.Zero;
        if (BinaryPrimitives.ReadUInt32BigEndian(bytes) != Checksum(bytes[CrcBytes..], segmentFirst, index))
            return SectorState.Damaged;
        sector = new Sector(
            BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]), bytes[6], bytes[7],
            BinaryPrimitives.ReadInt64BigEndian(bytes[8..]));
        var known = (sector.Flags & ~(FirstFlag | LastFlag)) == 0 && sector.Used <= PayloadBytes;
        var padded = known && !bytes[(HeadBytes + sector.Used)..].ContainsAnyExcept((byte)0);
        return padded ? SectorState.Sound : SectorState.Damaged;
    }

    // CRC-32C (Castagnoli; RFC 3720 §12.1) over the sector, then over its place, which is not stored.
    private static uint Checksum(ReadOnlySpan<byte> bytes, long segmentFirst, int index)
    {
        Span<byte> place = stackalloc byte[12];
        BinaryPrimitives.WriteInt64BigEndian(place, segmentFirst);
        BinaryPrimitives.WriteInt32BigEndian(place[8..], index);
        return ~Crc(Crc(uint.MaxValue, bytes), place);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var value in bytes)
            crc = BitOperations.Crc32C(crc, value);
        return crc;
    }
}
