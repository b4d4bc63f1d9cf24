using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Custodia.Proofs;

/// <summary>A text with signatures (C2SP signed-note). Immutable.</summary>
/// <remarks>The text of a note that was read means nothing before <see cref="TryVerify"/>.</remarks>
public sealed class SignedNote
{
    /// <summary>The largest note that is read.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>The most signatures that a note has (the specification asks for 16 or more).</summary>
    public const int MaxSignatures = 64;

    private SignedNote(string text, IReadOnlyList<NoteSignature> signatures)
    {
        Text = text;
        Signatures = signatures;
    }

    /// <summary>The note text, with its final newline.</summary>
    public string Text { get; }

    /// <summary>The signatures in the order of their lines, of known and unknown keys alike.</summary>
    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>Signs a text.</summary>
    /// <exception cref="ArgumentException">The text does not end with a newline, or has control characters.</exception>
    public static SignedNote Sign(string text, INoteSigner signer)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.EndsWith('\n'))
            throw new ArgumentException("A note text ends with a newline.", nameof(text));
        return new SignedNote(text, []).WithSignature(signer);
    }

    /// <summary>Reads a note. No signature is verified by this.</summary>
    public static bool TryParse(
        ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out SignedNote? note, out ProofFault fault)
    {
        note = null;
        fault = ProofFault.TooLarge;
        if (bytes.Length > MaxBytes)
            return false;
        fault = ProofFault.NotText;
        if (!NoteText.TryDecode(bytes, out var whole))
            return false;
        fault = ProofFault.NoteMalformed;
        var text = whole.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (text < 0)
            return false;
        var lines = whole.AsSpan(text + 2);
        var signatures = new List<NoteSignature>();
        while (!lines.IsEmpty)
        {
            if (signatures.Count == MaxSignatures)
            {
                fault = ProofFault.TooManySignatures;
                return false;
            }
            if (!NoteText.TryTakeLine(ref lines, out var line) || !NoteSignature.TryParse(line, out var signature))
                return false;
            signatures.Add(signature);
        }
        if (signatures.Count == 0)
            return false;
        note = new SignedNote(whole[..(text + 1)], signatures);
        fault = ProofFault.None;
        return true;
    }

    /// <summary>The same note with one more signature, as a witness adds it.</summary>
    /// <exception cref="InvalidOperationException">The note has <see cref="MaxSignatures"/> already.</exception>
    /// <exception cref="ArgumentException">The signer's name or signature could not stand in a signature
    /// line.</exception>
    public SignedNote WithSignature(INoteSigner signer)
    {
        ArgumentNullException.ThrowIfNull(signer);
        var signature = signer.Sign(NoteText.Encode(Text));
        if (!NoteText.IsKeyName(signer.Name) || signature.Length == 0)
            throw new ArgumentException("The signer's name or signature cannot stand in a note.", nameof(signer));
        return WithSignature(new NoteSignature(signer.Name, signer.KeyId, signature));
    }

    /// <summary>The same note with one more signature, made elsewhere. It is not verified by this.</summary>
    /// <exception cref="InvalidOperationException">The note has <see cref="MaxSignatures"/> already.</exception>
    public SignedNote WithSignature(NoteSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        if (Signatures.Count == MaxSignatures)
            throw new InvalidOperationException("The note has as many signatures as a note can have.");
        return new SignedNote(Text, [.. Signatures, signature]);
    }

    /// <summary>The same note with those signatures alone that say that they are by one of the keys.</summary>
    public SignedNote Only(IReadOnlyCollection<INoteVerifier> keys) =>
        new(Text, [.. Signatures.Where(signature => keys.Any(signature.IsBy))]);

    /// <summary>
    /// Verifies each signature that is by one of the keys (same name and id) and ignores all others. One bad
    /// signature by a known key refuses the whole note, and so does having none (signed-note, "Signatures").
    /// </summary>
    /// <param name="known">The keys that the caller trusts.</param>
    /// <param name="signedBy">Those of the keys by which the note is signed; empty where it is refused.</param>
    /// <param name="fault">Why it is refused.</param>
    public bool TryVerify(
        IReadOnlyCollection<INoteVerifier> known, out IReadOnlyList<INoteVerifier> signedBy, out ProofFault fault)
    {
        ArgumentNullException.ThrowIfNull(known);
        signedBy = [];
        var text = NoteText.Encode(Text);
        var verified = new List<INoteVerifier>();
        foreach (var signature in Signatures)
        {
            foreach (var key in known.Where(signature.IsBy))
            {
                fault = ProofFault.BadSignature;
                if (!key.Verify(text, signature.Bytes.Span))
                    return false;
                if (!verified.Contains(key))
                    verified.Add(key);
            }
        }
        fault = verified.Count == 0 ? ProofFault.NoKnownSignature : ProofFault.None;
        signedBy = verified;
        return verified.Count > 0;
    }

    /// <summary>The bytes of the note.</summary>
    public byte[] Encode() => NoteText.Encode(ToString());

    /// <summary>The note as text.</summary>
    public override string ToString()
    {
        var note = new StringBuilder(Text).Append('\n');
        foreach (var signature in Signatures)
            note.Append(signature).Append('\n');
        return note.ToString();
    }
}
