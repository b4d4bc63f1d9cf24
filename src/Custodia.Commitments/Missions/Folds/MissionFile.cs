using Custodia.Books;
using Custodia.Commitments.Missions.Commands;
using Custodia.Commitments.Missions.Facts;

namespace Custodia.Commitments.Missions.Folds;

/// <summary>How far a mission is.</summary>
public enum MissionStage
{
    /// <summary>It was asked for.</summary>
    Requested,

    /// <summary>It was agreed.</summary>
    Agreed,

    /// <summary>It was held.</summary>
    Held,

    /// <summary>Its report came in.</summary>
    Reported,

    /// <summary>It was called off.</summary>
    Cancelled,
}

/// <summary>A finding as it was recorded.</summary>
/// <param name="stamp">The entry.</param>
/// <param name="fact">What it is.</param>
internal sealed class FindingFile(Stamp stamp, FindingRecorded fact)
{
    public Stamp Stamp { get; } = stamp;

    public FindingRecorded Fact { get; } = fact;

    /// <summary>What it says, where that could be opened.</summary>
    public FindingWorded? Words { get; set; }

    /// <summary>Its id, which its action has too.</summary>
    public string Id => IdOf(Fact.Mission, Fact.Number);

    public static string IdOf(string mission, string number) => $"{mission}.{number.ToLowerInvariant()}";

    public bool Counts(DateOnly day, View view) => view.Knows(Stamp.Sequence) && Fact.On <= day;
}

/// <summary>A mission from the request to its report, with its findings.</summary>
/// <param name="stamp">The entry that recorded the request.</param>
/// <param name="requested">What it said.</param>
internal sealed class MissionFile(Stamp stamp, RequestMission requested)
{
    private readonly List<(Stamp Stamp, DateOnly On, Fact Fact)> _steps = [];

    public Stamp Stamp { get; } = stamp;

    public RequestMission Requested { get; } = requested;

    public List<FindingFile> Findings { get; } = [];

    /// <summary>The day of its last step.</summary>
    public DateOnly LastDay => _steps.Count > 0 ? _steps[^1].On : Requested.On;

    public void Add(Stamp stamp, DateOnly on, Fact fact) => _steps.Add((stamp, on, fact));

    /// <summary>How it stands on a day, as a view knows it; <c>null</c> before the request.</summary>
    public MissionStanding? On(DateOnly day, View view)
    {
        if (!view.Knows(Stamp.Sequence) || Requested.On > day)
            return null;
        var standing = new MissionStanding(this, MissionStage.Requested, Requested.Modules ?? [], [Stamp.Sequence]);
        foreach (var (stamp, _, fact) in _steps.TakeWhile(step => view.Knows(step.Stamp.Sequence) && step.On <= day))
            standing = Next(standing, fact) with { Entries = [.. standing.Entries, stamp.Sequence] };
        return standing;
    }

    private static MissionStanding Next(MissionStanding before, Fact fact) => fact switch
    {
        MissionAgreed agreed => before with { Stage = MissionStage.Agreed, From = agreed.Agreed.From, To = agreed.Agreed.To },
        MissionHeld held => before with
        {
            Stage = MissionStage.Held,
            From = held.Held.From,
            To = held.Held.To,
            Modules = held.Held.Modules ?? before.Modules,
        },
        ReportReceived received => before with { Stage = MissionStage.Reported, Report = received.Report },
        ReportPublished published => before with { Published = published.Published },
        MissionCancelled cancelled => before with { Stage = MissionStage.Cancelled, Cancelled = cancelled.Cancelled },
        _ => throw new InvalidOperationException($"A mission has no step {fact.GetType().Name}."),
    };
}

/// <summary>How a mission stands on a day.</summary>
/// <param name="File">The mission.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Modules">Its modules.</param>
/// <param name="Entries">The entries of its steps.</param>
internal sealed record MissionStanding(MissionFile File, MissionStage Stage, IReadOnlyList<string> Modules, IReadOnlyList<long> Entries)
{
    /// <summary>First day: held, or planned.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day: held, or planned.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Its report.</summary>
    public ReceiveReport? Report { get; init; }

    /// <summary>Where a form of it was made public.</summary>
    public PublishReport? Published { get; init; }

    /// <summary>Why it was called off.</summary>
    public CancelMission? Cancelled { get; init; }

    /// <summary>Whether it was held.</summary>
    public bool IsHeld => Stage is MissionStage.Held or MissionStage.Reported;
}
