using Custodia.Books;

namespace Custodia.Materials.Reports;

/// <summary>What a profile of the fixed layout must hold to besides.</summary>
internal static class FixedChecks
{
    private const int WidestColumn = 200;
    private const int WidestGap = 8;

    private static readonly string[] NeededInEntry =
    [
        FieldNames.Continuation, FieldNames.ElementCode, FieldNames.ElementWeight, FieldNames.Unit,
        FieldNames.FissileWeight, FieldNames.IsotopeCode, FieldNames.NoteFlag,
    ];

    public static IEnumerable<Refusal> Of(ReportProfile profile)
    {
        if (profile.Fixed is not { } layout)
            return [ReportRefusals.ProfileMissing.In("fixed")];
        List<Refusal> refusals =
        [
            .. Record(profile.Header, "header", FieldNames.Header.Where(name => name != FieldNames.Note)),
            .. Record(profile.Entry, "entry", FieldNames.FixedEntry),
            .. profile.Header.SelectMany(f => ProfileChecks.Unless(ProfileChecks.AllTypes.All(f.In.Contains),
                $"header.{f.Name}", "in: all reports", string.Join(", ", f.In))),
            .. NeededInEntry.Where(name => !profile.Entry.Any(f => f.Name == name && ProfileChecks.AllTypes.All(f.In.Contains)))
                .Select(name => ReportRefusals.ProfileMissing.In($"entry.{name}", "in: all reports")),
        ];
        refusals.AddRange(ProfileChecks.Unless(layout.Gap is > 0 and <= WidestGap, "fixed.gap", $"1..{WidestGap}", $"{layout.Gap}"));
        return refusals.Count > 0 ? refusals : Layout(profile, layout);
    }

    private static IEnumerable<Refusal> Record(IReadOnlyList<ReportField> fields, string record, IEnumerable<string> names) =>
        fields.Where(f => !names.Contains(f.Name))
            .Select(f => ReportRefusals.ProfileUnknownName.In($"{record}.{f.Name}", string.Join(", ", names), f.Name))
            .Concat(fields.SelectMany(f => Field(f, $"{record}.{f.Name}")))
            .Concat(ProfileChecks.Duplicates(fields.Select(f => f.Name), record));

    private static IEnumerable<Refusal> Field(ReportField field, string place) =>
        ProfileChecks.Unless(field.Width is > 0 and <= WidestColumn, place, $"width: 1..{WidestColumn}", $"{field.Width}")
            .Concat(ProfileChecks.Unless(field is { Label: null, PerElement: null, PerIsotope: null, Repeat: false },
                place, "no label, perElement, perIsotope, repeat", null));

    private static IEnumerable<Refusal> Layout(ReportProfile profile, FixedLayout layout)
    {
        var widest = ProfileChecks.AllTypes.SelectMany(type => new[] { profile.Header, profile.Entry }
            .Select(fields => new FixedColumns(fields, type, layout.Gap).Length)).Max();
        var mark = layout.NoteMark;
        var flag = profile.Entry.First(f => f.Name == FieldNames.NoteFlag);
        return ProfileChecks.Unless(widest <= profile.MaxLineLength, "maxLineLength", $">= {widest}", $"{profile.MaxLineLength}")
            .Concat(ProfileChecks.Unless(profile.Characters.Contains(' ', StringComparison.Ordinal), "characters", "' '", null))
            .Concat(ProfileChecks.Unless(mark.Length > 0 && char.IsAsciiLetter(mark[0]) && mark[^1] != ' ' && mark.All(profile.Characters.Contains),
                "fixed.noteMark", "[A-Za-z]...", mark))
            .Concat(ProfileChecks.Unless(layout.NoteEntryWidth >= profile.Entry[0].Width && layout.NoteEntryWidth <= WidestColumn,
                "fixed.noteEntryWidth", $">= {profile.Entry[0].Width}", $"{layout.NoteEntryWidth}"))
            .Concat(ProfileChecks.Unless(layout.NoteFlag.Length > 0 && layout.NoteFlag.Length <= flag.Width
                && !layout.NoteFlag.Contains(' ', StringComparison.Ordinal) && layout.NoteFlag.All(profile.Characters.Contains),
                "fixed.noteFlag", "text", layout.NoteFlag));
    }
}
