using System.Collections.Concurrent;
using Custodia.Books;

namespace Custodia.Commitments.Documents;

/// <summary>What a file holds, each paragraph beside the promise that it is likely to be; nothing of it is recorded.</summary>
/// <param name="Documents">The documents inside the file.</param>
/// <param name="Findings">What was dropped, repaired or is doubtful, by line.</param>
/// <param name="FindingCount">All findings, also those no longer listed.</param>
public sealed record DocumentPreview(IReadOnlyList<PreviewedDocument> Documents, IReadOnlyList<Finding> Findings, int FindingCount)
{
    private static readonly ConcurrentDictionary<string, ItemMatcher> Matchers = new(StringComparer.Ordinal);

    /// <summary>Reads a file.</summary>
    /// <param name="content">Its bytes: plain text, UTF-8.</param>
    /// <param name="file">Its name, for refusals.</param>
    /// <param name="catalogue">Id of the catalogue's document of which it is a text; null: promises of all are proposed.</param>
    public static Answer<DocumentPreview> Of(ReadOnlySpan<byte> content, string? file, string? catalogue = null)
    {
        if (catalogue is not null && Register.Documents.Find(catalogue) is null)
        {
            return CommitmentsRefusals.Unknown.In("document", string.Join(" | ", Register.Documents.Select(document => document.Id)),
                GivenText.Quote(catalogue));
        }

        var reading = DocumentReader.Read(content, file);
        if (!reading.IsGiven)
            return Answer<DocumentPreview>.Refuse(reading.Refusals);
        var matcher = Matchers.GetOrAdd(catalogue ?? "", Matcher);
        return new DocumentPreview([.. reading.Value.Documents.Select(document => Of(document, matcher))], reading.Value.Findings,
            reading.Value.FindingCount);
    }

    private static ItemMatcher Matcher(string catalogue) => new(
    [
        .. Register.Items.Where(item => catalogue.Length == 0 || item.Document == catalogue)
            .Select(item => new CatalogueText(item.Id, item.Text.Zh, item.Text.En)),
    ]);

    private static PreviewedDocument Of(ReadDocument document, ItemMatcher matcher) => new(document.Label, document.Title, document.Language,
        document.Groups,
        [
            .. matcher.Match(document).Select(match => new PreviewedParagraph(match.Paragraph.Group, match.Paragraph.Number,
                match.Paragraph.Printed, match.Paragraph.Text, match.Paragraph.FirstLine, match.Paragraph.LastLine,
                match.Best?.Id, match.Best?.Score, match.RunnerUp?.Id, match.RunnerUp?.Score)),
        ],
        document.Footnotes);
}

/// <summary>A document inside a file.</summary>
/// <param name="Label">The annex label as printed, or null.</param>
/// <param name="Title">Its title; empty where none was found.</param>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
/// <param name="Groups">Its groups.</param>
/// <param name="Paragraphs">Its numbered paragraphs.</param>
/// <param name="Footnotes">Its footnotes.</param>
public sealed record PreviewedDocument(string? Label, string Title, string Language, IReadOnlyList<ParagraphGroup> Groups,
    IReadOnlyList<PreviewedParagraph> Paragraphs, IReadOnlyList<Footnote> Footnotes);

/// <summary>A paragraph beside the promises that it may be. A person decides: no score is proof.</summary>
/// <param name="Group">Number of its group.</param>
/// <param name="Number">Its number.</param>
/// <param name="Printed">Its number as printed.</param>
/// <param name="Text">Its words.</param>
/// <param name="FirstLine">First line in the file.</param>
/// <param name="LastLine">Last line in the file.</param>
/// <param name="Item">Id of the likeliest promise.</param>
/// <param name="Score">How like it is, 0 to 1.</param>
/// <param name="OtherItem">Id of the next likely.</param>
/// <param name="OtherScore">How like that is.</param>
public sealed record PreviewedParagraph(int Group, int Number, string Printed, string Text, int FirstLine, int LastLine,
    string? Item, double? Score, string? OtherItem, double? OtherScore);
