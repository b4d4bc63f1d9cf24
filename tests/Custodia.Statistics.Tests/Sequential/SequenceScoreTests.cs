using Custodia.Statistics.Detection;
using Custodia.Statistics.Sequential;

namespace Custodia.Statistics.Tests.Sequential;

public sealed class SequenceScoreTests
{
    private static readonly double[] Muf = [0.2, -0.2, 0.7];

    private static MufSequence Store => MufSequence.Of(Covariances.Factor(Covariances.Store), Muf);

    [Fact]
    public void The_numbers_of_the_worked_example_follow()
    {
        Close([0.690937, -0.409165, 2.572834], Scores(new ShewhartScore()));
        Close([0.690937, 0.409165, 2.572834], Scores(new ShewhartScore(TestSide.Both)));
        Close([0.190937, 0, 2.072834], Scores(new PageScore()));
        Close([0.2 / 0.289462, 0, 0.7 / 0.308389], Scores(new CumufScore()));
        var gemuf = Scores(new GemufScore());
        double[] statistics = [0.477394, 0.644810, 7.264285];
        Close(statistics, [.. gemuf.Select((score, i) => GemufScore.Statistic(score, i + 1))]);
    }

    [Fact]
    public void Page_subtracts_the_reference_value_from_the_first_number_too() =>
        Assert.Equal(Store.Z[0] - 0.5, Scores(new PageScore())[0], 1e-15);

    [Fact]
    public void The_lower_arm_of_page_finds_a_gain()
    {
        var sequence = MufSequence.Of(Covariances.Factor(Covariances.Store), [-0.9, 0.1, 0]);
        var (one, both) = (new double[3], new double[3]);
        new PageScore().Score(sequence, one);
        new PageScore(0.5, TestSide.Both).Score(sequence, both);
        Assert.Equal(0, one[0]);
        Assert.Equal(-sequence.Z[0] - 0.5, both[0], 1e-15);
    }

    [Fact]
    public void A_gain_counts_in_cumuf_where_both_sides_do()
    {
        var sequence = MufSequence.Of(Covariances.Factor(Covariances.Store), [-0.9, 0.1, 0]);
        var (one, both) = (new double[3], new double[3]);
        new CumufScore().Score(sequence, one);
        new CumufScore(TestSide.Both).Score(sequence, both);
        Close([-0.9 / sequence.SigmaCumuf[0], -0.8 / sequence.SigmaCumuf[1], -0.8 / sequence.SigmaCumuf[2]], one);
        Assert.Equal(one.Select(score => -score), both);
    }

    [Fact]
    public void Balances_are_given_back_by_the_factor_of_their_numbers()
    {
        var sequence = Store;
        sequence.SetZ(sequence.Z.ToArray());
        Close(Muf, sequence.Muf.ToArray());
        Close([0.289462, 0.297936, 0.308389], sequence.SigmaCumuf.ToArray());
    }

    private static double[] Scores(SequenceScore test)
    {
        var scores = new double[3];
        test.Score(Store, scores);
        return scores;
    }

    private static void Close(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 2e-6);
    }
}
