using Custodia.Books;
using Custodia.Materials.Ledger;

namespace Custodia.Materials.Queries;

/// <summary>Asks for the material balance of a period.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Day">A day of the period; left out: the last day that is seen.</param>
public sealed record StatementQuery(
    [Meaning("MBA code", "物料平衡區代碼")] string Mba,
    [Meaning("A day of the period; left out: the last one seen", "期間內之一日；未填則為最後可見日")] DateOnly? Day = null);

/// <summary>A material balance as it is now known, beside what was struck at its closing.</summary>
/// <param name="Statement">The balance, as the view knows it.</param>
/// <param name="Convention">The convention of sign behind every MUF shown.</param>
/// <param name="ClosedAt">Entry that closed the period; <c>null</c> where it is open.</param>
/// <param name="Changed">The lines that differ from those struck at closing, in the order of the balance.</param>
/// <param name="Periods">All periods that the view sees, for going from one to the next.</param>
public sealed record StatementAnswer(BalanceStatement Statement, Bilingual Convention, long? ClosedAt,
    IReadOnlyList<ChangedLine> Changed, IReadOnlyList<BalancePeriod> Periods);

/// <summary>A line that later knowledge changed.</summary>
/// <param name="Name">Name of the line.</param>
/// <param name="Material">Which material.</param>
/// <param name="Struck">Amount at the closing.</param>
/// <param name="Now">Amount now.</param>
/// <param name="Difference">Now less struck.</param>
public sealed record ChangedLine(string Name, MaterialCode Material, Amount Struck, Amount Now, Amount Difference);

/// <summary>A material balance period.</summary>
/// <param name="From">First day.</param>
/// <param name="To">PIT date; <c>null</c> where it is open.</param>
/// <param name="ClosedAt">Entry that closed it; <c>null</c> where it is open.</param>
/// <param name="Muf">Its MUF by material, as now known; empty where it is open.</param>
public sealed record BalancePeriod(DateOnly From, DateOnly? To, long? ClosedAt, IReadOnlyList<Weight> Muf);

/// <summary>Balances with their history.</summary>
public static class StatementAnswers
{
    /// <summary>INFCIRC/153 ¶98: positive is an apparent loss.</summary>
    private static readonly Bilingual Convention = new(
        "IAEA convention: MUF = BA − PE; positive is an apparent loss.",
        "IAEA 慣例：MUF = BA − PE；正值表示表觀損失。");

    /// <summary>Answers <see cref="StatementQuery"/>.</summary>
    public static Answer<StatementAnswer> Ask(MaterialsBook book, StatementQuery query, View view)
    {
        if (Sight.Mba(book, query.Mba, view) is not { } ledger)
            return Sight.NoMba(query.Mba);
        var day = Sight.DayOfPeriod(book, query.Day, view);
        var statement = Statements.Strike(ledger, day, view);
        var closing = Statements.PeriodOf(ledger, day, view).Closing;
        return new StatementAnswer(statement, Convention, closing?.Stamp.Sequence,
            closing is null ? [] : Changes(closing.Fact.Lines, statement), Periods(ledger, view));
    }

    private static List<ChangedLine> Changes(IReadOnlyList<StatementLine> struck, BalanceStatement now)
    {
        var before = struck.ToDictionary(line => (line.Weight.Material, line.Name), line => line.Weight.Amount);
        var after = now.Lines.ToDictionary(line => (line.Weight.Material, line.Name), line => line.Weight.Amount);
        return
        [
            .. from key in after.Keys.Union(before.Keys)
               let was = before.GetValueOrDefault(key)
               let became = after.GetValueOrDefault(key)
               where was != became
               select new ChangedLine(key.Name, key.Material, was, became, became - was),
        ];
    }

    private static List<BalancePeriod> Periods(MbaLedger ledger, View view)
    {
        var muf = Muf.ByPeriod(ledger, view);
        var periods = new List<BalancePeriod>();
        var from = Statements.OpeningDay(ledger, view) ?? ledger.Area.From;
        foreach (var closing in ledger.Closings.Where(c => view.Sees(c.Stamp.Sequence, c.Fact.To)))
        {
            periods.Add(new BalancePeriod(from, closing.Fact.To, closing.Stamp.Sequence,
                Muf.Weights(muf[closing.Fact.To])));
            from = closing.Fact.To.AddDays(1);
        }

        periods.Add(new BalancePeriod(from, null, null, []));
        return periods;
    }
}
