namespace Custodia.Statistics.Itemised;

/// <summary>
/// One material balance item by item, with error sources that several strata share. An error that is drawn once is counted
/// once: masses are added with their signs for each source first, and squared then.
/// </summary>
/// <remarks>
/// MUF = Σ_k a_k M_k. σ²_MUF = Σ_i [ δ_r,i² Σ_g m_ig² + δ_s,i² Σ_c (Σ_k a_k M_k)² ], with g the weighings or samples of source i,
/// m_ig the signed mass that one of them stands for, c its calibration periods, k the strata measured in c. Additive errors in the
/// same way with the count of weighings for the mass. Measured masses stand for the true ones (an error of second order).
/// Source: IAEA/SG/SCT/5; Jaech, Statistical Methods in Nuclear Material Control (1973).
/// </remarks>
public static class ItemisedBalance
{
    /// <summary>Works out a balance of the element, or of its isotope with fractions and their sources of error.</summary>
    /// <param name="sources">Sources of error, each with a name of its own.</param>
    /// <param name="strata">Strata of all four parts, each with a name of its own.</param>
    /// <param name="ofIsotope">Whether masses are multiplied by the isotope fraction.</param>
    /// <returns>The balance, or what is wrong with the numbers (<see cref="FaultCodes"/>).</returns>
    public static Outcome<ItemisedResult> Evaluate(IReadOnlyList<ErrorSource> sources, IReadOnlyList<Stratum> strata, bool ofIsotope = false)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(strata);
        var faults = ItemisedChecks.Of(sources, strata, ofIsotope);
        if (faults.Count > 0)
            return faults.ToArray();
        var repeats = Repeats.Of(strata, ofIsotope, faults);
        if (faults.Count > 0)
            return faults.ToArray();
        var samples = new Dictionary<string, int>(StringComparer.Ordinal);
        StratumSums[] sums =
        [
            .. strata.Select((stratum, k) => stratum.Equal is { } equal
                ? StratumSums.OfEqual(stratum, equal, ofIsotope)
                : StratumSums.OfItems(stratum, ofIsotope, i => repeats.Cancels(k, i, stratum.Sign), samples)),
        ];
        var cells = new List<Contribution>();
        var nets = new List<SourceNet>();
        foreach (var source in sources.Where(source => ofIsotope || source.Kind != SourceKind.Isotopic))
            AddSource(source, strata, sums, samples.Count, cells, nets);
        return new ItemisedResult(ofIsotope, [.. strata.Select((stratum, k) => Total(stratum, sums[k], cells))], nets, cells);
    }

    private static void AddSource(ErrorSource source, IReadOnlyList<Stratum> strata, StratumSums[] sums, int samples,
        List<Contribution> cells, List<SourceNet> nets)
    {
        var uses = Enumerable.Range(0, strata.Count)
            .SelectMany(k => strata[k].Uses.Where(use => use.Source == source.Id).Select(use => (K: k, use.Calibration))).ToList();
        // One sample stands for its items in whatever stratum they are, and whatever the calibration.
        var bySample = new double[source.IsPerItem ? 0 : samples];
        if (!source.IsPerItem)
        {
            foreach (var (number, mass) in uses.SelectMany(use => sums[use.K].BySample))
                bySample[number] += mass;
        }

        foreach (var period in uses.GroupBy(use => use.Calibration))
        {
            var net = period.Sum(use => sums[use.K].Net);
            var shares = period.Sum(use => sums[use.K].NetShares);
            nets.Add(new SourceNet(source.Id, period.Key, net, shares));
            foreach (var (k, _) in period)
            {
                cells.Add(new Contribution(source.Id, period.Key, strata[k].Id, Random(source, sums[k], bySample),
                    (Squared(source.Systematic) * sums[k].Net * net) + (Squared(source.SystematicAbsolute) * sums[k].NetShares * shares)));
            }
        }
    }

    private static double Random(ErrorSource source, StratumSums sums, double[] bySample) => source.IsPerItem
        ? (Squared(source.Random) * sums.SquaredByItem) + (Squared(source.RandomAbsolute) * sums.SquaredShares)
        : Squared(source.Random) * (sums.SquaredByOwnSample + sums.BySample.Sum(part => part.Value * bySample[part.Key]));

    private static StratumTotal Total(Stratum stratum, StratumSums sums, List<Contribution> cells)
    {
        var own = cells.Where(cell => cell.Stratum == stratum.Id).ToList();
        return new StratumTotal(stratum.Id, stratum.Part, sums.Gross, sums.Active, sums.StaticItems, sums.StaticMass,
            own.Sum(cell => cell.Random), own.Sum(cell => cell.Systematic));
    }

    private static double Squared(double value) => value * value;
}
