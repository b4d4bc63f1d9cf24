using Custodia.Books;

namespace Custodia.Materials.Reports;

/// <summary>What a profile of the labelled layout must hold to besides.</summary>
internal static class LabelledChecks
{
    public static IEnumerable<Refusal> Of(ReportProfile profile) =>
        Record(profile.Header, "header", FieldNames.Header)
            .Concat(Record(profile.Entry, "entry", FieldNames.LabelledEntry))
            .Concat(Shared(profile))
            .Concat(ProfileChecks.Unless(WeightsStandTogether(profile.Entry), "entry", "weights one after the other", null));

    private static IEnumerable<Refusal> Record(IReadOnlyList<ReportField> fields, string record, IReadOnlyList<string> names) =>
        fields.Where(f => !names.Contains(f.Name))
            .Select(f => ReportRefusals.ProfileUnknownName.In($"{record}.{f.Title}", string.Join(", ", names), f.Name))
            .Concat(fields.SelectMany(f => Field(f, $"{record}.{f.Title}")))
            .Concat(ProfileChecks.Duplicates(fields.Select(f => f.Title), record))
            .Concat(ProfileChecks.Duplicates(fields.Select(Identity), record));

    private static IEnumerable<Refusal> Field(ReportField field, string place) =>
        ProfileChecks.Unless(field.Label is not null && LabelledReader.IsLabel(field.Label), place, "label: 3-4 digits", field.Label)
            .Concat(ProfileChecks.Unless(field.Width is null, place, "no width", $"{field.Width}"))
            .Concat(ProfileChecks.Unless(!field.Repeat || field.Name == FieldNames.Note, place, "repeat: note only", field.Name))
            .Concat(ProfileChecks.Unless(IsElement(field.PerElement) == (field.Name == FieldNames.ElementWeight)
                && field.PerElement is null == (field.Name != FieldNames.ElementWeight), place, "perElement", field.PerElement))
            .Concat(ProfileChecks.Unless(IsIsotope(field.PerIsotope) == (field.Name == FieldNames.FissileWeight)
                && field.PerIsotope is null == (field.Name != FieldNames.FissileWeight), place, "perIsotope", field.PerIsotope))
            .Concat(ProfileChecks.Unless(!LabelledFields.IsWeight(field) || field.RequiredIn.Count == 0, place, "requiredIn: []", null));

    /// <summary>A label says in which record it stands; only the note's may stand in both.</summary>
    private static IEnumerable<Refusal> Shared(ReportProfile profile) =>
        profile.Header.Where(f => profile.Entry.Any(e => e.Label == f.Label
                && !(e.Name == FieldNames.Note && f.Name == FieldNames.Note)))
            .Select(f => ReportRefusals.ProfileDuplicate.In("header, entry", found: f.Label));

    private static bool WeightsStandTogether(IReadOnlyList<ReportField> fields)
    {
        var afterFirst = fields.SkipWhile(f => !LabelledFields.IsWeight(f));
        return !afterFirst.SkipWhile(LabelledFields.IsWeight).Any(LabelledFields.IsWeight);
    }

    private static string Identity(ReportField field) => $"{field.Name} {field.PerElement}{field.PerIsotope}";

    private static bool IsElement(string? code) =>
        code is { Length: 1 } && MaterialCode.ElementOrder.Contains(code[0], StringComparison.Ordinal);

    private static bool IsIsotope(string? code) => code is "G" or "K" or "J";
}
