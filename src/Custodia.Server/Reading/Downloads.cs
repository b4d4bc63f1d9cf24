using System.Globalization;
using System.Text;
using Custodia.Books;
using Custodia.Books.Faces;
using Custodia.Commitments.Cooperation.Matrix;
using Custodia.Materials.Files;
using Custodia.Materials.Reports;
using Custodia.Server.Api;
using Custodia.Server.Components;
using Custodia.Server.Language;
using Custodia.Server.Reading.Printing;
using Microsoft.Extensions.Localization;

namespace Custodia.Server.Reading;

/// <summary>The files that pages offer.</summary>
internal static class Downloads
{
    private const string PlainText = "text/plain; charset=utf-8";
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapDownloads(this IEndpointRouteBuilder app)
    {
        app.MapGet("/journal/{number:long}/receipt", Receipt);
        app.MapGet("/journal/{number:long}/stored", Stored);
        app.MapGet("/journal/checkpoint", Checkpoint);
        app.MapGet("/journal/visit", Visit);
        app.MapGet("/journal/key", (Desk desk) => Text(desk.Folder.VerifierKey + "\n", "journal-key.pub"));
        app.MapGet("/reports/{mba}/{type}/{number:int}/file", Report);
        app.MapGet("/reports/{mba}/{type}/{number:int}/pdf", Pdf);
        app.MapGet("/import/template/{kind}/{format}", Template);
        app.MapGet("/commitments/1540/file/{format}", MatrixFileOf);
    }

    private static IResult Receipt(Desk desk, long number) =>
        JournalReader.MayTake(desk, number) && desk.Folder.Receipt(number) is { } receipt
        ? Results.File(receipt.Encode(), PlainText,
            string.Create(CultureInfo.InvariantCulture, $"entry-{number}.tlog-proof"))
        : Results.NotFound();

    private static IResult Stored(Desk desk, long number)
    {
        if (!JournalReader.MayTake(desk, number))
            return Results.NotFound();
        byte[] bytes = [];
        desk.Folder.Store.Read(number, 1, (in entry) => bytes = entry.Bytes.ToArray());
        return Results.File(bytes, "application/octet-stream",
            string.Create(CultureInfo.InvariantCulture, $"entry-{number}.bin"));
    }

    private static IResult Visit(Desk desk, long? from) => desk.Folder.WitnessRequest(from ?? 0) is { } request
        ? Results.File(request.Encode(), PlainText,
            string.Create(CultureInfo.InvariantCulture, $"visit-from-{request.OldSize}.txt"))
        : Results.NotFound();

    private static IResult Checkpoint(Desk desk, long? size) =>
        (size is { } given ? desk.Folder.Checkpoint(given) : desk.Folder.StandingCheckpoint()) is { } note
        ? Results.File(note.Encode(), PlainText, "checkpoint.txt")
        : Results.NotFound();

    private static IResult Report(Desk desk, string mba, string type, int number, string? profile) =>
        Find(desk, mba, type, number, profile) is { } report ? Text(report.Text, report.FileName) : Results.NotFound();

    private static async Task<IResult> Pdf(
        Desk desk, PagePrinter printer, IStringLocalizer<Text> texts, string mba, string type, int number, string? language,
        CancellationToken cancellation)
    {
        if (Find(desk, mba, type, number, null) is not { } report)
            return Results.NotFound();
        if (language is not null && ProductLanguages.All.Contains(language))
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var html = ReportPdf.Html(report, texts);
        return await printer.Answer(html, Path.ChangeExtension(report.FileName, ".pdf"), cancellation);
    }

    private static ReportView? Find(Desk desk, string mba, string type, int number, string? profile) =>
        Enum.TryParse<ReportType>(type, ignoreCase: true, out var kind)
            ? desk.Ask<ReportQuery, ReportView>(new ReportQuery(mba, kind, number, profile), default).Value
            : null;

    private static IResult Template(string kind, string format, string? language)
    {
        if (ImportKind.Find(kind) is not { } known || format is not ("csv" or "xlsx"))
            return Results.NotFound();
        var culture = language ?? CultureInfo.CurrentUICulture.Name;
        return format == "csv"
            ? Results.File(FileTemplates.Csv(known.Kind, culture), "text/csv; charset=utf-8", $"{kind}.csv")
            : Results.File(FileTemplates.Xlsx(known.Kind, culture), Workbook, $"{kind}.xlsx");
    }

    private static IResult MatrixFileOf(Desk desk, string format, string? asOf, string? knownAt)
    {
        var time = AsOfQuery.Parse(asOf, knownAt);
        if (!time.IsValid || format is not ("docx" or "json"))
            return Results.NotFound();
        // The newest entry is fixed first, so that the file says as of what it was written.
        var known = time.KnownAt ?? desk.Latest;
        var answer = desk.Ask<MatrixQuery, MatrixView>(new MatrixQuery(), new ViewRequest(time.Date, known));
        if (!answer.IsGiven)
            return Results.StatusCode(ApiResults.StatusCode(FaceAnswer.Refuse(answer.Refusals).Status));
        var file = MatrixFile.Of(answer.Value.Template, answer.Value.Cells);
        if (format == "json")
            return Results.File(file.ToJson(), "application/json", "matrix-1540.json");
        var count = (known ?? -1) + 1;
        var position = FormattableString.Invariant($"{time.Date:yyyy-MM-dd} · {known} · {desk.Folder.RootOf(count)}");
        return Results.File(MatrixDocument.Write(file, CultureInfo.CurrentUICulture.Name, position), MatrixDocument.ContentType, "matrix-1540.docx");
    }

    private static IResult Text(string text, string name) =>
        Results.File(Encoding.UTF8.GetBytes(text), PlainText, name);
}
