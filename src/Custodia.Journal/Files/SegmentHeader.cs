using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Custodia.Proofs;

namespace Custodia.Journal.Files;

/// <summary>What the first sector of a segment says.</summary>
/// <param name="FirstSequence">Number of the first entry in the segment.</param>
/// <param name="Length">Bytes of the file, so that a file cut short is noticed.</param>
/// <param name="Epoch">The writer that began it.</param>
/// <param name="Root">Root of the tree before the segment.</param>
/// <param name="Origin">SHA-256 of the origin's name.</param>
internal readonly record struct SegmentHeader(long FirstSequence, long Length, uint Epoch, Hash Root, Hash Origin)
{
    private const string Suffix = ".seg";
    private const int NameDigits = 20;

    private static ReadOnlySpan<byte> Magic => "custodia segment 1\n"u8;

    private static int Bytes => Magic.Length + 8 + 8 + 4 + Hash.Size + Hash.Size;

    /// <summary>The name of the file that starts with this entry.</summary>
    internal static string FileName(long firstSequence) =>
        firstSequence.ToString("D20", CultureInfo.InvariantCulture) + Suffix;

    /// <summary>The first entry, from the name of the file; null if it is not such a name.</summary>
    internal static long? ParseFileName(string name) =>
        name.Length == NameDigits + Suffix.Length
        && name.EndsWith(Suffix, StringComparison.Ordinal)
        && long.TryParse(name.AsSpan(0, NameDigits), NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            ? first
            : null;

    internal static Hash HashOrigin(string origin) => Hash.FromSpan(SHA256.HashData(Encoding.UTF8.GetBytes(origin)));

    internal byte[] ToSector()
    {
        var sector = new byte[Sector.Size];
        var payload = sector.AsSpan(Sector.HeaderBytes);
        Magic.CopyTo(payload);
        payload = payload[Magic.Length..];
        BinaryPrimitives.WriteInt64BigEndian(payload, FirstSequence);
        BinaryPrimitives.WriteInt64BigEndian(payload[8..], Length);
        BinaryPrimitives.WriteUInt32BigEndian(payload[16..], Epoch);
        Root.CopyTo(payload[20..]);
        Origin.CopyTo(payload[(20 + Hash.Size)..]);
        const SectorFlags Whole = SectorFlags.First | SectorFlags.Last;
        Sector.Seal(sector, SectorType.SegmentHeader, Whole, FirstSequence, Bytes, FirstSequence, 0);
        return sector;
    }

    /// <summary>Reads a sector that is known to be sound; null if it is not a header.</summary>
    internal static SegmentHeader? FromSector(ReadOnlySpan<byte> sector)
    {
        var payload = Sector.Payload(sector);
        if (Sector.Type(sector) != SectorType.SegmentHeader || payload.Length != Bytes || !payload.StartsWith(Magic))
            return null;
        payload = payload[Magic.Length..];
        return new SegmentHeader(
            BinaryPrimitives.ReadInt64BigEndian(payload),
            BinaryPrimitives.ReadInt64BigEndian(payload[8..]),
            BinaryPrimitives.ReadUInt32BigEndian(payload[16..]),
            Hash.FromSpan(payload.Slice(20, Hash.Size)),
            Hash.FromSpan(payload.Slice(20 + Hash.Size, Hash.Size)));
    }
}
