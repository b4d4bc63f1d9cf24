using System.Collections.Frozen;
using Custodia.Books;
using Custodia.Quantities;

namespace Custodia.Materials.Reports;

/// <summary>Reads the records of one report in the labelled layout.</summary>
internal sealed class LabelledReader(FieldRules rules, string? file, Refusals refusals)
{
    private const int ShortestLabel = 3;
    private const int LongestLabel = 4;

    private readonly ReportProfile _profile = rules.Profile;

    /// <summary>Whether the text has the form of a label.</summary>
    public static bool IsLabel(string text) =>
        text.Length is ShortestLabel or LongestLabel && text.All(char.IsAsciiDigit);

    /// <summary>The report; <c>null</c> or incomplete if there are refusals.</summary>
    public ReportDocument? Read(List<string> lines)
    {
        var records = Records(lines);
        if (refusals.Any || TypeOf(records[0]) is not { } type)
            return null;
        var header = ReadRecord(HeaderRules.Start(type), records[0], new LabelledFields(_profile.Header, type), HeaderBindings.ByName);
        var fields = new LabelledFields(_profile.Entry, type);
        var entries = new List<ReportEntry>(records.Count - 1);
        for (var index = 1; index < records.Count && !refusals.IsFull; index++)
            entries.Add(ReadEntry(records[index], fields));
        return HeaderRules.WithCountry(header.Value, rules) with
        {
            Note = ConciseNote.Join(header.Note),
            Extra = header.Extra,
            Entries = entries,
        };
    }

    private Place PlaceOf(LabelLine line) => new(file, line.Row, null, null);

    /// <summary>The lines by record: the header first, then each entry.</summary>
    private List<List<LabelLine>> Records(List<string> lines)
    {
        var records = new List<List<LabelLine>> { new() };
        for (var index = 0; index < lines.Count && !refusals.IsFull; index++)
        {
            var at = lines[index].IndexOf(_profile.LabelSeparator, StringComparison.Ordinal);
            var label = lines[index][..Math.Max(at, 0)];
            var line = new LabelLine(index + 1, label, at < 0 ? "" : lines[index][(at + _profile.LabelSeparator.Length)..]);
            if (!IsLabel(label))
                refusals.Add(ReportRefusals.BadLine.At(PlaceOf(line), $"999{_profile.LabelSeparator}...", lines[index]));
            if (label == _profile.Entry[0].Label)
                records.Add([]);
            records[^1].Add(line);
        }

        if (records.Count - 1 > ReportLimits.Entries)
            refusals.Add(ReportRefusals.TooLarge.At(new(file, null, null, null), $"<= {ReportLimits.Entries}", $"{records.Count - 1}"));
        return records;
    }

    private ReportType? TypeOf(List<LabelLine> header)
    {
        var field = _profile.Header[0];
        var line = header.FirstOrDefault(l => l.Label == field.Label);
        if (line.Label is null)
        {
            refusals.Add(ReportRefusals.Missing.At(new(file, 1, null, field.Title), field.Name));
            return null;
        }

        // Any type will do to read the field that names it.
        var document = rules.Read(HeaderRules.Start(ReportType.Icr), field, HeaderBindings.ByName[field.Name], line.Value,
            PlaceOf(line), refusals);
        return refusals.Any ? null : document.Type;
    }

    private ReportEntry ReadEntry(List<LabelLine> lines, LabelledFields fields)
    {
        var record = ReadRecord(new ReportEntry(0), lines, fields, EntryBindings.ByName);
        var place = PlaceOf(lines[0]);
        if (record.Value.Corrects is { } corrects && (corrects.Report == 0 || corrects.Entry == 0))
            refusals.Add(ReportRefusals.Missing.At(place.Under("corrects")));
        if (WeightRules.Repeated(record.Weights) is { } material)
            refusals.Add(ReportRefusals.Repeated.At(place.Under(FieldNames.ElementWeight), found: material.ToString()));
        return record.Value with
        {
            Weights = record.Weights,
            Note = ConciseNote.Join(record.Note),
            Extra = record.Extra,
        };
    }

