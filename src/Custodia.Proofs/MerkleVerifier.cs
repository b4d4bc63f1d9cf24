namespace Custodia.Proofs;

/// <summary>Verifies proofs that anybody may have written (RFC 9162 §2.1.3.2, §2.1.4.2). Never throws.</summary>
public static class MerkleVerifier
{
    /// <summary>Whether the leaf is at that index of the tree with that size and root (RFC 9162 §2.1.3.2).</summary>
    /// <returns><see cref="ProofFault.None"/> if so, else why not.</returns>
    public static ProofFault Inclusion(in Hash leaf, long index, long size, ReadOnlySpan<Hash> path, in Hash root)
    {
        if (index < 0 || index >= size)
            return ProofFault.OutOfRange;
        if (path.Length > MerkleProof.MaxLength)
            return ProofFault.ProofLength;
        var (place, last) = (index, size - 1);
        var hash = leaf;
        foreach (ref readonly var step in path)
        {
            if (last == 0)
                return ProofFault.ProofLength;
            if (IsRightChild(place, last))
            {
                hash = MerkleTree.NodeHash(in step, in hash);
                ClimbToRightChild(ref place, ref last);
            }
            else
            {
                hash = MerkleTree.NodeHash(in hash, in step);
            }
            place >>= 1;
            last >>= 1;
        }
        if (last != 0)
            return ProofFault.ProofLength;
        return hash == root ? ProofFault.None : ProofFault.RootMismatch;
    }

    /// <summary>
    /// Whether the second tree is the first with leaves appended (RFC 9162 §2.1.4.2). The RFC leaves two cases out:
    /// equal sizes, for which the roots must be equal, and a first size of zero, for which its root must be that of
    /// the empty tree; in both the proof must be empty.
    /// </summary>
    /// <returns><see cref="ProofFault.None"/> if so, else why not.</returns>
    public static ProofFault Consistency(
        long first, in Hash firstRoot, long second, in Hash secondRoot, ReadOnlySpan<Hash> path)
    {
        if (first < 0 || first > second)
            return ProofFault.OutOfRange;
        if (path.Length > MerkleProof.MaxLength)
            return ProofFault.ProofLength;
        if (first == 0 || first == second)
            return Trivial(first == 0 ? MerkleTree.EmptyRoot : secondRoot, firstRoot, path);
        if (path.IsEmpty)
            return ProofFault.ProofLength;

        var (place, last) = (first - 1, second - 1);
        while ((place & 1) != 0)
        {
            place >>= 1;
            last >>= 1;
        }
        // A first tree that is a complete subtree starts the climb itself; else the proof states where to start.
        var (older, newer) = (firstRoot, firstRoot);
        if ((first & (first - 1)) != 0)
        {
            older = newer = path[0];
            path = path[1..];
        }
        foreach (ref readonly var step in path)
        {
            if (last == 0)
                return ProofFault.ProofLength;
            if (IsRightChild(place, last))
            {
                older = MerkleTree.NodeHash(in step, in older);
                newer = MerkleTree.NodeHash(in step, in newer);
                ClimbToRightChild(ref place, ref last);
            }
            else
            {
                newer = MerkleTree.NodeHash(in newer, in step);
            }
            place >>= 1;
            last >>= 1;
        }
        if (last != 0)
            return ProofFault.ProofLength;
        return older == firstRoot && newer == secondRoot ? ProofFault.None : ProofFault.RootMismatch;
    }

    private static ProofFault Trivial(in Hash expected, in Hash found, ReadOnlySpan<Hash> path)
    {
        if (!path.IsEmpty)
            return ProofFault.ProofLength;
        return expected == found ? ProofFault.None : ProofFault.RootMismatch;
    }

    private static bool IsRightChild(long place, long last) => (place & 1) != 0 || place == last;

    // The last node of an incomplete level has no sibling there: it is its own parent until it is a right child.
    private static void ClimbToRightChild(ref long place, ref long last)
    {
        while ((place & 1) == 0 && place != 0)
        {
            place >>= 1;
            last >>= 1;
        }
    }
}
