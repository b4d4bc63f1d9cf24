using Custodia.Statistics.Itemised;
using Custodia.Statistics.Linear;
using Custodia.Statistics.Sequential;

namespace Custodia.Statistics.Verification;

/// <summary>A shipment as both ends measured it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Shipper">What the shipper states, with the sources of error of his measurement.</param>
/// <param name="Receiver">What the receiver measured, with his.</param>
public sealed record Transfer(string Id, TransferSide Shipper, TransferSide Receiver);

/// <summary>One end's measurement of a shipment.</summary>
/// <param name="Measured">Mass, weighings and samples.</param>
/// <param name="Uses">Sources of error; what both ends name cancels as far as the masses agree.</param>
public sealed record TransferSide(EqualItems Measured, IReadOnlyList<SourceUse> Uses);

/// <summary>How a difference stands against its standard deviation.</summary>
public enum DifferenceFlag
{
    /// <summary>At most two standard deviations.</summary>
    None,

    /// <summary>More than two: look into it.</summary>
    Warning,

    /// <summary>More than three: act.</summary>
    Alarm,
}

/// <summary>The difference of one shipment, and of the route up to it.</summary>
/// <param name="Id">Name of the shipment.</param>
/// <param name="Difference">d = shipper − receiver (mass); positive: less came in than was sent.</param>
/// <param name="Sigma">σ_d (mass), sources that both ends share taken out.</param>
/// <param name="Cumulative">Σ d up to it (mass).</param>
/// <param name="CumulativeSigma">Standard deviation of that sum, calibrations shared by shipments counted once (mass).</param>
/// <param name="Residual">
/// d given all earlier ones, standardised: independent N(0, 1) on a route without bias (1); null where a shipment has no error of its own.
/// </param>
/// <param name="Upper">Upper arm of the cumulative sum test on the residuals, max(0, S + z − k) (1).</param>
/// <param name="Lower">Lower arm, max(0, S − z − k) (1).</param>
public sealed record TransferDifference(string Id, double Difference, double Sigma, double Cumulative, double CumulativeSigma,
    double? Residual, double? Upper, double? Lower)
{
    /// <summary>d / σ_d (1); null where nothing has an error.</summary>
    public double? Standardised => Sigma > 0 ? Difference / Sigma : null;

    /// <summary>How it stands: |d| / σ_d above 2 or above 3. A difference without any error is an alarm if it is not zero.</summary>
    public DifferenceFlag Flag => (Standardised is { } z ? Math.Abs(z) : Difference == 0 ? 0 : double.PositiveInfinity) switch
    {
        > 3 => DifferenceFlag.Alarm,
        > 2 => DifferenceFlag.Warning,
        _ => DifferenceFlag.None,
    };
}

/// <summary>Shipper/receiver differences along one route.</summary>
/// <remarks>
/// V_ij = Σ δ_s² net_i net_j over the calibrations that both shipments use, plus the random variance on the diagonal; net = mass of the
/// shipper less that of the receiver by the same calibration. Bias: the mean of d_i / σ_i against its own standard deviation, which shared
/// calibrations make larger than 1/√n. The residuals are L⁻¹ d with V = L Lᵀ. Source: IAEA/SG/SCT/5; Page (1954) for the cumulative sum.
/// </remarks>
/// <param name="Transfers">The shipments in their order.</param>
/// <param name="MeanStandardised">Mean of d_i / σ_i (1); null where one has no error.</param>
/// <param name="MeanSigma">Its standard deviation (1).</param>
public sealed record RouteEvaluation(IReadOnlyList<TransferDifference> Transfers, double? MeanStandardised, double? MeanSigma)
{
    /// <summary>The reference value k of the cumulative sum test: half a standard deviation.</summary>
    public const double Reference = PageTest.UsualReference;

    /// <summary>How many shipments are taken at once.</summary>
    public const int MostTransfers = 5_000;

    /// <summary>The bias test, N(0, 1) on a route without bias; null where one has no error.</summary>
    public double? Bias => MeanSigma > 0 ? MeanStandardised / MeanSigma : null;

