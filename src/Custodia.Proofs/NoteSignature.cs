namespace Custodia.Proofs;

/// <summary>One signature line of a note (signed-note, "Signatures").</summary>
/// <param name="Name">The key name.</param>
/// <param name="KeyId">The key id.</param>
/// <param name="Bytes">The signature without the key id before it.</param>
public sealed record NoteSignature(string Name, uint KeyId, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Whether it says that it is by that key.</summary>
    public bool IsBy(INoteVerifier key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return KeyId == key.KeyId && Name == key.Name;
    }
}
