using Custodia.Books;
using Custodia.Materials.Ledger;

namespace Custodia.Materials.Queries;

/// <summary>A material balance of one MBA over one period (¶67): for each material its lines, in the order of the
/// MBR.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="From">First day of the period: the day after the previous PIT, or the day of the initial
/// inventory.</param>
/// <param name="To">PIT date, or the last day seen where the period is not closed.</param>
/// <param name="IsClosed">Whether the view knows the closing.</param>
/// <param name="HasInventory">Whether the view knows a physical inventory of <paramref name="To"/>.</param>
/// <param name="Materials">The balances, by material.</param>
public sealed record BalanceStatement(
    string Mba, DateOnly From, DateOnly To, bool IsClosed, bool HasInventory, IReadOnlyList<MaterialBalance> Materials)
{
    /// <summary>All lines, material by material.</summary>
    public IEnumerable<StatementLine> Lines =>
        Materials.SelectMany(m => m.Lines.Select(line =>
            new StatementLine(line.Name, new Weight(m.Material, line.Amount))));
}

/// <summary>The balance of one material.</summary>
/// <param name="Material">Which.</param>
/// <param name="Lines">Its lines in order: PB, increases, decreases, BE, DI, BA, PE, MF; those of zero changes left
/// out.</param>
public sealed record MaterialBalance(MaterialCode Material, IReadOnlyList<BalanceLine> Lines)
{
    /// <summary>The amount of a line; zero where there is none.</summary>
    public Amount this[string name] => Lines.FirstOrDefault(line => line.Name == name)?.Amount ?? Amount.Zero;
}

/// <summary>A line of a balance.</summary>
/// <param name="Name">PB, a change code, BE, DI, BA, PE or MF.</param>
/// <param name="Effect">+1 adds to the book, −1 takes from it, 0 is a balance.</param>
/// <param name="Amount">As the MBR states it: a decrease positive, DI = shipper − receiver, MF positive for an apparent
/// loss.</param>
/// <param name="Entries">How many postings, and for PE and MF lines of the listing, make it.</param>
public sealed record BalanceLine(string Name, int Effect, Amount Amount, int Entries);

/// <summary>Strikes material balances.</summary>
public static class Statements
{
    /// <summary>The period that contains a day: from after the last closing before it to that day or its own
    /// closing.</summary>
    /// <remarks>A closing after the view's <i>as of</i> does not count yet.</remarks>
    public static (DateOnly From, DateOnly To, Closing? Closing) PeriodOf(MbaLedger ledger, DateOnly day, View view)
    {
        var from = OpeningDay(ledger, view) ?? ledger.Area.From;
        foreach (var closing in ledger.Closings)
        {
            if (!view.Sees(closing.Stamp.Sequence, closing.Fact.To))
                continue;
            if (closing.Fact.To >= day)
                return (from, closing.Fact.To, closing);
            from = closing.Fact.To.AddDays(1);
        }

        return (from, day, null);
    }

    /// <summary>The balance of the period that contains a day.</summary>
    /// <param name="ledger">The MBA.</param>
    /// <param name="day">A day of the period; of an open period, its last day that counts.</param>
    /// <param name="view">As known at which entry; closings after its <i>as of</i> do not count yet.</param>
    public static BalanceStatement Strike(MbaLedger ledger, DateOnly day, View view)
    {
        var (from, to, closing) = PeriodOf(ledger, day, view);
        var inventory = ledger.Inventory(to, view);
        var listed = inventory is null ? null : Totals(inventory, view);
        var materials = ledger.Accounts(LedgerKind.Book).Keys
            .Union(listed?.Keys ?? Enumerable.Empty<MaterialCode>()).Order();
        return new BalanceStatement(ledger.Area.Code, from, to, closing is not null, inventory is not null,
        [
            .. materials
                .Select(material => Strike(ledger, material, from, to, listed, view))
                .Where(balance => balance.Lines.Any(line => !line.Amount.IsZero)),
        ]);
    }

