using System.Globalization;
using Custodia.Books;
using Custodia.Materials.Ledger;
using Custodia.Materials.Queries;

namespace Custodia.Materials.Reports;

/// <summary>
/// Builds the document of a prepared report from the ledger: always the same, since what was prepared names its entries
/// and the entry at which it was known.
/// </summary>
public static class ReportBuilder
{
    /// <summary>Most characters in a line of a concise note.</summary>
    private const int NoteWidth = 60;

    /// <summary>The document.</summary>
    /// <param name="book">The book.</param>
    /// <param name="ledger">The MBA.</param>
    /// <param name="report">One of its reports.</param>
    public static ReportDocument Build(MaterialsBook book, MbaLedger ledger, PreparedReport report)
    {
        var fact = report.Fact;
        return new ReportDocument(fact.Type, book.State?.Fact.Code ?? ledger.Area.Code[..2], ledger.Facility.Code,
            ledger.Area.Code, fact.Number, fact.From, fact.To)
        {
            Date = fact.Date,
            Entries = fact.Type switch
            {
                ReportType.Icr => [.. Changes(ledger, fact)],
                ReportType.Pil => [.. Listing(ledger, fact)],
                ReportType.Mbr => [.. Balance(ledger, report)],
                _ => throw new InvalidOperationException("A report is an ICR, a PIL or an MBR."),
            },
        };
    }

    /// <summary>Whether the balance that ended on a day is known differently at two entries, as it would be reported.</summary>
    public static bool Differs(MbaLedger ledger, DateOnly to, long earlier, long later) =>
        !BalanceLines(ledger, to, earlier).SequenceEqual(BalanceLines(ledger, to, later));

    /// <summary>The entries of the journal that a prepared report names, in order.</summary>
    public static IEnumerable<long> Sequences(ReportPrepared fact) =>
        fact.Entries.SelectMany(range => Enumerable.Range(0, range.Count).Select(i => range.First + i));

    private static IEnumerable<ReportEntry> Changes(MbaLedger ledger, ReportPrepared fact)
    {
        var number = 0;
        var reported = Reported(ledger, fact);
        var additions = new Dictionary<int, int>();
        foreach (var sequence in Sequences(fact))
        {
            var line = ledger.LineOf(sequence)!;
            var (status, corrects) = Status(line, ledger, reported, fact.Number, additions);
            var change = line.Change;
            yield return new ReportEntry(++number)
            {
                Status = status,
                Corrects = corrects,
                Date = change.Date,
                From = change.From,
                To = change.To,
                Code = change.Code,
                Kmp = change.Kmp,
                Batch = change.Batch,
                ShipperBatch = change.ShipperBatch,
                Items = change.Items,
                Description = change.Description,
                Basis = change.Basis,
                Weights = [.. change.Weights.Select(Rounding.Of)],
                Note = Note(change),
            };
        }
    }

    private static (EntryStatus Status, EntryReference? Corrects) Status(LedgerLine line, MbaLedger ledger,
        Dictionary<long, EntryReference> reported, int number, Dictionary<int, int> additions)
    {
        for (var corrects = line.Corrects; corrects is { } entry; corrects = ledger.LineOf(entry)?.Corrects)
        {
            if (reported.TryGetValue(entry, out var pointer) && pointer.Report < number)
                return (line.Kind == LineKind.Deletion ? EntryStatus.Deletion : EntryStatus.Correction, pointer);
        }

        if (line.Kind != LineKind.Late)
            return (EntryStatus.New, null);
        // A line added to an old report is numbered after its last entry.
        var old = ledger.Reports.Find(r => r.Fact.Type == ReportType.Icr && r.Fact.Number < number
            && r.Fact.From <= line.Change.Date && r.Fact.To >= line.Change.Date)?.Fact;
        if (old is null)
            return (EntryStatus.New, null);
        var next = additions.GetValueOrDefault(old.Number, old.Entries.Sum(range => range.Count)) + 1;
        additions[old.Number] = next;
        return (EntryStatus.Addition, new EntryReference(old.Number, next));
    }

    private static IEnumerable<ReportEntry> Listing(MbaLedger ledger, ReportPrepared fact)
    {
        var number = 0;
        var reported = Reported(ledger, fact);
        var lines = ledger.Inventories.Where(i => i.Date == fact.To).SelectMany(i => i.Lines)
            .ToDictionary(line => line.Stamp.Sequence);
        foreach (var line in Sequences(fact).Select(sequence => lines[sequence]))
        {
            EntryReference? pointer =
                line.Corrects is { } corrects && reported.TryGetValue(corrects, out var found) && found.Report < fact.Number
                    ? found
                    : null;
            yield return new ReportEntry(++number)
            {
                Status = pointer is null ? EntryStatus.New : line.IsDeletion ? EntryStatus.Deletion : EntryStatus.Correction,
                Corrects = pointer,
                Kmp = line.Item.Kmp,
                Batch = line.Item.Batch,
                Items = line.Item.Items,
                Description = line.Item.Description,
                Basis = line.Item.Basis,
                Weights = [.. line.Item.Weights.Select(Rounding.Of)],
                Note = line.Item.Note is null ? null : ConciseNote.Wrap(line.Item.Note, NoteWidth),
            };
        }
    }

