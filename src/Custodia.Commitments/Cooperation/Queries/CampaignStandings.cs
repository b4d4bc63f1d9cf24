using Custodia.Commitments.Cooperation.Facts;

namespace Custodia.Commitments.Cooperation.Queries;

/// <summary>How a campaign stands. Nobody types it in.</summary>
public enum CampaignState
{
    /// <summary>Some is left, and there is time.</summary>
    Open,

    /// <summary>Some is left after the day on which nothing was to be.</summary>
    Overdue,

    /// <summary>The ledger shows that nothing is left.</summary>
    Closed,

    /// <summary>It was declared completed, and the ledger shows that some is left.</summary>
    Contradicted,

    /// <summary>The ledger never showed any there, or is not kept.</summary>
    NoEvidence,
}

/// <summary>What a ledger shows of a campaign.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Held">What is left, in kg of uranium: in the book, on the way, exempt or in waste.</param>
/// <param name="AtStart">What there was when it began.</param>
/// <param name="ClearSince">Since when nothing is left.</param>
/// <param name="ByRoute">What left since it began, by way, in kg: less than zero where more came than went.</param>
/// <param name="Since">The lines since it began.</param>
/// <param name="Level">What was there at the end of each day on which it changed.</param>
internal sealed record CampaignStanding(CampaignState State, decimal Held, decimal AtStart, DateOnly? ClearSince,
    IReadOnlyDictionary<HeuRoute, decimal> ByRoute, IReadOnlyList<HeuChange> Since, IReadOnlyList<(DateOnly Day, decimal Kilograms)> Level)
{
    /// <summary>Judges a campaign by what the ledger shows.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="reading">What the ledger shows on that day; <c>null</c> where it is not kept.</param>
    /// <param name="isDeclared">Whether somebody declared it completed.</param>
    /// <param name="day">The day.</param>
    public static CampaignStanding Of(AnnounceCampaign campaign, LedgerReading? reading, bool isDeclared, DateOnly day)
    {
        var changes = reading?.Changes ?? [];
        var level = Levels(changes, campaign.Batches is not null);
        var held = level.Count > 0 ? level[^1].Kilograms : 0;
        var since = changes.Where(change => change.Day >= campaign.On).ToList();
        var state = changes.Count == 0 || reading!.Unknown.Count > 0 ? CampaignState.NoEvidence
            : held <= 0 ? CampaignState.Closed
            : isDeclared ? CampaignState.Contradicted
            : day > campaign.Due ? CampaignState.Overdue
            : CampaignState.Open;
        return new CampaignStanding(state, held, level.LastOrDefault(point => point.Day < campaign.On).Kilograms,
            state == CampaignState.Closed ? ClearFrom(level) : null,
            since.GroupBy(change => change.Route).ToDictionary(route => route.Key, route => -route.Sum(change => change.Kilograms)), since, level);
    }

    /// <summary>What is gone for good, in kg: shipped abroad or blended down.</summary>
    public decimal Eliminated => Gone(HeuRoute.Abroad) + Gone(HeuRoute.Blended);

    /// <summary>What left by one way, in kg.</summary>
    public decimal Gone(HeuRoute route) => ByRoute.GetValueOrDefault(route);

    /// <summary>The lines that made it go.</summary>
    public IEnumerable<HeuChange> Eliminating => Since.Where(change => change.Route is HeuRoute.Abroad or HeuRoute.Blended);

    // What was exempted or put to waste is still there. Of named batches, so is what is on the way inside the State.
    private static List<(DateOnly Day, decimal Kilograms)> Levels(IReadOnlyList<HeuChange> changes, bool isOfBatches)
    {
        var levels = new List<(DateOnly, decimal)>();
        var (held, retained, moved) = (0m, 0m, 0m);
        foreach (var day in changes.GroupBy(change => change.Day))
        {
            foreach (var change in day)
            {
                held += change.Kilograms;
                retained -= change.Route == HeuRoute.Retained ? change.Kilograms : 0;
                moved -= change.Route == HeuRoute.Moved ? change.Kilograms : 0;
            }

            levels.Add((day.Key, held + Math.Max(0, retained) + (isOfBatches ? Math.Max(0, moved) : 0)));
        }

        return levels;
    }

    private static DateOnly? ClearFrom(List<(DateOnly Day, decimal Kilograms)> level)
    {
        var last = level.FindLastIndex(point => point.Kilograms > 0);
        return last < 0 ? level[0].Day : level[last + 1].Day;
    }
}
