using System.Collections.Frozen;
using Custodia.Books;
using Custodia.Quantities;

namespace Custodia.Materials.Reports;

/// <summary>Writes the records of one report in the labelled layout.</summary>
internal sealed class LabelledWriter(FieldRules rules, ReportType type, Refusals refusals)
{
    private readonly LabelledFields _header = new(rules.Profile.Header, type);
    private readonly LabelledFields _entry = new(rules.Profile.Entry, type);
    private readonly FrozenSet<string> _carried =
        rules.Profile.Entry.Where(f => f.In.Contains(type) && EntryBindings.ByName.ContainsKey(f.Name))
            .Select(f => EntryBindings.ByName[f.Name].Carries).ToFrozenSet(StringComparer.Ordinal);

    public List<string> Header(ReportDocument document)
    {
        HeaderRules.RefuseUncarried(document, rules, refusals);
        var lines = Lines(document, _header, HeaderBindings.ByName, document.Note, [], default);
        Insert(document.Extra, lines, 0, default);
        return lines;
    }

    public List<string> Entry(ReportEntry entry, Place place)
    {
        rules.RefuseUncarried(entry, EntryBindings.All, _carried, place, refusals);
        if (WeightRules.Repeated(entry.Weights) is { } material)
            refusals.Add(ReportRefusals.Repeated.At(place.Under(FieldNames.ElementWeight), found: material.ToString()));
        if (entry.Weights.Count > 0 && _entry.FirstWeight < 0)
            refusals.Add(ReportRefusals.NoField.At(place.Under(FieldNames.ElementWeight)));
        var lines = Lines(entry, _entry, EntryBindings.ByName, entry.Note, entry.Weights, place);
        Insert(entry.Extra, lines, 1, place);
        return lines;
    }

    private List<string> Lines<T>(T record, LabelledFields fields, FrozenDictionary<string, FieldBinding<T>> bindings,
        string? note, IReadOnlyList<Weight> weights, Place place)
        where T : class
    {
        var lines = new List<string>();
        for (var index = 0; index < fields.All.Count; index++)
        {
            var field = fields.All[index];
            var before = lines.Count;
            if (index == fields.FirstWeight)
                lines.AddRange(weights.SelectMany(weight => Weight(weight, place)));
            else if (LabelledFields.IsWeight(field))
                continue;
            else if (field.Name == FieldNames.Note)
                lines.AddRange(Note(note, field, place));
            else if (rules.Write(record, field, bindings[field.Name], place, refusals) is { } text)
                lines.Add(Line(field, text));
            if (lines.Count == before && field.RequiredIn.Contains(type))
                refusals.Add(ReportRefusals.Missing.At(place.Under(field.Title), field.Name));
        }

        if (note is not null && fields.All.All(f => f.Name != FieldNames.Note))
            refusals.Add(ReportRefusals.NoField.At(place.Under(FieldNames.Note), found: note));
        return lines;
    }

    private IEnumerable<string> Weight(Weight weight, Place place)
    {
        yield return Mass(_entry.OfElement(weight.Material.Element), weight.Amount.Element, weight.Material.Unit, weight, place);
        if (weight.Material.Isotope != '\0')
            yield return Mass(_entry.OfIsotope(weight.Material.Isotope), weight.Amount.Fissile, MassUnit.Gram, weight, place);
        else if (!weight.Amount.Fissile.IsZero)
            refusals.Add(ReportRefusals.NoField.At(place.Under(FieldNames.FissileWeight), found: weight.ToString()));
    }

    private string Mass(ReportField? field, Mass mass, MassUnit unit, Weight weight, Place place)
    {
        if (field is null)
        {
            refusals.Add(ReportRefusals.NoField.At(place.Under(FieldNames.ElementWeight), found: weight.ToString()));
            return "";
        }

        if (rules.Values.Of(mass, unit) is not { } number)
        {
            refusals.Add(ReportRefusals.NotRounded.At(place.Under(field.Title), rules.Values.Of(unit), weight.ToString()));
            return "";
        }

        var text = number + rules.Values.Of(unit);
        if (rules.Refuse(field, text, place) is { } refusal)
            refusals.Add(refusal);
        return Line(field, text);
    }

    private IEnumerable<string> Note(string? note, ReportField field, Place place)
    {
        var texts = ConciseNote.Lines(note);
        if (texts.Length > 1 && !field.Repeat)
            refusals.Add(ReportRefusals.Repeated.At(place.Under(field.Title), "1", $"{texts.Length}"));
        foreach (var text in texts)
        {
            if (rules.Refuse(field, text, place) is { } refusal)
                refusals.Add(refusal);
            yield return Line(field, text);
        }
    }

    private void Insert(IReadOnlyList<ExtraLabel> extras, List<string> lines, int first, Place place)
    {
        var least = first;
        foreach (var extra in extras)
        {
            var isKnown = rules.Profile.Header.Concat(rules.Profile.Entry).Any(f => f.Label == extra.Label);
            if (isKnown || !LabelledReader.IsLabel(extra.Label))
                refusals.Add(ReportRefusals.NotHere.At(place.Under(extra.Label), found: extra.Value));
            else if (extra.Position < least || extra.Position > lines.Count)
                refusals.Add(ReportRefusals.ExtraMisplaced.At(place.Under(extra.Label), $"{least}..{lines.Count}", $"{extra.Position}"));
            else
                lines.Insert(extra.Position, extra.Label + rules.Profile.LabelSeparator + extra.Value);
            least = extra.Position + 1;
        }
    }

    private string Line(ReportField field, string text) => field.Label + rules.Profile.LabelSeparator + text;
}
