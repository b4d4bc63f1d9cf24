namespace Custodia.Proofs;

/// <summary>A key that is known, with which signatures of a note are verified. Safe on any thread.</summary>
public interface INoteVerifier
{
    /// <summary>The key name.</summary>
    string Name { get; }

    /// <summary>The key id.</summary>
    uint KeyId { get; }

    /// <summary>Whether the bytes, which anybody may have written, are a signature of the text. Never throws.</summary>
    /// <param name="text">The note text, with its final newline.</param>
    /// <param name="signature">The signature without the key id before it.</param>
    bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature);
}
