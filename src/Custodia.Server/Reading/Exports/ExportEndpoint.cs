using System.Globalization;
using System.IO.Pipelines;
using Custodia.Books.Faces;
using Custodia.Server.Api;
using Custodia.Server.Components.Tables;
using Custodia.Server.Language;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace Custodia.Server.Reading.Exports;

/// <summary>
/// <c>GET /export/{list}?format=csv|xlsx</c> with the list's own fields, <c>sort</c>, <c>columns</c>, <c>asOf</c> and
/// <c>knownAt</c>: the whole list as a file, the one way for all lists.
/// </summary>
internal static class ExportEndpoint
{
    /// <summary>The most rows of one file. One that was cut says so in its provenance.</summary>
    public const long MaxRows = 1_000_000;

    private const string Csv = "text/csv; charset=utf-8";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Adds it.</summary>
    public static void MapExports(this IEndpointRouteBuilder app) => app.MapGet("/export/{list}", Export);

    private static IResult Export(HttpContext context, string list, string? format, string? path, Desk desk,
        IStringLocalizer<Text> text, TimeProvider time)
    {
        if (ListTables.Find(list) is not { } table)
            return Results.NotFound();
        if (format is not ("csv" or "xlsx"))
            return Problem("format: csv, xlsx", StatusCodes.Status400BadRequest);
        var question = TableQuestion.Parse(table, context.Request.Query);
        if (!question.IsValid)
            return Problem(text["AsOf.Wrong"], StatusCodes.Status400BadRequest);
        // The newest entry is fixed first, so that all rows are of one view, and the file says which.
        question = question with { View = question.View with { KnownAt = question.View.KnownAt ?? desk.Latest } };
        var opened = table.Open(desk, question, text);
        if (!opened.IsGiven)
        {
            var refused = opened.Refusals.Select(refusal => $"{refusal.Code}: {Wording.Of(refusal.Reason.Message)} {refusal.Found}");
            return Problem(string.Join('\n', refused), ApiResults.StatusCode(FaceAnswer.Refuse(opened.Refusals).Status));
        }

        var page = RedirectHttpResult.IsLocalUrl(path) ? path : null;
        var provenance = Provenance.Of(desk, table, question, page, text);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(output => Write(output, format, opened.Value, provenance, text, time, context.RequestAborted),
            format == "csv" ? Csv : Xlsx, FileName(table, question, format));
    }

    /// <summary>Writes rows and provenance, one piece of the list after the other.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="format"><c>csv</c> or <c>xlsx</c>.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="provenance">Where they are from.</param>
    /// <param name="text">The language of the names.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task Write(Stream output, string format, TableRows rows, Provenance provenance, IStringLocalizer<Text> text,
        TimeProvider time, CancellationToken cancellation)
    {
        var pipe = PipeWriter.Create(output, new StreamPipeWriterOptions(leaveOpen: true));
        using IExportWriter writer = format == "csv"
            ? new CsvExport(pipe, rows.Headers)
            : new XlsxExport(new PipeOutput(pipe), provenance.List, text["Export.Provenance"], rows.Headers);
        var (count, isCut) = (0L, false);
        foreach (var piece in rows.Pages)
        {
            foreach (var row in piece)
            {
                isCut = count == MaxRows;
                if (isCut)
                    break;
                writer.Row(row);
                count++;
            }

            await pipe.FlushAsync(cancellation);
            if (isCut)
                break;
        }

        writer.End(provenance.Lines(text, count, isCut, time.GetUtcNow()));
        await pipe.CompleteAsync();
    }

    private static string FileName(Table table, TableQuestion question, string format)
    {
        var parts = table.Scope.Select(name => question[name]).OfType<string>().Prepend(table.Name)
            .Append(string.Create(CultureInfo.InvariantCulture, $"{question.View.KnownAt}"));
        var name = string.Join('-', parts.Where(part => part.Length > 0));
        return new string([.. name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' ? letter : '_')]) + "." + format;
    }

    private static IResult Problem(string text, int status) => Results.Text(text + "\n", "text/plain; charset=utf-8", statusCode: status);
}
