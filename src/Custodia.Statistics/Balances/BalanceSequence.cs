using System.Collections.Immutable;
using Custodia.Statistics.Linear;
using Custodia.Statistics.Sequential;

namespace Custodia.Statistics.Balances;

/// <summary>
/// The evaluated sequence of material balances of one element: what is missing, how far measurement alone explains it, and the
/// tests that see it period by period.
/// </summary>
public sealed class BalanceSequence
{
    /// <summary>The part that sums of doubles leave of what should cancel: of the active inventory, or of variances.</summary>
    private const double Rounding = 1e-13;

    private readonly ErrorTerms _terms;
    private readonly double[] _cumufVariance;

    private BalanceSequence(BalanceStructure structure, int element, RandomErrorModel model, BalanceSequence? earlier)
    {
        (Structure, Element, Model) = (structure, structure.Case.Elements[element], model);
        Totals = new BalanceTotals(structure, element);
        _terms = new ErrorTerms(structure, element, model);
        var known = earlier is not null && earlier.Model == model ? _terms.FirstChange(earlier._terms) : 0;
        Covariance = new SymmetricMatrix(_terms.Rows(known, i => earlier!.Covariance.Shared(i)));
        Factor = earlier?.Factor.First(Math.Min(known, earlier.Factor.Count)) ?? new CholeskyFactor();
        Sigma = [.. _terms.Diagonal.Select(Math.Sqrt)];
        var isWhole = Factor.TryAppend(Covariance.First(MeasuredPeriods()), out var pivot);
        if (Factor.Count < Count)
            Singular = new(Factor.Count, isWhole ? _terms.Diagonal[Factor.Count] : pivot,
                _terms.Random[Factor.Count] > 0 ? SingularReason.Repeated : SingularReason.NoRandomError);
        _cumufVariance = Accumulate(Covariance, earlier is null ? [] : earlier._cumufVariance.AsSpan(0, known));
        // What is left of equal terms may fall a rounding below zero.
        SigmaCumuf = [.. _cumufVariance.Select(variance => Math.Sqrt(Math.Max(0, variance)))];
        ItmufSd = [.. Enumerable.Range(0, Factor.Count).Select(Factor.Diagonal)];
        Sitmuf = [.. Factor.Solve(Muf.AsSpan()[..Factor.Count])];
        Itmuf = [.. Sitmuf.Select((z, i) => z * ItmufSd[i])];
        GemufV1 = Gemuf.V1(Sitmuf.AsSpan());
    }

    /// <summary>The case, its dates, its locations and how their readings enter the balances.</summary>
    public BalanceStructure Structure { get; }

    /// <summary>The element or isotope.</summary>
    public string Element { get; }

    /// <summary>How often the random error of a flow was drawn.</summary>
    public RandomErrorModel Model { get; }

    /// <summary>N, how many balance periods there are.</summary>
    public int Count => Structure.Count;

    /// <summary>X, Y, I, MUF, CUMUF, AI.</summary>
    public BalanceTotals Totals { get; }

    /// <summary>MUF_i (mass).</summary>
    public ImmutableArray<double> Muf => Totals.Muf;

    /// <summary>CUMUF_i (mass).</summary>
    public ImmutableArray<double> Cumuf => Totals.Cumuf;

    /// <summary>V, the covariance of the MUF sequence from measurement error alone (mass²).</summary>
    public SymmetricMatrix Covariance { get; }

    /// <summary>L with V = L Lᵀ (mass); of fewer rows than periods where one is <see cref="Singular"/>.</summary>
    public CholeskyFactor Factor { get; }

    /// <summary>The first period without an error of its own, or <c>null</c>.</summary>
    public SingularBalance? Singular { get; }

    /// <summary>The parts of V_ii by location and method, random and systematic.</summary>
    public IReadOnlyList<VariancePart> Parts => _terms.Parts;

    /// <summary>σ_MUF,i = √V_ii (mass).</summary>
    public ImmutableArray<double> Sigma { get; }

    /// <summary>σ_CUMUF,i = √(1' V_{1…i} 1) (mass).</summary>
    public ImmutableArray<double> SigmaCumuf { get; }

