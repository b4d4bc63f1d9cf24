namespace Custodia.Statistics.Detection;

/// <summary>The root of a function that changes its sign once between two points.</summary>
internal static class BracketedRoot
{
    private const int MostSteps = 200;

    /// <summary>
    /// Regula falsi with the weighting of Anderson and Björck (1973), halving where it is slow: never leaves the bracket.
    /// </summary>
    /// <param name="function">A continuous function.</param>
    /// <param name="low">One end, where the function has one sign.</param>
    /// <param name="high">The other end, where it has the other.</param>
    /// <param name="tolerance">How near the answer must be, in the unit of the ends.</param>
    public static double Find(Func<double, double> function, double low, double high, double tolerance)
    {
        var (a, b) = (low, high);
        var (atA, atB) = (function(a), function(b));
        for (var step = 0; step < MostSteps && atB != 0 && Math.Abs(b - a) > tolerance; step++)
        {
            var middle = step % 8 == 7 ? 0.5 * (a + b) : b - (atB * ((b - a) / (atB - atA)));
            if (Math.Abs(middle - b) < 0.5 * tolerance)
                middle = b + (0.5 * tolerance * Math.Sign(a - b));
            var value = function(middle);
            if (Math.Sign(value) == Math.Sign(atB))
            {
                var weight = 1 - (value / atB);
                atA *= weight > 0 ? weight : 0.5;
            }
            else
            {
                (a, atA) = (b, atB);
            }
            (b, atB) = (middle, value);
        }
        return b;
    }
}
