using Custodia.Books;

namespace Custodia.Materials.Reports;

/// <summary>The columns of a line in the fixed layout, one after the other with a gap between them.</summary>
internal sealed class FixedColumns
{
    private readonly int[] _starts;

    public FixedColumns(IEnumerable<ReportField> fields, ReportType type, int gap)
    {
        All = [.. fields.Where(field => field.In.Contains(type))];
        _starts = new int[All.Count];
        for (var index = 1; index < All.Count; index++)
            _starts[index] = _starts[index - 1] + All[index - 1].Width!.Value + gap;
    }

    public IReadOnlyList<ReportField> All { get; }

    /// <summary>Characters from the first column to the end of the last.</summary>
    public int Length => All.Count == 0 ? 0 : _starts[^1] + All[^1].Width!.Value;

    /// <summary>The line with these values; a value that is too long for its column was refused before and is cut off.</summary>
    public string Line(Func<ReportField, string?> valueOf)
    {
        var line = new char[Length];
        Array.Fill(line, ' ');
        for (var index = 0; index < All.Count; index++)
        {
            var width = All[index].Width!.Value;
            var value = (valueOf(All[index]) ?? "").AsSpan();
            Pad(value[..Math.Min(value.Length, width)], All[index]).CopyTo(line.AsSpan(_starts[index]));
        }

        return new string(line).TrimEnd(' ');
    }

    /// <summary>The values of the line by name, blank columns left out; or <c>null</c> where the line does not fit.</summary>
    public Dictionary<string, string>? Values(string line, Place place, Refusals refusals)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < All.Count; index++)
        {
            var start = Math.Min(_starts[index], line.Length);
            var value = line[start..Math.Min(start + All[index].Width!.Value, line.Length)].Trim(' ');
            if (value.Length > 0)
                values.Add(All[index].Name, value);
        }

        // Whatever stands between columns, past the last one, or at the wrong edge shows in the line written again.
        var canonical = Line(field => values.GetValueOrDefault(field.Name));
        if (canonical == line)
            return values;
        refusals.Add(ReportRefusals.BadLine.At(place, canonical, line));
        return null;
    }

    private static ReadOnlySpan<char> Pad(ReadOnlySpan<char> value, ReportField field) =>
        field.Align == ColumnAlign.Left ? value : value.ToString().PadLeft(field.Width!.Value);
}
