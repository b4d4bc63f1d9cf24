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

    [Fact]
    public void Many_rows_at_once_are_the_rows_that_come_one_by_one_to_the_last_bit_and_those_of_the_plain_recursion()
    {
        var rows = Random(1100);
        var together = new CholeskyFactor();
        Assert.True(together.TryAppend(new SymmetricMatrix(rows), out var pivot));
        Assert.Equal(1100, together.Count);
        Assert.Equal(pivot, together.Diagonal(1099) * together.Diagonal(1099), 1e-12);
        var alone = Of(rows[..700]);
        var grown = alone.First(650);
        Assert.True(grown.TryAppend(new SymmetricMatrix(rows), out _));
        for (var i = 0; i < 1100; i++)
        {
            Assert.True(i >= 700 || together.Row(i).SequenceEqual(alone.Row(i)));
            Assert.True(together.Row(i).SequenceEqual(grown.Row(i)));
        }
        var plain = Plain(rows[..300]);
        for (var i = 0; i < 300; i++)
            for (var j = 0; j <= i; j++)
                Assert.Equal(plain[i][j], together.Row(i)[j], 1e-12);
    }

    [Fact]
    public void Where_a_row_among_many_is_refused_those_before_it_stand()
    {
        var rows = Random(200);
        // Row 150 is row 20 once more.
        for (var j = 0; j < 150; j++)
            rows[150][j] = j > 20 ? rows[j][20] : rows[20][j];
        rows[150][150] = rows[20][20];
        var factor = new CholeskyFactor();
        Assert.False(factor.TryAppend(new SymmetricMatrix(rows), out var pivot));
        Assert.Equal(150, factor.Count);
        Assert.Equal(0, pivot, 1e-10);
        var before = Of(rows[..150]);
        for (var i = 0; i < 150; i++)
            Assert.True(before.Row(i).SequenceEqual(factor.Row(i)));
    }

    private static double[][] Random(int count)
    {
        var random = new Random(9);
        return [.. Enumerable.Range(0, count).Select(i =>
            Enumerable.Range(0, i + 1).Select(j => j == i ? 10 + random.NextDouble() : 0.02 * (random.NextDouble() - 0.5)).ToArray())];
    }

    // As the textbook has it, one number after the other.
    private static double[][] Plain(double[][] covariance)
    {
        var factor = covariance.Select(row => new double[row.Length]).ToArray();
        for (var i = 0; i < factor.Length; i++)
            for (var j = 0; j <= i; j++)
            {
                var sum = covariance[i][j];
                for (var k = 0; k < j; k++)
                    sum -= factor[i][k] * factor[j][k];
                factor[i][j] = i == j ? Math.Sqrt(sum) : sum / factor[j][j];
            }
        return factor;
    }

    private static CholeskyFactor Of(double[][] rows)
    {
        var factor = new CholeskyFactor();
        foreach (var row in rows)
            Assert.True(factor.TryAppend(row, out _));
        return factor;
    }
}
