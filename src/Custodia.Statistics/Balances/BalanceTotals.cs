using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Custodia.Statistics.Balances;

/// <summary>The sums that make the balances of one element, before any error is thought of.</summary>
/// <remarks>
/// MUF_i = I_{i−1} + X_i − Y_i − I_i; positive is missing material. CUMUF_i = Σ_{j ≤ i} MUF_j. AI_i = X_i + Y_i + I_{i−1} + I_i, less what one
/// measurement puts on both sides. Source: IAEA Safeguards Glossary (2022), 6.43 ff.
/// </remarks>
public sealed class BalanceTotals
{
    internal BalanceTotals(BalanceStructure structure, int element)
    {
        var count = structure.Count;
        var (input, output, inventory, common) = (new double[count], new double[count], new double[count + 1], new double[count]);
        ByLocation = [.. structure.Locations.Select(at => OfLocation(at, at.Readings.Masses[element].Span, count))];
        for (var l = 0; l < structure.Locations.Length; l++)
        {
            var at = structure.Locations[l];
            Add(at.IsInventory ? inventory : at.Readings.Location.Kind == LocationKind.Input ? input : output, ByLocation[l]);
            foreach (var (reading, period, gross) in at.Errors.Common)
                common[period] += gross * at.Readings.Masses[element].Span[reading];
        }
        var (muf, cumuf, active) = (new double[count], new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            muf[i] = inventory[i] + input[i] - output[i] - inventory[i + 1];
            cumuf[i] = (i == 0 ? 0 : cumuf[i - 1]) + muf[i];
            active[i] = input[i] + output[i] + inventory[i] + inventory[i + 1] - common[i];
        }
        (Input, Output, Begin, End) = ([.. input], [.. output], [.. inventory.AsSpan(0, count)], [.. inventory.AsSpan(1)]);
        (Muf, Cumuf, ActiveInventory) = ([.. muf], [.. cumuf], [.. active]);
    }

    /// <summary>X_i, increases (mass).</summary>
    public ImmutableArray<double> Input { get; }

    /// <summary>Y_i, decreases (mass).</summary>
    public ImmutableArray<double> Output { get; }

    /// <summary>I_{i−1}, inventory that opens the period (mass).</summary>
    public ImmutableArray<double> Begin { get; }

    /// <summary>I_i, inventory that closes the period (mass).</summary>
    public ImmutableArray<double> End { get; }

    /// <summary>MUF_i (mass).</summary>
    public ImmutableArray<double> Muf { get; }

    /// <summary>CUMUF_i (mass).</summary>
    public ImmutableArray<double> Cumuf { get; }

    /// <summary>AI_i (mass).</summary>
    public ImmutableArray<double> ActiveInventory { get; }

    /// <summary>Of each location: the total of each period, or the inventory at each date t₀ … t_N (mass).</summary>
    public ImmutableArray<ImmutableArray<double>> ByLocation { get; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ImmutableArray<double> OfLocation(LocationStructure at, ReadOnlySpan<double> masses, int count)
    {
        if (at.IsInventory)
        {
            var inventory = new double[count + 1];
            for (var i = 0; i <= count; i++)
                inventory[i] = at.Inventory[i].Mass(masses);
            return [.. inventory];
        }
        var totals = new double[count];
        var starts = at.Flow.Starts;
        var periods = at.Flow.Periods;
        var weights = at.Flow.Weights;
        for (var j = 0; j < masses.Length; j++)
            for (var k = starts[j]; k < starts[j + 1]; k++)
                totals[periods[k]] += Math.Abs(weights[k]) * masses[j];
        return [.. totals];
    }

    private static void Add(double[] sums, ImmutableArray<double> parts)
    {
        for (var i = 0; i < sums.Length; i++)
            sums[i] += parts[i];
    }
}
