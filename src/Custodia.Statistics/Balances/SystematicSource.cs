namespace Custodia.Statistics.Balances;

/// <summary>One systematic error: that of a method in one calibration period, relative or additive.</summary>
/// <param name="Method">Index of the method in the case.</param>
/// <param name="Epoch">Calibration period, from 0.</param>
/// <param name="IsAdditive">Whether it is the part that does not grow with the mass.</param>
internal readonly record struct SystematicSource(int Method, int Epoch, bool IsAdditive) : IComparable<SystematicSource>
{
    public int CompareTo(SystematicSource other) =>
        (Method, Epoch, IsAdditive).CompareTo((other.Method, other.Epoch, other.IsAdditive));
}

/// <summary>What a systematic error of 1 does to each balance, in all and by location.</summary>
/// <param name="Total">Y, the effect on each MUF (mass; 1 or time if additive).</param>
internal sealed record SystematicEffect(PeriodVector Total)
{
    /// <summary>The parts of the locations that use the method.</summary>
    public List<(int Location, PeriodVector Effect)> Shares { get; } = [];
}
