using System.Runtime.CompilerServices;

namespace Custodia.Statistics.Detection;

/// <summary>What a probability that is asked for must be.</summary>
internal static class Level
{
    /// <summary>Refuses what is not strictly between 0 and 1.</summary>
    public static void ThrowIfNotInside(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value > 0 && value < 1))
            throw new ArgumentOutOfRangeException(name, value, "A probability strictly between 0 and 1 is needed.");
    }
}
