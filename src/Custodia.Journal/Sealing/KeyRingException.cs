namespace Custodia.Journal.Sealing;

/// <summary>The key ring cannot do what was asked. <see cref="Code"/> is stable; the message is for people.</summary>
public sealed class KeyRingException : Exception
{
    /// <summary>A key file is not in its format, or its key does not have the id that it states.</summary>
    public const string Malformed = "keys.malformed";

    /// <summary>
    /// A key file is wrapped and neither a key-encryption key nor a passphrase of its sort was given.
    /// </summary>
    public const string Locked = "keys.locked";

    /// <summary>The key-encryption key or the passphrase is not the one the key was wrapped with.</summary>
    public const string WrongUnlock = "keys.wrong-unlock";

    /// <summary>Other users of the machine may read a key file or its folder.</summary>
    public const string Permissions = "keys.permissions";

    /// <summary>
    /// Every key of the compartment was destroyed: nothing is written into it until it gets a new key.
    /// </summary>
    public const string Erased = "keys.erased";

    /// <summary>The ring never held the key.</summary>
    public const string Unknown = "keys.unknown";

    /// <summary>A compartment's name is empty, too long, or has control characters or blanks at its ends.</summary>
    public const string Name = "keys.name";

    /// <summary>CUSTODIA_KEK is not base64 of 32 bytes.</summary>
    public const string Environment = "keys.environment";

    internal KeyRingException(string code, string message) : base($"{code}: {message}") => Code = code;

    /// <summary>One of the constants of this class.</summary>
    public string Code { get; }

    internal static KeyRingException ErasedCompartment(string compartment) =>
        new(Erased, $"all keys of compartment '{compartment}' were destroyed; add a new key before writing into it");
}
