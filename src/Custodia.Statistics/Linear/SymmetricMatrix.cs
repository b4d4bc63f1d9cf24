namespace Custodia.Statistics.Linear;

/// <summary>The lower triangle of a symmetric matrix, row by row: the covariance matrix V of a MUF sequence (mass²).</summary>
public sealed class SymmetricMatrix
{
    private readonly double[][] _rows;

    internal SymmetricMatrix(double[][] rows) => _rows = rows;

    /// <summary>How many rows there are.</summary>
    public int Count => _rows.Length;

    /// <summary>V_ij = V_ji (mass²).</summary>
    public double this[int i, int j] => i >= j ? _rows[i][j] : _rows[j][i];

    /// <summary>V_i0 … V_ii (mass²).</summary>
    public ReadOnlySpan<double> Row(int i) => _rows[i];

    /// <summary>The first rows alone. It shares them with this one.</summary>
    internal SymmetricMatrix First(int count) => count == Count ? this : new(_rows[..count]);

    /// <summary>Row i as it is stored: a longer sequence shares the rows that have not changed.</summary>
    internal double[] Shared(int i) => _rows[i];
}
