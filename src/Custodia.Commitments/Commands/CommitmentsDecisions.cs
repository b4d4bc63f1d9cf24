using Custodia.Books;
using Custodia.Commitments.Facts;

namespace Custodia.Commitments.Commands;

/// <summary>Decides the commands of the book.</summary>
internal static class CommitmentsDecisions
{
    private const int MaxText = 500;

    public static Decision Decide(CommitmentsBook book, RecordAct command, DecisionContext context)
    {
        var refusals = new List<Refusal>();
        if (!Queries.Instruments.IsKnown(command.Instrument))
            refusals.Add(CommitmentsRefusals.Unknown.In("instrument", found: Short(command.Instrument)));
        if (command.On > context.Today)
            refusals.Add(CommitmentsRefusals.DayAhead.In("on", $"≤ {context.Today:yyyy-MM-dd}", $"{command.On:yyyy-MM-dd}"));
        Text(command.Document, "document", isRequired: true, refusals);
        Text(command.Note, "note", isRequired: false, refusals);
        var everything = new View(long.MaxValue, DateOnly.MaxValue);
        if (book.Profile(everything) is { DepositaryEligible: false } && IsOfParties(command.Act))
            refusals.Add(CommitmentsRefusals.NotEligible.In("act", "align", $"{command.Act}"));
        if (book.Acts.Any(known => known.Counts(DateOnly.MaxValue, everything) && known.Act.Instrument == command.Instrument
            && known.Act.Act == command.Act && known.Act.On == command.On))
            refusals.Add(CommitmentsRefusals.ActTwice.In("act", found: $"{command.Act}"));
        return refusals.Count > 0 ? Decision.Refuse(refusals) : Decision.Accept(new ActRecorded(command));
    }

    public static Decision Decide(CommitmentsBook book, TakeBackAct command, DecisionContext context)
    {
        var refusals = new List<Refusal>();
        if (book.ActOf(command.Entry) is not { TakenBackBy: long.MaxValue })
            refusals.Add(CommitmentsRefusals.ActUnknown.In("entry", found: $"{command.Entry}"));
        Text(command.Reason, "reason", isRequired: true, refusals);
        return refusals.Count > 0 ? Decision.Refuse(refusals) : Decision.Accept(new ActTakenBack(command.Entry, command.Reason));
    }

    public static Decision Decide(CommitmentsBook book, SetProfile command, DecisionContext context)
    {
        var refusals = new List<Refusal>();
        Text(command.Reason, "reason", isRequired: true, refusals);
        return refusals.Count > 0 ? Decision.Refuse(refusals) : Decision.Accept(new ProfileSet(command));
    }

    private static bool IsOfParties(ActType act) =>
        act is ActType.Sign or ActType.Ratify or ActType.Accept or ActType.Approve or ActType.Accede;

    private static void Text(string? text, string field, bool isRequired, List<Refusal> refusals)
    {
        if (text is null ? isRequired : text.Length > MaxText || string.IsNullOrWhiteSpace(text) || text.Any(char.IsControl))
            refusals.Add(CommitmentsRefusals.TextMissing.In(field, $"1 – {MaxText}", $"{text?.Length ?? 0}"));
    }

    // What was typed into an id may be anything: a refusal does not repeat all of it.
    private static string Short(string? text) => text is null ? "" : text.Length <= 40 ? text : text[..40] + "…";
}
