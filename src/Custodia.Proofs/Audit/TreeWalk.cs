using System.Buffers.Binary;

namespace Custodia.Proofs.Audit;

/// <summary>
/// Walks the entries from the first on, recomputes the tree and compares it with every frame's root and, at its size,
/// with every signed checkpoint.
/// </summary>
internal sealed class TreeWalk
{
    /// <summary>First sequence, count and epoch of a frame.</summary>
    internal const int HeadBytes = 16;

    private const int LengthBytes = 2;
    private const int MaxFrameEntries = 262_144;

    private readonly ProblemList _problems;
    private readonly Queue<CheckpointClaim> _claims;
    private readonly Frontier _tree = new();
    private readonly long _stopAt;
    private long _recordedAt = -1;
    private long _vouchedFor;

    /// <param name="claims">Smallest first.</param>
    /// <param name="stopAt">The walk is complete at so many entries.</param>
    /// <param name="problems">Where to say what is wrong.</param>
    internal TreeWalk(IEnumerable<CheckpointClaim> claims, long stopAt, ProblemList problems)
    {
        _claims = new Queue<CheckpointClaim>(claims);
        _stopAt = stopAt;
        _problems = problems;
        MeetClaims();
    }

    /// <summary>Entries of whole and sound frames.</summary>
    internal long Entries { get; private set; }

    /// <summary>Root of the tree over those.</summary>
    internal Hash Root { get; private set; } = MerkleTree.EmptyRoot;

    internal uint Epoch { get; private set; }

    internal bool IsComplete => Entries >= _stopAt;

    internal int ClaimsVerified { get; private set; }

    /// <summary>The claims whose root was another.</summary>
    internal List<CheckpointClaim> Contradicted { get; } = [];

    /// <summary>The claims for more entries than were walked.</summary>
    internal IReadOnlyCollection<CheckpointClaim> NotReached => _claims;

    /// <summary>Takes the epoch of a segment or a frame, which never goes back.</summary>
    internal bool EnterEpoch(uint epoch, string file)
    {
        if (epoch < Epoch)
            return _problems.Add(AuditCodes.EpochWentBack, file, Entries, $"epoch {Epoch} or later", $"{epoch}");
        Epoch = epoch;
        return true;
    }

    /// <summary>Takes a whole frame (docs/formats/journal.md, "Frames").</summary>
    /// <returns>Whether it is sound; after one that is not, the walk is over.</returns>
    internal bool Frame(ReadOnlySpan<byte> payload, string file)
    {
        if (payload.Length < HeadBytes + Hash.Size)
            return Misshapen(file, "a frame's head and root", $"{payload.Length} bytes");
        var first = BinaryPrimitives.ReadInt64BigEndian(payload);
        var count = BinaryPrimitives.ReadUInt32BigEndian(payload[8..]);
        if (first != Entries)
            return Misshapen(file, $"a frame from entry {Entries}", $"{first}");
        if (count is 0 or > MaxFrameEntries)
            return Misshapen(file, $"1 to {MaxFrameEntries} entries", $"{count}");
        if (!EnterEpoch(BinaryPrimitives.ReadUInt32BigEndian(payload[12..]), file))
            return false;

        var rest = payload[HeadBytes..];
        for (var i = 0; i < count; i++)
        {
            if (!TakeEntry(ref rest, file))
                return false;
        }

        return TakeRoot(rest, file);
    }

    private bool TakeEntry(ref ReadOnlySpan<byte> rest, string file)
    {
        if (rest.Length < LengthBytes)
            return Misshapen(file, "the length of an entry", "the end of the frame");
        int length = BinaryPrimitives.ReadUInt16BigEndian(rest);
        if (rest.Length < LengthBytes + length)
            return Misshapen(file, $"an entry of {length} bytes", "the end of the frame");
        var entry = rest.Slice(LengthBytes, length);
        rest = rest[(LengthBytes + length)..];

        var sequence = _tree.Size;
        if (EntryEnvelope.Check(entry) is var (expected, found))
            return _problems.Add(AuditCodes.EntryMalformed, file, sequence, expected, found);
        if (EntryEnvelope.Sequence(entry) != sequence)
            return _problems.Add(
                AuditCodes.EntryOutOfOrder, file, sequence, $"{sequence}", $"{EntryEnvelope.Sequence(entry)}");
        var recordedAt = EntryEnvelope.RecordedAt(entry);
        if (recordedAt <= _recordedAt)
            return _problems.Add(
                AuditCodes.TimeNotIncreasing, file, sequence, $"later than {_recordedAt} microseconds",
                $"{recordedAt}");
        _recordedAt = recordedAt;
        _tree.Append(MerkleTree.LeafHash(entry));
        MeetClaims();
        return true;
    }

    private bool TakeRoot(ReadOnlySpan<byte> rest, string file)
    {
        if (rest.Length != Hash.Size)
            return Misshapen(file, "the root, and nothing after it", $"{rest.Length} bytes");
        var root = _tree.Root();
        var stated = Hash.FromSpan(rest);
        if (stated != root)
            return _problems.Add(AuditCodes.RootMismatch, file, Entries, $"root {root}", $"{stated}");
        (Entries, Root) = (_tree.Size, root);
        return true;
    }

    private void MeetClaims()
    {
        while (_claims.TryPeek(out var claim) && claim.Checkpoint.Size == _tree.Size)
        {
            _claims.Dequeue();
            var root = _tree.Root();
            if (claim.Checkpoint.Root == root)
            {
                ClaimsVerified++;
                _vouchedFor = _tree.Size;
                continue;
            }

            Contradicted.Add(claim);
            // The entry that was changed is this one or a later one: those before are vouched for by a checkpoint.
            _problems.Add(
                AuditCodes.CheckpointRoot, claim.File, _vouchedFor,
                $"root {claim.Checkpoint.Root} at size {_tree.Size}, as signed", $"{root}");
        }
    }

    private bool Misshapen(string file, string expected, string found) =>
        _problems.Add(AuditCodes.FrameMalformed, file, _tree.Size, expected, found);
}
