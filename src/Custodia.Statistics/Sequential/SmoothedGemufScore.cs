using Custodia.Statistics.Linear;

namespace Custodia.Statistics.Sequential;

/// <summary>GEMUF V5B3 in every period, in units of its own standard deviation when nothing is lost: (T_i − E T_i)/sd T_i.</summary>
/// <remarks>Symbols, formula, source: <see cref="SmoothedGemuf"/>. Mean and standard deviation are exact; thresholds by simulation.</remarks>
public sealed class SmoothedGemufScore : SequenceScore
{
    /// <summary>Fewest periods that give one number.</summary>
    public const int FewestPeriods = (2 * SmoothedGemuf.Border) + 1;

    private readonly double[] _means;
    private readonly double[] _deviations;

    /// <summary>Works out mean and standard deviation.</summary>
    /// <param name="factor">L of the covariance that the threshold is meant for.</param>
    /// <param name="periods">N, at least <see cref="FewestPeriods"/>.</param>
    public SmoothedGemufScore(CholeskyFactor factor, int periods)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, FewestPeriods);
        (_means, _deviations) = SmoothedGemuf.Moments(factor, periods);
    }

    /// <inheritdoc/>
    public override string Name => "gemuf-v5b3";

    /// <inheritdoc/>
    public override int Lag => SmoothedGemuf.Border;

    /// <inheritdoc/>
    public override void Score(MufSequence sequence, Span<double> scores)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        var room = 2 * sequence.Periods <= 512 ? stackalloc double[2 * sequence.Periods] : new double[2 * sequence.Periods];
        SmoothedGemuf.Fill(sequence, scores, room);
        for (var i = 0; i < scores.Length; i++)
            scores[i] = (scores[i] - _means[i]) / _deviations[i];
    }

    /// <summary>The T_i that a threshold on the common scale means in period i, from 1; NaN where T_i is not defined.</summary>
    public double Statistic(double threshold, int period) => _means[period - 1] + (threshold * _deviations[period - 1]);
}