    /// <summary>ITMUF_i = MUF_i − E[MUF_i | MUF_1 … MUF_{i−1}] (mass).</summary>
    public ImmutableArray<double> Itmuf { get; }

    /// <summary>τ_i = L_ii, the standard deviation of ITMUF_i (mass).</summary>
    public ImmutableArray<double> ItmufSd { get; }

    /// <summary>SITMUF_i = z_i = ITMUF_i / τ_i, z = L⁻¹ MUF: independent N(0, 1) if nothing was lost (1).</summary>
    public ImmutableArray<double> Sitmuf { get; }

    /// <summary>GEMUF V1, T_i = Σ_{j ≤ i} z_j² (1).</summary>
    public ImmutableArray<double> GemufV1 { get; }

    /// <summary>Evaluates one element of a case.</summary>
    /// <param name="structure">The case, laid out.</param>
    /// <param name="element">Index of the element.</param>
    /// <param name="earlier">The same sequence with fewer periods: what has not changed since is taken from it, bit for bit, so that a
    /// further period costs O(N) for V and O(N²) for L.</param>
    public static BalanceSequence Evaluate(BalanceStructure structure, int element = 0, BalanceSequence? earlier = null) =>
        new(structure, element, structure.Options.Model, earlier);

    /// <summary>Evaluates one element with another model of random errors than the options name.</summary>
    public static BalanceSequence Evaluate(BalanceStructure structure, int element, RandomErrorModel model) =>
        new(structure, element, model, null);

    /// <summary>Evaluates all elements of a case.</summary>
    /// <exception cref="ArgumentException">The case breaks one of <see cref="CaseRules"/>; ask them before.</exception>
    public static IReadOnlyList<BalanceSequence> Evaluate(BalanceCase balanceCase, EvaluationOptions options)
    {
        var structure = BalanceStructure.Of(balanceCase, options);
        return [.. Enumerable.Range(0, balanceCase.Elements.Count).Select(element => Evaluate(structure, element))];
    }

    /// <summary>Page's test on SITMUF.</summary>
    /// <param name="reference">k (1).</param>
    /// <param name="resets">Alarms that were closed.</param>
    public PageTest Page(double reference = PageTest.UsualReference, params IReadOnlyList<PageReset> resets) =>
        PageTest.Of(Sitmuf.AsSpan(), reference, resets);

    /// <summary>
    /// c_i = Σ MUF_j / σ(Σ MUF_j) over the periods j from the one after the last closed alarm, or from the first, to i (1): CUMUF_i /
    /// σ_CUMUF,i where no alarm was closed. Zero where the sum has no error, or but the rounding of errors that cancel.
    /// </summary>
    /// <param name="resets">Alarms that were closed: what was explained up to there is not asked for again.</param>
    public ImmutableArray<double> CumufScores(params IReadOnlyList<PageReset> resets)
    {
        var closed = resets.Select(reset => reset.Period).ToHashSet();
        var scores = new double[Count];
        var (from, sum, variance, parts) = (0, 0.0, 0.0, 0.0);
        for (var i = 0; i < scores.Length; i++)
        {
            if (closed.Contains(i - 1))
                (from, sum, variance, parts) = (i, 0, 0, 0);
            sum += Muf[i];
            variance += 2 * Dense.Sum(Covariance.Row(i)[from..i]) + Covariance[i, i];
            parts += Covariance[i, i];
            scores[i] = variance > Rounding * parts ? sum / Math.Sqrt(variance) : 0;
        }

        return [.. scores];
    }

    // Before the first period whose σ is but a rounding of what it measures, as where errors cancel that are not drawn anew for each reading.
    private int MeasuredPeriods()
    {
        var count = 0;
        while (count < Count && Sigma[count] > Rounding * Totals.ActiveInventory[count])
            count++;
        return count;
    }

    // 1' V_{1…i} 1 for each i (mass²): those that are known, and then one row after the other.
    private static double[] Accumulate(SymmetricMatrix covariance, ReadOnlySpan<double> known)
    {
        var variances = new double[covariance.Count];
        known.CopyTo(variances);
        for (var i = known.Length; i < variances.Length; i++)
            variances[i] = (i == 0 ? 0 : variances[i - 1]) + 2 * Dense.Sum(covariance.Row(i)[..i]) + covariance[i, i];
        return variances;
    }
}
