using Custodia.Books;
using Custodia.Materials.Commands;
using Custodia.Materials.Evaluation;
using Custodia.Materials.Ledger;
using Custodia.Materials.Measurement;
using Custodia.Materials.Tests.Queries;
using static Custodia.Materials.Tests.Scenario;

namespace Custodia.Materials.Tests.Evaluation;

/// <summary>A plant that weighs its one batch each month, and loses of it.</summary>
internal sealed class Losing : IDisposable
{
    public static readonly MaterialCode Enriched = new('E', 'G');
    private decimal _held = 1_000_000;
    private DateOnly _next = Day("2025-07-31");

    public Losing()
    {
        S.Do(new MeasurementMethod("XAFB", "SCALE", "Scale", "磅秤", MeasuredQuantity.Bulk, 0.1m, 0.05m, "certificate", Day("2025-06-30"),
            ["1", "2", "A"]));
        S.Do(Cylinder());
    }

    public Scenario S { get; } = Small();

    /// <summary>Months whose loss is many standard deviations: each has an alarm.</summary>
    public static Losing Of(params decimal[] losses)
    {
        var made = new Losing();
        foreach (var loss in losses)
            made.Month(loss);
        return made;
    }

    /// <summary>Weighs what there is at the end of a month, and closes its balance.</summary>
    public DateOnly Month(decimal loss, string basis = "M")
    {
        var pit = _next;
        _held -= loss;
        _next = new DateOnly(pit.Year, pit.Month, 1).AddMonths(2).AddDays(-1);
        S.Do(new TakeInventory("XAFB", pit, [new(2, new("CYL", "A", 1, "U6CF", basis, [Weight.Enriched(G(_held), G(_held * 0.044m))]))]));
        S.Do(new CloseBalance("XAFB", pit));
        return pit;
    }

    /// <summary>One thing that may happen: a month, a correction, a calibration, a closing, a reopening.</summary>
    public void Step(Random random)
    {
        var open = Evaluate().Verdict.Alarms;
        switch (random.Next(6))
        {
            case 0 when open.Count > 0:
                S.Do(new CloseAlarm("XAFB", Enriched, open[random.Next(open.Count)], "weighed again"));
                break;
            case 1 when Closings(closing => closing.Reopened is null) is { Count: > 0 } closings:
                S.Do(new ReopenAlarm("XAFB", closings[random.Next(closings.Count)].Stamp.Sequence, "too early"));
                break;
            case 2:
                var line = S.Book.Mbas["XAFB"].Lines.Last(line => line.IsEffective(S.Now) && line.Change.Code == "RD");
                Streams.Try(S, new CorrectChanges([new(line.Stamp.Sequence, Cylinder() with
                {
                    Weights = [Weight.Enriched(G(1_000_000 + random.Next(9_000)), G(44_000))],
                })], "misread"));
                break;
            case 3:
                Streams.Try(S, new RecalibrateMethod("XAFB", "SCALE", _next.AddDays(-random.Next(20)), "yearly"));
                break;
            default:
                Month(random.Next(4) * 1_500, random.Next(3) == 0 ? "T" : "M");
                break;
        }
    }

    public BalanceEvaluation Evaluate(View? view = null)
    {
        var answer = BalanceEvaluations.Ask(S.Book, new("XAFB", Enriched), view ?? S.Now);
        Assert.Empty(answer.Refusals);
        return answer.Value!;
    }

    public void Dispose() => S.Dispose();

    private List<AlarmClosing> Closings(Predicate<AlarmClosing> which) => S.Book.Mbas["XAFB"].AlarmClosings.FindAll(which);
}
