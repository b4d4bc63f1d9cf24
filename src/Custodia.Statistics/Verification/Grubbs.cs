namespace Custodia.Statistics.Verification;

/// <summary>
/// Grubbs' estimator: what two instruments' values of the same items say of each one's random error, with no third to compare with.
/// </summary>
/// <remarks>
/// x = τ + e_x, y = τ + e_y, errors independent: σ̂²_x = S_xx − S_xy, σ̂²_y = S_yy − S_xy, σ̂²_τ = S_xy, with the covariances
/// within inspections, so that systematic errors, constant there, fall out. Since σ̂²_x is the covariance of x and x − y, its variance with normal
/// errors is (S_xx S_dd + σ̂⁴_x) / ν. Source: Grubbs, J. Am. Statist. Assoc. 43 (1948) 243; IAEA/SG/SCT/5.
/// </remarks>
internal static class Grubbs
{
    public static (VarianceEstimate Operator, VarianceEstimate Inspector, VarianceEstimate Product) Of((double X, double Y)[][] groups, int freedom)
    {
        var (xx, yy, xy) = (0.0, 0.0, 0.0);
        foreach (var group in groups)
        {
            var (meanX, meanY) = (group.Average(pair => pair.X), group.Average(pair => pair.Y));
            foreach (var (x, y) in group)
            {
                xx += (x - meanX) * (x - meanX);
                yy += (y - meanY) * (y - meanY);
                xy += (x - meanX) * (y - meanY);
            }
        }

        (xx, yy, xy) = (xx / freedom, yy / freedom, xy / freedom);
        var differences = xx + yy - (2 * xy);
        return (Estimate(xx - xy, xx * differences, freedom), Estimate(yy - xy, yy * differences, freedom), Estimate(xy, xx * yy, freedom));
    }

    // A sample covariance c of two normal variables with variances u and v has the variance (u v + c²) / ν.
    private static VarianceEstimate Estimate(double covariance, double variances, int freedom) =>
        new(covariance, Math.Sqrt((Math.Max(0, variances) + (covariance * covariance)) / freedom), freedom);
}
