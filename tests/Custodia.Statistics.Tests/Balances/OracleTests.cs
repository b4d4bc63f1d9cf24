using Custodia.Statistics.Balances;
using Custodia.Statistics.Sequential;

namespace Custodia.Statistics.Tests.Balances;

public sealed class OracleTests
{
    [Fact]
    public void A_thousand_areas_by_chance_agree_with_explicit_weights_and_dense_algebra()
    {
        var (tested, singular) = (0, 0);
        for (var seed = 0; seed < 1000; seed++)
        {
            var (balanceCase, options) = new RandomAreas(seed).Next();
            Assert.Empty(CaseRules.Faults(balanceCase, options));
            var found = balanceCase.Evaluate(options);
            var oracle = new Oracle(balanceCase, options, [.. found.Structure.Dates]);
            Same(oracle, found, seed);
            SameScores(oracle, found, seed);
            if (found.Singular is not null)
                singular++;
            for (var i = 0; i < found.Sitmuf.Length; i++, tested++)
                Near(oracle.Sitmuf(i), found.Sitmuf[i], 1e-9 * (1 + found.Sigma[i] / found.ItmufSd[i]), seed, $"z {i}");
        }
        Assert.True(tested > 2500, $"{tested}");
        Assert.True(singular < 100, $"{singular}");
    }

    private static void Same(Oracle oracle, BalanceSequence found, int seed)
    {
        Assert.Equal(oracle.Count, found.Count);
        for (var i = 0; i < found.Count; i++)
        {
            Near(oracle.Muf[i], found.Muf[i], 1e-11, seed, $"MUF {i}");
            Near(oracle.Flow(LocationKind.Input, i), found.Totals.Input[i], 1e-11, seed, $"X {i}");
            Near(oracle.Flow(LocationKind.Output, i), found.Totals.Output[i], 1e-11, seed, $"Y {i}");
            Near(oracle.Inventory(i), found.Totals.Begin[i], 1e-11, seed, $"begin {i}");
            Near(oracle.Inventory(i + 1), found.Totals.End[i], 1e-11, seed, $"end {i}");
            if (!found.Structure.Options.InterpolatesInventories)
                Near(oracle.ActiveInventory(i), found.Totals.ActiveInventory[i], 1e-11, seed, $"AI {i}");
            for (var j = 0; j <= i; j++)
                Near(oracle.Covariance[i, j], found.Covariance[i, j], 1e-11, seed, $"V {i} {j}");
            var cumulative = 0.0;
            for (var a = 0; a <= i; a++)
                for (var b = 0; b <= i; b++)
                    cumulative += oracle.Covariance[a, b];
            Near(Math.Sqrt(Math.Max(0, cumulative)), found.SigmaCumuf[i], 1e-7, seed, $"σ CUMUF {i}");
        }
    }

    // CUMUF over its σ, from the period after the last closed alarm on.
    private static void SameScores(Oracle oracle, BalanceSequence found, int seed)
    {
        int[] closed = [.. Enumerable.Range(0, found.Count).Where(i => (seed + i) % 3 == 0)];
        var scores = found.CumufScores([.. closed.Select(i => new PageReset(i, "an inspector", default, "a leak"))]);
        for (var i = 0; i < found.Count; i++)
        {
            var from = closed.Where(period => period < i).Select(period => period + 1).LastOrDefault();
            var (sum, variance, scale) = (0.0, 0.0, 0.0);
            for (var a = from; a <= i; a++)
            {
                sum += oracle.Muf[a];
                scale += oracle.Covariance[a, a];
                for (var b = from; b <= i; b++)
                    variance += oracle.Covariance[a, b];
            }

            // Of a variance that is but the rounding of what cancels, no score can be told.
            if (variance > 1e-9 * scale)
                Near(sum / Math.Sqrt(variance), scores[i], 1e-6, seed, $"CUMUF / σ {i}");
        }
    }

    private static void Near(double expected, double found, double tolerance, int seed, string what) => Assert.True(
        Math.Abs(expected - found) <= tolerance * (1 + Math.Abs(expected)), $"seed {seed}, {what}: expected {expected}, found {found}");
}
