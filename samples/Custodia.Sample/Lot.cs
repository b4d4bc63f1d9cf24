using Custodia.Materials;
using Custodia.Quantities;

namespace Custodia.Sample;

/// <summary>A batch in stock in the simulation of one MBA.</summary>
internal sealed class Lot(string name, string description, string kmp, int items)
{
    public string Name { get; } = name;

    public string Description { get; set; } = description;

    /// <summary>Inventory KMP at which it stands.</summary>
    public string Kmp { get; set; } = kmp;

    public int Items { get; set; } = items;

    public SortedDictionary<MaterialCode, Amount> Contents { get; } = [];

    /// <summary>Whether its weights were measured in another MBA.</summary>
    public bool IsMeasuredElsewhere { get; init; }

    /// <summary>Whether this MBA has reported it before.</summary>
    public bool IsReported { get; set; }

    /// <summary>Whether it was measured again since it was last reported.</summary>
    public bool IsMeasuredAgain { get; set; }

    public string Basis => (IsReported && !IsMeasuredAgain, IsMeasuredElsewhere && !IsMeasuredAgain) switch
    {
        (true, true) => "L",
        (true, false) => "T",
        (false, true) => "N",
        (false, false) => "M",
    };

    public IReadOnlyList<Weight> Weights =>
        [.. Contents.Where(c => !c.Value.IsZero).Select(c => new Weight(c.Key, c.Value))];

    /// <summary>Adds what the weights say; a weight below zero afterwards is an error of the simulation.</summary>
    public void Add(IEnumerable<Weight> weights, int sign)
    {
        foreach (var (material, amount) in weights)
        {
            var sum = Contents.GetValueOrDefault(material) + (sign < 0 ? -amount : amount);
            Contents[material] = !sum.IsNegative
                ? sum
                : throw new InvalidOperationException($"{Name} would hold {sum.Element} of {material}.");
        }
    }
}

/// <summary>
/// Amounts of low-enriched and other uranium in whole grams, and how to share them without losing any.
/// </summary>
internal static class Grams
{
    private static readonly MaterialCode Enriched = new('E', 'G');

    public static Weight Leu(long uranium, long fissile) =>
        Weight.Enriched(Mass.FromGrams(uranium), Mass.FromGrams(fissile));

    /// <summary>Uranium of an enrichment in millionths.</summary>
    public static Weight OfEnrichment(long uranium, long partsPerMillion) =>
        Leu(uranium, (uranium * partsPerMillion + 500_000) / 1_000_000);

    public static Weight Sum(IEnumerable<Lot> lots)
    {
        var sum = Amount.Zero;
        foreach (var lot in lots)
            sum += lot.Contents[Enriched];
        return new Weight(Enriched, sum);
    }

    public static long Uranium(Weight weight) => (long)weight.Amount.Element.Grams;

    /// <summary>So much uranium out of a mixture, with its share of the isotope.</summary>
    public static Weight Part(Weight mixture, long uranium) =>
        Leu(uranium, (long)decimal.Round(uranium * mixture.Amount.Fissile.Grams / mixture.Amount.Element.Grams));

    public static Weight Less(Weight from, params IEnumerable<Weight> parts) =>
        new(Enriched, parts.Aggregate(from.Amount, (rest, part) => rest - part.Amount));

    /// <summary>Equal parts; the last takes what does not divide.</summary>
    public static IReadOnlyList<Weight> Share(Weight whole, int parts)
    {
        var each = Part(whole, Uranium(whole) / parts);
        var shares = Enumerable.Repeat(each, parts - 1).ToList();
        return [.. shares, Less(whole, shares)];
    }
}
