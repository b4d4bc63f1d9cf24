using Custodia.Books;
using Custodia.Materials.Ledger;
using Custodia.Materials.Reports;
using Custodia.Materials.Rules;

namespace Custodia.Materials.Commands;

/// <summary>Prepares a report: from then on its content is fixed and its number taken.</summary>
public sealed record PrepareReport(
    [property: Meaning("MBA code", "物料平衡區代碼")] string Mba,
    [property: Meaning("Kind of report: icr, pil or mbr", "報告種類：icr、pil 或 mbr")] ReportType Type,
    [property: Meaning("Last day of the period; PIT date for pil and mbr", "期末日；pil 與 mbr 為實地盤點日")] DateOnly To,
    [property: Meaning("Date of the report; left out: today", "報告日期；留空為今日")] DateOnly? Date = null);

/// <summary>Records that a prepared report was sent: from then on what it reports is corrected by two persons only.</summary>
public sealed record DispatchReport(
    [property: Meaning("MBA code", "物料平衡區代碼")] string Mba,
    [property: Meaning("Kind of report: icr, pil or mbr", "報告種類：icr、pil 或 mbr")] ReportType Type,
    [property: Meaning("Report number", "報告編號")] int Number,
    [property: Meaning("Letter or message by which it was sent", "發送文號")] string Reference,
    [property: Meaning("Day on which it was sent; left out: today", "發送日；留空為今日")] DateOnly? On = null);

/// <summary>Decides commands on reports.</summary>
internal static class ReportDecisions
{
    private const int MaxReference = 120;

    public static Decision Decide(MaterialsBook book, PrepareReport command, DecisionContext context)
    {
        if (!book.Mbas.TryGetValue(command.Mba, out var ledger))
            return Decision.Refuse(MaterialsRefusals.MbaUnknown.In("mba", found: command.Mba));
        if (ledger.Opened is not { } opened)
            return Decision.Refuse(MaterialsRefusals.NotOpened.In("mba", found: command.Mba));
        var date = command.Date ?? context.Today;
        if (date < command.To || date > context.Today)
            return Decision.Refuse(MaterialsRefusals.ReportDateWrong.In(
                "date", $"{LineRules.Text(command.To)} – {LineRules.Text(context.Today)}", LineRules.Text(date)));
        var earlier = ledger.Reports.Where(r => r.Fact.Type == command.Type).Select(r => r.Fact).ToList();
        var number = earlier.Count + 1;
        return command.Type == ReportType.Icr
            ? Icr(ledger, command, earlier.LastOrDefault(), number, opened.Day, date)
            : OfBalance(ledger, command, earlier, number, date);
    }

    public static Decision Decide(MaterialsBook book, DispatchReport command, DecisionContext context)
    {
        if (!book.Mbas.TryGetValue(command.Mba, out var ledger))
            return Decision.Refuse(MaterialsRefusals.MbaUnknown.In("mba", found: command.Mba));
        var report = ledger.Reports.Find(r => r.Fact.Type == command.Type && r.Fact.Number == command.Number);
        if (report is null)
            return Decision.Refuse(MaterialsRefusals.ReportUnknown.In("number", found: $"{command.Mba} {command.Type} {command.Number}"));
        if (report.Dispatched is { } before)
            return Decision.Refuse(MaterialsRefusals.ReportDispatchedAlready.In("number", found: LineRules.Text(before.Fact.On)));
        var on = command.On ?? context.Today;
        if (on < report.Fact.Date || on > context.Today)
            return Decision.Refuse(MaterialsRefusals.ReportDateWrong.In(
                "on", $"{LineRules.Text(report.Fact.Date)} – {LineRules.Text(context.Today)}", LineRules.Text(on)));
        return GivenText.IsTaken(command.Reference, MaxReference)
            ? Decision.Accept(new ReportDispatched(command.Mba, command.Type, command.Number, on, command.Reference.Trim()))
            : Decision.Refuse(MaterialsRefusals.ReferenceMissing.In("reference", $"1 – {MaxReference}"));
    }

    private static Decision Icr(MbaLedger ledger, PrepareReport command, ReportPrepared? last, int number, DateOnly opened,
        DateOnly date)
    {
        var from = last?.To.AddDays(1) ?? opened.AddDays(1);
        if (command.To < from)
            return Decision.Refuse(MaterialsRefusals.ReportPeriodWrong.In("to", "≥ " + LineRules.Text(from), LineRules.Text(command.To)));
        var entries = Ranges(Unreported(ledger, command.To));
        return entries.Count == 0
            ? Decision.Refuse(MaterialsRefusals.ReportNothing.In("to", found: LineRules.Text(command.To)))
            : Decision.Accept(new ReportPrepared(
                command.Mba, ReportType.Icr, number, from, command.To, date, entries));
    }

