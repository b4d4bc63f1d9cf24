namespace Custodia.Statistics.Verification;

/// <summary>The error of one side's measurements in a stratum.</summary>
/// <param name="Source">
/// Name of the instrument or laboratory in its calibration period. Strata with one name share the systematic error; so do operator and
/// inspector where both name it, and then it cancels.
/// </param>
/// <param name="Random">δ_r, relative, for one item (1).</param>
/// <param name="Systematic">δ_s, relative (1); the same wherever the name stands.</param>
public sealed record SideError(string Source, double Random, double Systematic);

/// <summary>A stratum of which the inspector measured some items.</summary>
/// <param name="Id">Name of the stratum.</param>
/// <param name="Sign">a_k: +1 for opening inventory and increases, −1 for decreases and closing inventory.</param>
/// <param name="Items">N_k, items in the stratum.</param>
/// <param name="Mean">x̄_k, mean content as declared (mass).</param>
/// <param name="Sampled">n_k, items that both measured.</param>
/// <param name="Difference">d̄_k, mean of operator − inspector (mass).</param>
/// <param name="Operator">The operator's error.</param>
/// <param name="Inspector">The inspector's error.</param>
public sealed record VerifiedStratum(string Id, int Sign, int Items, double Mean, int Sampled, double Difference, SideError Operator,
    SideError Inspector);

/// <summary>One stratum in D.</summary>
/// <param name="Id">Its name.</param>
/// <param name="D">D_k = a_k N_k d̄_k (mass).</param>
/// <param name="Random">N_k² x̄_k² (δ_ro² + δ_ri²) / n_k (mass²).</param>
/// <param name="Systematic">The systematic part of the variance of D_k by itself (mass²).</param>
public sealed record StratumDifference(string Id, double D, double Random, double Systematic)
{
    /// <summary>Standard deviation of D_k (mass).</summary>
    public double Sigma => Math.Sqrt(Random + Systematic);

    /// <summary>D_k / σ (1); null where nothing has an error.</summary>
    public double? Standardised => Sigma > 0 ? D / Sigma : null;
}

/// <summary>MUF − D, the inspector's estimate of what is missing.</summary>
/// <param name="Value">MUF − D (mass).</param>
/// <param name="Variance">
/// σ_D² − σ_MUF² (mass²): the operator's errors are in both and cancel. Not above zero where D was based on other figures than MUF; then there is
/// no standard deviation to state.
/// </param>
public sealed record MufMinusD(double Value, double Variance)
{
    /// <summary>Standard deviation (mass); null where the variance is not above zero.</summary>
    public double? Sigma => Variance > 0 ? Math.Sqrt(Variance) : null;

    /// <summary>Value / σ (1); null where there is no σ.</summary>
    public double? Standardised => Sigma is { } sigma ? Value / sigma : null;
}

/// <summary>
/// D, the difference between operator and inspector over all strata, scaled up from the items that both measured: how far the declared
/// MUF is from the one that the inspector's measurements would give.
/// </summary>
/// <remarks>
/// D = Σ_k a_k N_k d̄_k; σ_D² = Σ_k N_k² x̄_k² (δ_ro² + δ_ri²) / n_k + Σ_i δ_s,i² (Σ_k a_k N_k x̄_k)², strata that share an instrument
/// added with their signs first, the inspector's with the opposite sign of the operator's. Source: IAEA/SG/SCT/5; Avenhaus and Jaech, "On
/// subdividing material balances in time and/or space", J. Inst. Nucl. Mater. Manage. (1981).
/// </remarks>
/// <param name="Strata">The strata.</param>
/// <param name="D">D (mass).</param>
/// <param name="Random">Random part of σ_D² (mass²).</param>
/// <param name="Systematic">Systematic part, with what strata share (mass²).</param>
public sealed record DStatistic(IReadOnlyList<StratumDifference> Strata, double D, double Random, double Systematic)
{
    /// <summary>σ_D (mass).</summary>
    public double Sigma => Math.Sqrt(Random + Systematic);

    /// <summary>D / σ_D (1); null where nothing has an error.</summary>
    public double? Standardised => Sigma > 0 ? D / Sigma : null;

    /// <summary>MUF − D with its variance.</summary>
    /// <param name="muf">MUF of the same balance, loss positive (mass).</param>
    /// <param name="sigmaMuf">σ_MUF (mass).</param>
    public MufMinusD From(double muf, double sigmaMuf) => new(muf - D, Random + Systematic - (sigmaMuf * sigmaMuf));