    private RecordParts<T> ReadRecord<T>(T start, List<LabelLine> lines, LabelledFields fields,
        FrozenDictionary<string, FieldBinding<T>> bindings)
        where T : class
    {
        var parts = new RecordParts<T>(start);
        var rank = -1;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < lines.Count && !refusals.IsFull; index++)
        {
            var line = lines[index];
            if (fields.Find(line.Label) is not { } field)
            {
                Keep(line, index, parts);
                continue;
            }

            var place = PlaceOf(line);
            if (!seen.Add(line.Label) && !field.Repeat && !LabelledFields.IsWeight(field))
                refusals.Add(ReportRefusals.Repeated.At(place.Under(field.Title), found: line.Value));
            else if (fields.RankOf(field) < rank)
                refusals.Add(ReportRefusals.OutOfOrder.At(place.Under(field.Title), $">= {fields.All[rank].Title}", field.Title));
            else
                ReadField(parts, field, bindings, line, place);
            rank = Math.Max(rank, fields.RankOf(field));
        }

        var row = new Place(file, lines.Count > 0 ? lines[0].Row : 1, null, null);
        var missing = fields.All.Where(f => f.RequiredIn.Contains(fields.Type) && !seen.Contains(f.Label!));
        foreach (var field in missing)
            refusals.Add(ReportRefusals.Missing.At(row.Under(field.Title), field.Name));
        return parts;
    }

    private void ReadField<T>(RecordParts<T> parts, ReportField field, FrozenDictionary<string, FieldBinding<T>> bindings,
        LabelLine line, Place place)
        where T : class
    {
        if (LabelledFields.IsWeight(field))
            ReadWeight(parts.Weights, field, line.Value, place);
        else if (field.Name != FieldNames.Note)
            parts.Value = rules.Read(parts.Value, field, bindings[field.Name], line.Value, place, refusals);
        else if (rules.Refuse(field, line.Value, place) is { } refusal)
            refusals.Add(refusal);
        else
            parts.Note.Add(line.Value);
    }

    private void ReadWeight(List<Weight> weights, ReportField field, string text, Place place)
    {
        var element = field.PerElement?[0] ?? (weights.Count > 0 ? weights[^1].Material.Element : '\0');
        var unit = field.PerElement is null ? MassUnit.Gram : new MaterialCode(element, '\0').Unit;
        var suffix = rules.Values.Of(unit);
        if (rules.Refuse(field, text, place) is { } refusal)
            refusals.Add(refusal);
        else if (!text.EndsWith(suffix, StringComparison.Ordinal)
                 || rules.Values.Mass(text[..^suffix.Length], unit) is not { } mass)
            refusals.Add(ReportRefusals.BadValue.At(place.Under(field.Title), "1" + suffix, text));
        else if (field.PerElement is not null)
            weights.Add(new(new(element, '\0'), new(mass, Mass.Zero)));
        else if (weights.Count == 0 || weights[^1].Material.Isotope != '\0')
            refusals.Add(ReportRefusals.OutOfOrder.At(place.Under(field.Title), FieldNames.ElementWeight, text));
        else
            weights[^1] = new(new(element, field.PerIsotope![0]), weights[^1].Amount with { Fissile = mass });
    }

    private void Keep<T>(LabelLine line, int index, RecordParts<T> parts)
    {
        if (_profile.Header.Concat(_profile.Entry).Any(f => f.Label == line.Label))
            refusals.Add(ReportRefusals.NotHere.At(PlaceOf(line).Under(line.Label), found: line.Value));
        else
            parts.Extra.Add(new ExtraLabel(index, line.Label, line.Value));
    }

    private readonly record struct LabelLine(int Row, string Label, string Value);

    /// <summary>What a record holds, as far as it was read.</summary>
    private sealed class RecordParts<T>(T start)
    {
        public T Value { get; set; } = start;

        public List<string> Note { get; } = [];

        public List<Weight> Weights { get; } = [];

        public List<ExtraLabel> Extra { get; } = [];
    }
}
