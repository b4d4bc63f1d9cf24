using Custodia.Books;
using Custodia.Commitments.Missions.Facts;
using Custodia.Commitments.Missions.Folds;

namespace Custodia.Commitments.Missions.Commands;

/// <summary>Decides the steps of actions, wherever they come from.</summary>
internal static class ActionDecisions
{
    public static Decision Decide(MissionsBook book, OpenAction command, DecisionContext context)
    {
        var checks = new Checks(context);
        checks.NewId(command.Id, book.ActionOf(command.Id ?? "") is not null);
        checks.Day(command.On);
        checks.Text(command.Words, "words");
        checks.Text(command.Reference, "reference", Checks.MaxName);
        checks.Terms(command.Owner, command.On, command.Due);
        return checks.Take(() =>
            [new ActionOpened(command.Id!, command.On, ActionSource.Other, command.Reference, command.Owner, command.Due, command.Words)]);
    }

    public static Decision Decide(MissionsBook book, ChangeAction command, DecisionContext context) =>
        Step(book, command.Action, command.On, context, [ActionState.Open, ActionState.ReportedDone], (checks, standing) =>
        {
            checks.Text(command.Reason, "reason");
            checks.Text(command.Owner, "owner", Checks.MaxName, isRequired: false);
            checks.Order(command.Due, standing.File.Opened.On, "due");
            var owner = command.Owner == standing.Owner ? null : command.Owner;
            var due = command.Due == standing.Due ? null : command.Due;
            if (owner is null && due is null)
                checks.Refuse(MissionsRefusals.NothingChanged.In("due"));
            return Worded(standing.File, command.Reason, words => new ActionChanged(command.Action, command.On, owner, due, words));
        });

    public static Decision Decide(MissionsBook book, ReportAction command, DecisionContext context) =>
        Step(book, command.Action, command.On, context, [ActionState.Open], (checks, _) =>
        {
            checks.Text(command.Evidence, "evidence", Checks.MaxName);
            return [new ActionReported(command.Action, command.On, command.Evidence)];
        });

    public static Decision Decide(MissionsBook book, CloseAction command, DecisionContext context) =>
        Step(book, command.Action, command.On, context, [ActionState.ReportedDone], (checks, standing) =>
        {
            Another(standing, context, checks);
            checks.Text(command.Note, "note", isRequired: false);
            return Worded(standing.File, command.Note, words => new ActionClosed(command.Action, command.On, words));
        });

    public static Decision Decide(MissionsBook book, SendBackAction command, DecisionContext context) =>
        Step(book, command.Action, command.On, context, [ActionState.ReportedDone], (checks, standing) =>
        {
            Another(standing, context, checks);
            checks.Text(command.Reason, "reason");
            return Worded(standing.File, command.Reason, words => new ActionSentBack(command.Action, command.On, words));
        });

    public static Decision Decide(MissionsBook book, WithdrawAction command, DecisionContext context) =>
        Step(book, command.Action, command.On, context, [ActionState.Open, ActionState.ReportedDone], (checks, standing) =>
        {
            checks.Text(command.Reason, "reason");
            return Worded(standing.File, command.Reason, words => new ActionWithdrawn(command.Action, command.On, words));
        });

    private static Decision Step(MissionsBook book, string? id, DateOnly on, DecisionContext context, ActionState[] from,
        Func<Checks, ActionStanding, IReadOnlyList<Fact>> take)
    {
        if (book.ActionOf(id ?? "") is not { } action || action.On(DateOnly.MaxValue, View.Everything) is not { } standing)
            return Decision.Refuse(MissionsRefusals.Unknown.In("action", found: GivenText.Quote(id)));
        var checks = new Checks(context);
        if (!from.Contains(standing.State))
            checks.Refuse(MissionsRefusals.NotNow.In("action", string.Join(" | ", from), $"{standing.State}"));
        checks.Day(on, action.Steps[^1].Fact.On);
        var facts = take(checks, standing);
        return checks.Take(() => facts);
    }

    private static void Another(ActionStanding standing, DecisionContext context, Checks checks)
    {
        if (standing.Report?.Stamp.Actor == context.Actor)
            checks.Refuse(MissionsRefusals.SamePerson.In("action", found: context.Actor));
    }

    // What is said of an action is sealed where what it comes from is.
    private static IReadOnlyList<Fact> Worded(ActionFile action, string? words, Func<string?, Fact> step) =>
        action.IsSealed && words is not null ? [step(null), new ActionWorded(action.Opened.Action, words)] : [step(words)];
}
