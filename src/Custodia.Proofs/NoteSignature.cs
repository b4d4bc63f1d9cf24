namespace Custodia.Proofs;

/// <summary>One signature line of a note (signed-note, "Signatures").</summary>
public sealed class NoteSignature
{
    internal NoteSignature(string name, uint keyId, ReadOnlyMemory<byte> bytes)
    {
        Name = name;
        KeyId = keyId;
        Bytes = bytes;
    }

    /// <summary>The key name.</summary>
    public string Name { get; }

    /// <summary>The key id.</summary>
    public uint KeyId { get; }

    /// <summary>The signature without the key id before it.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Whether it says that it is by that key.</summary>
    public bool IsBy(INoteVerifier key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return KeyId == key.KeyId && Name == key.Name;
    }
}
