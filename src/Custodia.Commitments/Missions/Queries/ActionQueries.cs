using Custodia.Books;
using Custodia.Commitments.Missions.Commands;
using Custodia.Commitments.Missions.Facts;
using Custodia.Commitments.Missions.Folds;

namespace Custodia.Commitments.Missions.Queries;

/// <summary>Asks for actions.</summary>
/// <param name="Source">Only those of this source.</param>
/// <param name="Owner">Only those of this owner.</param>
/// <param name="State">Only those that stand so.</param>
/// <param name="Step">Only those on this step of the ladder.</param>
/// <param name="Of">Only those of this mission, assessment or version of the plan.</param>
/// <param name="Day">On which day.</param>
/// <param name="IsBrief">Only how they stand: nothing sealed is opened to the reader.</param>
public sealed record ActionsQuery(
    [Meaning("Only of this source", "僅此來源")] ActionSource? Source = null,
    [Meaning("Only of this owner", "僅此負責人")] string? Owner = null,
    [Meaning("Only in this state", "僅此狀態")] ActionState? State = null,
    [Meaning("Only on this step: later, due-soon, overdue-30, overdue-90, overdue-long", "僅此階：later、due-soon、overdue-30、overdue-90、overdue-long")] string? Step = null,
    [Meaning("Only of this mission, assessment or version of the plan", "僅此任務、評估或計畫版本")] string? Of = null,
    [Meaning("On which day", "日期")] DateOnly? Day = null,
    [Meaning("Only how they stand, without sealed words", "僅狀態，不含封存文字")] bool IsBrief = false);

/// <summary>Actions on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Ladder">How many of the open ones stand on each step, whatever was asked for.</param>
/// <param name="Rows">Those asked for: what presses most first.</param>
public sealed record ActionList(DateOnly Day, IReadOnlyList<LadderCount> Ladder, IReadOnlyList<ActionRow> Rows);

/// <summary>How many actions stand on a step.</summary>
/// <param name="Step">Id of the step.</param>
/// <param name="NameEn">Its name in English.</param>
/// <param name="NameZh">Its name in Chinese.</param>
/// <param name="Count">How many.</param>
public sealed record LadderCount(string Step, string NameEn, string NameZh, int Count);

/// <summary>An action as it stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Reference">The finding, question, version of the plan, or whatever it comes from.</param>
/// <param name="Words">What has to be done; null where that is withheld.</param>
/// <param name="IsWithheld">Whether the words are sealed, and not for this reader or for nobody any more.</param>
/// <param name="Owner">Who does it.</param>
/// <param name="State">How it stands.</param>
/// <param name="Opened">Day on which it was opened.</param>
/// <param name="Due">By when.</param>
/// <param name="FirstDue">By when it was due at first.</param>
/// <param name="Step">Its step on the ladder; null once it has ended.</param>
/// <param name="DaysLate">Days past the due date; before it, negative; null once it has ended.</param>
/// <param name="DaysOpen">Days from its opening to its end, or to the day.</param>
/// <param name="Evidence">What shows that it is done.</param>
/// <param name="Ended">Day on which it was closed or withdrawn.</param>
/// <param name="Plan">What the plan says of it.</param>
/// <param name="Entries">The entries of its steps so far.</param>
public sealed record ActionRow(string Id, ActionSource Source, string Reference, string? Words, bool IsWithheld, string Owner,
    ActionState State, DateOnly Opened, DateOnly Due, DateOnly FirstDue, string? Step, int? DaysLate, int DaysOpen, string? Evidence,
    DateOnly? Ended, PlanTerms? Plan, IReadOnlyList<long> Entries);

