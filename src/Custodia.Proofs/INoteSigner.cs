namespace Custodia.Proofs;

/// <summary>A private key that signs notes.</summary>
public interface INoteSigner
{
    /// <summary>The key name.</summary>
    string Name { get; }

    /// <summary>The key id.</summary>
    uint KeyId { get; }

    /// <summary>Signs a note text, given with its final newline; the result does not hold the key id.</summary>
    byte[] Sign(ReadOnlySpan<byte> text);
}
