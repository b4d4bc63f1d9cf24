using System.Runtime.InteropServices;

namespace Custodia.Proofs;

/// <summary>A SHA-256 digest: 32 bytes, held inline.</summary>
/// <remarks>
/// Equality is that of the bytes. <c>default</c> is 32 zero bytes, which no known data hashes to. Immutable and safe
/// on any thread.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct Hash
{
    /// <summary>Bytes in a hash.</summary>
    public const int Size = 32;

    /// <summary>Characters in the hexadecimal form.</summary>
    public const int HexLength = 64;

    /// <summary>Characters in the base64 form (RFC 4648 §4, with padding).</summary>
    public const int Base64Length = 44;

    // The bytes in memory order: the numbers have no meaning, they make copying and comparing cheap.
    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;
    private readonly ulong _d;

    /// <summary>The hash with these bytes.</summary>
    /// <exception cref="ArgumentException">There are not exactly 32 bytes.</exception>
    public static Hash FromSpan(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
            throw new ArgumentException("A hash has 32 bytes.", nameof(bytes));
        return MemoryMarshal.Read<Hash>(bytes);
    }

    /// <summary>Writes the 32 bytes at the start of a span.</summary>
    /// <exception cref="ArgumentException">The span is shorter than 32 bytes.</exception>
    public void CopyTo(Span<byte> destination)
    {
        if (destination.Length < Size)
            throw new ArgumentException("A hash needs 32 bytes.", nameof(destination));
        MemoryMarshal.Write(destination, in this);
    }

    /// <summary>The 32 bytes, as a new array.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string ToHex()
    {
        Span<byte> bytes = stackalloc byte[Size];
        CopyTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>44 characters of base64 (RFC 4648 §4, with padding).</summary>
    public string ToBase64()
    {
        Span<byte> bytes = stackalloc byte[Size];
        CopyTo(bytes);
        return Convert.ToBase64String(bytes);
    }

    /// <summary>The hexadecimal form.</summary>
    public override string ToString() => ToHex();

    /// <summary>Reads exactly 64 hexadecimal digits, of either case.</summary>
    public static bool TryParseHex(ReadOnlySpan<char> text, out Hash hash)
    {
        hash = default;
        if (text.Length != HexLength)
            return false;
        Span<byte> bytes = stackalloc byte[Size];
        if (Convert.FromHexString(text, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
            return false;
        hash = FromSpan(bytes);
        return true;
    }

    /// <summary>
    /// Reads exactly 44 characters of base64 in their one canonical form: padded, no white space, unused bits zero.
    /// </summary>
    public static bool TryParseBase64(ReadOnlySpan<char> text, out Hash hash)
    {
        hash = default;
        if (text.Length != Base64Length)
            return false;
        Span<byte> bytes = stackalloc byte[Size + 1];
        if (!Convert.TryFromBase64Chars(text, bytes, out var written) || written != Size)
            return false;
        Span<char> canonical = stackalloc char[Base64Length];
        if (!Convert.TryToBase64Chars(bytes[..Size], canonical, out _) || !text.SequenceEqual(canonical))
            return false;
        hash = FromSpan(bytes[..Size]);
        return true;
    }
}
