using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Custodia.Proofs;

/// <summary>
/// A receipt: proof that an entry is in a log, which verifies offline (C2SP tlog-proof). Its index, its inclusion
/// proof and a signed checkpoint; in files with extension <c>.tlog-proof</c>.
/// </summary>
public sealed class TlogProof
{
    /// <summary>The largest receipt that is read.</summary>
    public const int MaxBytes = SignedNote.MaxBytes;

    /// <summary>The most bytes of extra data.</summary>
    public const int MaxExtraBytes = 64 * 1024;

    private const string Header = "c2sp.org/tlog-proof@v1";
    private const string ExtraMark = "extra ";
    private const string IndexMark = "index ";

    private readonly Hash[] _path;

    /// <summary>A receipt of these parts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative, or the path longer than a proof can
    /// be.</exception>
    public TlogProof(long index, ReadOnlySpan<Hash> path, SignedNote checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(path.Length, MerkleProof.MaxLength, nameof(path));
        Index = index;
        Checkpoint = checkpoint;
        _path = path.ToArray();
    }

    /// <summary>Index of the entry in the log.</summary>
    public long Index { get; }

    /// <summary>The inclusion proof in the tree of the checkpoint, from the leaf's sibling up.</summary>
    public ReadOnlySpan<Hash> Path => _path;

    /// <summary>The signed checkpoint, verbatim.</summary>
    public SignedNote Checkpoint { get; }

    /// <summary>Opaque data for the application, or null. Nothing authenticates it.</summary>
    /// <exception cref="ArgumentException">More than <see cref="MaxExtraBytes"/>.</exception>
    public ReadOnlyMemory<byte>? Extra
    {
        get;
        init => field = value is not { Length: > MaxExtraBytes }
            ? value
            : throw new ArgumentException("Extra data is limited to 64 KiB.", nameof(value));
    }

    /// <summary>Reads a receipt. Nothing is verified by this.</summary>
    public static bool TryParse(
        ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out TlogProof? proof, out ProofFault fault)
    {
        proof = null;
        fault = ProofFault.TooLarge;
        if (bytes.Length > MaxBytes)
            return false;
        fault = ProofFault.NotText;
        if (!NoteText.TryDecode(bytes, out var whole))
            return false;
        fault = ProofFault.ReceiptMalformed;
        var rest = whole.AsSpan();
        if (!NoteText.TryTakeLine(ref rest, out var line) || !line.SequenceEqual(Header))
            return false;
        if (!TryTakeExtra(ref rest, out var extra, out fault)
            || !TryTakeIndex(ref rest, out var index)
            || !TryTakePath(ref rest, out var path, out fault))
            return false;
        if (!SignedNote.TryParse(Encoding.UTF8.GetBytes(rest.ToString()), out var checkpoint, out fault))
            return false;
        proof = new TlogProof(index, path.ToArray(), checkpoint) { Extra = extra };
        return true;
    }

    /// <summary>
    /// Verifies that the entry is in the log at the index (tlog-proof, "Verifying a tlog proof"): the checkpoint is
    /// of the log and signed by one of its keys, and the inclusion proof leads from the entry to its root.
    /// </summary>
    /// <param name="entry">The bytes of the entry.</param>
    /// <param name="origin">The log that it has to be in.</param>
    /// <param name="logKeys">The keys of that log.</param>
    /// <param name="checkpoint">The checkpoint that covers the entry, if the receipt is good.</param>
    /// <returns><see cref="ProofFault.None"/> if so, else why not.</returns>
    /// <remarks>
    /// Whose co-signatures are needed beyond the log's own is for the caller: <see cref="SignedNote.TryVerify"/>.
    /// </remarks>
    public ProofFault Verify(
        ReadOnlySpan<byte> entry, string origin, IReadOnlyCollection<INoteVerifier> logKeys, out Checkpoint? checkpoint)
    {
        checkpoint = null;
        if (!Proofs.Checkpoint.TryOpen(Checkpoint, origin, logKeys, out var opened, out var fault))
            return fault;
        fault = MerkleVerifier.Inclusion(MerkleTree.LeafHash(entry), Index, opened.Size, _path, opened.Root);
        if (fault == ProofFault.None)
            checkpoint = opened;
        return fault;
    }

    /// <summary>The bytes of the receipt.</summary>
    public byte[] Encode() => NoteText.Encode(ToString());

    /// <summary>The receipt as text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Header).Append('\n');
        if (Extra is { } extra)
            text.Append(ExtraMark).Append(Convert.ToBase64String(extra.Span)).Append('\n');
        text.Append(IndexMark).Append(Index.ToString(CultureInfo.InvariantCulture)).Append('\n');
        foreach (var hash in _path)
            text.Append(hash.ToBase64()).Append('\n');
        return text.Append('\n').Append(Checkpoint).ToString();
    }

    private static bool TryTakeExtra(ref ReadOnlySpan<char> rest, out ReadOnlyMemory<byte>? extra, out ProofFault fault)
    {
        extra = null;
        fault = ProofFault.ReceiptMalformed;
        if (!rest.StartsWith(ExtraMark))
            return true;
        if (!NoteText.TryTakeLine(ref rest, out var line)
            || !NoteText.TryParseBase64(line[ExtraMark.Length..], out var bytes))
            return false;
        fault = bytes.Length > MaxExtraBytes ? ProofFault.TooLarge : ProofFault.ReceiptMalformed;
        extra = bytes;
        return bytes.Length <= MaxExtraBytes;
    }

    private static bool TryTakeIndex(ref ReadOnlySpan<char> rest, out long index)
    {
        index = 0;
        return NoteText.TryTakeLine(ref rest, out var line)
            && line.StartsWith(IndexMark)
            && NoteText.TryParseDecimal(line[IndexMark.Length..], out index);
    }

    private static bool TryTakePath(ref ReadOnlySpan<char> rest, out List<Hash> path, out ProofFault fault)
    {
        path = [];
        fault = ProofFault.ReceiptMalformed;
        while (NoteText.TryTakeLine(ref rest, out var line))
        {
            if (line.IsEmpty)
                return true;
            if (path.Count == MerkleProof.MaxLength)
            {
                fault = ProofFault.ProofLength;
                return false;
            }
            if (!Hash.TryParseBase64(line, out var hash))
                return false;
            path.Add(hash);
        }
        return false;
    }
}
