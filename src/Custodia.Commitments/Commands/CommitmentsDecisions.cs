using Custodia.Books;
using Custodia.Commitments.Facts;

namespace Custodia.Commitments.Commands;

/// <summary>Decides the commands of the book.</summary>
internal static class CommitmentsDecisions
{
    public static Decision Decide(CommitmentsBook book, RecordAct command, DecisionContext context)
    {
        var refusals = new List<Refusal>();
        if (!Queries.Instruments.IsKnown(command.Instrument))
            refusals.Add(CommitmentsRefusals.Unknown.In("instrument", found: GivenText.Quote(command.Instrument)));
        if (command.On > context.Today)
            refusals.Add(CommitmentsRefusals.DayAhead.In("on", $"≤ {context.Today:yyyy-MM-dd}", $"{command.On:yyyy-MM-dd}"));
        Texts.Check(command.Document, "document", isRequired: true, refusals);
        Texts.Check(command.Note, "note", isRequired: false, refusals);
        if (book.Profile(View.Everything) is { DepositaryEligible: false } && IsOfParties(command.Act))
            refusals.Add(CommitmentsRefusals.NotEligible.In("act", "align", $"{command.Act}"));
        if (book.Acts.Any(known => known.Counts(DateOnly.MaxValue, View.Everything) && known.Act.Instrument == command.Instrument
            && known.Act.Act == command.Act && known.Act.On == command.On))
            refusals.Add(CommitmentsRefusals.ActTwice.In("act", found: $"{command.Act}"));
        return refusals.Count > 0 ? Decision.Refuse(refusals) : Decision.Accept(new ActRecorded(command));
    }

    public static Decision Decide(CommitmentsBook book, TakeBackAct command, DecisionContext context)
    {
        var refusals = new List<Refusal>();
        if (book.ActOf(command.Entry) is not { TakenBackBy: long.MaxValue })
            refusals.Add(CommitmentsRefusals.ActUnknown.In("entry", found: $"{command.Entry}"));
        Texts.Check(command.Reason, "reason", isRequired: true, refusals);
        return refusals.Count > 0 ? Decision.Refuse(refusals) : Decision.Accept(new ActTakenBack(command.Entry, command.Reason));
    }

    public static Decision Decide(CommitmentsBook book, SetProfile command, DecisionContext context)
    {
        var refusals = new List<Refusal>();
        Texts.Check(command.Reason, "reason", isRequired: true, refusals);
        return refusals.Count > 0 ? Decision.Refuse(refusals) : Decision.Accept(new ProfileSet(command));
    }

    private static bool IsOfParties(ActType act) =>
        act is ActType.Sign or ActType.Ratify or ActType.Accept or ActType.Approve or ActType.Accede;
}
