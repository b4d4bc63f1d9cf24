using Custodia.Statistics.Linear;

namespace Custodia.Statistics.Tests;

/// <summary>Covariances of sequences that tests use.</summary>
internal static class Covariances
{
    /// <summary>V of three periods of a plutonium store, from receipts, shipments and inventories with random and systematic errors (kg²).</summary>
    public static readonly double[][] Store =
    [
        [0.0837882],
        [-0.03984444, 0.08466673],
        [0.00078048, -0.04001804, 0.084813],
    ];

    /// <summary>A factor of rows of the lower triangle.</summary>
    public static CholeskyFactor Factor(double[][] rows)
    {
        var factor = new CholeskyFactor();
        foreach (var row in rows)
            Assert.True(factor.TryAppend(row, out _));
        return factor;
    }

    /// <summary>
    /// V of N alike periods: throughput with random part a², inventories with random part b², that two neighbours share, and one
    /// systematic source s² common to all (mass²).
    /// </summary>
    public static CholeskyFactor Alike(int periods, double a = 1, double b = 1, double s = 0.3)
    {
        var rows = new double[periods][];
        for (var i = 0; i < periods; i++)
        {
            rows[i] = new double[i + 1];
            for (var j = 0; j <= i; j++)
                rows[i][j] = (s * s) + (i == j ? (a * a) + (2 * b * b) : j == i - 1 ? -b * b : 0);
        }
        return Factor(rows);
    }
}
