using System.Collections.Frozen;

namespace Custodia.Materials.Reports;

/// <summary>The fields of a report's header.</summary>
internal static class HeaderBindings
{
    public static IReadOnlyList<FieldBinding<ReportDocument>> All { get; } =
    [
        new(FieldNames.Reference, "reference",
            values => $"({TypesOf(values)}){values.Separator}1",
            (document, values) => values.Of(document.Type) + values.Separator + ReportValues.Of(document.Number),
            ReadReference),
        new(FieldNames.Type, "type", TypesOf,
            (document, values) => values.Of(document.Type),
            (document, text, values) => values.Type(text) is { } type ? document with { Type = type } : null),
        FieldBinding<ReportDocument>.Number("number", "number", 1, d => d.Number, (d, number) => d with { Number = number }),
        new("period", "period",
            values => $"{values.DateFormat} (PIL), {values.DateFormat}{values.Separator}{values.DateFormat} (ICR, MBR)",
            WritePeriod, ReadPeriod),
        FieldBinding<ReportDocument>.Date("from", d => d.Type == ReportType.Pil ? null : d.From,
            (d, date) => d.Type == ReportType.Pil ? null : d with { From = date }),
        FieldBinding<ReportDocument>.Date("to", d => d.To,
            (d, date) => d with { To = date, From = d.Type == ReportType.Pil ? date : d.From }),
        FieldBinding<ReportDocument>.Text("country", d => d.Country, (d, text) => d with { Country = text }),
        FieldBinding<ReportDocument>.Text("facility", d => d.Facility, (d, text) => d with { Facility = text }),
        FieldBinding<ReportDocument>.Text("mba", d => d.Mba, (d, text) => d with { Mba = text }),
        FieldBinding<ReportDocument>.Date("date", d => d.Date, (d, date) => d with { Date = date }),
    ];

    public static FrozenDictionary<string, FieldBinding<ReportDocument>> ByName { get; } =
        All.ToFrozenDictionary(b => b.Name, StringComparer.Ordinal);

    private static string TypesOf(ReportValues values) => string.Join('|', Enum.GetValues<ReportType>().Select(values.Of));

    private static ReportDocument? ReadReference(ReportDocument document, string text, ReportValues values)
    {
        var at = text.LastIndexOf(values.Separator, StringComparison.Ordinal);
        return at > 0 && values.Type(text[..at]) is { } type
            && ReportValues.Number(text[(at + values.Separator.Length)..], 1) is { } number
                ? document with { Type = type, Number = number }
                : null;
    }

    private static string WritePeriod(ReportDocument document, ReportValues values) => document.Type == ReportType.Pil
        ? values.Of(document.To)
        : values.Of(document.From) + values.Separator + values.Of(document.To);

    private static ReportDocument? ReadPeriod(ReportDocument document, string text, ReportValues values)
    {
        if (document.Type == ReportType.Pil)
            return values.Date(text) is { } date ? document with { From = date, To = date } : null;
        var length = values.DateFormat.Length;
        return text.Length == (2 * length) + values.Separator.Length
            && text.AsSpan(length).StartsWith(values.Separator)
            && values.Date(text[..length]) is { } from && values.Date(text[^length..]) is { } to
                ? document with { From = from, To = to }
                : null;
    }
}