/// <summary>Asks for one action.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Day">On which day.</param>
public sealed record ActionQuery(
    [Meaning("Id of the action", "行動識別碼")] string Id,
    [Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>One action with its steps.</summary>
/// <param name="Day">The day.</param>
/// <param name="Row">As it stands.</param>
/// <param name="History">Its steps, the first one first.</param>
public sealed record ActionView(DateOnly Day, ActionRow Row, IReadOnlyList<ActionEvent> History);

/// <summary>What a step of an action was.</summary>
public enum ActionEventKind
{
    /// <summary>It was opened.</summary>
    Opened,

    /// <summary>It got another owner or due date.</summary>
    Changed,

    /// <summary>It was reported done.</summary>
    Reported,

    /// <summary>It was sent back.</summary>
    SentBack,

    /// <summary>It was verified and closed.</summary>
    Closed,

    /// <summary>It was withdrawn.</summary>
    Withdrawn,
}

/// <summary>A step of an action.</summary>
/// <param name="On">The day.</param>
/// <param name="Kind">What happened.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Owner">The new owner.</param>
/// <param name="Due">The new due date.</param>
/// <param name="Words">What was said; null where nothing was, or it is withheld.</param>
/// <param name="Evidence">What shows that it is done.</param>
/// <param name="Entry">The entry.</param>
public sealed record ActionEvent(DateOnly On, ActionEventKind Kind, string By, string? Owner, DateOnly? Due, string? Words,
    string? Evidence, long Entry);

/// <summary>Answers questions on actions.</summary>
public static class ActionQueries
{
    /// <summary>Answers <see cref="ActionsQuery"/>.</summary>
    public static Answer<ActionList> Ask(MissionsBook book, ActionsQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (Sight.DayOf(query.Day, view) is not { } day)
            return Sight.DayMissing;
        if (query.Step is { } step && DueLadder.Steps.All(known => known.Id != step))
            return MissionsRefusals.Unknown.In("step", string.Join(" | ", DueLadder.Steps.Select(known => known.Id)));
        var all = book.Actions.Select(action => action.On(day, view)).OfType<ActionStanding>().ToList();
        var counts = all.Where(found => found.IsOpen).CountBy(found => StepOf(found, day)).ToDictionary();
        var asked = all.Where(found => Matches(found, query, day)).ToList();
        // Whoever asks for nothing sealed has seen nothing sealed.
        var opens = !query.IsBrief && asked.Exists(found => found.File.IsSealed) && Sight.OpensFindings(view);
        return new ActionList(day,
            [.. DueLadder.Steps.Select(known => new LadderCount(known.Id, known.Name.En, known.Name.Zh, counts.GetValueOrDefault(known)))],
            [.. asked.OrderBy(found => !found.IsOpen).ThenBy(found => found.Due).Select(found => Row(book, found, day, view, opens))]);
    }

    /// <summary>Answers <see cref="ActionQuery"/>.</summary>
    public static Answer<ActionView> Ask(MissionsBook book, ActionQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (Sight.DayOf(query.Day, view) is not { } day)
            return Sight.DayMissing;
        if (book.ActionOf(query.Id) is not { } action || action.On(day, view) is not { } standing)
            return MissionsRefusals.Unknown.In("id", found: GivenText.Quote(query.Id));
        var opens = action.IsSealed && Sight.OpensFindings(view);
        return new ActionView(day, Row(book, standing, day, view, opens),
            [.. action.Steps.Where(step => step.Counts(day, view)).Select(step => Event(step, opens))]);
    }

    /// <summary>An action as it is shown.</summary>
    internal static ActionRow Row(MissionsBook book, ActionStanding standing, DateOnly day, View view, bool opens)
    {
        var (file, opened) = (standing.File, standing.File.Opened);
        var words = !file.IsSealed ? opened.Words : opens ? book.FindingOf(opened.Reference)?.Words?.Words : null;
        var late = day.DayNumber - standing.Due.DayNumber;
        return new ActionRow(opened.Action, opened.Source, opened.Reference, words, words is null, standing.Owner, standing.State,
            opened.On, standing.Due, opened.Due, standing.IsOpen ? DueLadder.Of(late).Id : null, standing.IsOpen ? late : null,
            standing.DaysOpen(day), standing.Report is { Fact: ActionReported reported } ? reported.Evidence : null, standing.End?.Fact.On,
            opened.Plan, [.. file.Steps.Where(step => step.Counts(day, view)).Select(step => step.Stamp.Sequence)]);
    }

    private static DueStep StepOf(ActionStanding standing, DateOnly day) => DueLadder.Of(day.DayNumber - standing.Due.DayNumber);

    private static bool Matches(ActionStanding found, ActionsQuery query, DateOnly day) =>
        (query.Source is not { } source || found.File.Opened.Source == source)
        && (query.Owner is not { } owner || string.Equals(found.Owner, owner, StringComparison.OrdinalIgnoreCase))
        && (query.State is not { } state || found.State == state)
        && (query.Step is not { } step || found.IsOpen && StepOf(found, day).Id == step)
        && (query.Of is not { } of || found.File.Opened.Reference == of
            || found.File.Opened.Reference.StartsWith(of + ".", StringComparison.Ordinal));

    private static ActionEvent Event(ActionStep step, bool opens)
    {
        var happened = new ActionEvent(step.Fact.On, ActionEventKind.Opened, step.Stamp.Actor, null, null,
            step.Words ?? (opens ? step.Sealed : null), null, step.Stamp.Sequence);
        return step.Fact switch
        {
            // What has to be done is said of the action itself.
            ActionOpened opened => happened with { Owner = opened.Owner, Due = opened.Due, Words = null },
            ActionChanged changed => happened with { Kind = ActionEventKind.Changed, Owner = changed.Owner, Due = changed.Due },
            ActionReported reported => happened with { Kind = ActionEventKind.Reported, Evidence = reported.Evidence },
            ActionSentBack => happened with { Kind = ActionEventKind.SentBack },
            ActionClosed => happened with { Kind = ActionEventKind.Closed },
            ActionWithdrawn => happened with { Kind = ActionEventKind.Withdrawn },
            _ => throw new InvalidOperationException($"An action has no step {step.Fact.GetType().Name}."),
        };
    }
}
