using System.Text.Json.Serialization;

namespace Custodia.Commitments;

/// <summary>A regime or partnership that a State joins. How many joined is a fact with a date (<see cref="Register.FactsOf"/>).</summary>
/// <param name="Id">Id of the regime.</param>
/// <param name="System">Its term.</param>
/// <param name="Started">When it began: yyyy or yyyy-MM-dd.</param>
/// <param name="Records">What the membership of a State records.</param>
/// <param name="Source">Id of the source.</param>
/// <param name="Confidence">How far it was checked.</param>
/// <param name="Indicators">Ids of the indicators that it feeds.</param>
/// <param name="Ended">When it ended.</param>
/// <param name="Host">Who runs it.</param>
public sealed record Regime(string Id, string System, string Started, Words Records, string Source, Confidence Confidence,
    IReadOnlyList<string> Indicators, string? Ended = null, Words? Host = null)
{
    /// <summary>The name of its term.</summary>
    [JsonIgnore]
    public Words Title => Register.TitleOf(null, System);
}

/// <summary>An organisation, committee or other body.</summary>
/// <param name="Id">Id of the body.</param>
/// <param name="System">Its term.</param>
/// <param name="Records">What Custodia records about dealings with it.</param>
/// <param name="Indicators">Ids of the indicators that it feeds.</param>
/// <param name="Seat">Where it sits.</param>
public sealed record Body(string Id, string System, Words Records, IReadOnlyList<string> Indicators, Words? Seat = null)
{
    /// <summary>The name of its term.</summary>
    [JsonIgnore]
    public Words Title => Register.TitleOf(null, System);
}