    private static Decision OfBalance(
        MbaLedger ledger, PrepareReport command, List<ReportPrepared> earlier, int number, DateOnly date)
    {
        var closing = ledger.Closings.Find(c => c.Fact.To == command.To);
        if (closing is null)
            return Decision.Refuse(MaterialsRefusals.ReportNothing.In("to", found: LineRules.Text(command.To)));
        var due = ledger.Closings.Find(c => earlier.TrueForAll(r => r.To != c.Fact.To));
        var isAgain = earlier.Exists(r => r.To == command.To);
        if (!isAgain && due!.Fact.To != command.To)
            return Decision.Refuse(MaterialsRefusals.ReportPeriodWrong.In("to", LineRules.Text(due.Fact.To), LineRules.Text(command.To)));
        var entries = command.Type == ReportType.Pil
            ? Listed(ledger, command.To, isAgain)
            : [closing.Stamp.Sequence];
        if (isAgain && !HasNews(ledger, command, earlier, entries))
            return Decision.Refuse(MaterialsRefusals.ReportNothing.In("to", found: LineRules.Text(command.To)));
        var from = command.Type == ReportType.Pil ? command.To : closing.Fact.From;
        return Decision.Accept(new ReportPrepared(
            command.Mba, command.Type, number, from, command.To, date, Ranges(entries)));
    }

    /// <summary>The lines of a listing; of one that was reported before, only what corrects or deletes reported lines.</summary>
    private static List<long> Listed(MbaLedger ledger, DateOnly date, bool isAgain)
    {
        var reported = Reported(ledger, ReportType.Pil);
        return
        [
            .. from line in ledger.Inventory(date, View.Everything)!.Lines
               where isAgain
                   ? line.CorrectedBy == long.MaxValue && !reported.Contains(line.Stamp.Sequence)
                   : line.IsEffective(View.Everything)
               select line.Stamp.Sequence,
        ];
    }

    /// <summary>Whether a report of a date that was reported before would say anything new.</summary>
    private static bool HasNews(
        MbaLedger ledger, PrepareReport command, List<ReportPrepared> earlier, List<long> entries)
    {
        if (command.Type == ReportType.Pil)
            return entries.Count > 0;
        var last = ledger.Reports.FindLast(r => r.Fact.Type == ReportType.Mbr && r.Fact.To == command.To)!;
        return earlier.Count > 0 && ReportBuilder.Differs(ledger, command.To, last.Stamp.Sequence, long.MaxValue);
    }

    /// <summary>
    /// The lines that no report holds yet: changes of the period and late ones. A line that was corrected before it was
    /// reported is reported once, as corrected; a correction of a reported line is reported by itself.
    /// </summary>
    private static IEnumerable<long> Unreported(MbaLedger ledger, DateOnly to)
    {
        var reported = Reported(ledger, ReportType.Icr);
        foreach (var line in ledger.Lines)
        {
            var sequence = line.Stamp.Sequence;
            if (line.Change.Code == Effects.Opening.Code || line.Change.Date > to || reported.Contains(sequence))
                continue;
            var isChained = line.Corrects is { } corrects && ReportedInChain(ledger, corrects, reported);
            var isSuperseded = line.CorrectedBy != long.MaxValue;
            if (!isSuperseded && (line.Kind != LineKind.Deletion || isChained))
                yield return sequence;
        }
    }

    private static HashSet<long> Reported(MbaLedger ledger, ReportType type)
    {
        var reported = new HashSet<long>();
        foreach (var range in ledger.Reports.Where(r => r.Fact.Type == type).SelectMany(r => r.Fact.Entries))
        {
            for (var i = 0; i < range.Count; i++)
                reported.Add(range.First + i);
        }

        return reported;
    }

    private static bool ReportedInChain(MbaLedger ledger, long sequence, HashSet<long> reported)
    {
        for (long? entry = sequence; entry is { } number; entry = ledger.LineOf(number)?.Corrects)
        {
            if (reported.Contains(number))
                return true;
        }

        return false;
    }

    private static List<EntryRange> Ranges(IEnumerable<long> entries)
    {
        var ranges = new List<EntryRange>();
        foreach (var entry in entries)
        {
            if (ranges.Count > 0 && ranges[^1].First + ranges[^1].Count == entry)
                ranges[^1] = ranges[^1] with { Count = ranges[^1].Count + 1 };
            else
                ranges.Add(new EntryRange(entry, 1));
        }

        return ranges;
    }
}
