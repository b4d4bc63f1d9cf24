namespace Custodia.Statistics.Detection;

/// <summary>What a test looks for.</summary>
public enum TestSide
{
    /// <summary>A loss alone: MUF too large (one-sided).</summary>
    Loss,

    /// <summary>A loss or a gain, which also needs an explanation (two-sided).</summary>
    Both,
}
