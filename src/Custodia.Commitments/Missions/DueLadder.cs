namespace Custodia.Commitments.Missions;

/// <summary>A step of the ladder on which what is due stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="From">From so many days late on; before it is due, negative. Null: from ever.</param>
/// <param name="Rank">How much it presses, from 0.</param>
public sealed record DueStep(string Id, Words Name, int? From, int Rank);

/// <summary>The ladder from what is due later to what is long overdue: data that comes with the program.</summary>
public static class DueLadder
{
    /// <summary>The steps, rising.</summary>
    public static IReadOnlyList<DueStep> Steps { get; } = RegisterFile.Read<DueStep>("due-ladder");

    /// <summary>From how many days late on it presses; before it is due, negative.</summary>
    public static int Pressing { get; } = Steps.Where(step => step.Rank > 0).Min(step => step.From!.Value);

    /// <summary>The step on which something stands that is so many days late; before it is due, that is negative.</summary>
    public static DueStep Of(int daysLate) => Steps.Last(step => step.From is not { } from || daysLate >= from);
}
