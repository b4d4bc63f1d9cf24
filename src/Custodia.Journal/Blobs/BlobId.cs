using Custodia.Proofs;

namespace Custodia.Journal.Blobs;

/// <summary>The address of a blob: SHA-256 of its plain bytes.</summary>
/// <param name="Digest">The digest.</param>
public readonly record struct BlobId(Hash Digest)
{
    /// <summary>Reads 64 lower-case hexadecimal digits.</summary>
    public static bool TryParse(ReadOnlySpan<char> hex, out BlobId id)
    {
        var ok = Hash.TryParseHex(hex, out var digest) && !hex.ContainsAnyInRange('A', 'F');
        id = new BlobId(digest);
        return ok;
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Digest.ToHex();
}
