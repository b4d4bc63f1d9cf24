using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Custodia.Statistics.Linear;

/// <summary>
/// The lower triangle L of a growing covariance matrix V = L Lᵀ. Row i is worked out from rows 1 … i of V alone, so
/// a further period never changes what was said of the earlier ones, to the last bit.
/// </summary>
/// <remarks>
/// Symbols: V, covariance of MUF (mass²); L (mass); τ_i = L_ii, the standard deviation of the i-th ITMUF (mass).
/// Rows are worked out many at a time where there are many, block of columns by block, so that what is read from memory is
/// used often; each sum has the same order whether a row comes alone or with others.
/// Source: Cholesky–Banachiewicz recursion; Jones, "Near real-time nuclear materials accountancy: SITMUF" (ESARDA, 1984).
/// </remarks>
public sealed class CholeskyFactor
{
    /// <summary>The least part of V_ii that a pivot may be, below which the matrix counts as singular.</summary>
    public const double LeastPivot = 1e-12;

    private const int Columns = 32;
    private const int Rows = 64;
    private const int Chunk = 512;

    private readonly List<double[]> _rows = [];

    /// <summary>How many rows there are.</summary>
    public int Count => _rows.Count;

    /// <summary>Row i of L, from column 0 to the diagonal (i + 1 values, mass).</summary>
    public ReadOnlySpan<double> Row(int i) => _rows[i];

    /// <summary>τ_i = L_ii, the standard deviation of MUF_i given all earlier ones (mass).</summary>
    public double Diagonal(int i) => _rows[i][i];

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
        return TryAppend([covariance.ToArray()], out pivot);
    }

    /// <summary>Adds all rows that a matrix has beyond these, up to the first that is refused.</summary>
    /// <param name="covariance">V (mass²).</param>
    /// <param name="pivot">The pivot of the row that was refused, else of the last one (mass²).</param>
    /// <returns>Whether all rows were added.</returns>
    public bool TryAppend(SymmetricMatrix covariance, out double pivot)
    {
        pivot = double.NaN;
        var panel = new List<double[]>(Rows);
        while (Count < covariance.Count)
        {
            panel.Clear();
            for (var i = Count; i < Math.Min(covariance.Count, Count + Rows); i++)
                panel.Add(covariance.Row(i).ToArray());
            if (!TryAppend(panel, out pivot))
                return false;
        }
        return true;
    }

    /// <summary>z = L⁻¹ x by forward substitution, for a vector of at most <see cref="Count"/> values.</summary>
    public double[] Solve(ReadOnlySpan<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(values.Length, Count, nameof(values));
        var solved = new double[values.Length];
        Solve(values, solved);
        return solved;
    }

    /// <summary>z = L⁻¹ x by forward substitution into room that is given, of the length of the values.</summary>
    public void Solve(ReadOnlySpan<double> values, Span<double> solved)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(values.Length, Count, nameof(values));
        for (var i = 0; i < values.Length; i++)
        {
            var row = Row(i);
            solved[i] = (values[i] - Dense.Dot(row[..i], solved)) / row[i];
        }
    }

    /// <summary>
    /// Takes other rows in place of all there are, for the next of many matrices. They come as those of V and become those of L in
    /// place: nothing is copied.
    /// </summary>
    internal bool TryReplace(List<double[]> covariance, out double pivot)
    {
        _rows.Clear();
        return TryAppend(covariance, out pivot);
    }

    /// <summary>The factor of the first rows alone. It shares them with this one.</summary>
    internal CholeskyFactor First(int count)
    {
        var first = new CholeskyFactor();
        first._rows.AddRange(_rows.Take(count));
        return first;
    }

    // The rows come as those of V and become those of L in place.
    private bool TryAppend(List<double[]> panel, out double pivot)
    {
        var start = Count;
        _rows.AddRange(panel);
        pivot = double.NaN;
        for (var first = 0; first < _rows.Count; first += Columns)
        {
            Update(start, first);
            for (var i = Math.Max(start, first); i < _rows.Count; i++)
            {
                if (TrySolve(i, first, ref pivot))
                    continue;
                _rows.RemoveRange(i, _rows.Count - i);
                return false;
            }
        }
        return true;
    }

    // What the columns before the block explain, of each value of the new rows in the block.
    private void Update(int start, int first)
    {
        var all = CollectionsMarshal.AsSpan(_rows);
        var rows = all[Math.Max(start, first)..];
        var columns = all[first..Math.Min(first + Columns, all.Length)];
        for (var from = 0; from < first; from += Chunk)
            Dense.SubtractProducts(rows, columns, first, from, Math.Min(Chunk, first - from));
    }

    // The triangle of the block itself, from left to right.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TrySolve(int i, int first, ref double pivot)
    {
        var row = _rows[i];
        for (var j = first; j < Math.Min(first + Columns, i); j++)
        {
            var earlier = _rows[j];
            var sum = row[j];
            for (var k = first; k < j; k++)
                sum = Math.FusedMultiplyAdd(-row[k], earlier[k], sum);
            row[j] = sum / earlier[j];
        }
        if (i >= first + Columns)
            return true;
        pivot = row[i];
        for (var k = first; k < i; k++)
            pivot = Math.FusedMultiplyAdd(-row[k], row[k], pivot);
        var explained = Dense.Dot(row.AsSpan(0, i), row);
        if (!(pivot > LeastPivot * (pivot + explained)))
            return false;
        row[i] = Math.Sqrt(pivot);
        return true;
    }
}
