using Custodia.Statistics.Balances;
using Custodia.Statistics.Linear;

namespace Custodia.Statistics.Detection.Simulation;

/// <summary>
/// The full chain: for each history a random error for each reading and a systematic error for each method and calibration
/// period are drawn; the readings make MUF and, unless V is kept, V itself, from which z and every test follow. It verifies the
/// short chain, and shows what estimating V from measured values does.
/// </summary>
/// <remarks>
/// x_j = ξ_j (1 + Σ S) + Σ B + u_j R_j, u_j² = (r ξ_j)² + a², with r² and a² summed over the methods of the location, S ~ N(0, s²) and
/// B ~ N(0, b²) one for each method and calibration period, R ~ N(0, 1) one for each reading; MUF = μ + Σ_j a_j (x_j − ξ_j).
/// True masses ξ are those that the case gives: a nominal plant, or the measured values in their place; where the loss is taken
/// from a location, less what is lost there. Symbols: a_j, weight of a reading in a balance; μ, loss by period (mass).
/// </remarks>
public sealed class FullChain : SequenceSource
{
    private readonly ChainPlan _plan;
    private readonly double[] _loss;
    private readonly CholeskyFactor? _nominal;

    /// <summary>Lays out a sequence for drawing.</summary>
    /// <param name="sequence">The evaluated sequence: its masses are the true ones. Each reading has its own error (item model).</param>
    /// <param name="loss">μ_1 … μ_N (mass).</param>
    /// <param name="from">
    /// The index of the location that the loss is taken from: an inventory, which lacks all that was lost until then, or an output,
    /// of which so much less is measured in each period. Null: from where nothing is measured.
    /// </param>
    /// <param name="estimatesCovariance">Whether V is worked out from the drawn readings of each history, as it is in practice.</param>
    public FullChain(BalanceSequence sequence, ReadOnlySpan<double> loss, int? from = null, bool estimatesCovariance = true)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        ArgumentOutOfRangeException.ThrowIfNotEqual(loss.Length, sequence.Count, nameof(loss));
        if (sequence.Singular is { } singular)
            throw new ArgumentException($"The covariance is singular at period {singular.Period + 1}.", nameof(sequence));
        if (sequence.Model != RandomErrorModel.Item)
            throw new ArgumentException("The full chain draws an error for each reading: it needs the item model.", nameof(sequence));
        _loss = loss.ToArray();
        _plan = new(sequence.Structure, TrueMasses(sequence, _loss, from));
        _nominal = estimatesCovariance ? null : sequence.Factor;
    }

    /// <inheritdoc/>
    public override int Periods => _plan.Periods;

    /// <inheritdoc/>
    public override string Name => _nominal is null ? "full chain, V estimated" : "full chain, V kept";

    /// <summary>How many readings one history draws.</summary>
    public int Readings => _plan.Readings;

    /// <inheritdoc/>
    public override SequenceDraw Begin() => new ChainDraw(_plan, _loss, _nominal);

    private static double[][] TrueMasses(BalanceSequence sequence, double[] loss, int? from)
    {
        var element = sequence.Structure.Case.Elements.ToList().IndexOf(sequence.Element);
        var masses = sequence.Structure.Locations.Select(at => at.Readings.Masses[element].ToArray()).ToArray();
        if (from is not { } index)
            return masses;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)masses.Length, nameof(from));
        var at = sequence.Structure.Locations[index];
        if (at.Readings.Location.Kind == LocationKind.Input)
            throw new ArgumentException("A loss is taken from an inventory or an output, not from an input.", nameof(from));
        var totals = sequence.Totals.ByLocation[index];
        if (at.Inventory.Length > 0)
            TakeFromInventory(at, masses[index], loss, totals);
        else
            TakeFromFlow(at, masses[index], loss, totals);
        return masses;
    }

    private static void TakeFromInventory(LocationStructure at, double[] masses, double[] loss, IReadOnlyList<double> totals)
    {
        if (at.Inventory.Any(taken => taken.Later >= 0))
            throw new ArgumentException("A loss is taken from inventories that are read, not interpolated.", nameof(at));
        var lost = 0.0;
        for (var date = 1; date < at.Inventory.Length; date++)
        {
            lost += loss[date - 1];
            var (taken, left) = (at.Inventory[date], Left(lost, totals[date], date));
            if (date > 1 && taken.First < at.Inventory[date - 1].First + at.Inventory[date - 1].Count)
                throw new ArgumentException($"Balance dates {date - 1} and {date} share one inventory reading.", nameof(at));
            for (var j = taken.First; j < taken.First + taken.Count; j++)
                masses[j] *= left;
        }
    }

    private static void TakeFromFlow(LocationStructure at, double[] masses, double[] loss, IReadOnlyList<double> totals)
    {
        for (var j = 0; j < masses.Length; j++)
        {
            if (at.Flow.Starts[j] == at.Flow.Starts[j + 1])
                continue;
            var period = at.Flow.Periods[at.Flow.Starts[j]];
            masses[j] *= Left(loss[period], totals[period], period + 1);
        }
    }

    private static double Left(double lost, double there, int period) => lost == 0 ? 1 : lost <= there
        ? 1 - (lost / there)
        : throw new ArgumentException(FormattableString.Invariant($"By period {period} more is lost than is there ({lost} of {there})."),
            nameof(lost));
}
