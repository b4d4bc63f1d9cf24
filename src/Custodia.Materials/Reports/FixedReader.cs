using Custodia.Books;
using Custodia.Quantities;

namespace Custodia.Materials.Reports;

/// <summary>Reads the lines of one report in the fixed layout.</summary>
internal sealed class FixedReader(FieldRules rules, string? file, Refusals refusals)
{
    private readonly ReportProfile _profile = rules.Profile;
    private readonly FixedLayout _layout = rules.Profile.Fixed!;
    private readonly List<ReportEntry> _entries = [];
    private readonly Dictionary<int, List<string>> _notes = [];
    private readonly List<int> _noted = [];
    private readonly HashSet<int> _numbers = [];
    private readonly HashSet<int> _flagged = [];

    /// <summary>The report; <c>null</c> or incomplete if there are refusals.</summary>
    public ReportDocument? Read(List<string> lines)
    {
        if (ReadHeader(lines.Count > 0 ? lines[0] : "") is not { } document)
            return null;
        var columns = new FixedColumns(_profile.Entry, document.Type, _layout.Gap);
        var isNotes = false;
        for (var index = 1; index < lines.Count && !refusals.IsFull; index++)
        {
            var place = PlaceOf(index);
            isNotes |= lines[index].StartsWith(_layout.NoteMark, StringComparison.Ordinal);
            if (isNotes)
                ReadNote(lines[index], place);
            else if (columns.Values(lines[index], place, refusals) is { } values)
                ReadLine(columns, values, document.Type, place);
        }

        if (_entries.Count > ReportLimits.Entries)
            refusals.Add(ReportRefusals.TooLarge.At(new(file, null, null, null), $"<= {ReportLimits.Entries}", $"{_entries.Count}"));
        RefuseMismatchedNotes();
        return document with
        {
            Note = NoteOf(0),
            Entries = [.. _entries.Select(entry => entry with { Note = NoteOf(entry.Number) })],
        };
    }

    private Place PlaceOf(int index) => new(file, index + 1, null, null);

    private string? NoteOf(int entry) => _notes.TryGetValue(entry, out var lines) ? ConciseNote.Join(lines) : null;

    private ReportDocument? ReadHeader(string line)
    {
        var place = PlaceOf(0);
        var columns = new FixedColumns(_profile.Header, ReportType.Icr, _layout.Gap);
        if (columns.Values(line, place, refusals) is not { } values)
            return null;

        // The type comes first: what the other columns may hold depends on it.
        var document = HeaderRules.Start(ReportType.Icr);
        foreach (var field in columns.All)
        {
            if (values.TryGetValue(field.Name, out var text))
                document = rules.Read(document, field, HeaderBindings.ByName[field.Name], text, place, refusals);
            else if (field.RequiredIn.Contains(document.Type))
                refusals.Add(ReportRefusals.Missing.At(place.Under(field.Title), field.Name));
        }

        return refusals.Any ? null : HeaderRules.WithCountry(document, rules);
    }

    private void ReadLine(FixedColumns columns, Dictionary<string, string> values, ReportType type, Place place)
    {
        var start = new ReportEntry(0);
        var continues = values.ContainsKey(FieldNames.Continuation);
        foreach (var field in columns.All.Where(f => EntryBindings.ByName.ContainsKey(f.Name)))
        {
            if (values.TryGetValue(field.Name, out var text))
                start = rules.Read(start, field, EntryBindings.ByName[field.Name], text, place, refusals);
            else if (!continues && field.RequiredIn.Contains(type))
                refusals.Add(ReportRefusals.Missing.At(place.Under(field.Title), field.Name));
        }

        var weight = ReadWeight(columns, values, place);
        if (refusals.Any)
            return;
        if (continues)
            Continue(start, values, weight, place);
        else
            Begin(start, values, weight, place);
    }

    private void Begin(ReportEntry entry, Dictionary<string, string> values, Weight? weight, Place place)
    {
        if (entry.Corrects is { } corrects && (corrects.Report == 0 || corrects.Entry == 0))
            refusals.Add(ReportRefusals.Missing.At(place.Under("corrects")));
        if (!_numbers.Add(entry.Number))
            refusals.Add(ReportRefusals.Repeated.At(place.Under(FieldNames.Number), found: $"{entry.Number}"));
        if (values.TryGetValue(FieldNames.NoteFlag, out var flag))
        {
            _flagged.Add(entry.Number);
            if (flag != _layout.NoteFlag)
                refusals.Add(ReportRefusals.BadValue.At(place.Under(FieldNames.NoteFlag), _layout.NoteFlag, flag));
        }

        _entries.Add(weight is null ? entry : entry with { Weights = [weight.Value] });
    }