    /// <summary>The shipments of a route in their order, or what is wrong with the numbers.</summary>
    public static Outcome<RouteEvaluation> Of(IReadOnlyList<ErrorSource> sources, IReadOnlyList<Transfer> transfers)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(transfers);
        if (transfers.Count is 0 or > MostTransfers)
            return new Fault(transfers.Count == 0 ? FaultCodes.TooFew : FaultCodes.TooMany, "transfers", $"1 … {MostTransfers}",
                $"{transfers.Count}");
        var balances = new ItemisedResult[transfers.Count];
        for (var i = 0; i < balances.Length; i++)
        {
            // A shipment is a balance of its own: sent less received, with the errors that both ends share counted once.
            var outcome = ItemisedBalance.Evaluate(sources,
            [
                new Stratum("shipper", BalancePart.Increase, transfers[i].Shipper.Uses) { Equal = transfers[i].Shipper.Measured },
                new Stratum("receiver", BalancePart.Decrease, transfers[i].Receiver.Uses) { Equal = transfers[i].Receiver.Measured },
            ]);
            if (outcome.Value is null)
                return outcome.Faults.Select(fault => fault with { Field = In(i, fault.Field) }).ToArray();
            balances[i] = outcome.Value;
        }
        return Of(transfers, balances, Covariance(sources, balances));
    }

    private static string In(int transfer, string field) => $"transfers[{transfer}]."
        + field.Replace("strata[0]", "shipper", StringComparison.Ordinal).Replace("strata[1]", "receiver", StringComparison.Ordinal);

    private static RouteEvaluation Of(IReadOnlyList<Transfer> transfers, ItemisedResult[] balances, double[][] covariance)
    {
        var rows = new List<TransferDifference>();
        var (sum, variance, correlations) = (0.0, 0.0, 0.0);
        var residuals = Residuals(balances, covariance);
        var page = PageTest.Of(residuals, Reference);
        for (var i = 0; i < balances.Length; i++)
        {
            var row = covariance[i];
            sum += balances[i].Muf;
            variance += row[i] + (2 * row.Take(i).Sum());
            for (var j = 0; j <= i; j++)
                correlations += (j == i ? 1 : 2) * row[j] / Math.Sqrt(row[i] * covariance[j][j]);
            var hasResidual = i < residuals.Length;
            rows.Add(new TransferDifference(transfers[i].Id, balances[i].Muf, balances[i].Sigma, sum, Math.Sqrt(Math.Max(0, variance)),
                hasResidual ? residuals[i] : null, hasResidual ? page.Upper[i] : null, hasResidual ? page.Lower[i] : null));
        }
        return rows.All(row => row.Sigma > 0)
            ? new RouteEvaluation(rows, rows.Average(row => row.Standardised), Math.Sqrt(correlations) / rows.Count)
            : new RouteEvaluation(rows, null, null);
    }

    // Once a shipment has no error of its own there is no residual for it, nor for those after it.
    private static double[] Residuals(ItemisedResult[] balances, double[][] covariance)
    {
        var factor = new CholeskyFactor();
        while (factor.Count < balances.Length && factor.TryAppend(covariance[factor.Count], out _))
        {
        }
        return factor.Solve([.. balances.Take(factor.Count).Select(balance => balance.Muf)]);
    }

    private static double[][] Covariance(IReadOnlyList<ErrorSource> sources, ItemisedResult[] balances)
    {
        var byName = sources.ToDictionary(source => source.Id, StringComparer.Ordinal);
        var nets = balances.Select(balance => balance.Nets.ToDictionary(net => (net.Source, net.Calibration))).ToArray();
        var covariance = new double[balances.Length][];
        for (var i = 0; i < balances.Length; i++)
        {
            covariance[i] = new double[i + 1];
            covariance[i][i] = balances[i].Variance;
            for (var j = 0; j < i; j++)
            {
                foreach (var (key, net) in nets[i])
                {
                    if (nets[j].TryGetValue(key, out var other))
                        covariance[i][j] += Shared(byName[key.Source], net, other);
                }
            }
        }
        return covariance;
    }

    private static double Shared(ErrorSource source, SourceNet one, SourceNet other) =>
        (source.Systematic * source.Systematic * one.Mass * other.Mass)
        + (source.SystematicAbsolute * source.SystematicAbsolute * one.Weighings * other.Weighings);
}
