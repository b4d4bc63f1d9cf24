using System.Text;
using Custodia.Journal;
using Custodia.Proofs;
using Custodia.Proofs.Audit;
using Custodia.Server.Access;
using Custodia.Server.Hosting;

namespace Custodia.Server.Proving;

/// <summary>An entry of a proof.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Leaf">Its leaf hash (RFC 9162), in hexadecimal.</param>
/// <param name="Book">Its book; empty where that may not be shown.</param>
/// <param name="Kind">Its kind; empty where that may not be shown.</param>
/// <param name="IsSealed">Whether its body is sealed: it stays so.</param>
/// <param name="Receipt">Its receipt with its bytes (C2SP tlog-proof); null where they may not be shown.</param>
public sealed record ProvedEntry(long Number, string Leaf, string Book, string Kind, bool IsSealed, string? Receipt)
{
    /// <summary>Entries as somebody may see them, with their receipts.</summary>
    /// <param name="folder">The journal.</param>
    /// <param name="numbers">Their numbers, each in the checkpoint.</param>
    /// <param name="checkpoint">The checkpoint that holds them.</param>
    /// <param name="sight">What may be shown.</param>
    internal static List<ProvedEntry> Of(DataFolder folder, IEnumerable<long> numbers, SignedNote checkpoint, EntrySight sight)
    {
        var entries = new List<ProvedEntry>();
        foreach (var number in numbers)
        {
            folder.Store.Read(number, 1, (in entry) =>
            {
                var header = sight.Shown(entry.Header);
                entries.Add(new ProvedEntry(number, MerkleTree.LeafHash(entry.Bytes.Span).ToHex(), header.Book, header.Kind, entry.Header.IsSealed,
                    sight.ShowsBytes(entry.Header) ? Encoding.UTF8.GetString(folder.Receipt(number, checkpoint).Encode()) : null));
            });
        }

        return entries;
    }

    /// <summary>
    /// Whether the receipt proves the entry to be in the checkpoint, and to be what is said of it. A receipt that is not there
    /// proves nothing, and claims nothing but a digest.
    /// </summary>
    internal bool IsIn(Checkpoint checkpoint, VerifierKey key)
    {
        if (Receipt is not { } receipt)
            return Hash.TryParseHex(Leaf, out _);
        var bytes = Encoding.UTF8.GetBytes(receipt);
        return TlogProof.TryParse(bytes, out var proof, out _) && proof.Extra is { } inside
            && ReceiptAudit.Verify(bytes, inside.Span, key.Name, [key]).Checkpoint is { } held
            && (held.Size, held.Root) == (checkpoint.Size, checkpoint.Root)
            && proof.Index == Number && MerkleTree.LeafHash(inside.Span).ToHex() == Leaf
            && EntryCodec.TryDecode(inside, out var decoded) == EntryFault.None
            && (decoded.Header.Book, decoded.Header.Kind, decoded.Header.IsSealed) == (Book, Kind, IsSealed);
    }

    /// <summary>The entry itself; <c>null</c> where its bytes are not given.</summary>
    internal Entry? Decode() => Receipt is { } receipt
        && TlogProof.TryParse(Encoding.UTF8.GetBytes(receipt), out var proof, out _) && proof.Extra is { } inside
        && EntryCodec.TryDecode(inside, out var decoded) == EntryFault.None ? decoded : null;
}
