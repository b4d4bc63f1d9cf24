using Custodia.Proofs;

namespace Custodia.Server.Reading;

/// <summary>That an entry is in the journal: its leaf, and the path from there to the root (RFC 9162, section 2.1.3).</summary>
/// <param name="Entry">Number of the entry.</param>
/// <param name="Leaf">Its leaf hash.</param>
/// <param name="Size">Entries under the root.</param>
/// <param name="Path">The hashes beside the way up, the lowest first.</param>
/// <param name="Root">The root.</param>
/// <param name="IsSound">Whether leaf and path lead to the root, computed now.</param>
public sealed record EntryProof(long Entry, Hash Leaf, long Size, IReadOnlyList<Hash> Path, Hash Root, bool IsSound)
{
    /// <summary>Proves an entry under the tree of the first entries of the journal; <c>null</c> where it is not among them.</summary>
    public static EntryProof? Of(Desk desk, long entry, long size)
    {
        if (entry < 0 || entry >= size || size > desk.Count)
            return null;
        Hash leaf = default;
        desk.Folder.Store.Read(entry, 1, (in found) => leaf = MerkleTree.LeafHash(found.Bytes.Span));
        var (path, root) = (MerkleProof.Inclusion(desk.Folder.Store, entry, size), MerkleProof.Root(desk.Folder.Store, size));
        return new EntryProof(entry, leaf, size, path, root,
            MerkleVerifier.Inclusion(leaf, entry, size, path, root) == ProofFault.None);
    }
}
