namespace Custodia.Statistics.Linear;

/// <summary>
/// The lower triangle L of a growing covariance matrix V = L Lᵀ. Row i is worked out from rows 1 … i of V alone, so
/// a further period never changes what was said of the earlier ones, to the last bit.
/// </summary>
/// <remarks>
/// Symbols: V, covariance of MUF (mass²); L (mass); τ_i = L_ii, the standard deviation of the i-th ITMUF (mass).
/// Source: Cholesky–Banachiewicz recursion; Jones, "Near real-time nuclear materials accountancy: SITMUF" (ESARDA, 1984).
/// </remarks>
public sealed class CholeskyFactor
{
    /// <summary>The least part of V_ii that a pivot may be, below which the matrix counts as singular.</summary>
    public const double LeastPivot = 1e-12;

    private double[] _rows = new double[16];

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>Row i of L, from column 0 to the diagonal (i + 1 values, mass).</summary>
    public ReadOnlySpan<double> Row(int i)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)i, (uint)Count, nameof(i));
        return _rows.AsSpan(Start(i), i + 1);
    }

    /// <summary>τ_i = L_ii, the standard deviation of MUF_i given all earlier ones (mass).</summary>
    public double Diagonal(int i) => Row(i)[i];

    /// <summary>
    /// Adds the row of one more period. A pivot of at most <see cref="LeastPivot"/> of the variance is refused: the
    /// period has no random error of its own, or repeats a measurement, and no number stands for that.
    /// </summary>
    /// <param name="covariance">V_i0 … V_ii (mass²), one value more than there are rows.</param>
    /// <param name="pivot">V_ii − Σ L_ij², the variance of MUF_i that the earlier periods do not explain (mass²).</param>
    /// <returns>Whether the row was added; when not, nothing is changed.</returns>
    public bool TryAppend(ReadOnlySpan<double> covariance, out double pivot)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(covariance.Length, Count + 1, nameof(covariance));
        var start = Start(Count);
        if (_rows.Length < start + covariance.Length)
            Array.Resize(ref _rows, Math.Max(start + covariance.Length, _rows.Length * 2));
        var row = _rows.AsSpan(start, covariance.Length);
        var explained = 0.0;
        for (var j = 0; j < Count; j++)
        {
            var earlier = _rows.AsSpan(Start(j), j + 1);
            row[j] = (covariance[j] - Dot(row[..j], earlier[..j])) / earlier[j];
            explained += row[j] * row[j];
        }
        pivot = covariance[Count] - explained;
        if (!(pivot > LeastPivot * covariance[Count]))
            return false;
        row[Count] = Math.Sqrt(pivot);
        Count++;
        return true;
    }

    /// <summary>z = L⁻¹ x by forward substitution, for a vector of at most <see cref="Count"/> values.</summary>
    public double[] Solve(ReadOnlySpan<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(values.Length, Count, nameof(values));
        var solved = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var row = Row(i);
            solved[i] = (values[i] - Dot(row[..i], solved.AsSpan(0, i))) / row[i];
        }
        return solved;
    }

    private static int Start(int row) => checked((int)((long)row * (row + 1) / 2));

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }
}
