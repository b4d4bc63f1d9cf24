using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Custodia.Proofs;

/// <summary>One signature line of a note (signed-note, "Signatures"). Immutable.</summary>
public sealed class NoteSignature
{
    private const string Dash = "\u2014 ";

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

    /// <summary>Reads a signature line, given without its newline. Nothing is verified by this.</summary>
    public static bool TryParse(ReadOnlySpan<char> line, [NotNullWhen(true)] out NoteSignature? signature)
    {
        signature = null;
        if (!line.StartsWith(Dash))
            return false;
        line = line[Dash.Length..];
        var space = line.IndexOf(' ');
        if (space < 0
            || !NoteText.IsKeyName(line[..space])
            || !NoteText.TryParseBase64(line[(space + 1)..], out var bytes)
            || bytes.Length <= sizeof(uint))
            return false;
        var keyId = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        signature = new NoteSignature(line[..space].ToString(), keyId, bytes.AsMemory(sizeof(uint)));
        return true;
    }

    /// <summary>Whether it says that it is by that key.</summary>
    public bool IsBy(INoteVerifier key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return KeyId == key.KeyId && Name == key.Name;
    }

    /// <summary>The signature line, without its newline.</summary>
    public override string ToString()
    {
        var bytes = new byte[sizeof(uint) + Bytes.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Bytes.Span.CopyTo(bytes.AsSpan(sizeof(uint)));
        return Dash + Name + " " + Convert.ToBase64String(bytes);
    }
}
