using System.Security.Cryptography;
using System.Text;

namespace Custodia.Server.SignIn;

/// <summary>
/// Codes that a person copies by hand: five bits a character, in groups, without the letters and digits that look alike.
/// </summary>
public static class OneTimeCode
{
    /// <summary>The alphabet of Crockford's base 32: no I, L, O, U.</summary>
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int GroupLength = 5;

    /// <summary>A new code of that many bits, a multiple of five, such as <c>8Q2ZK-…</c>.</summary>
    public static string New(int bits)
    {
        var letters = RandomNumberGenerator.GetString(Letters, bits / 5);
        return string.Join('-', letters.Chunk(GroupLength).Select(group => new string(group)));
    }

    /// <summary>SHA-256 of a code as it was meant: without case, blanks, hyphens, and O for 0 and I or L for 1.</summary>
    /// <remarks>A code is random, of 50 bits and more behind a rate limit: it needs no slow hash.</remarks>
    public static string Digest(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Normal(code))));

    /// <summary>Compares digests in a time that does not tell how much of them agrees.</summary>
    public static bool IsSame(string digest, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(digest), Encoding.UTF8.GetBytes(other));

    /// <summary>The two codes of the same length that were typed one after the other.</summary>
    public static (string First, string Second) Halves(string codes)
    {
        var normal = Normal(codes);
        return (normal[..(normal.Length / 2)], normal[(normal.Length / 2)..]);
    }

    private static string Normal(string code) => new(
    [
        .. from letter in code.Normalize(NormalizationForm.FormKC).ToUpperInvariant()
           where letter != '-' && !char.IsWhiteSpace(letter)
           select letter switch { 'O' => '0', 'I' or 'L' => '1', var same => same },
    ]);
}
