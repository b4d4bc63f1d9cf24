using Custodia.Books;
using Custodia.Commitments.Missions.Commands;
using Custodia.Commitments.Missions.Facts;

namespace Custodia.Commitments.Missions.Folds;

/// <summary>How an action stands.</summary>
public enum ActionState
{
    /// <summary>To be done.</summary>
    Open,

    /// <summary>Said to be done; nobody else has looked yet.</summary>
    ReportedDone,

    /// <summary>Done, as another person verified.</summary>
    Closed,

    /// <summary>It will not be carried out.</summary>
    Withdrawn,
}

/// <summary>A step of an action as it was recorded.</summary>
/// <param name="stamp">The entry.</param>
/// <param name="fact">What it says.</param>
internal sealed class ActionStep(Stamp stamp, ActionFact fact)
{
    public Stamp Stamp { get; } = stamp;

    public ActionFact Fact { get; } = fact;

    /// <summary>What was said, where that is sealed and could be opened.</summary>
    public string? Sealed { get; set; }

    /// <summary>What was said in the open.</summary>
    public string? Words => Fact switch
    {
        ActionOpened opened => opened.Words,
        ActionChanged changed => changed.Words,
        ActionSentBack back => back.Words,
        ActionClosed closed => closed.Words,
        ActionWithdrawn withdrawn => withdrawn.Words,
        _ => null,
    };

    public bool Counts(DateOnly day, View view) => view.Knows(Stamp.Sequence) && Fact.On <= day;
}

/// <summary>
/// An action from its opening to its end. Every source has the same steps: open → reported done, with evidence → closed by
/// another person, or sent back; withdrawn with a reason. Steps are recorded in the order of their days.
/// </summary>
/// <param name="stamp">The entry that opened it.</param>
/// <param name="opened">What it said.</param>
internal sealed class ActionFile(Stamp stamp, ActionOpened opened)
{
    private readonly List<ActionStep> _steps = [new(stamp, opened)];

    public ActionOpened Opened { get; } = opened;

    /// <summary>Whether what is said of it is sealed, as what it comes from is.</summary>
    public bool IsSealed => Opened.Source == ActionSource.Finding;

    public IReadOnlyList<ActionStep> Steps => _steps;

    public void Add(Stamp stamp, ActionFact fact) => _steps.Add(new ActionStep(stamp, fact));

    /// <summary>How it stands on a day, as a view knows it; <c>null</c> before it was opened.</summary>
    public ActionStanding? On(DateOnly day, View view)
    {
        ActionStanding? standing = null;
        // Days never fall from step to step, so those that count come first.
        foreach (var step in _steps.TakeWhile(step => step.Counts(day, view)))
            standing = Next(standing, step);
        return standing;
    }

    private ActionStanding Next(ActionStanding? before, ActionStep step) => step.Fact switch
    {
        ActionOpened opened => new ActionStanding(this, ActionState.Open, opened.Owner, opened.Due, null, null),
        ActionChanged changed => before! with { Owner = changed.Owner ?? before.Owner, Due = changed.Due ?? before.Due },
        ActionReported => before! with { State = ActionState.ReportedDone, Report = step },
        ActionSentBack => before! with { State = ActionState.Open, Report = null },
        ActionClosed => before! with { State = ActionState.Closed, End = step },
        ActionWithdrawn => before! with { State = ActionState.Withdrawn, End = step },
        _ => throw new InvalidOperationException($"An action has no step {step.Fact.GetType().Name}."),
    };
}

/// <summary>How an action stands on a day.</summary>
/// <param name="File">The action.</param>
/// <param name="State">How it stands.</param>
/// <param name="Owner">Who does it.</param>
/// <param name="Due">By when.</param>
/// <param name="Report">The step that reported it done, where that stands.</param>
/// <param name="End">The step that ended it.</param>
internal sealed record ActionStanding(ActionFile File, ActionState State, string Owner, DateOnly Due, ActionStep? Report, ActionStep? End)
{
    /// <summary>Whether something is still to be done or looked at.</summary>
    public bool IsOpen => End is null;

    /// <summary>Days from its opening to its end, or to the day on which one looks.</summary>
    public int DaysOpen(DateOnly day) => (End?.Fact.On ?? day).DayNumber - File.Opened.On.DayNumber;
}
