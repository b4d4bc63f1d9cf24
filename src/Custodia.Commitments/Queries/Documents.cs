using Custodia.Books;
using Custodia.Commitments.Documents;

namespace Custodia.Commitments.Queries;

/// <summary>Asks for the documents that hold promises.</summary>
public sealed record DocumentsQuery;

/// <summary>The documents.</summary>
/// <param name="Rows">Those of the catalogue by their dates, then the kept ones in the order in which they came.</param>
/// <param name="Own">The promises of the State's own.</param>
public sealed record DocumentList(IReadOnlyList<DocumentRow> Rows, IReadOnlyList<DocumentItem> Own);

/// <summary>A document.</summary>
/// <param name="Id">Its id.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="Date">When it was adopted.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Items">How many promises it holds.</param>
/// <param name="Catalogue">Id of the catalogue's document of which it is a text.</param>
/// <param name="Kept">What is kept of it; null: it stands in the catalogue alone.</param>
/// <param name="Texts">Ids of the kept texts of it.</param>
public sealed record DocumentRow(string Id, string NameEn, string NameZh, DateOnly Date, KeptKind Kind, int Items, string? Catalogue,
    KeptFile? Kept, IReadOnlyList<string> Texts);

/// <summary>What is kept of a document.</summary>
/// <param name="Entry">The entry that kept it last.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Digest">SHA-256 of the file.</param>
/// <param name="Language">Its language.</param>
/// <param name="Paragraphs">How many numbered paragraphs.</param>
/// <param name="Confirmed">How many of them a person confirmed to be a promise.</param>
public sealed record KeptFile(long Entry, string File, string Digest, TextLanguage Language, int Paragraphs, int Confirmed);

/// <summary>A promise of a document.</summary>
/// <param name="Id">Its id.</param>
/// <param name="TextEn">What it says, in English.</param>
/// <param name="TextZh">What it says, in Chinese.</param>
/// <param name="Due">The day by which its own target is due.</param>
public sealed record DocumentItem(string Id, string TextEn, string TextZh, DateOnly? Due);

/// <summary>Asks for one document.</summary>
/// <param name="Id">Its id.</param>
public sealed record DocumentQuery([Meaning("Id, such as C14 or XA-2016", "識別碼，如 C14 或 XA-2016")] string Id);

/// <summary>One document.</summary>
/// <param name="Document">What it is.</param>
/// <param name="Paragraphs">Its paragraphs, each beside its promise; empty where nothing is kept of it.</param>
/// <param name="Items">The promises of the document itself, or of the one of which it is a text.</param>
public sealed record DocumentView(DocumentRow Document, IReadOnlyList<DocumentParagraph> Paragraphs, IReadOnlyList<DocumentItem> Items);

/// <summary>A paragraph.</summary>
/// <param name="Entry">The entry that kept it.</param>
/// <param name="Group">Number of its group.</param>
/// <param name="Heading">The heading of its group, with its first paragraph.</param>
/// <param name="Number">Its number.</param>
/// <param name="Text">Its words.</param>
/// <param name="Item">Id of the promise that it was confirmed to be.</param>
public sealed record DocumentParagraph(long Entry, int Group, string? Heading, int Number, string Text, string? Item);

/// <summary>Answers questions on documents.</summary>
public static class DocumentQueries
{
    /// <summary>Answers <see cref="DocumentsQuery"/>.</summary>
    public static Answer<DocumentList> Ask(CommitmentsBook book, DocumentsQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        return new DocumentList(
            [.. Register.Documents.Select(document => Of(book, document, view)), .. book.Documents.All(view).Select(kept => Of(book, kept, view))],
            [.. book.Documents.Items(view).Select(Of)]);
    }

    /// <summary>Answers <see cref="DocumentQuery"/>.</summary>
    public static Answer<DocumentView> Ask(CommitmentsBook book, DocumentQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (Register.Documents.Find(query.Id) is { } document)
            return new DocumentView(Of(book, document, view), [], [.. document.Items().Select(Of)]);
        if (book.Documents.Find(query.Id, view) is not { } kept)
            return CommitmentsRefusals.Unknown.In("id", found: query.Id.Length <= 40 ? query.Id : null);
        return new DocumentView(Of(book, kept, view),
            [
                .. kept.Paragraphs.Select(found => new DocumentParagraph(found.Stamp.Sequence, found.Paragraph.Group, found.Paragraph.Heading,
                    found.Paragraph.Number, found.Paragraph.Text, found.Paragraph.Item)),
            ],
            [.. ItemsOf(book, kept, view).Select(Of)]);
    }

    private static DocumentRow Of(CommitmentsBook book, SummitDocument document, View view) => new(document.Id, document.Name.En, document.Name.Zh,
        document.Date, document.Kind == DocumentKind.WorkPlan ? KeptKind.WorkPlan : KeptKind.Communique, document.Items().Count(), null, null,
        [.. book.Documents.TextsOf(document.Id, view).Select(kept => kept.Head.Id)]);

    private static DocumentRow Of(CommitmentsBook book, KeptDocument kept, View view) => new(kept.Head.Id, kept.Head.NameEn, kept.Head.NameZh,
        kept.Head.Date, kept.Head.Kind, ItemsOf(book, kept, view).Count(), kept.Head.Catalogue,
        new KeptFile(kept.Stamp.Sequence, kept.Head.File, kept.Head.Digest, kept.Head.Language, kept.Paragraphs.Count,
            kept.Paragraphs.Count(found => found.Paragraph.Item is not null)), []);

    private static IEnumerable<Item> ItemsOf(CommitmentsBook book, KeptDocument kept, View view) => kept.Head.Catalogue is { } catalogue
        ? Register.Documents.Find(catalogue)!.Items()
        : book.Documents.Items(view).Where(item => item.Document == kept.Head.Id);

    private static DocumentItem Of(Item item) => new(item.Id, item.Text.En, item.Text.Zh, item.Target?.Due);
}
