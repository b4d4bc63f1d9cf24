using Custodia.Books;
using Custodia.Commitments.Facts;
using Custodia.Commitments.Reports;

namespace Custodia.Commitments.Commands;

/// <summary>Decides what is recorded of published reports.</summary>
internal static class PublicationDecisions
{
    public static Decision Decide(CommitmentsBook book, PublishReport command, DecisionContext context)
    {
        var refusals = new List<Refusal>();
        if (command.On > context.Today)
            refusals.Add(ReportRefusals.DayAhead.In("on", $"≤ {ReportWords.Day(context.Today)}", ReportWords.Day(command.On)));
        if (command.Day > command.On)
            refusals.Add(ReportRefusals.DayAhead.In("day", $"≤ {ReportWords.Day(command.On)}", ReportWords.Day(command.Day)));
        if (command.Since > command.Day)
            refusals.Add(ReportRefusals.SinceAfter.In("since", $"≤ {ReportWords.Day(command.Day)}", ReportWords.Day(command.Since.Value)));
        if (command.KnownAt < 0)
            refusals.Add(ReportRefusals.KnownAtAhead.In("knownAt", "≥ 0", FormattableString.Invariant($"{command.KnownAt}")));
        if (command.SinceKnownAt is { } since && (since < -1 || since > command.KnownAt))
            refusals.Add(ReportRefusals.KnownAtAhead.In("sinceKnownAt", FormattableString.Invariant($"≤ {command.KnownAt}"),
                FormattableString.Invariant($"{since}")));
        if (command.Marking is { } marking && ReportMarking.Find(marking) is null)
            refusals.Add(ReportRefusals.MarkingUnknown.In("marking", string.Join(" | ", ReportMarking.All.Select(known => known.Id))));
        if (!Texts.IsDigest(command.Digest))
            refusals.Add(ReportRefusals.DigestMalformed.In("digest", "[0-9a-f]{64}", GivenText.Quote(command.Digest)));
        else if (book.Publications.Any(known => known.IsStanding && known.Report.Digest == command.Digest))
            refusals.Add(ReportRefusals.PublishedTwice.In("digest", found: command.Digest));
        return refusals.Count > 0 ? Decision.Refuse(refusals) : Decision.Accept(new ReportPublished(command));
    }

    public static Decision Decide(CommitmentsBook book, WithdrawPublication command, DecisionContext context)
    {
        var refusals = new List<Refusal>();
        if (!book.Publications.Any(known => known.Stamp.Sequence == command.Entry && known.IsStanding))
            refusals.Add(ReportRefusals.PublicationUnknown.In("entry", found: FormattableString.Invariant($"{command.Entry}")));
        if (!GivenText.IsTaken(command.Reason, GivenText.MaxReason))
            refusals.Add(CommitmentsRefusals.TextMissing.In("reason", $"1 – {GivenText.MaxReason}", $"{command.Reason.Length}"));
        return refusals.Count > 0 ? Decision.Refuse(refusals) : Decision.Accept(new PublicationWithdrawn(command.Entry, command.Reason));
    }
}
