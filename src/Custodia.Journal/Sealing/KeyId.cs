using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Custodia.Journal.Sealing;

/// <summary>
/// The name of a compartment key: the first 16 bytes of SHA-256 over a label and the key.
/// </summary>
/// <remarks>
/// The id follows from the key, so a damaged key file is found when it is read and not when the first body
/// fails to open. A key is 32 random bytes: its id tells nothing about it.
/// </remarks>
/// <param name="Value">The 16 bytes as a big-endian number.</param>
public readonly record struct KeyId(UInt128 Value)
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 16;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>Reads an id from its 16 bytes.</summary>
    public static KeyId Read(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt128BigEndian(bytes));

    /// <summary>Writes the 16 bytes of the id.</summary>
    public void Write(Span<byte> destination) => BinaryPrimitives.WriteUInt128BigEndian(destination, Value);

    /// <summary>Reads 32 lower-case hexadecimal digits.</summary>
    /// <returns>Whether the text is such an id.</returns>
    public static bool TryParse(ReadOnlySpan<char> hex, out KeyId id)
    {
        id = default;
        if (hex.Length != 2 * Length || hex.ContainsAnyExcept(HexDigits))
            return false;
        id = new KeyId(UInt128.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        return true;
    }

    /// <summary>The id as 32 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);

    internal static KeyId Of(ReadOnlySpan<byte> key)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("custodia key id 1\n"u8);
        hash.AppendData(key);
        hash.GetHashAndReset(digest);
        return Read(digest);
    }
}
