using Custodia.Statistics.Itemised;

namespace Custodia.Statistics.Tests.Itemised;

public sealed class ImprovementTests
{
    [Fact]
    public void A_source_that_would_have_to_be_without_error_is_not_enough_alone()
    {
        // Variances 1 and 4, and a goal that allows 1 in all.
        var result = ItemisedBalance.Evaluate([new("a", SourceKind.Bulk, 0.5, 0), new("b", SourceKind.Bulk, 0.5, 0)],
            [
                new Stratum("A", BalancePart.Opening, [new("a")]) { Equal = new(2, 1, 1) },
                new Stratum("B", BalancePart.Closing, [new("b")]) { Equal = new(4, 1, 1) },
            ]).Value!;
        var improvement = Improvement.For(result, Improvement.GoalFactor)[0];
        Assert.Equal(("b", 1.0, ImprovementVerdict.NotAlone, null),
            (improvement.Source, improvement.SigmaWithout, improvement.Verdict, improvement.Factor));
    }

    [Fact]
    public void A_goal_that_is_met_asks_for_nothing() =>
        Assert.All(Improvement.For(ExampleA.Evaluate(), 75_000), improvement =>
            Assert.Equal((ImprovementVerdict.Met, 1.0), (improvement.Verdict, improvement.Factor)));

    [Fact]
    public void With_the_factor_put_in_the_goal_is_met_to_the_last_digits()
    {
        const double Goal = 60_000;
        var result = ExampleA.Evaluate();
        var improvement = Improvement.For(result, Goal)[0];
        Assert.Equal(("scale A", ImprovementVerdict.Improve), (improvement.Source, improvement.Verdict));
        var sources = ExampleA.Sources.Select(source => source.Id != "scale A" ? source
            : source with { Random = source.Random / improvement.Factor!.Value, Systematic = source.Systematic / improvement.Factor.Value });
        Assert.Equal(Goal / 3.29, ItemisedBalance.Evaluate([.. sources], ExampleA.Strata).Value!.Sigma, 1e-8);
    }

    [Fact]
    public void Where_the_others_leave_too_much_no_factor_is_stated()
    {
        var improvements = Improvement.For(ExampleA.Evaluate(), 30_000);
        Assert.All(improvements, improvement => Assert.Equal((ImprovementVerdict.NotAlone, null), (improvement.Verdict, improvement.Factor)));
        Assert.True(improvements[0].SigmaWithout > 30_000 / 3.29);
    }

    [Fact]
    public void Shares_add_up_and_the_greatest_comes_first()
    {
        var shares = Improvement.For(ExampleA.Evaluate(), 8_000).Select(improvement => improvement.Share).ToList();
        Assert.Equal(1, shares.Sum(), 1e-12);
        Assert.Equal(shares.OrderDescending(), shares);
    }

    [Fact]
    public void A_goal_of_nothing_is_not_asked_for() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Improvement.For(ExampleA.Evaluate(), 0));
}
