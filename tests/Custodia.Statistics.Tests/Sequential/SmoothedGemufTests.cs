using Custodia.Statistics.Detection.Simulation;
using Custodia.Statistics.Linear;
using Custodia.Statistics.Sequential;

namespace Custodia.Statistics.Tests.Sequential;

public sealed class SmoothedGemufTests
{
    private static readonly double[] Muf = [3, -1, 4, 1, -5, 9, 2];

    [Fact]
    public void The_first_and_the_last_two_periods_have_no_number_rather_than_nought()
    {
        var statistics = SmoothedGemuf.Statistics(MufSequence.Of(Covariances.Alike(7), Muf));
        var losses = SmoothedGemuf.Losses(Muf);
        foreach (var end in new[] { 0, 1, 5, 6 })
        {
            Assert.True(double.IsNaN(statistics[end]));
            Assert.True(double.IsNaN(losses[end]));
        }
        Assert.All(statistics[2..5], statistic => Assert.True(double.IsFinite(statistic)));
    }

    [Fact]
    public void Fewer_than_five_periods_have_no_number_at_all()
    {
        Assert.All(SmoothedGemuf.Statistics(MufSequence.Of(Covariances.Alike(4), [1, 2, 3, 4])), statistic => Assert.True(double.IsNaN(statistic)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SmoothedGemufScore(Covariances.Alike(4), 4));
    }

    [Fact]
    public void The_middle_balance_counts_three_times() =>
        Assert.Equal((3 - 1 + 12 + 1 - 5) / 7.0, SmoothedGemuf.Losses(Muf)[2], 1e-15);

    [Fact]
    public void It_is_the_estimated_loss_times_the_inverse_of_the_covariance_times_the_balances()
    {
        var factor = Covariances.Alike(7);
        var (statistics, losses) = (SmoothedGemuf.Statistics(MufSequence.Of(factor, Muf)), SmoothedGemuf.Losses(Muf));
        for (var i = 2; i < 5; i++)
        {
            var weights = Inverse(factor, i + 1, Muf);
            var expected = Enumerable.Range(2, i - 1).Sum(j => losses[j] * weights[j]);
            Assert.Equal(expected, statistics[i], 1e-12);
        }
    }

    [Fact]
    public void Mean_and_standard_deviation_of_the_number_are_those_of_drawn_sequences()
    {
        const int Replicates = 40_000;
        var factor = Covariances.Alike(8);
        var score = new SmoothedGemufScore(factor, 8);
        var (draw, numbers, scores) = (new ShortChain(factor, 8).Begin(), new NormalStream(3, 0, 0), new double[8]);
        var (sums, squares) = (new double[8], new double[8]);
        for (var replicate = 0; replicate < Replicates; replicate++)
        {
            score.Score(draw.Next(numbers), scores);
            for (var i = 0; i < 8; i++)
                (sums[i], squares[i]) = (sums[i] + scores[i], squares[i] + (scores[i] * scores[i]));
        }
        for (var i = 2; i < 6; i++)
        {
            Assert.Equal(0, sums[i] / Replicates, 4 / Math.Sqrt(Replicates));
            Assert.Equal(1, squares[i] / Replicates, 0.1);
        }
    }

    // (V⁻¹ x) of the leading block, by back substitution after the forward one.
    private static double[] Inverse(CholeskyFactor factor, int n, double[] values)
    {
        var solved = factor.Solve(values.AsSpan(0, n));
        for (var i = n - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < n; j++)
                solved[i] -= factor.Row(j)[i] * solved[j];
            solved[i] /= factor.Row(i)[i];
        }
        return solved;
    }
}
