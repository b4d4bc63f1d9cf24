using Custodia.Statistics.Linear;

namespace Custodia.Statistics.Tests.Linear;

public sealed class CholeskyFactorTests
{
    private static readonly double[][] Rows = [[4], [2, 5], [-2, 1, 6]];

    [Fact]
    public void The_factor_times_its_transpose_is_the_matrix()
    {
        var factor = Of(Rows);
        for (var i = 0; i < 3; i++)
            for (var j = 0; j <= i; j++)
            {
                var sum = 0.0;
                for (var k = 0; k <= j; k++)
                    sum += factor.Row(i)[k] * factor.Row(j)[k];
                Assert.Equal(Rows[i][j], sum, 1e-14);
            }
    }

    [Fact]
    public void What_is_solved_times_the_factor_is_what_was_asked()
    {
        var factor = Of(Rows);
        var solved = factor.Solve([1, -3, 2]);
        Assert.Equal(0.5, solved[0], 1e-15);
        Assert.Equal(-3, factor.Row(1)[0] * solved[0] + factor.Row(1)[1] * solved[1], 1e-14);
    }

    [Fact]
    public void A_row_that_the_earlier_ones_explain_is_refused_and_changes_nothing()
    {
        var factor = Of([[4], [2, 5]]);
        Assert.False(factor.TryAppend([4, 2, 4], out var pivot));
        Assert.Equal(0, pivot, 1e-14);
        Assert.Equal(2, factor.Count);
        Assert.True(factor.TryAppend([-2, 1, 6], out _));
    }

    private static CholeskyFactor Of(double[][] rows)
    {
        var factor = new CholeskyFactor();
        foreach (var row in rows)
            Assert.True(factor.TryAppend(row, out _));
        return factor;
    }
}
