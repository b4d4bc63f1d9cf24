using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Custodia.Proofs;

/// <summary>
/// The content of an entry bundle: entries, each after its length in 16 bits, big-endian (tlog-tiles, "Log entries").
/// </summary>
public static class EntryBundle
{
    /// <summary>The most bytes that an entry can have.</summary>
    public const int MaxEntryBytes = ushort.MaxValue;

    /// <summary>Adds one entry to a bundle.</summary>
    /// <exception cref="ArgumentException">The entry is longer than <see cref="MaxEntryBytes"/>.</exception>
    public static void Write(IBufferWriter<byte> bundle, ReadOnlySpan<byte> entry)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        if (entry.Length > MaxEntryBytes)
            throw new ArgumentException("An entry has at most 65,535 bytes.", nameof(entry));
        var destination = bundle.GetSpan(sizeof(ushort) + entry.Length);
        BinaryPrimitives.WriteUInt16BigEndian(destination, (ushort)entry.Length);
        entry.CopyTo(destination[sizeof(ushort)..]);
        bundle.Advance(sizeof(ushort) + entry.Length);
    }

    /// <summary>Reads a bundle of that many entries, which become slices of the bytes.</summary>
    public static bool TryRead(
        ReadOnlyMemory<byte> bundle,
        int width,
        [NotNullWhen(true)] out ReadOnlyMemory<byte>[]? entries,
        out ProofFault fault)
    {
        entries = null;
        fault = ProofFault.TileMalformed;
        if (width is < 0 or > Tile.FullWidth)
            return false;
        var read = new ReadOnlyMemory<byte>[width];
        for (var i = 0; i < width; i++)
        {
            if (!BinaryPrimitives.TryReadUInt16BigEndian(bundle.Span, out var length)
                || bundle.Length - sizeof(ushort) < length)
                return false;
            read[i] = bundle.Slice(sizeof(ushort), length);
            bundle = bundle[(sizeof(ushort) + length)..];
        }
        if (!bundle.IsEmpty)
            return false;
        entries = read;
        fault = ProofFault.None;
        return true;
    }
}
