using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Custodia.Commitments.Reports.Rendering;

/// <summary>
/// A report as one HTML file that needs nothing but itself; printed on A4 its sheets carry title, marking, position and root (CSS Paged
/// Media, margin boxes). The same sheets give the same bytes.
/// </summary>
public static partial class ReportHtml
{
    /// <summary>The style sheet, for the report alone: each rule is of <c>.report</c>.</summary>
    public static string Style { get; } = Read();

    /// <summary>The file.</summary>
    /// <param name="sheets">The report, once for each of its languages.</param>
    public static string Of(IReadOnlyList<ReportSheet> sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        var html = new StringBuilder("<!doctype html>\n");
        Line(html, $"<html lang=\"{sheets[0].Language}\"><head><meta charset=\"utf-8\">");
        Line(html, $"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        Line(html, $"<title>{WebUtility.HtmlEncode(sheets[0].Title)}</title>");
        html.Append("<style>\n").Append(Style);
        foreach (var sheet in sheets)
            Page(html, sheet);
        html.Append("</style></head><body>\n");
        foreach (var sheet in sheets)
            html.Append(Body(sheet, isAlone: true));
        return html.Append("</body></html>\n").ToString();
    }

    /// <summary>The report with its style and without a file around it: for a page that shows it, whose addresses are its own.</summary>
    public static string Shown(ReportSheet sheet) => $"<style>{Style}</style>\n{Body(sheet, isAlone: false)}";

    private static string Body(ReportSheet sheet, bool isAlone)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var html = new StringBuilder();
        var style = $"report page-{sheet.Language}" + (sheet.IsOnePage ? " one-page" : "");
        Line(html, $"<article class=\"{style}\" lang=\"{sheet.Language}\">");
        Line(html, $"<header><p class=\"marking\">{Text(sheet.Marking)}</p><p class=\"whose\">{Text(sheet.State)}</p>");
        // A page that shows the report has a title of its own.
        var (title, heading) = isAlone ? ("h1", "h2") : ("h2", "h3");
        Line(html, $"<{title} class=\"title\">{Text(sheet.Title)}</{title}><dl>");
        foreach (var fact in sheet.Facts)
            Line(html, $"<dt>{Text(fact.Name)}</dt><dd>{Run(fact.Value, fact.IsCode)}</dd>");
        html.Append("</dl></header>\n");
        foreach (var section in sheet.Sections)
            Section(html, section, heading, isAlone ? sheet.Language : null);
        Notes(html, sheet, heading);
        return html.Append("</article>\n").ToString();
    }

    // A named page for each language, so that each sheet has its own head and foot.
    private static void Page(StringBuilder html, ReportSheet sheet)
    {
        var page = "page-" + sheet.Language;
        Line(html, $".{page} {{ page: {page}; }}");
        Line(html, $"@page {page} {{ size: A4; margin: 20mm 14mm 18mm; font: 7.5pt \"Noto Sans CJK TC\", sans-serif; color: #4a4a4a;");
        Line(html, $"  @top-left {{ content: {Css($"{sheet.State} · {sheet.Title}")}; width: 75%; text-align: left; }}");
        Line(html, $"  @top-right {{ content: {Css(sheet.Marking)}; width: 25%; text-align: right; font-weight: 600; }}");
        Line(html, $"  @bottom-left {{ content: {Css(sheet.Position)}; width: 88%; text-align: left; }}");
        Line(html, $"  @bottom-right {{ content: counter(page) \" / \" counter(pages); width: 12%; text-align: right; }} }}");
    }

    private static void Section(StringBuilder html, SheetSection section, string heading, string? links)
    {
        Line(html, $"<section><{heading} class=\"heading\">{Text(section.Heading)}</{heading}>");
        foreach (var paragraph in section.Paragraphs)
            Line(html, $"<p>{Text(paragraph)}</p>");
        foreach (var table in section.Tables)
            Table(html, table, links);
        if (section.Lines.Count > 0)
        {
            html.Append("<ul>\n");
            foreach (var line in section.Lines)
                Line(html, $"<li>{Text(line)}</li>");
            html.Append("</ul>\n");
        }

        html.Append("</section>\n");
    }

    private static void Table(StringBuilder html, SheetTable table, string? links)
    {
        var whole = table.Columns.Sum(column => column.Width);
        html.Append("<table><colgroup>");
        foreach (var column in table.Columns)
            html.Append(CultureInfo.InvariantCulture, $"<col style=\"width:{decimal.Round(column.Width * 100m / whole, 2)}%\">");
        html.Append("</colgroup><thead><tr>");
        foreach (var column in table.Columns)
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{Class(column)}>{Text(column.Name)}</th>");
        html.Append("</tr></thead><tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append(row.IsTotal ? "<tr class=\"total\">" : "<tr>");
            foreach (var (column, cell) in table.Columns.Zip(row.Cells))
                html.Append(CultureInfo.InvariantCulture, $"<td{Class(column)}>{Cell(cell, links)}</td>");
            html.Append("</tr>\n");
        }

        html.Append("</tbody></table>\n");
    }

    private static string Class(SheetColumn column) => column.IsNumber ? " class=\"number\"" : "";

    private static string Cell(SheetCell cell, string? links)
    {
        var text = cell.IsStrong ? $"<strong>{Text(cell.Text)}</strong>" : Text(cell.Text);
        if (cell.Note is not { } note)
            return text;
        var number = note.ToString(CultureInfo.InvariantCulture);
        return $"{text}<sup>{(links is null ? number : $"<a href=\"#note-{links}-{number}\">{number}</a>")}</sup>";
    }

    private static void Notes(StringBuilder html, ReportSheet sheet, string heading)
    {
        if (sheet.Notes.Count == 0)
            return;
        Line(html, $"<section class=\"notes\"><{heading} class=\"heading\">{Text(sheet.NotesTitle)}</{heading}><ol>");
        foreach (var (note, number) in sheet.Notes.Select((note, i) => (note, i + 1)))
            Line(html, $"<li id=\"note-{sheet.Language}-{number}\">{string.Concat(note.Select(run => Run(run.Text, run.IsCode)))}</li>");
        html.Append("</ol></section>\n");
    }

    private static string Run(string text, bool isCode) => isCode ? $"<code>{WebUtility.HtmlEncode(text)}</code>" : Text(text);

    private static void Line(StringBuilder html, FormattableString line) => html.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    // A day is marked as one, and is not broken at the end of a line.
    private static string Text(string text) => Day().Replace(WebUtility.HtmlEncode(text), "<time>$0</time>");

    // A string of a style sheet: all but letters, digits and spaces is escaped, so that no text ends the string or the sheet.
    private static string Css(string text) => "\"" + string.Concat(text.EnumerateRunes().Select(rune =>
        Rune.IsLetterOrDigit(rune) || rune.Value == ' '
            ? rune.ToString()
            : string.Create(CultureInfo.InvariantCulture, $"\\{rune.Value:x} "))) + "\"";

    [GeneratedRegex(@"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    private static string Read()
    {
        using var file = new StreamReader(typeof(ReportHtml).Assembly.GetManifestResourceStream("reports/report.css")!);
        return file.ReadToEnd();
    }
}
