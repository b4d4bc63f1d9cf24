using System.Text.Json;
using Custodia.Statistics.Itemised;

namespace Custodia.Cli;

/// <summary>An itemised balance as an answer.</summary>
internal static class ItemisedView
{
    public static object Of(ItemisedCase @case, ItemisedResult element, ItemisedResult? isotope, Func<double, double> digits) => new
    {
        Element = Balance(@case.Element, @case, element, isotope is null ? @case.Goal : null, digits),
        Isotope = isotope is null ? null : Balance(@case.Isotope!, @case, isotope, @case.Goal, digits),
    };

    private static object Balance(string of, ItemisedCase @case, ItemisedResult result, double? goal, Func<double, double> digits) => new
    {
        Of = of,
        @case.Unit,
        Opening = digits(result.Opening),
        Increases = digits(result.Increases),
        Decreases = digits(result.Decreases),
        Book = digits(result.Book),
        Closing = digits(result.Closing),
        Muf = digits(result.Muf),
        Sigma = digits(result.Sigma),
        SigmaRandom = digits(Root(result.RandomVariance)),
        SigmaSystematic = digits(Root(result.SystematicVariance)),
        Standardised = result.Standardised is { } z ? digits(z) : (double?)null,
        DetectableLoss = digits(result.DetectableLoss),
        ActiveInventory = digits(result.ActiveInventory),
        Strata = result.Strata.Select(stratum => new
        {
            Stratum = stratum.Id,
            Part = Name(stratum.Part),
            Mass = digits(stratum.Mass),
            stratum.StaticItems,
            Random = stratum.Random < 0 ? (double?)null : digits(Math.Sqrt(stratum.Random)),
            RandomVariance = digits(stratum.Random),
            SystematicVariance = digits(stratum.Systematic),
        }),
        Sources = result.Sources.Select(source => new
        {
            Source = source.Id,
            Random = digits(Root(source.Random)),
            Systematic = digits(Root(source.Systematic)),
            NetMass = digits(result.Nets.Where(net => net.Source == source.Id).Sum(net => net.Mass)),
            Share = digits(result.Variance > 0 ? source.Variance / result.Variance : 0),
        }),
        Contributions = result.Contributions.Select(part => new
        {
            part.Source,
            part.Calibration,
            part.Stratum,
            RandomVariance = digits(part.Random),
            SystematicVariance = digits(part.Systematic),
        }),
        Goal = goal,
        Improvements = goal is { } mass
            ? Improvement.For(result, mass).Select(improvement => new
            {
                improvement.Source,
                Share = digits(improvement.Share),
                SigmaWithout = digits(improvement.SigmaWithout),
                Verdict = Name(improvement.Verdict),
                Factor = improvement.Factor is { } factor ? digits(factor) : (double?)null,
            })
            : null,
    };

    private static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    // Parts that cancel leave rounding behind, which may lie below zero.
    private static double Root(double variance) => Math.Sqrt(Math.Max(0, variance));
}
