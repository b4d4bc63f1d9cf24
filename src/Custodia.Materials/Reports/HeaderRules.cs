using System.Globalization;
using Custodia.Books;

namespace Custodia.Materials.Reports;

/// <summary>What both layouts ask of a header beyond its fields.</summary>
internal static class HeaderRules
{
    /// <summary>Refuses a date or a country that the profile has no field for.</summary>
    public static void RefuseUncarried(ReportDocument document, FieldRules rules, Refusals refusals)
    {
        var carried = rules.Profile.Header.Where(f => f.In.Contains(document.Type)).Select(f => f.Name).ToHashSet();
        rules.RefuseUncarried(document, [HeaderBindings.ByName["date"]], carried, default, refusals);
        if (!carried.Contains("country") && document.Country != CountryOf(document, rules))
            refusals.Add(ReportRefusals.CountryDiffers.In("country", CountryOf(document, rules), document.Country));
    }

    /// <summary>A document as its reading starts: all blank, but for the type.</summary>
    public static ReportDocument Start(ReportType type) => new(type, "", "", "", 0, default, default);

    /// <summary>The document with the country that its MBA code names, where no field carries it.</summary>
    public static ReportDocument WithCountry(ReportDocument document, FieldRules rules) =>
        document.Country.Length > 0 ? document : document with { Country = CountryOf(document, rules) };

    private static string CountryOf(ReportDocument document, FieldRules rules) =>
        document.Mba[..Math.Min(document.Mba.Length, rules.Profile.CountryFromMba ?? 0)];

    /// <summary>The place of a part of what is at this place.</summary>
    public static Place Under(this Place place, string part) =>
        place.At(place.Field is null ? part : string.Create(CultureInfo.InvariantCulture, $"{place.Field}.{part}"));
}
