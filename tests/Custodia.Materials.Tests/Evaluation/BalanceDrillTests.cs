using Custodia.Books;
using Custodia.Materials.Commands;
using Custodia.Materials.Evaluation;
using Custodia.Materials.Ledger;
using Custodia.Materials.Tables;
using Custodia.Sample;

namespace Custodia.Materials.Tests.Evaluation;

public sealed class BalanceDrillTests
{
    private static readonly MaterialCode Enriched = new('E', 'G');

    [Fact]
    public void The_sequence_finds_what_no_balance_alone_shows()
    {
        using var s = Year();
        var answer = BalanceEvaluations.Ask(s.Book, new(BalanceDrill.Mba, Enriched), s.Now).Value!;
        Assert.Equal(12, answer.Periods.Count);
        Assert.All(answer.Periods, period => Assert.InRange(period.Z!.Value, -3, 3));
        var alarm = answer.Periods.First(HasPage);
        Assert.InRange(alarm.To, BalanceDrill.LossFrom, BalanceDrill.LossTo);
        Assert.Equal(Standing.Alarm, answer.Verdict.Standing);
        Assert.Contains(alarm.To, answer.Verdict.Alarms);
        Assert.Equal(answer.Periods.Where(period => period.PageUp >= answer.Tests!.Page), answer.Periods.Where(HasPage));
        var lost = BalanceDrill.MonthlyLoss * 5;
        var last = answer.Periods[^1];
        Assert.InRange((double)last.Cumuf.Grams, lost - (3 * last.SigmaCumuf), lost + (3 * last.SigmaCumuf));
        Assert.Contains("SCALE-OUT#1", last.Calibrations);
        Assert.DoesNotContain("SCALE-OUT#1", answer.Periods[5].Calibrations);
    }

    [Fact]
    public void Without_the_loss_it_would_be_quiet()
    {
        using var s = Year();
        var without = BalanceEvaluations.Ask(s.Book, new(BalanceDrill.Mba, Enriched), s.Now with { AsOf = BalanceDrill.LossFrom }).Value!;
        Assert.Equal(4, without.Periods.Count);
        Assert.All(without.Periods, period => Assert.Empty(period.Verdict.Alarms));
        Assert.Equal((Standing.Quiet, 0), (without.Verdict.Standing, without.Verdict.Alarms.Count));
    }

    private static bool HasPage(EvaluatedBalance period) => period.Verdict.Alarms.Contains(AlarmTest.Page);

    private static Scenario Year()
    {
        var s = new Scenario();
        s.Do(new NameState("XA", "Xanadu", "仙那度"));
        s.Do(new AdoptCodeTables(CodeTablesFile.Shipped));
        s.Do(BalanceDrill.Facility);
        s.Do(BalanceDrill.Area);
        foreach (var command in BalanceDrill.Points.Concat<object>(BalanceDrill.Methods))
            s.Do(command);
        var drill = new BalanceDrill();
        s.Do(new OpenBook(BalanceDrill.Mba, BalanceDrill.OpeningDay, Rows(drill.Initial)));
        foreach (var month in drill.Months)
        {
            s.Do(new RecordChanges(Rows(month.Changes)));
            s.Do(new TakeInventory(BalanceDrill.Mba, month.Pit, Rows(month.Listed)));
            s.Do(new CloseBalance(BalanceDrill.Mba, month.Pit));
            if (month.Pit.Month == 6)
                s.Do(new Materials.Measurement.RecalibrateMethod(BalanceDrill.Mba, "SCALE-OUT", month.Pit.AddDays(1), "yearly"));
        }

        return s;
    }

    private static List<FileRow<T>> Rows<T>(IReadOnlyList<T> values) where T : class => [.. values.Select(value => new FileRow<T>(0, value))];
}