    private static IEnumerable<ReportEntry> Balance(MbaLedger ledger, PreparedReport report)
    {
        var lines = BalanceLines(ledger, report.Fact.To, report.Stamp.Sequence);
        var last = ledger.Reports.FindLast(r => r.Fact.Type == ReportType.Mbr && r.Fact.To == report.Fact.To
            && r.Fact.Number < report.Fact.Number);
        var before = last is null ? [] : Build(ledger, last);
        var number = 0;
        foreach (var (name, weight) in lines)
        {
            var old = before.Find(entry => entry.Code == name && entry.Weights[0].Material == weight.Material);
            if (old is not null && old.Weights[0] == weight)
                continue;
            yield return new ReportEntry(++number)
            {
                Status = old is null ? last is null ? EntryStatus.New : EntryStatus.Addition : EntryStatus.Correction,
                Corrects = last is null ? null : new EntryReference(last.Fact.Number, old?.Number ?? before.Count + number),
                Code = name,
                Weights = [weight],
            };
        }
    }

    // The first report of a balance has all its lines; that is the one that later ones correct.
    private static List<ReportEntry> Build(MbaLedger ledger, PreparedReport report)
    {
        var number = 0;
        return
        [
            .. from line in BalanceLines(ledger, report.Fact.To, report.Stamp.Sequence)
               select new ReportEntry(++number) { Code = line.Name, Weights = [line.Weight] },
        ];
    }

    /// <summary>
    /// The lines as reported: each rounded by itself, RA for what rounding did to the book, and BE, BA and MF exact sums of
    /// the reported lines above them (rules 9 and 10 of State evaluators).
    /// </summary>
    private static List<(string Name, Weight Weight)> BalanceLines(MbaLedger ledger, DateOnly to, long knownAt)
    {
        var statement = Statements.Strike(ledger, to, new View(knownAt, DateOnly.MaxValue));
        var result = new List<(string, Weight)>();
        foreach (var (material, lines) in statement.Materials)
        {
            Amount Rounded(Amount amount) => Rounding.Of(new Weight(material, amount)).Amount;
            void Add(string name, Amount amount) => result.Add((name, new Weight(material, amount)));

            var flows = lines.Where(l => l.Name == "PB" || (l.Effect != 0 && l.Name != "DI")).ToList();
            foreach (var line in flows)
                Add(line.Name, Rounded(line.Amount));
            var adjustment = Rounding.Adjustment(material, flows.Select(l => l.Effect < 0 ? -l.Amount : l.Amount));
            if (!adjustment.IsZero)
                Add("RA", adjustment);
            var book = Rounded(lines.First(l => l.Name == "BE").Amount);
            Add("BE", book);
            var difference = Rounded(lines.FirstOrDefault(l => l.Name == "DI")?.Amount ?? Amount.Zero);
            if (!difference.IsZero)
                Add("DI", difference);
            Add("BA", book - difference);
            if (lines.FirstOrDefault(l => l.Name == "PE") is not { } physical)
                continue;
            Add("PE", Rounded(physical.Amount));
            Add("MF", book - difference - Rounded(physical.Amount));
        }

        return result;
    }

    /// <summary>Where each entry of the journal was reported: report and entry number.</summary>
    private static Dictionary<long, EntryReference> Reported(MbaLedger ledger, ReportPrepared fact)
    {
        var reported = new Dictionary<long, EntryReference>();
        foreach (var earlier in ledger.Reports.Select(r => r.Fact).Where(r => r.Type == fact.Type && r.Number < fact.Number))
        {
            var number = 0;
            foreach (var sequence in Sequences(earlier))
                reported[sequence] = new EntryReference(earlier.Number, ++number);
        }

        return reported;
    }

    private static string? Note(InventoryChange change)
    {
        var burnUp = change.BurnUp is { } value
            ? "BURN-UP " + value.ToString("0.###", CultureInfo.InvariantCulture) + " MWD/T"
            : null;
        var text = string.Join(' ', new[] { burnUp, change.Note }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return text.Length == 0 ? null : ConciseNote.Wrap(text, NoteWidth);
    }
}
