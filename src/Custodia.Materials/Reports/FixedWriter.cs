using System.Collections.Frozen;
using Custodia.Books;
using Custodia.Quantities;

namespace Custodia.Materials.Reports;

/// <summary>Writes the lines of one report in the fixed layout.</summary>
internal sealed class FixedWriter(FieldRules rules, ReportType type, Refusals refusals)
{
    private readonly FixedLayout _layout = rules.Profile.Fixed!;
    private readonly FixedColumns _header = new(rules.Profile.Header, type, rules.Profile.Fixed!.Gap);
    private readonly FixedColumns _entry = new(rules.Profile.Entry, type, rules.Profile.Fixed!.Gap);
    private readonly FrozenSet<string> _carried =
        rules.Profile.Entry.Where(f => f.In.Contains(type) && EntryBindings.ByName.ContainsKey(f.Name))
            .Select(f => EntryBindings.ByName[f.Name].Carries).ToFrozenSet(StringComparer.Ordinal);

    public List<string> Lines(ReportDocument document)
    {
        HeaderRules.RefuseUncarried(document, rules, refusals);
        RefuseExtra(document.Extra, default);
        var lines = new List<string>
        {
            _header.Line(field => Required(field, rules.Write(document, field, HeaderBindings.ByName[field.Name], default, refusals), default)),
        };
        var numbers = new HashSet<int>();
        for (var index = 0; index < document.Entries.Count && !refusals.IsFull; index++)
        {
            var place = Place.OfField($"entries[{index}]");
            if (!numbers.Add(document.Entries[index].Number))
                refusals.Add(ReportRefusals.Repeated.At(place.Under(FieldNames.Number), found: $"{document.Entries[index].Number}"));
            lines.AddRange(Entry(document.Entries[index], place));
        }

        lines.AddRange(Note(0, document.Note, default));
        foreach (var entry in document.Entries)
            lines.AddRange(Note(entry.Number, entry.Note, Place.OfField($"entry {entry.Number}")));
        return lines;
    }

    private List<string> Entry(ReportEntry entry, Place place)
    {
        rules.RefuseUncarried(entry, EntryBindings.All, _carried, place, refusals);
        RefuseExtra(entry.Extra, place);
        if (WeightRules.Repeated(entry.Weights) is { } material)
            refusals.Add(ReportRefusals.Repeated.At(place.Under(FieldNames.ElementWeight), found: material.ToString()));
        var lines = new List<string> { _entry.Line(field => Required(field, First(entry, field, place), place)) };
        for (var index = 1; index < entry.Weights.Count; index++)
            lines.Add(_entry.Line(field => Continued(entry, index, field, place)));
        return lines;
    }

    private string? First(ReportEntry entry, ReportField field, Place place)
    {
        if (FieldNames.WeightColumns.Contains(field.Name))
            return entry.Weights.Count > 0 ? Weight(entry.Weights[0], field, place) : null;
        return field.Name switch
        {
            FieldNames.Continuation => null,
            FieldNames.NoteFlag => entry.Note is null ? null : _layout.NoteFlag,
            _ => rules.Write(entry, field, EntryBindings.ByName[field.Name], place, refusals),
        };
    }

    private string? Continued(ReportEntry entry, int index, ReportField field, Place place)
    {
        if (FieldNames.WeightColumns.Contains(field.Name))
            return Weight(entry.Weights[index], field, place);
        if (field.Name == FieldNames.Continuation && rules.Refuse(field, ReportValues.Of(index), place) is { } refusal)
            refusals.Add(refusal);
        return field.Name switch
        {
            FieldNames.Continuation => ReportValues.Of(index),
            FieldNames.Number => ReportValues.Of(entry.Number),
            _ => null,
        };
    }

    private string? Weight(Weight weight, ReportField field, Place place)
    {
        var (material, amount) = weight;
        var hasIsotope = material.Isotope != '\0';
        if (!hasIsotope && !amount.Fissile.IsZero)
            refusals.Add(ReportRefusals.NoField.At(place.Under(FieldNames.FissileWeight), found: weight.ToString()));
        if (!MaterialCode.ElementOrder.Contains(material.Element, StringComparison.Ordinal) || material.Isotope is not ('\0' or 'G' or 'K' or 'J'))
            refusals.Add(ReportRefusals.BadValue.At(place.Under(FieldNames.ElementCode), MaterialCode.ElementOrder, material.ToString()));
        var text = field.Name switch
        {
            FieldNames.ElementCode => material.Element.ToString(),
            FieldNames.IsotopeCode => hasIsotope ? material.Isotope.ToString() : null,
            FieldNames.Unit => rules.Values.Of(material.Unit),
            FieldNames.FissileWeight => hasIsotope ? Number(amount.Fissile, MassUnit.Gram, field, place) : null,
            _ => Number(amount.Element, material.Unit, field, place),
        };
        if (text is not null && rules.Refuse(field, text, place) is { } refusal)
            refusals.Add(refusal);
        return text;
    }

    private string? Number(Mass mass, MassUnit unit, ReportField field, Place place)
    {
        var text = rules.Values.Of(mass, unit);
        if (text is null)
            refusals.Add(ReportRefusals.NotRounded.At(place.Under(field.Title), rules.Values.Of(unit), mass.ToString()));
        return text;
    }

    private IEnumerable<string> Note(int entry, string? note, Place place)
    {
        var number = ReportValues.Of(entry).PadLeft(_layout.NoteEntryWidth);
        var gap = new string(' ', _layout.Gap);
        foreach (var text in ConciseNote.Lines(note))
        {
            if (text.Length == 0 || text[0] == ' ' || text[^1] == ' ')
                refusals.Add(ReportRefusals.BadValue.At(place.Under(FieldNames.Note), found: text));
            yield return _layout.NoteMark + gap + number + gap + text;
        }
    }

    private string? Required(ReportField field, string? text, Place place)
    {
        if (text is null && field.RequiredIn.Contains(type))
            refusals.Add(ReportRefusals.Missing.At(place.Under(field.Title), field.Name));
        return text;
    }

    private void RefuseExtra(IReadOnlyList<ExtraLabel> extra, Place place)
    {
        if (extra.Count > 0)
            refusals.Add(ReportRefusals.NoField.At(place.Under(extra[0].Label), found: extra[0].Value));
    }
}
