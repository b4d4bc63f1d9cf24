namespace Custodia.Statistics.Verification;

/// <summary>
/// Grubbs' estimator: what two instruments' values of the same items say of each one's random error, with no third to compare with.
/// </summary>
/// <remarks>
/// x = τ + e_x, y = τ + e_y, d = x − y, errors independent: σ̂²_x = S_xx − S_xy = S_xd, σ̂²_y = S_yy − S_xy = −S_yd, σ̂²_τ = S_xy, with the
/// covariances within inspections, so that systematic errors, constant there, fall out. Since σ̂²_x is the covariance of x and d, its variance
/// with normal errors is (S_xx S_dd + σ̂⁴_x) / ν. Source: Grubbs, J. Am. Statist. Assoc. 43 (1948) 243; IAEA/SG/SCT/5.
/// </remarks>
internal static class Grubbs
{
    public static (VarianceEstimate Operator, VarianceEstimate Inspector, VarianceEstimate Product) Of((double X, double Y)[][] groups, int freedom)
    {
        var (xx, yy, xy, xd, yd, dd) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var group in groups)
        {
            var (meanX, meanY, meanD) = (group.Average(pair => pair.X), group.Average(pair => pair.Y), group.Average(pair => pair.X - pair.Y));
            foreach (var pair in group)
            {
                var (x, y, d) = (pair.X - meanX, pair.Y - meanY, pair.X - pair.Y - meanD);
                (xx, yy, xy) = (xx + (x * x), yy + (y * y), xy + (x * y));
                // From differences themselves: that of two large sums of squares would have lost the digits of a small error.
                (xd, yd, dd) = (xd + (x * d), yd - (y * d), dd + (d * d));
            }
        }

        (xx, yy, xy, xd, yd, dd) = (xx / freedom, yy / freedom, xy / freedom, xd / freedom, yd / freedom, dd / freedom);
        return (Estimate(xd, xx * dd, freedom), Estimate(yd, yy * dd, freedom), Estimate(xy, xx * yy, freedom));
    }

    // A sample covariance c of two normal variables with variances u and v has the variance (u v + c²) / ν.
    private static VarianceEstimate Estimate(double covariance, double variances, int freedom) =>
        new(covariance, Math.Sqrt((variances + (covariance * covariance)) / freedom), freedom);
}
