using System.Security.Cryptography;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Commitments;
using Custodia.Commitments.Facts;
using Custodia.Commitments.Reports;
using Custodia.Commitments.Reports.Rendering;
using Custodia.Server.Api;

namespace Custodia.Server.Hosting;

/// <summary>The national progress report that the sample State published: made of its own books, so that it can be made again.</summary>
internal sealed class SamplePublication(DataFolder folder, Caller house)
{
    private static readonly PublishReport Yearly = new(ReportKind.ByDocument, new(2025, 12, 31), 0, new(2026, 2, 2), "", ReportFormat.Docx,
        ReportLanguage.Both, new(2024, 12, 31), null, "public");

    /// <summary>Makes it and records that it was published.</summary>
    public async Task Bring(CancellationToken cancellation)
    {
        var report = Node.Ask<CommitmentsBook, ProgressReport>(folder.Commitments,
            book => ProgressReports.Ask(book, Yearly.Query(), new View(folder.Node.Count, DateOnly.MaxValue))).Value!;
        var file = new ReportFile(ReportFace.FrameOf(folder, report.KnownAt), report).Bytes(Yearly.Format, Yearly.Language);
        var publish = Yearly with { KnownAt = report.KnownAt, Digest = Convert.ToHexStringLower(SHA256.HashData(file)) };
        var definition = folder.Commitments.Catalogue.Commands.Single(command => command.Input == typeof(PublishReport));
        var outcome = await folder.Node.Execute(folder.Commitments, definition, publish, house, Guid.NewGuid(), cancellation: cancellation);
        if (outcome is not Outcome.Recorded)
            throw new InvalidOperationException("The sample's report was not taken.");
    }
}