    /// <summary>D of a balance, or what is wrong with the numbers.</summary>
    public static Outcome<DStatistic> Of(IReadOnlyList<VerifiedStratum> strata)
    {
        ArgumentNullException.ThrowIfNull(strata);
        var faults = Checks(strata).ToArray();
        if (faults.Length > 0)
            return faults;
        StratumDifference[] parts = [.. strata.Select(Part)];
        var sides = strata.SelectMany(Sides).GroupBy(side => side.Error.Source, StringComparer.Ordinal);
        return new DStatistic(parts, parts.Sum(part => part.D), parts.Sum(part => part.Random), sides.Sum(Shared));
    }

    /// <summary>Whether one item must be rejected: |d| &gt; t sqrt(δ_o² + δ_i²) x, random and systematic together.</summary>
    /// <param name="declared">x, the operator's mass (mass).</param>
    /// <param name="verified">The inspector's mass (mass).</param>
    /// <param name="operatorError">The operator's error.</param>
    /// <param name="inspectorError">The inspector's error. A source that both name has no systematic part in the difference.</param>
    /// <param name="threshold">t.</param>
    public static ItemTest Test(double declared, double verified, SideError operatorError, SideError inspectorError, double threshold = 3)
    {
        ArgumentNullException.ThrowIfNull(operatorError);
        ArgumentNullException.ThrowIfNull(inspectorError);
        var shared = operatorError.Source == inspectorError.Source;
        var relative = Squared(operatorError.Random) + Squared(inspectorError.Random)
            + (shared ? 0 : Squared(operatorError.Systematic) + Squared(inspectorError.Systematic));
        return new ItemTest(declared - verified, threshold * Math.Sqrt(relative) * declared);
    }

    private static StratumDifference Part(VerifiedStratum stratum)
    {
        var mass = stratum.Items * stratum.Mean;
        var random = (Squared(stratum.Operator.Random) + Squared(stratum.Inspector.Random)) / stratum.Sampled;
        return new StratumDifference(stratum.Id, stratum.Sign * stratum.Items * stratum.Difference, random * mass * mass,
            Sides(stratum).GroupBy(side => side.Error.Source, StringComparer.Ordinal).Sum(Shared));
    }

    private static double Shared(IEnumerable<(SideError Error, double Mass)> sides) =>
        Squared(sides.First().Error.Systematic * sides.Sum(side => side.Mass));

    private static (SideError Error, double Mass)[] Sides(VerifiedStratum stratum)
    {
        var mass = stratum.Sign * stratum.Items * stratum.Mean;
        return [(stratum.Operator, mass), (stratum.Inspector, -mass)];
    }

    private static IEnumerable<Fault> Checks(IReadOnlyList<VerifiedStratum> strata)
    {
        if (strata.Count == 0)
            yield return new Fault(FaultCodes.TooFew, "strata", "≥ 1", "0");
        var systematic = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var k = 0; k < strata.Count; k++)
        {
            var (stratum, field) = (strata[k], $"strata[{k}]");
            (string Field, double Value, double Least, double Most)[] numbers =
            [
                (".sign", Math.Abs((double)stratum.Sign), 1, 1), (".items", stratum.Items, 1, int.MaxValue), (".mean", stratum.Mean, 0, 1e15),
                (".sampled", stratum.Sampled, 1, stratum.Items), (".difference", Math.Abs(stratum.Difference), 0, 1e15),
                (".operator.random", stratum.Operator.Random, 0, 10), (".operator.systematic", stratum.Operator.Systematic, 0, 10),
                (".inspector.random", stratum.Inspector.Random, 0, 10), (".inspector.systematic", stratum.Inspector.Systematic, 0, 10),
            ];
            foreach (var number in numbers.Where(number => !(number.Value >= number.Least && number.Value <= number.Most)))
            {
                yield return new Fault(FaultCodes.OutOfRange, field + number.Field,
                    FormattableString.Invariant($"{number.Least} … {number.Most}"), FormattableString.Invariant($"{number.Value:R}"));
            }

            foreach (var side in new[] { stratum.Operator, stratum.Inspector })
            {
                if (!systematic.TryAdd(side.Source, side.Systematic) && systematic[side.Source] != side.Systematic)
                    yield return new Fault(FaultCodes.Twice, field, FormattableString.Invariant($"{systematic[side.Source]:R}"), side.Source);
            }
        }
    }

    private static double Squared(double value) => value * value;
}

/// <summary>Whether an item passes.</summary>
/// <param name="Difference">d, operator − inspector (mass).</param>
/// <param name="Limit">t sqrt(δ_o² + δ_i²) x (mass).</param>
public sealed record ItemTest(double Difference, double Limit)
{
    /// <summary>Whether |d| is above the limit.</summary>
    public bool IsRejected => Math.Abs(Difference) > Limit;
}
