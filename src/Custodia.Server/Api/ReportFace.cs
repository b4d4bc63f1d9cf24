using System.Globalization;
using System.Text;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Faces;
using Custodia.Commitments;
using Custodia.Commitments.Reports;
using Custodia.Commitments.Reports.Rendering;
using Custodia.Server.Hosting;
using Custodia.Server.Reading.Printing;

namespace Custodia.Server.Api;

/// <summary>A report as a file, with the name under which it is kept.</summary>
/// <param name="Answer">The file, or why there is none.</param>
/// <param name="Name">Name of the file; empty where there is none.</param>
public readonly record struct ReportDownload(FaceAnswer Answer, string Name);

/// <summary>
/// Gives reports as files: asks the query of the book as whoever asks, and sets around it what only the journal knows. The same day
/// and entry give the same bytes, but for a PDF.
/// </summary>
public sealed class ReportFace(DataFolder folder, PagePrinter printer)
{
    private const string Format = "format";
    private const string Language = "language";

    private static readonly QueryDefinition<CommitmentsBook, ProgressReportQuery, ProgressReport> Definition =
        CommitmentsCatalogue.Instance.Queries.OfType<QueryDefinition<CommitmentsBook, ProgressReportQuery, ProgressReport>>().Single();

    /// <summary>What is asked besides the fields of the report itself.</summary>
    public static IReadOnlyList<string> Reserved { get; } = [Format, Language, AddressFields.AsOf, AddressFields.KnownAt];

    /// <summary>What stands around a report that counts entries up to one.</summary>
    /// <param name="data">The folder.</param>
    /// <param name="knownAt">The last entry that counts.</param>
    public static ReportFrame FrameOf(DataFolder data, long knownAt)
    {
        ArgumentNullException.ThrowIfNull(data);
        var state = data.StateName is { } name ? new Words(name.En, name.Zh) : ReportWords.Of("state.unnamed");
        return new ReportFrame(state, data.Origin, data.RootOf(knownAt + 1));
    }

    /// <summary>The report as a file.</summary>
    /// <param name="fields">The fields of the query, with <c>format</c>, <c>language</c>, <c>asOf</c> and <c>knownAt</c>.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellation">Stops the printing of a PDF.</param>
    public async Task<ReportDownload> File(IReadOnlyCollection<KeyValuePair<string, string>> fields, Caller caller, CancellationToken cancellation)
    {
        var asked = fields.Where(field => Reserved.Contains(field.Key)).ToLookup(field => field.Key, field => field.Value, StringComparer.Ordinal);
        var address = new AddressFields(name => asked[name].FirstOrDefault());
        var format = address.Choice<ReportFormat>(Format) ?? ReportFormat.Html;
        var language = address.Choice<ReportLanguage>(Language) ?? ReportLanguage.Both;
        var view = address.View();
        var query = FaceInput.Read<ProgressReportQuery>(Encoding.UTF8.GetBytes(
            FaceInput.FromTexts(Definition, fields.Where(field => !Reserved.Contains(field.Key))).ToJsonString(FaceJson.Options)));
        Refusal[] refusals = [.. address.Refusals, .. query.Refusals];
        if (refusals.Length > 0)
            return new ReportDownload(FaceAnswer.Refuse(refusals), "");
        var report = folder.Node.Ask(Definition, query.Value!, view, caller);
        return report.IsGiven
            ? await File(new ReportFile(FrameOf(folder, report.Value.KnownAt), report.Value), format, language, cancellation)
            : new ReportDownload(FaceAnswer.Refuse(report.Refusals), "");
    }

    private async Task<ReportDownload> File(ReportFile file, ReportFormat format, ReportLanguage language, CancellationToken cancellation)
    {
        if (format != ReportFormat.Pdf)
            return Download(file, format, language, file.Bytes(format, language));
        var printed = await printer.Pdf(ReportHtml.Of(file.Sheets(language)), cancellation);
        return printed.IsGiven ? Download(file, format, language, printed.Value) : new ReportDownload(FaceAnswer.Refuse(printed.Refusals), "");
    }

    private static ReportDownload Download(ReportFile file, ReportFormat format, ReportLanguage language, byte[] bytes)
    {
        var type = format switch
        {
            ReportFormat.Docx => ReportDocx.MediaType,
            ReportFormat.Html => "text/html; charset=utf-8",
            ReportFormat.Pdf => "application/pdf",
            ReportFormat.Json => FaceAnswer.Json,
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
        var ending = format.ToString().ToLowerInvariant();
        var tongue = format == ReportFormat.Json ? "" : "-" + language.ToString().ToLowerInvariant();
        return new ReportDownload(new FaceAnswer(FaceStatus.Ok, bytes, type), string.Create(CultureInfo.InvariantCulture,
            $"{file.Report.Kind}-{file.Report.Day:yyyy-MM-dd}-{file.Report.KnownAt}{tongue}.{ending}").ToLowerInvariant());
    }
}
