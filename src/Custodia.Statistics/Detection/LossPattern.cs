namespace Custodia.Statistics.Detection;

/// <summary>How a loss is spread over time.</summary>
/// <remarks>
/// Masses in the unit of the balances, times in the unit of the balance dates t_0 … t_N; period i is (t_{i−1}, t_i]. Positive
/// masses are lost.
/// </remarks>
public abstract record LossPattern
{
    private LossPattern()
    {
    }

    /// <summary>The mass lost in all (mass).</summary>
    public abstract double TotalMass { get; }

    /// <summary>When the loss begins: for one that is given by periods, with the first period that has a loss.</summary>
    /// <param name="dates">t_0 … t_N.</param>
    public abstract double Begin(ReadOnlySpan<double> dates);

    /// <summary>μ_1 … μ_N, the mass lost in each period.</summary>
    /// <param name="dates">t_0 … t_N, rising.</param>
    public double[] ByPeriod(ReadOnlySpan<double> dates)
    {
        if (dates.Length < 2)
            throw new ArgumentException("A balance needs two dates.", nameof(dates));
        for (var i = 1; i < dates.Length; i++)
        {
            if (!(dates[i] > dates[i - 1]))
                throw new ArgumentException($"Balance date {i} does not follow the one before it.", nameof(dates));
        }
        return Spread(dates);
    }

    private protected abstract double[] Spread(ReadOnlySpan<double> dates);

    /// <summary>All of it in one period.</summary>
    /// <param name="Period">1 … N.</param>
    /// <param name="Mass">The mass lost.</param>
    public sealed record Abrupt(int Period, double Mass) : LossPattern
    {
        /// <inheritdoc/>
        public override double TotalMass => Mass;

        /// <inheritdoc/>
        public override double Begin(ReadOnlySpan<double> dates) => dates[Period - 1];

        private protected override double[] Spread(ReadOnlySpan<double> dates)
        {
            if (Period < 1 || Period >= dates.Length)
                throw new ArgumentOutOfRangeException(nameof(dates), Period, $"The period of the loss must be 1 … {dates.Length - 1}.");
            var masses = new double[dates.Length - 1];
            masses[Period - 1] = Mass;
            return masses;
        }
    }

    /// <summary>Evenly in time between two moments; one that begins or ends inside a period is split by time.</summary>
    /// <param name="From">When it begins, not before t_0.</param>
    /// <param name="To">When it ends, after the begin and not after t_N.</param>
    /// <param name="Mass">The mass lost in all.</param>
    public sealed record Protracted(double From, double To, double Mass) : LossPattern
    {
        /// <inheritdoc/>
        public override double TotalMass => Mass;

        /// <inheritdoc/>
        public override double Begin(ReadOnlySpan<double> dates) => From;

        private protected override double[] Spread(ReadOnlySpan<double> dates)
        {
            if (!(From < To && From >= dates[0] && To <= dates[^1]))
                throw new ArgumentOutOfRangeException(nameof(dates), From,
                    FormattableString.Invariant($"The loss must begin before it ends, inside {dates[0]} … {dates[^1]}."));
            var masses = new double[dates.Length - 1];
            for (var i = 0; i < masses.Length; i++)
            {
                var common = Math.Min(To, dates[i + 1]) - Math.Max(From, dates[i]);
                masses[i] = common > 0 ? Mass * (common / (To - From)) : 0;
            }
            return masses;
        }
    }

    /// <summary>A mass given for each period.</summary>
    /// <param name="Masses">μ_1 … μ_N.</param>
    public sealed record Custom(IReadOnlyList<double> Masses) : LossPattern
    {
        /// <inheritdoc/>
        public override double TotalMass => Masses.Sum();

        /// <inheritdoc/>
        public override double Begin(ReadOnlySpan<double> dates) => dates[Masses.TakeWhile(mass => mass == 0).Count() % Masses.Count];

        private protected override double[] Spread(ReadOnlySpan<double> dates) => Masses.Count == dates.Length - 1
            ? [.. Masses]
            : throw new ArgumentException($"{Masses.Count} masses are given for {dates.Length - 1} periods.", nameof(dates));
    }
}
