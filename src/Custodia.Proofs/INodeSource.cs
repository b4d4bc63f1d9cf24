namespace Custodia.Proofs;

/// <summary>Where the hashes of complete subtrees come from: memory, tiles, a disk.</summary>
public interface INodeSource
{
    /// <summary>
    /// Reads neighbouring nodes of one level. The node at (level, index) is MTH(D[index × 2^level : (index + 1) ×
    /// 2^level]) (RFC 9162 §2.1.1); level 0 are the leaf hashes.
    /// </summary>
    /// <remarks>Asked only for subtrees that are complete at the size for which something is computed.</remarks>
    void Read(int level, long first, Span<Hash> nodes);
}
