namespace Custodia.Books.Keeping;

/// <summary>A compartment was given a new key: what is sealed from here on is sealed with it.</summary>
/// <param name="Of">The compartment.</param>
/// <param name="Generation">Which key of the compartment it is, from 1.</param>
/// <param name="Reason">Why.</param>
public sealed record KeyRotated(string Of, int Generation, string Reason) : Fact;

/// <summary>Keys of a compartment were destroyed: what was sealed with them is erased for ever.</summary>
/// <param name="Of">The compartment.</param>
/// <param name="Keys">Ids of the keys.</param>
/// <param name="Reason">Why.</param>
public sealed record KeysDestroyed(string Of, IReadOnlyList<string> Keys, string Reason) : Fact;

/// <summary>What the key ring says of a compartment.</summary>
/// <param name="Generation">How many keys it has had.</param>
/// <param name="Held">Ids of those that were not destroyed.</param>
public sealed record CompartmentKeys(int Generation, IReadOnlyList<string> Held);
