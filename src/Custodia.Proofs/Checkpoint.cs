using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Custodia.Proofs;

/// <summary>What a log says of itself at a size (C2SP tlog-checkpoint, "Note text").</summary>
/// <param name="Origin">The name of the log: one line, not empty.</param>
/// <param name="Size">Leaves of the tree, 0 to 2^63 - 1.</param>
/// <param name="Root">Root of the tree (RFC 9162 §2.1.1).</param>
public sealed record Checkpoint(string Origin, long Size, Hash Root)
{
    /// <summary>Any further lines, each not empty and with its newline; kept as they stand.</summary>
    public string Extensions { get; init; } = "";

    /// <summary>Reads the text of a note. That it is signed is not looked at.</summary>
    public static bool TryParse(
        ReadOnlySpan<char> text, [NotNullWhen(true)] out Checkpoint? checkpoint, out ProofFault fault)
    {
        checkpoint = null;
        fault = ProofFault.CheckpointMalformed;
        if (!NoteText.TryTakeLine(ref text, out var origin)
            || origin.IsEmpty
            || !NoteText.TryTakeLine(ref text, out var sizeLine)
            || !NoteText.TryParseDecimal(sizeLine, out var size)
            || !NoteText.TryTakeLine(ref text, out var rootLine)
            || !Hash.TryParseBase64(rootLine, out var root)
            || !AreExtensions(text))
            return false;
        checkpoint = new Checkpoint(origin.ToString(), size, root) { Extensions = text.ToString() };
        fault = ProofFault.None;
        return true;
    }

    /// <summary>
    /// Reads a signed checkpoint of one log, with a good signature by one or more of its keys.
    /// </summary>
    /// <param name="note">Bytes that anybody may have written.</param>
    /// <param name="origin">The log that it has to be of.</param>
    /// <param name="logKeys">The keys of that log.</param>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="fault">Why it is refused.</param>
    public static bool TryOpen(
        ReadOnlySpan<byte> note,
        string origin,
        IReadOnlyCollection<INoteVerifier> logKeys,
        [NotNullWhen(true)] out Checkpoint? checkpoint,
        out ProofFault fault)
    {
        checkpoint = null;
        return SignedNote.TryParse(note, out var signed, out fault)
            && TryOpen(signed, origin, logKeys, out checkpoint, out fault);
    }

    /// <summary>The same for a note that was read already, of which nothing is trusted.</summary>
    public static bool TryOpen(
        SignedNote note,
        string origin,
        IReadOnlyCollection<INoteVerifier> logKeys,
        [NotNullWhen(true)] out Checkpoint? checkpoint,
        out ProofFault fault)
    {
        ArgumentNullException.ThrowIfNull(note);
        checkpoint = null;
        if (!note.TryVerify(logKeys, out _, out fault) || !TryParse(note.Text, out var read, out fault))
            return false;
        if (read.Origin != origin)
        {
            fault = ProofFault.OriginMismatch;
            return false;
        }
        checkpoint = read;
        return true;
    }

    /// <summary>The note text.</summary>
    /// <exception cref="InvalidOperationException">It would not be read back: bad origin, size or extension
    /// lines.</exception>
    public string ToText()
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Root.ToBase64()}\n{Extensions}");
        return TryParse(text, out var read, out _) && read == this
            ? text
            : throw new InvalidOperationException("The origin, size or extension lines cannot stand in a checkpoint.");
    }

    /// <summary>The checkpoint, signed.</summary>
    public SignedNote Sign(INoteSigner signer) => SignedNote.Sign(ToText(), signer);

    private static bool AreExtensions(ReadOnlySpan<char> lines) =>
        lines.IsEmpty || (lines[0] != '\n' && lines[^1] == '\n' && !lines.Contains("\n\n", StringComparison.Ordinal));
}
