using Custodia.Books;

namespace Custodia.Materials.Reports;

/// <summary>What every profile must hold to, in either layout.</summary>
internal static class ProfileChecks
{
    private const int LongestName = 60;
    private const int LongestPattern = 500;
    private const int LongestCountry = 4;

    public static readonly ReportType[] AllTypes = Enum.GetValues<ReportType>();

    private static readonly ReportType[] WithPeriod = [ReportType.Icr, ReportType.Mbr];

    public static IEnumerable<Refusal> Of(ReportProfile profile) =>
        Settings(profile).Concat(Codes(profile)).Concat(Separators(profile))
            .Concat(Fields(profile)).Concat(Essentials(profile));

    /// <summary>A setting that is not what it must be.</summary>
    public static IEnumerable<Refusal> Unless(bool holds, string place, string expected, string? found)
    {
        if (!holds)
            yield return ReportRefusals.ProfileBadValue.In(place, expected, found);
    }

    /// <summary>Fields that must stand, and be required, in these types of reports.</summary>
    public static IEnumerable<Refusal> Need(IReadOnlyList<ReportField> fields, string record, string name, params ReportType[] types) =>
        types.Where(type => !fields.Any(f => f.Name == name && f.RequiredIn.Contains(type)))
            .Select(type => ReportRefusals.ProfileMissing.In($"{record}.{name}", $"requiredIn: {type}"));

    /// <summary>Names that stand more often than once, and may not.</summary>
    public static IEnumerable<Refusal> Duplicates(IEnumerable<string> names, string place) =>
        names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .Select(group => ReportRefusals.ProfileDuplicate.In(place, found: group.Key));

    private static IEnumerable<Refusal> Settings(ReportProfile profile) =>
        Unless(profile.Id.Length is > 0 and <= LongestName && profile.Id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.'),
                "id", $"[A-Za-z0-9.-]{{1,{LongestName}}}", profile.Id)
            .Concat(Unless(profile.Characters.Length > 0 && !profile.Characters.Any(char.IsControl), "characters", "no control characters", null))
            .Concat(Unless(profile.MaxLineLength is > 0 and <= ReportLimits.LineLength,
                "maxLineLength", $"1..{ReportLimits.LineLength}", $"{profile.MaxLineLength}"))
            .Concat(Unless(profile.Decimals is >= 0 and <= ReportLimits.Decimals, "decimals", $"0..{ReportLimits.Decimals}", $"{profile.Decimals}"))
            .Concat(Unless(ReportValues.DateFormats.ContainsKey(profile.DateFormat),
                "dateFormat", string.Join(", ", ReportValues.DateFormats.Keys), profile.DateFormat))
            .Concat(Unless(profile.CountryFromMba is null or (> 0 and <= LongestCountry), "countryFromMba", $"1..{LongestCountry}", $"{profile.CountryFromMba}"))
            .Concat(Unless(profile.Header.Count <= ReportLimits.Fields && profile.Entry.Count <= ReportLimits.Fields,
                "header, entry", $"<= {ReportLimits.Fields}", $"{profile.Header.Count}, {profile.Entry.Count}"));

    private static IEnumerable<Refusal> Codes(ReportProfile profile)
    {
        string[] types = [profile.ReportTypes.Icr, profile.ReportTypes.Pil, profile.ReportTypes.Mbr];
        var s = profile.Statuses;
        string[] statuses = [s.New, s.Correction, s.Deletion, s.Addition];
        string[] units = [profile.Units.Gram, profile.Units.Kilogram];
        return types.Concat(statuses).Concat(units)
            .SelectMany(code => Unless(IsPlain(code, profile), "reportTypes, statuses, units", "text", code))
            .Concat(units.SelectMany(unit => Unless(unit.All(char.IsAsciiLetter), "units", "[A-Za-z]+", unit)))
            .Concat(Duplicates(types, "reportTypes")).Concat(Duplicates(statuses, "statuses")).Concat(Duplicates(units, "units"));
    }

    private static IEnumerable<Refusal> Separators(ReportProfile profile) =>
        new[] { ("labelSeparator", profile.LabelSeparator), ("subfieldSeparator", profile.SubfieldSeparator) }.SelectMany(s =>
            Unless(IsPlain(s.Item2, profile) && !s.Item2.Any(char.IsLetterOrDigit), s.Item1, "neither letters nor digits", s.Item2));

    private static IEnumerable<Refusal> Fields(ReportProfile profile) =>
        profile.Header.Select(f => (Place: $"header.{f.Title}", Field: f))
            .Concat(profile.Entry.Select(f => (Place: $"entry.{f.Title}", Field: f)))
            .SelectMany(f => Field(f.Field, f.Place));

    private static IEnumerable<Refusal> Field(ReportField field, string place) =>
        Unless(field.RequiredIn.All(field.In.Contains), place, "requiredIn <= in", string.Join(", ", field.RequiredIn))
            .Concat(Unless(field.MaxLength is null or > 0, place, "maxLength >= 1", $"{field.MaxLength}"))
            .Concat(Unless(field.Pattern is null || IsPattern(field.Pattern), place, "pattern", field.Pattern));

    private static IEnumerable<Refusal> Essentials(ReportProfile profile)
    {
        var header = profile.Header;
        var first = header.Count > 0 ? header[0].Name : null;
        if (first is not (FieldNames.Type or FieldNames.Reference))
            return [ReportRefusals.ProfileMissing.In("header", "type | reference", first)];
        var refusals = Need(header, "header", first, AllTypes)
            .Concat(Need(header, "header", "facility", AllTypes)).Concat(Need(header, "header", "mba", AllTypes));
        if (first == FieldNames.Type)
            refusals = refusals.Concat(Need(header, "header", FieldNames.Number, AllTypes));
        refusals = header.Any(f => f.Name == "period")
            ? refusals.Concat(Need(header, "header", "period", AllTypes))
            : refusals.Concat(Need(header, "header", "from", WithPeriod)).Concat(Need(header, "header", "to", AllTypes));
        if (profile.CountryFromMba is null)
            refusals = refusals.Concat(Need(header, "header", "country", AllTypes));
        if (profile.Entry.Count == 0 || profile.Entry[0].Name != FieldNames.Number)
            refusals = refusals.Append(ReportRefusals.ProfileMissing.In("entry", FieldNames.Number));
        return refusals.Concat(Need(profile.Entry, "entry", FieldNames.Number, AllTypes))
            .Concat(Need(profile.Entry, "entry", "status", AllTypes));
    }

    private static bool IsPlain(string code, ReportProfile profile) =>
        code.Length > 0 && code.Trim().Length == code.Length && code.All(profile.Characters.Contains);

    private static bool IsPattern(string pattern)
    {
        try
        {
            return pattern.Length <= LongestPattern && FieldRules.Compile(pattern) is not null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
