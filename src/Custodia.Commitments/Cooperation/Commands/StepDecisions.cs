using Custodia.Books;
using Custodia.Commitments.Cooperation.Facts;

namespace Custodia.Commitments.Cooperation.Commands;

/// <summary>Decides what came of what was recorded, and what is taken back.</summary>
internal static class StepDecisions
{
    public static Decision Decide(CooperationBook book, RecordStep command, DecisionContext context)
    {
        var checks = new Checks(context.Today).Text(command.Note, "note").Done(command.On)
            .That(command.Evidence is not < 0, CooperationRefusals.AmountWrong, "evidence", "0 …", $"{command.Evidence}");
        if (book.RecordOf(command.Entry) is not { } record || !record.Counts(View.Everything))
            return checks.That(false, CooperationRefusals.RecordUnknown, "entry", found: $"{command.Entry}").Or(() => new StepRecorded(command));
        var isMilestone = command.Step == StepKind.Reached;
        return checks
            .That(Fits(record.Content, command.Step), CooperationRefusals.StepUnfit, "step", found: $"{command.Step}")
            .NotBefore(command.On, record.Content.On, "on")
            .That(isMilestone == command.Milestone is not null
                    && (!isMilestone || record.Content is AnnounceCampaign { Milestones: { } steps } && command.Milestone >= 1
                        && command.Milestone <= steps.Count),
                CooperationRefusals.MilestoneUnknown, "milestone", found: $"{command.Milestone}")
            // A contact is tested again and again; the rest happens once.
            .That(command.Step == StepKind.Confirmed || record.Last(command.Step, View.Everything, command.Milestone) is null,
                CooperationRefusals.StepTwice, "step", found: $"{command.Step}")
            .Or(() => new StepRecorded(command));
    }

    public static Decision Decide(CooperationBook book, TakeBack command, DecisionContext context)
    {
        Kept? kept = book.StepOf(command.Entry);
        kept ??= book.RecordOf(command.Entry);
        return new Checks(context.Today).Text(command.Reason, "reason")
            .That(kept?.Counts(View.Everything) == true, CooperationRefusals.RecordUnknown, "entry", found: $"{command.Entry}")
            .Or(() => new CooperationTakenBack(command));
    }

    private static bool Fits(IDated content, StepKind step) => step switch
    {
        StepKind.Reached or StepKind.Completed => content is AnnounceCampaign,
        StepKind.Confirmed => content is NameContact,
        StepKind.Matched => content is RecordAssistance,
        StepKind.Closed => content is RecordAssistance or RecordActivity,
        StepKind.Evidenced => content is AnnounceMeasure,
        _ => false,
    };
}
