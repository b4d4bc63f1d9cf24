using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Custodia.Books;

/// <summary>The entries that a figure came from: the first by number, and of all of them the count and a digest.</summary>
/// <param name="Count">How many they are.</param>
/// <param name="Entries">The first of them, at most <see cref="MaxNamed"/>.</param>
/// <param name="Digest">
/// SHA-256, in hexadecimal, of all their numbers in rising order, each as eight bytes with the highest first; null where there are none.
/// </param>
public sealed record EntryTrace(int Count, IReadOnlyList<long> Entries, string? Digest = null)
{
    /// <summary>Most entries that are named.</summary>
    public const int MaxNamed = 1_000;

    /// <summary>That of these entries, in any order, each as often as it likes.</summary>
    public static EntryTrace Of(IEnumerable<long> entries)
    {
        long[] all = [.. entries.Distinct().Order()];
        if (all.Length == 0)
            return new EntryTrace(0, []);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[sizeof(long)];
        foreach (var entry in all)
        {
            BinaryPrimitives.WriteInt64BigEndian(number, entry);
            hash.AppendData(number);
        }

        return new EntryTrace(all.Length, all.Length <= MaxNamed ? all : all[..MaxNamed], Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
