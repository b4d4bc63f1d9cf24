using System.Text.Json;
using Custodia.Books.Faces;
using Custodia.Statistics.Itemised;

namespace Custodia.Server.Questions;

/// <summary>A balance item by item: the question is the file.</summary>
public static class ItemisedQuestion
{
    /// <summary>The balance of a file, or why there is none.</summary>
    public static FaceAnswer Answer(ReadOnlySpan<byte> json, string? file, Figures figures)
    {
        var read = ItemisedFile.Read(json);
        if (read.Value is not { } @case)
            return FaceAnswer.Refuse(FaultRefusals.Of(read.Faults, file));
        var element = ItemisedFile.Evaluate(@case, ofIsotope: false, json);
        var isotope = @case.Isotope is null ? null : ItemisedFile.Evaluate(@case, ofIsotope: true, json);
        return element.Value is null || isotope is { Value: null }
            ? FaceAnswer.Refuse(FaultRefusals.Of(element.Faults.Concat(isotope?.Faults ?? []).Distinct(), file))
            : FaceAnswer.Of(Of(@case, element.Value, isotope?.Value, figures));
    }

    private static object Of(ItemisedCase @case, ItemisedResult element, ItemisedResult? isotope, Figures figures) => new
    {
        Element = Balance(@case.Element, @case, element, isotope is null ? @case.Goal : null, figures),
        Isotope = isotope is null ? null : Balance(@case.Isotope!, @case, isotope, @case.Goal, figures),
    };

    private static object Balance(string of, ItemisedCase @case, ItemisedResult result, double? goal, Figures figures) => new
    {
        Of = of,
        @case.Unit,
        Opening = figures.Of(result.Opening),
        Increases = figures.Of(result.Increases),
        Decreases = figures.Of(result.Decreases),
        Book = figures.Of(result.Book),
        Closing = figures.Of(result.Closing),
        Muf = figures.Of(result.Muf),
        Sigma = figures.Of(result.Sigma),
        SigmaRandom = figures.Of(Root(result.RandomVariance)),
        SigmaSystematic = figures.Of(Root(result.SystematicVariance)),
        Standardised = figures.Of(result.Standardised),
        DetectableLoss = figures.Of(result.DetectableLoss),
        ActiveInventory = figures.Of(result.ActiveInventory),
        Strata = result.Strata.Select(stratum => new
        {
            Stratum = stratum.Id,
            Part = Name(stratum.Part),
            Mass = figures.Of(stratum.Mass),
            stratum.StaticItems,
            Random = stratum.Random < 0 ? (double?)null : figures.Of(Math.Sqrt(stratum.Random)),
            RandomVariance = figures.Of(stratum.Random),
            SystematicVariance = figures.Of(stratum.Systematic),
        }),
        Sources = result.Sources.Select(source => new
        {
            Source = source.Id,
            Random = figures.Of(Root(source.Random)),
            Systematic = figures.Of(Root(source.Systematic)),
            NetMass = figures.Of(result.Nets.Where(net => net.Source == source.Id).Sum(net => net.Mass)),
            Share = figures.Of(result.Variance > 0 ? source.Variance / result.Variance : 0),
        }),
        Contributions = result.Contributions.Select(part => new
        {
            part.Source,
            part.Calibration,
            part.Stratum,
            RandomVariance = figures.Of(part.Random),
            SystematicVariance = figures.Of(part.Systematic),
        }),
        Goal = goal,
        Improvements = goal is { } mass
            ? Improvement.For(result, mass).Select(improvement => new
            {
                improvement.Source,
                Share = figures.Of(improvement.Share),
                SigmaWithout = figures.Of(improvement.SigmaWithout),
                Verdict = Name(improvement.Verdict),
                Factor = figures.Of(improvement.Factor),
            })
            : null,
    };

    private static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    // Parts that cancel leave rounding behind, which may lie below zero.
    private static double Root(double variance) => Math.Sqrt(Math.Max(0, variance));
}