    private static MaterialBalance Strike(MbaLedger ledger, MaterialCode material, DateOnly from, DateOnly to,
        SortedDictionary<MaterialCode, (Amount Sum, int Entries)>? listed, View view)
    {
        var sums = new SortedDictionary<string, (Amount Sum, int Entries)>(StringComparer.Ordinal);
        var opening = (Sum: Amount.Zero, Entries: 0);
        var postings = ledger.Find(LedgerKind.Book, material)?.Postings ?? [];
        var known = Sight.Known(postings, view, posting => posting.Sequence);
        for (var i = 0; i < known; i++)
        {
            var posting = postings[i];
            if (IsOpening(posting, from, to))
                opening = (opening.Sum + posting.Amount, opening.Entries + 1);
            else if (posting.Day <= to && posting.Code != "MF")
                sums[posting.Code] = Add(sums.GetValueOrDefault(posting.Code), posting.Amount);
        }

        return new MaterialBalance(material, Lines(opening, sums, listed, material));
    }

    private static List<BalanceLine> Lines((Amount Sum, int Entries) opening,
        SortedDictionary<string, (Amount Sum, int Entries)> sums,
        SortedDictionary<MaterialCode, (Amount Sum, int Entries)>? listed, MaterialCode material)
    {
        var difference = sums.GetValueOrDefault("DI");
        sums.Remove("DI");
        var lines = new List<BalanceLine> { new("PB", 0, opening.Sum, opening.Entries) };
        lines.AddRange(sums.Where(s => IsIncrease(s.Value.Sum))
            .Select(s => new BalanceLine(s.Key, 1, s.Value.Sum, s.Value.Entries)));
        lines.AddRange(sums.Where(s => !IsIncrease(s.Value.Sum))
            .Select(s => new BalanceLine(s.Key, -1, -s.Value.Sum, s.Value.Entries)));
        var bookEnding = sums.Values.Aggregate(opening,
            (sum, next) => (sum.Sum + next.Sum, sum.Entries + next.Entries));
        var adjusted = (Sum: bookEnding.Sum + difference.Sum, Entries: bookEnding.Entries + difference.Entries);
        lines.Add(new("BE", 0, bookEnding.Sum, bookEnding.Entries));
        if (difference.Entries > 0)
            lines.Add(new("DI", -1, -difference.Sum, difference.Entries));
        lines.Add(new("BA", 0, adjusted.Sum, adjusted.Entries));
        if (listed is not null)
        {
            var physical = listed.GetValueOrDefault(material);
            lines.Add(new("PE", 0, physical.Sum, physical.Entries));
            lines.Add(new("MF", 0, adjusted.Sum - physical.Sum, adjusted.Entries + physical.Entries));
        }

        return lines;
    }

    /// <summary>Whether a posting belongs to PB of a period.</summary>
    /// <remarks>The initial inventory is the situation at 24:00 of its day: it opens the first period.</remarks>
    internal static bool IsOpening(in Posting posting, DateOnly from, DateOnly to) =>
        posting.Day < from || (posting.Code == "PB" && posting.Day <= to);

    /// <summary>Whether a line of the statement is a balance, not a change.</summary>
    internal static bool IsBalance(string line) => line is "PB" or "BE" or "BA" or "PE" or "MF";

    /// <summary>Whether a posting is part of a line of the statement; for MF, of its BA.</summary>
    internal static bool Belongs(in Posting posting, string line, DateOnly from, DateOnly to)
    {
        if (IsOpening(posting, from, to))
            return IsBalance(line);
        return posting.Day <= to && posting.Code != "MF" && line switch
        {
            "PB" => false,
            "BE" => posting.Code != "DI",
            "BA" or "MF" => true,
            _ => posting.Code == line,
        };
    }

    /// <summary>Day of the initial inventory, where the view knows of one.</summary>
    internal static DateOnly? OpeningDay(MbaLedger ledger, View view) =>
        ledger.Opened is { } opened && view.Knows(opened.Sequence) ? opened.Day : null;

    /// <summary>Whether a line of that sum stands among the increases.</summary>
    internal static bool IsIncrease(Amount amount) =>
        amount.Element > Quantities.Mass.Zero || (amount.Element.IsZero && amount.Fissile >= Quantities.Mass.Zero);

    private static SortedDictionary<MaterialCode, (Amount Sum, int Entries)> Totals(
        PhysicalInventory inventory, View view)
    {
        var totals = new SortedDictionary<MaterialCode, (Amount Sum, int Entries)>();
        foreach (var weight in inventory.Effective(view).SelectMany(line => line.Item.Weights))
            totals[weight.Material] = Add(totals.GetValueOrDefault(weight.Material), weight.Amount);
        return totals;
    }

    private static (Amount Sum, int Entries) Add((Amount Sum, int Entries) to, Amount amount) =>
        (to.Sum + amount, to.Entries + 1);
}