    private void Continue(ReportEntry line, Dictionary<string, string> values, Weight? weight, Place place)
    {
        var last = _entries.Count > 0 ? _entries[^1] : new ReportEntry(0);
        var expected = $"{last.Number} / {last.Weights.Count}";
        var isOnlyWeight = line == new ReportEntry(line.Number) && !values.ContainsKey(FieldNames.NoteFlag)
            && !values.ContainsKey("status");
        if (weight is null || !isOnlyWeight || line.Number != last.Number || last.Weights.Count == 0
            || values[FieldNames.Continuation] != ReportValues.Of(last.Weights.Count))
        {
            refusals.Add(ReportRefusals.BadContinuation.At(place, expected, $"{line.Number} / {values[FieldNames.Continuation]}"));
            return;
        }

        _entries[^1] = last with { Weights = [.. last.Weights, weight.Value] };
        if (WeightRules.Repeated(_entries[^1].Weights) is { } material)
            refusals.Add(ReportRefusals.Repeated.At(place.Under(FieldNames.ElementWeight), found: material.ToString()));
    }

    private Weight? ReadWeight(FixedColumns columns, Dictionary<string, string> values, Place place)
    {
        if (!values.Keys.Any(FieldNames.WeightColumns.Contains))
            return null;
        foreach (var field in columns.All.Where(f => values.ContainsKey(f.Name) && !EntryBindings.ByName.ContainsKey(f.Name)))
        {
            if (rules.Refuse(field, values[field.Name], place) is { } refusal)
                refusals.Add(refusal);
        }

        var element = Code(values, FieldNames.ElementCode, MaterialCode.ElementOrder, place);
        var isotope = values.ContainsKey(FieldNames.IsotopeCode) || values.ContainsKey(FieldNames.FissileWeight)
            ? Code(values, FieldNames.IsotopeCode, "GKJ", place)
            : '\0';
        var material = new MaterialCode(element, isotope);
        Expect(values, FieldNames.Unit, rules.Values.Of(material.Unit), place);
        return new(material, new(
            Number(values, FieldNames.ElementWeight, material.Unit, place),
            isotope == '\0' ? Mass.Zero : Number(values, FieldNames.FissileWeight, MassUnit.Gram, place)));
    }

    private char Code(Dictionary<string, string> values, string name, string codes, Place place)
    {
        if (values.TryGetValue(name, out var text) && text.Length == 1 && codes.Contains(text[0], StringComparison.Ordinal))
            return text[0];
        refusals.Add(ReportRefusals.BadValue.At(place.Under(name), string.Join('|', codes.AsEnumerable()), text));
        return '\0';
    }

    private void Expect(Dictionary<string, string> values, string name, string expected, Place place)
    {
        if (values.GetValueOrDefault(name) != expected)
            refusals.Add(ReportRefusals.BadValue.At(place.Under(name), expected, values.GetValueOrDefault(name)));
    }

    private Mass Number(Dictionary<string, string> values, string name, MassUnit unit, Place place)
    {
        if (values.TryGetValue(name, out var text) && rules.Values.Mass(text, unit) is { } mass)
            return mass;
        refusals.Add(ReportRefusals.BadValue.At(place.Under(name), rules.Values.Of(unit), text));
        return Mass.Zero;
    }

    private void ReadNote(string line, Place place)
    {
        var start = _layout.NoteMark.Length + _layout.Gap;
        var end = start + _layout.NoteEntryWidth;
        var text = line.Length > end + _layout.Gap ? line[(end + _layout.Gap)..] : "";
        var number = text.Length > 0 ? ReportValues.Number(line[start..end].TrimStart(' '), 0) : null;
        var gap = new string(' ', _layout.Gap);
        if (number is null || text[0] == ' ' || text[^1] == ' '
            || line != _layout.NoteMark + gap + ReportValues.Of(number.Value).PadLeft(_layout.NoteEntryWidth) + gap + text)
        {
            refusals.Add(ReportRefusals.BadLine.At(place, _layout.NoteMark, line));
            return;
        }

        if (!_notes.TryGetValue(number.Value, out var lines))
        {
            _notes.Add(number.Value, lines = []);
            _noted.Add(number.Value);
        }
        else if (number != _noted[^1])
            refusals.Add(ReportRefusals.NoteMismatch.At(place, found: $"{number}"));
        lines.Add(text);
    }

    /// <summary>Notes stand in the order of their entries, one for each marked entry; the report's own comes first.</summary>
    private void RefuseMismatchedNotes()
    {
        List<int> expected = [.. _entries.Select(entry => entry.Number).Where(_flagged.Contains)];
        if (_noted.Count > 0 && _noted[0] == 0)
            expected.Insert(0, 0);
        if (!refusals.Any && !expected.SequenceEqual(_noted))
        {
            refusals.Add(ReportRefusals.NoteMismatch.At(new(file, null, null, FieldNames.Note),
                string.Join(", ", expected.Except(_noted)), string.Join(", ", _noted.Except(expected))));
        }
    }
}
