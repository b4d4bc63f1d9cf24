using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using Custodia.Books;
using Custodia.Materials.Reports;
using Custodia.Server.Language;
using Microsoft.Extensions.Localization;

namespace Custodia.Server.Reading;

/// <summary>A prepared report as PDF: a page of its own, whole, printed by the Chromium of this machine.</summary>
internal static class ReportPdf
{
    private static readonly string[] Columns =
    [
        nameof(ReportEntry.Number), nameof(ReportEntry.Status), nameof(ReportEntry.Corrects), nameof(ReportEntry.Date),
        nameof(ReportEntry.Code), nameof(ReportEntry.Kmp), nameof(ReportEntry.From), nameof(ReportEntry.To),
        nameof(ReportEntry.Batch), nameof(ReportEntry.Items), nameof(ReportEntry.Description), nameof(ReportEntry.Basis),
        nameof(ReportEntry.Weights), nameof(ReportEntry.Note),
    ];

    /// <summary>The report, in the language of the thread, as a page without scripts or anything from outside.</summary>
    public static string Html(ReportView view, IStringLocalizer<Text> texts)
    {
        var culture = CultureInfo.CurrentUICulture.Name;
        var document = view.Document;
        var page = new StringBuilder("<!doctype html><html lang=\"").Append(Encode(culture)).Append("""
            "><meta charset="utf-8"><style>
            @page { size: A4 landscape; margin: 12mm }
            body { font: 9pt/1.35 "Source Sans 3", "Noto Sans CJK TC", sans-serif; color: #111 }
            h1 { font-size: 14pt; margin: 0 0 4mm }
            dl { display: grid; grid-template-columns: max-content auto; gap: 1mm 4mm; margin: 0 0 5mm }
            dt { color: #555 } dd { margin: 0 } table { border-collapse: collapse; width: 100% } thead { display: table-header-group }
            th, td { border-bottom: .2mm solid #999; padding: 1mm 1.5mm; text-align: left; vertical-align: top }
            tr { break-inside: avoid } td { font-variant-numeric: tabular-nums; white-space: pre-line }
            </style>
            """);
        var heading = FormattableString.Invariant(
            $"{document.Type.ToString().ToUpperInvariant()} {document.Number:000} · {document.Mba}");
        page.Append(CultureInfo.InvariantCulture, $"<title>{Encode(view.FileName)}</title>")
            .Append(CultureInfo.InvariantCulture, $"<h1>{Encode(heading)}</h1><dl>");
        foreach (var name in (string[])["Country", "Facility", "Mba", "From", "To", "Date"])
        {
            page.Append(CultureInfo.InvariantCulture, $"<dt>{Label(typeof(ReportDocument), name, culture)}</dt>")
                .Append(CultureInfo.InvariantCulture, $"<dd>{Value(document, name, texts)}</dd>");
        }

        page.Append("</dl><table><thead><tr>");
        var used = Columns.Where(name => document.Entries.Any(entry => Value(entry, name, texts).Length > 0)).ToList();
        foreach (var name in used)
            page.Append(CultureInfo.InvariantCulture, $"<th>{Label(typeof(ReportEntry), name, culture)}</th>");
        page.Append("</tr></thead><tbody>");
        foreach (var entry in document.Entries)
        {
            page.Append("<tr>");
            foreach (var name in used)
                page.Append("<td>").Append(Value(entry, name, texts)).Append("</td>");
            page.Append("</tr>");
        }

        return page.Append("</tbody></table></html>").ToString();
    }

    private static string Label(Type type, string name, string culture)
    {
        var meaning = type.GetProperty(name)!.GetCustomAttribute<MeaningAttribute>()
            ?? type.GetConstructors().SelectMany(made => made.GetParameters())
                .First(parameter => parameter.Name == name).GetCustomAttribute<MeaningAttribute>();
        return Encode(meaning!.Text.In(culture));
    }

    private static string Value(object record, string name, IStringLocalizer<Text> texts) =>
        Encode(Shown(record.GetType().GetProperty(name)!.GetValue(record), texts));

    private static string Shown(object? value, IStringLocalizer<Text> texts) => value switch
    {
        null => "",
        EntryStatus status => Wording.Status(texts, status),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IReadOnlyList<Materials.Weight> weights => string.Join('\n', weights.Select(weight => weight + " g")),
        EntryReference reference => FormattableString.Invariant($"{reference.Report}/{reference.Entry}"),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
