namespace Custodia.Statistics.Itemised;

/// <summary>The part of a material balance that a stratum belongs to.</summary>
public enum BalancePart
{
    /// <summary>Opening inventory, PB: counts positive.</summary>
    Opening,

    /// <summary>Increases, X: count positive.</summary>
    Increase,

    /// <summary>Decreases, Y: count negative.</summary>
    Decrease,

    /// <summary>Closing inventory, PE: counts negative.</summary>
    Closing,
}

/// <summary>One item of a stratum as it was measured.</summary>
/// <param name="Mass">Mass of the element (mass), not negative.</param>
/// <param name="Measurement">
/// Identity of the measurement that gave the mass; null: one of its own. An item that comes in and goes out, or is there at both
/// ends, on the same measurement contributes nothing to MUF and nothing to its variance.
/// </param>
/// <param name="Sample">Identity of the sample that its concentration comes from; null: one of its own.</param>
/// <param name="Fraction">Isotope fraction (1); null: that of the stratum.</param>
public readonly record struct MeasuredItem(double Mass, string? Measurement = null, string? Sample = null, double? Fraction = null);

/// <summary>Items of which only the sum is given, taken as equal.</summary>
/// <param name="Mass">Mass of all together (mass).</param>
/// <param name="Weighings">How many were weighed or assayed, each by itself.</param>
/// <param name="Samples">How many samples stand for them, each for an equal part.</param>
public sealed record EqualItems(double Mass, int Weighings, int Samples);

/// <summary>Items of one kind in one part of a balance, measured by the same methods.</summary>
/// <param name="Id">Name of the stratum.</param>
/// <param name="Part">Part of the balance; its sign follows.</param>
/// <param name="Uses">The sources of error that its masses carry.</param>
public sealed record Stratum(string Id, BalancePart Part, IReadOnlyList<SourceUse> Uses)
{
    /// <summary>The items one by one. Empty where <see cref="Equal"/> is given.</summary>
    public ReadOnlyMemory<MeasuredItem> Items { get; init; }

    /// <summary>The items as a sum; null where they are given one by one.</summary>
    public EqualItems? Equal { get; init; }

    /// <summary>Isotope fraction of items that do not name their own (1), asked for in a balance of the isotope.</summary>
    public double? Fraction { get; init; }

    /// <summary>a_k = +1 for what was there or came in, −1 for what left or is there.</summary>
    public int Sign => Part.Sign();
}

/// <summary>The sign of a part.</summary>
public static class BalanceParts
{
    /// <summary>+1 for what was there or came in, −1 for what left or is there.</summary>
    public static int Sign(this BalancePart part) => part is BalancePart.Opening or BalancePart.Increase ? 1 : -1;
}
