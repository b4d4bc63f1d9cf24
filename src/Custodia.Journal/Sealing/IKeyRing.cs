namespace Custodia.Journal.Sealing;

/// <summary>The keys of the sealed compartments, kept outside the journal. Safe on any thread.</summary>
public interface IKeyRing
{
    /// <summary>
    /// The key for what is newly written into a compartment; null when the compartment is not sealed, which is
    /// so exactly when it never had a key.
    /// </summary>
    /// <exception cref="KeyRingException">
    /// <see cref="KeyRingException.Erased"/>: its keys were all destroyed. Writing in the clear instead would
    /// undo what the destruction was for.
    /// </exception>
    CompartmentKey? Current(string compartment);

    /// <summary>
    /// The key for what is newly written into a compartment, which is sealed from then on if it was not: its first key is
    /// made, durably, before anything is sealed with it.
    /// </summary>
    /// <exception cref="KeyRingException">
    /// <see cref="KeyRingException.Erased"/>, as <see cref="Current"/>; <see cref="KeyRingException.Name"/>.
    /// </exception>
    CompartmentKey SealingKey(string compartment);

    /// <summary>Whether a compartment had keys and all of them were destroyed.</summary>
    bool IsErased(string compartment);

    /// <summary>A key by its id: held, destroyed or never seen.</summary>
    KeyLookup Find(KeyId id);
}

/// <summary>What a ring says about a key id. A closed family.</summary>
public abstract record KeyLookup
{
    private KeyLookup()
    {
    }

    /// <summary>The ring has the key.</summary>
    public sealed record Held(CompartmentKey Key) : KeyLookup;

    /// <summary>The ring had the key; it was destroyed for ever.</summary>
    public sealed record Destroyed(KeyRecord Record) : KeyLookup;

    /// <summary>The ring does not know the key: it may be in another ring or a backup of this one.</summary>
    public sealed record Unknown : KeyLookup
    {
        internal static readonly Unknown Instance = new();
    }
}
