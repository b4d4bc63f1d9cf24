namespace Custodia.Statistics.Detection;

/// <summary>The threshold of Page's test for an asked probability of any false alarm in N periods.</summary>
/// <remarks>Source: see <see cref="PageQuadrature"/>. Error: 1e-10 relative.</remarks>
public static class PageThreshold
{
    /// <summary>Most periods that a threshold is worked out for.</summary>
    public const int MostPeriods = 100_000;

    /// <summary>Most products of one quadrature, N times the square of the nodes: about a second.</summary>
    private const double MostWork = 2e9;

    private const double Tolerance = 1e-13;
    private const double Margin = 0.01;

    /// <summary>The h with P(any false alarm in N periods) = α.</summary>
    /// <param name="alpha">α, the probability of any false alarm in the N periods; both arms together where two-sided.</param>
    /// <param name="periods">N, 1 … <see cref="MostPeriods"/>.</param>
    /// <param name="k">Reference value.</param>
    /// <param name="side">Two-sided: each arm gets α/2, which is slightly conservative.</param>
    /// <exception cref="ArgumentOutOfRangeException">Where there is none: see <see cref="Find"/>.</exception>
    public static double Of(double alpha, int periods, double k = 0.5, TestSide side = TestSide.Loss)
    {
        Level.ThrowIfNotInside(alpha);
        if (alpha >= MostAlpha(periods, k, side))
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "No positive threshold has so large a probability of false alarm.");
        return Find(alpha, periods, k, side)
            ?? throw new ArgumentOutOfRangeException(nameof(k), k, "So small a reference value needs too large a threshold over so many periods.");
    }

    /// <summary>
    /// The same; null where α is at least <see cref="MostAlpha"/>, and where so small a k drifts to so large an h over so many periods
    /// that the quadrature would take too long.
    /// </summary>
    public static double? Find(double alpha, int periods, double k = 0.5, TestSide side = TestSide.Loss)
    {
        Level.ThrowIfNotInside(alpha);
        var perArm = side == TestSide.Both ? alpha / 2 : alpha;
        var most = PerArm(periods, k);
        if (perArm >= most)
            return null;
        var wanted = Math.Log(perArm);
        // S_N is at least Σ (z_i − k), which is N(−kN, N): h lies above the quantile of that; a little is left for rounding.
        var low = Math.Max(0, (NormalDistribution.UpperQuantile(perArm) * Math.Sqrt(periods)) - (k * periods) - Margin);
        for (var step = 2.0; ; step *= 2)
        {
            var high = low + step;
            if (periods * Math.Pow(PageQuadrature.NodesFor(high), 2) > MostWork)
                return null;
            if (Excess(high) <= 0)
                return BracketedRoot.Find(Excess, low, high, Tolerance * high);
            low = high;
        }

        double Excess(double h) => Math.Log(h == 0 ? most : new PageQuadrature(k, h).FalseAlarm(periods)) - wanted;
    }

    /// <summary>The α that a threshold of 0 would have: 1 − Φ(k)^N for one arm, twice that (at most 1) for both.</summary>
    public static double MostAlpha(int periods, double k = 0.5, TestSide side = TestSide.Loss) =>
        side == TestSide.Both ? Math.Min(1, 2 * PerArm(periods, k)) : PerArm(periods, k);

    private static double PerArm(int periods, double k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(periods, MostPeriods);
        if (!double.IsFinite(k))
            throw new ArgumentOutOfRangeException(nameof(k), k, "A finite reference value is needed.");
        return -SmallDifferences.ExpMinusOne(periods * SmallDifferences.LogOnePlus(-NormalDistribution.Upper(k)));
    }
}
