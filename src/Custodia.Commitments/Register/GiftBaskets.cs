namespace Custodia.Commitments;

/// <summary>An information circular of the IAEA that opened a gift basket to all its members.</summary>
/// <param name="Id">Such as <c>IC908</c>, with which the ids of its duties begin.</param>
/// <param name="Circular">Number of the circular.</param>
/// <param name="Name">What it is about.</param>
/// <param name="Date">When it was issued, as exactly as is known.</param>
/// <param name="Confidence">How far it was checked.</param>
/// <param name="Duties">What a subscriber does, in our own words.</param>
/// <param name="Sponsor">Code of the State that brought it.</param>
public sealed record GiftBasket(string Id, string Circular, Words Name, string Date, Confidence Confidence, IReadOnlyList<Duty> Duties,
    string? Sponsor = null);
