using System.Globalization;
using Custodia.Books;
using Custodia.Materials.Ledger;
using Custodia.Materials.Measurement;
using Custodia.Materials.Tables;
using Custodia.Quantities;

namespace Custodia.Materials.Rules;

/// <summary>What every line that names a batch and weights must satisfy, whether it is a change or of a listing.</summary>
internal static class LineRules
{
    /// <summary>Natural uranium holds 0.711 % by weight of uranium-235: in millionths.</summary>
    private const long NaturalPartsPerMillion = 7_110;

    /// <summary>Longest batch name (Euratom 302/2005: 20; Canada: 16).</summary>
    private const int MaxBatchName = 20;

    private const int MaxMethods = 8;

    /// <summary>Whether the name may stand in a report.</summary>
    public static bool IsBatchName(string name) =>
        name.Length is > 0 and <= MaxBatchName
        && name.All(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.' or '/' or ' ')
        && name[0] != ' ' && name[^1] != ' ';

    /// <summary>Batch name, items, description and basis (rules 6 and 24 apart from the KMP).</summary>
    public static void Check(
        string batch, int items, string description, string basis, CodeTables tables, Place place, List<Refusal> refusals)
    {
        if (!IsBatchName(batch))
            refusals.Add(MaterialsRefusals.BatchNameMalformed.At(place.At("batch"), found: batch));
        if (items < 1)
            refusals.Add(MaterialsRefusals.ItemsMissing.At(place.At("items"), "≥ 1", Text(items)));
        if (!tables.HasDescription(description))
            refusals.Add(MaterialsRefusals.DescriptionUnknown.At(place.At("description"), found: description));
        if (!tables.HasBasis(basis))
            refusals.Add(MaterialsRefusals.BasisUnknown.At(place.At("basis"),
                string.Join(", ", tables.Bases.Select(b => b.Code)), basis));
    }

    /// <summary>Weights: there, of different materials, not negative, isotope within element (rule 4).</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="eitherSign">Whether they may be negative.</param>
    /// <param name="isPart">Whether they are a loss or gain within a batch: in fuel more U-235 goes than uranium, since a
    /// part of it becomes U-236.</param>
    /// <param name="place">Where they stand.</param>
    /// <param name="refusals">Takes what is wrong.</param>
    public static void CheckWeights(IReadOnlyList<Weight> weights, bool eitherSign, bool isPart, Place place, List<Refusal> refusals)
    {
        var at = place.At("weights");
        if (weights.Count == 0 || weights.All(w => w.Amount.IsZero)
            || weights.Select(w => w.Material).Distinct().Count() != weights.Count)
        {
            refusals.Add(MaterialsRefusals.WeightsMissing.At(at, found: Text(weights)));
            return;
        }

        foreach (var weight in weights)
        {
            if (eitherSign)
                continue;
            if (weight.Amount.IsNegative)
                refusals.Add(MaterialsRefusals.WeightNegative.At(at, "≥ 0", weight.ToString()));
            else if (!isPart && weight.Amount.Fissile > weight.Amount.Element)
                refusals.Add(MaterialsRefusals.IsotopeExceedsElement.At(
                    at, "≤ " + weight.Amount.Element, weight.Amount.Fissile.ToString()));
        }
    }

    /// <summary>
    /// The enrichment of what a line states, where it states an amount of the batch itself: not of a loss or production.
    /// </summary>
    public static void CheckEnrichment(IReadOnlyList<Weight> weights, decimal limit, Place place, List<Refusal> refusals)
    {
        foreach (var (material, amount) in weights)
        {
            if (material.Element != 'E' || amount.Element <= Mass.Zero || amount.Fissile > amount.Element)
                continue;
            var fraction = (decimal)amount.Fissile.Micrograms / amount.Element.Micrograms;
            if (fraction * 1_000_000 <= NaturalPartsPerMillion || fraction * 100 > limit)
                refusals.Add(MaterialsRefusals.EnrichmentOutside.At(place.At("weights"),
                    FormattableString.Invariant($"> 0.711 %, ≤ {limit:0.###} %"),
                    FormattableString.Invariant($"{fraction * 100:0.####} %")));
        }
    }

    /// <summary>Whether a description may occur at a KMP (rule 24).</summary>
    public static void CheckAtKmp(RegisteredKmp kmp, string description, Place place, List<Refusal> refusals)
    {
        if (kmp.Point.Descriptions is { Count: > 0 } allowed && !allowed.Any(pattern => Matches(pattern, description)))
            refusals.Add(MaterialsRefusals.DescriptionNotAtKmp.At(
                place.At("description"), string.Join(", ", allowed), description));
    }

    /// <summary>The methods that a line names: in force on its day, not too many, each once.</summary>
    public static void CheckMethods(
        MbaLedger ledger, IReadOnlyList<string>? methods, DateOnly day, Place place, List<Refusal> refusals)
    {
        if (methods is null)
            return;
        var at = place.At("methods");
        if (methods.Count > MaxMethods || methods.Distinct().Count() != methods.Count)
            refusals.Add(MethodRefusals.TooMany.At(at, "≤ 8", Text(methods.Count)));
        foreach (var code in methods.Take(MaxMethods))
        {
            if (!ledger.Methods.Exists(known => known.Method.Code == code && known.IsInForce(day, View.Everything)))
                refusals.Add(MethodRefusals.Unknown.At(at, LineRules.Text(day), code));
        }
    }

    /// <summary>
    /// T and L say that the data were reported before by this MBA, N that they were not; M is a new measurement, which may
    /// be the first or a later one (rule 20).
    /// </summary>
    public static void CheckBasis(Batch? batch, string basis, Place place, List<Refusal> refusals)
    {
        var reported = batch is { Sightings.Count: > 0 };
        var ok = basis switch
        {
            "T" or "L" => reported,
            "N" => !reported,
            _ => true,
        };
        if (!ok)
        {
            refusals.Add(MaterialsRefusals.BasisContradicts.At(
                place.At("basis"), reported ? "T, L, M" : "M, N", basis));
        }
    }

    /// <summary>A number for a refusal.</summary>
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A day for a refusal.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Weights for a refusal.</summary>
    public static string Text(IReadOnlyList<Weight> weights) => string.Join(" ", weights);

    /// <summary>Whether a description fits a pattern with <c>?</c> for any character.</summary>
    public static bool Matches(string pattern, string description) =>
        pattern.Length == description.Length
        && pattern.Zip(description).All(pair => pair.First == '?' || pair.First == pair.Second);
}
