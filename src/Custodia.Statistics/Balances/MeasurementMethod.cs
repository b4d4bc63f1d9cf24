namespace Custodia.Statistics.Balances;

/// <summary>
/// How a method errs: x = ξ (1 + R + S) + A + B, with R ~ N(0, r²) and A ~ N(0, a²) new for each reading, S ~ N(0, s²) and
/// B ~ N(0, b²) drawn once for each calibration period and shared by all that the method reads in it.
/// </summary>
/// <remarks>
/// ξ, the true value, is not known: the measured x stands for it in each variance, an error of second order.
/// Source: Avenhaus and Jaech, "On subdividing material balances in time and/or space" (JNMM 10, 1981); IAEA STR-368.
/// </remarks>
/// <param name="Id">Name of the method in its case.</param>
/// <param name="RelativeRandom">r, relative standard deviation of the random error (1).</param>
/// <param name="RelativeSystematic">s, relative standard deviation of the systematic error (1).</param>
/// <param name="AdditiveRandom">a, standard deviation of the random error that does not grow with the mass (mass, or
/// mass per time for a rate).</param>
/// <param name="AdditiveSystematic">b, the same of the systematic error (mass, or mass per time).</param>
public sealed record MeasurementMethod(
    string Id, double RelativeRandom, double RelativeSystematic, double AdditiveRandom = 0, double AdditiveSystematic = 0)
{
    /// <summary>
    /// When the method was calibrated anew, ascending (time). Calibration period c is (date c−1, date c], as balance
    /// periods are: a reading at the very time of a calibration was made before it. None: one draw for ever.
    /// </summary>
    public IReadOnlyList<double> Calibrations { get; init; } = [];
}
