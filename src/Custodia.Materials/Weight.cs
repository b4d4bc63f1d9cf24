using System.Globalization;
using System.Text.Json.Serialization;
using Custodia.Quantities;

namespace Custodia.Materials;

/// <summary>
/// An account of a material: an element category (IAEA code) with the isotope that is reported with it.
/// </summary>
/// <remarks>
/// Element codes (Code 10): N natural uranium, D depleted uranium, E enriched uranium, U unified uranium, P plutonium,
/// T thorium. Isotope codes, with E only: G uranium-235, K uranium-233, J both together.
/// </remarks>
/// <param name="Element">N, D, E, U, P or T.</param>
/// <param name="Isotope">G, K or J with E; else <c>'\0'</c>.</param>
[JsonConverter(typeof(MaterialCodeJson))]
public readonly record struct MaterialCode(char Element, char Isotope) : IComparable<MaterialCode>
{
    /// <summary>In the order in which reports list them: by strategic value (P, E, U, N, D, T).</summary>
    public const string ElementOrder = "PEUNDT";

    /// <summary>Whether the codes are known and agree.</summary>
    public bool IsValid => ElementOrder.Contains(Element, StringComparison.Ordinal)
        && (Element == 'E' ? Isotope is 'G' or 'K' or 'J' : Isotope == '\0');

    /// <summary>The unit in which reports state the element: kg for N, D and T, else g.</summary>
    public MassUnit Unit => Element is 'N' or 'D' or 'T' ? MassUnit.Kilogram : MassUnit.Gram;

    /// <inheritdoc/>
    public int CompareTo(MaterialCode other)
    {
        var byElement = ElementOrder.IndexOf(Element, StringComparison.Ordinal)
            .CompareTo(ElementOrder.IndexOf(other.Element, StringComparison.Ordinal));
        return byElement != 0 ? byElement : Isotope.CompareTo(other.Isotope);
    }

    /// <summary>The code as people write it: <c>N</c>, <c>E/G</c>, <c>P</c>.</summary>
    public override string ToString() => Isotope == '\0' ? $"{Element}" : $"{Element}/{Isotope}";

    /// <summary>Reads <see cref="ToString"/>.</summary>
    public static bool TryParse(string? text, out MaterialCode code)
    {
        code = text switch
        {
            { Length: 1 } => new(text[0], '\0'),
            { Length: 3 } when text[1] == '/' => new(text[0], text[2]),
            _ => default,
        };
        return code.IsValid;
    }

    /// <summary>Whether the left comes first in a report.</summary>
    public static bool operator <(MaterialCode left, MaterialCode right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left comes later in a report.</summary>
    public static bool operator >(MaterialCode left, MaterialCode right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left comes first or is the same.</summary>
    public static bool operator <=(MaterialCode left, MaterialCode right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left comes later or is the same.</summary>
    public static bool operator >=(MaterialCode left, MaterialCode right) => left.CompareTo(right) >= 0;
}

/// <summary>An amount of a material: element weight and, for enriched uranium, the weight of the fissile isotopes in it.</summary>
/// <param name="Element">Weight of the element.</param>
/// <param name="Fissile">Weight of the reported isotopes; zero where none is reported.</param>
public readonly record struct Amount(Mass Element, Mass Fissile)
{
    /// <summary>Nothing.</summary>
    public static Amount Zero => default;

    /// <summary>Whether both weights are zero.</summary>
    [JsonIgnore]
    public bool IsZero => Element.IsZero && Fissile.IsZero;

    /// <summary>Whether either weight is below zero.</summary>
    [JsonIgnore]
    public bool IsNegative => Element < Mass.Zero || Fissile < Mass.Zero;

    /// <summary>The sum.</summary>
    public static Amount operator +(Amount left, Amount right) =>
        new(left.Element + right.Element, left.Fissile + right.Fissile);

    /// <summary>The difference.</summary>
    public static Amount operator -(Amount left, Amount right) =>
        new(left.Element - right.Element, left.Fissile - right.Fissile);

    /// <summary>The amount with its sign turned.</summary>
    public static Amount operator -(Amount amount) => new(-amount.Element, -amount.Fissile);
}

/// <summary>An amount of one material on a line of a ledger or report.</summary>
/// <param name="Material">Which material.</param>
/// <param name="Amount">How much.</param>
[JsonConverter(typeof(WeightJson))]
public readonly record struct Weight(MaterialCode Material, Amount Amount)
{
    /// <summary>Longest text: two codes, two signs, and twice the digits of the largest mass with its point.</summary>
    private const int LongestText = 52;

    /// <summary>A weight without isotopes.</summary>
    public static Weight Of(char element, Mass mass) => new(new(element, '\0'), new(mass, Mass.Zero));

    /// <summary>A weight of enriched uranium.</summary>
    public static Weight Enriched(Mass uranium, Mass fissile, char isotope = 'G') =>
        new(new('E', isotope), new(uranium, fissile));

    /// <summary>
    /// As people and files write it, in exact grams: <c>P:20250</c>, <c>N:400000</c>, <c>E:1840000/G:80960</c>.
    /// </summary>
    public override string ToString()
    {
        var element = Amount.Element.Grams.ToString("0.######", CultureInfo.InvariantCulture);
        var fissile = Amount.Fissile.Grams.ToString("0.######", CultureInfo.InvariantCulture);
        return Material.Isotope == '\0'
            ? $"{Material.Element}:{element}"
            : $"{Material.Element}:{element}/{Material.Isotope}:{fissile}";
    }

    /// <summary>Reads <see cref="ToString"/>.</summary>
    public static bool TryParse(string? text, out Weight weight)
    {
        weight = default;
        Span<byte> utf8 = stackalloc byte[LongestText];
        return text is { Length: > 0 and <= LongestText }
            && System.Text.Encoding.UTF8.TryGetBytes(text, utf8, out var length)
            && TryParse(utf8[..length], out weight);
    }

    /// <summary>Reads <see cref="ToString"/> from UTF-8.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Weight weight)
    {
        weight = default;
        var slash = text.IndexOf((byte)'/');
        if (!TryParsePart(slash < 0 ? text : text[..slash], out var element, out var elementMass))
            return false;
        var isotope = '\0';
        var fissile = Mass.Zero;
        if (slash >= 0 && !TryParsePart(text[(slash + 1)..], out isotope, out fissile))
            return false;
        weight = new Weight(new(element, isotope), new(elementMass, fissile));
        return weight.Material.IsValid;
    }

    private static bool TryParsePart(ReadOnlySpan<byte> part, out char code, out Mass mass)
    {
        code = part.Length > 2 && part[1] == ':' ? (char)part[0] : '\0';
        mass = default;
        return code != '\0' && Mass.TryParseGrams(part[2..], out mass);
    }
}
