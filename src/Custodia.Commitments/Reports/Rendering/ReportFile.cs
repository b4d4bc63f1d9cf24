using System.Text;
using System.Text.Json;
using Custodia.Books;

namespace Custodia.Commitments.Reports.Rendering;

/// <summary>A report as it is kept for machines: the record, and where it stands in which journal.</summary>
/// <param name="Frame">Whose journal, and its root.</param>
/// <param name="Report">The report, in both languages.</param>
public sealed record ReportFile(ReportFrame Frame, ProgressReport Report)
{
    private const string English = "en";
    private const string Chinese = "zh-Hant";

    /// <summary>The file in a form.</summary>
    /// <param name="format">The form; a PDF is printed of the page.</param>
    /// <param name="language">Its language; without meaning for JSON, which has both.</param>
    /// <exception cref="ArgumentOutOfRangeException">The form is printed.</exception>
    public byte[] Bytes(ReportFormat format, ReportLanguage language) => format switch
    {
        ReportFormat.Docx => ReportDocx.Of(Sheets(language)),
        ReportFormat.Html => Encoding.UTF8.GetBytes(ReportHtml.Of(Sheets(language))),
        ReportFormat.Json => [.. JsonSerializer.SerializeToUtf8Bytes(this, FaceJson.Indented), (byte)'\n'],
        ReportFormat.Pdf or _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>The sheets of a language, or of both: Chinese first, in which the State's own readers read.</summary>
    public IReadOnlyList<ReportSheet> Sheets(ReportLanguage language) => language switch
    {
        ReportLanguage.En => [SheetComposer.Of(Report, Frame, English)],
        ReportLanguage.Zh => [SheetComposer.Of(Report, Frame, Chinese)],
        ReportLanguage.Both => [SheetComposer.Of(Report, Frame, Chinese), SheetComposer.Of(Report, Frame, English)],
        _ => throw new ArgumentOutOfRangeException(nameof(language)),
    };
}
