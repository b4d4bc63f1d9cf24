using System.Collections.Frozen;

namespace Custodia.Materials.Reports;

/// <summary>The fields of an entry, but for its weights and its note.</summary>
internal static class EntryBindings
{
    public static IReadOnlyList<FieldBinding<ReportEntry>> All { get; } =
    [
        FieldBinding<ReportEntry>.Number(FieldNames.Number, FieldNames.Number, 1, e => e.Number, (e, n) => e with { Number = n }),
        new("status", "status",
            values => string.Join('|', Enum.GetValues<EntryStatus>().Select(values.Of)),
            (entry, values) => values.Of(entry.Status),
            (entry, text, values) => values.Status(text) is { } status ? entry with { Status = status } : null),
        new("corrects", "corrects", values => $"1{values.Separator}1",
            (entry, values) => entry.Corrects is { } c
                ? ReportValues.Of(c.Report) + values.Separator + ReportValues.Of(c.Entry)
                : null,
            ReadCorrects),
        FieldBinding<ReportEntry>.Number("correctsReport", "corrects", 1, e => e.Corrects?.Report,
            (e, n) => e with { Corrects = (e.Corrects ?? default) with { Report = n } }),
        FieldBinding<ReportEntry>.Number("correctsEntry", "corrects", 1, e => e.Corrects?.Entry,
            (e, n) => e with { Corrects = (e.Corrects ?? default) with { Entry = n } }),
        FieldBinding<ReportEntry>.Date("date", e => e.Date, (e, date) => e with { Date = date }),
        FieldBinding<ReportEntry>.Text("from", e => e.From, (e, text) => e with { From = text }),
        FieldBinding<ReportEntry>.Text("to", e => e.To, (e, text) => e with { To = text }),
        FieldBinding<ReportEntry>.Text("code", e => e.Code, (e, text) => e with { Code = text }),
        FieldBinding<ReportEntry>.Text("kmp", e => e.Kmp, (e, text) => e with { Kmp = text }),
        FieldBinding<ReportEntry>.Text("batch", e => e.Batch, (e, text) => e with { Batch = text }),
        FieldBinding<ReportEntry>.Text("shipperBatch", e => e.ShipperBatch, (e, text) => e with { ShipperBatch = text }),
        FieldBinding<ReportEntry>.Number("items", "items", 0, e => e.Items, (e, n) => e with { Items = n }),
        FieldBinding<ReportEntry>.Text("description", e => e.Description, (e, text) => e with { Description = text }),
        FieldBinding<ReportEntry>.Text("basis", e => e.Basis, (e, text) => e with { Basis = text }),
    ];

    public static FrozenDictionary<string, FieldBinding<ReportEntry>> ByName { get; } =
        All.ToFrozenDictionary(b => b.Name, StringComparer.Ordinal);

    private static ReportEntry? ReadCorrects(ReportEntry entry, string text, ReportValues values)
    {
        var at = text.IndexOf(values.Separator, StringComparison.Ordinal);
        return at > 0 && ReportValues.Number(text[..at], 1) is { } report
            && ReportValues.Number(text[(at + values.Separator.Length)..], 1) is { } number
                ? entry with { Corrects = new EntryReference(report, number) }
                : null;
    }
}
