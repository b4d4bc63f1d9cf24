namespace Custodia.Statistics.Itemised;

/// <summary>
/// What one source adds to σ²_MUF by one stratum. The sum over all is σ²_MUF. A part below zero means that the stratum takes away
/// from what the source adds elsewhere, as an inventory on the same scale at both ends does.
/// </summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Calibration">Its calibration period, or null.</param>
/// <param name="Stratum">Id of the stratum.</param>
/// <param name="Random">Random part (mass²).</param>
/// <param name="Systematic">Systematic part, δ_s² a_k M_k times the net mass of the source (mass²).</param>
public sealed record Contribution(string Source, string? Calibration, string Stratum, double Random, double Systematic)
{
    /// <summary>Both parts (mass²).</summary>
    public double Variance => Random + Systematic;
}

/// <summary>The mass that a source's systematic error is multiplied with.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Calibration">Its calibration period, or null.</param>
/// <param name="Mass">Σ a_k M_k over the strata that use it (mass).</param>
/// <param name="Weighings">Σ a_k n_k, what an additive systematic error is multiplied with (1; of an isotope, times its fraction).</param>
public sealed record SourceNet(string Source, string? Calibration, double Mass, double Weighings);

/// <summary>One stratum in the balance.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Part">Its part of the balance.</param>
/// <param name="Mass">Sum of all its items (mass).</param>
/// <param name="ActiveMass">The same without items that cancel (mass).</param>
/// <param name="StaticItems">How many items cancel.</param>
/// <param name="StaticMass">What they weigh (mass).</param>
/// <param name="Random">What its random errors add to σ²_MUF (mass²).</param>
/// <param name="Systematic">What its systematic errors add, with those that they are shared with (mass²).</param>
public sealed record StratumTotal(string Id, BalancePart Part, double Mass, double ActiveMass, int StaticItems, double StaticMass,
    double Random, double Systematic)
{
    /// <summary>a_k: +1 for what was there or came in, −1 for what left or is there.</summary>
    public int Sign => Part.Sign();

    /// <summary>Both parts (mass²).</summary>
    public double Variance => Random + Systematic;
}

/// <summary>One source of error in the balance, all its calibration periods together.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Random">What its random errors add to σ²_MUF (mass²).</param>
/// <param name="Systematic">What its systematic errors add (mass²).</param>
public sealed record SourceTotal(string Id, double Random, double Systematic)
{
    /// <summary>Both parts (mass²).</summary>
    public double Variance => Random + Systematic;
}

/// <summary>A material balance with its standard deviation and where that comes from.</summary>
/// <param name="OfIsotope">Whether masses are those of the isotope.</param>
/// <param name="Strata">The strata as they were given.</param>
/// <param name="Nets">Net mass of each source in each calibration period.</param>
/// <param name="Contributions">σ²_MUF by source, calibration period and stratum.</param>
public sealed record ItemisedResult(
    bool OfIsotope, IReadOnlyList<StratumTotal> Strata, IReadOnlyList<SourceNet> Nets, IReadOnlyList<Contribution> Contributions)
{
    /// <summary>Opening inventory, PB (mass).</summary>
    public double Opening { get; } = Of(Strata, BalancePart.Opening);

    /// <summary>Increases, X (mass).</summary>
    public double Increases { get; } = Of(Strata, BalancePart.Increase);

    /// <summary>Decreases, Y (mass).</summary>
    public double Decreases { get; } = Of(Strata, BalancePart.Decrease);

    /// <summary>Closing inventory, PE (mass).</summary>
    public double Closing { get; } = Of(Strata, BalancePart.Closing);

    /// <summary>Book inventory, BE = PB + X − Y (mass).</summary>
    public double Book => Opening + Increases - Decreases;

    /// <summary>MUF = PB + X − Y − PE (mass); positive: material is missing. US: ID. Items that cancel are not in the sum.</summary>
    public double Muf { get; } = Strata.Sum(stratum => stratum.Sign * stratum.ActiveMass);

    /// <summary>All four parts without items that cancel (mass).</summary>
    public double ActiveInventory { get; } = Strata.Sum(stratum => stratum.ActiveMass);

    /// <summary>Random part of σ²_MUF (mass²).</summary>
    public double RandomVariance { get; } = Contributions.Sum(part => part.Random);

    /// <summary>Systematic part of σ²_MUF (mass²).</summary>
    public double SystematicVariance { get; } = Contributions.Sum(part => part.Systematic);

    /// <summary>σ²_MUF (mass²).</summary>
    public double Variance => RandomVariance + SystematicVariance;

    /// <summary>σ_MUF (mass): standard deviation of MUF from measurement errors alone. US: SEID.</summary>
    public double Sigma => Math.Sqrt(Math.Max(0, Variance));

    /// <summary>MUF / σ_MUF (1); null where nothing has an error.</summary>
    public double? Standardised => Sigma > 0 ? Muf / Sigma : null;

    /// <summary>3.29 σ_MUF (mass): the loss that a test with 5 % false alarms finds with a probability of 95 %.</summary>
    public double DetectableLoss => Improvement.GoalFactor * Sigma;

    /// <summary>The greatest of inventory and throughput (mass), of which accepted figures are a part.</summary>
    public double Scale => Math.Max(Math.Max(Opening, Closing), Math.Max(Increases, Decreases));

    /// <summary>σ²_MUF by source, the greatest first.</summary>
    public IReadOnlyList<SourceTotal> Sources { get; } =
    [
        .. Contributions.GroupBy(part => part.Source)
            .Select(parts => new SourceTotal(parts.Key, parts.Sum(part => part.Random), parts.Sum(part => part.Systematic)))
            .OrderByDescending(total => total.Variance).ThenBy(total => total.Id, StringComparer.Ordinal),
    ];

    private static double Of(IReadOnlyList<StratumTotal> strata, BalancePart part) =>
        strata.Where(stratum => stratum.Part == part).Sum(stratum => stratum.Mass);
}
