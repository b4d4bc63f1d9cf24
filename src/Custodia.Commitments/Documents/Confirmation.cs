using Custodia.Books;

namespace Custodia.Commitments.Documents;

/// <summary>How the promises that a reading proposes are confirmed at once. Who gives the command answers for it.</summary>
public enum Confirmation
{
    /// <summary>None is.</summary>
    None,

    /// <summary>Each paragraph is the promise that it is likeliest to be; of two for one promise, the likelier.</summary>
    Best,

    /// <summary>The first paragraph is the first promise, and so on: only where there are as many.</summary>
    Order,
}

/// <summary>Makes of what was read from a file the paragraphs that are kept.</summary>
public static class ConfirmedParagraphs
{
    /// <summary>The document of a file that is meant.</summary>
    /// <param name="preview">What was read.</param>
    /// <param name="part">Its number among those with paragraphs, from 1; null: the only one.</param>
    public static Answer<PreviewedDocument> Part(DocumentPreview preview, int? part)
    {
        ArgumentNullException.ThrowIfNull(preview);
        List<PreviewedDocument> documents = [.. preview.Documents.Where(document => document.Paragraphs.Count > 0)];
        if (part is null ? documents.Count > 1 : part < 1 || part > documents.Count)
            return DocumentRefusals.Several.In("part", $"1 – {documents.Count}", part is null ? null : $"{part}");
        return documents[(part ?? 1) - 1];
    }

    /// <summary>The paragraphs of a document with the promises that are confirmed.</summary>
    /// <param name="document">What was read.</param>
    /// <param name="catalogue">Id of the catalogue's document of which it is a text; null: none, so that no promise is confirmed.</param>
    /// <param name="how">How.</param>
    public static Answer<KeptParagraph[]> Of(PreviewedDocument document, string? catalogue, Confirmation how)
    {
        ArgumentNullException.ThrowIfNull(document);
        List<string> items = [.. Register.Items.Where(item => item.Document == catalogue).Select(item => item.Id)];
        if (catalogue is not null && how == Confirmation.Order && items.Count != document.Paragraphs.Count)
            return DocumentRefusals.OrderWrong.In("confirm", $"{items.Count}", $"{document.Paragraphs.Count}");
        string?[] confirmed = catalogue is null ? [] : how switch
        {
            Confirmation.Order => [.. items],
            Confirmation.Best => Best(document.Paragraphs),
            _ => [],
        };
        return document.Paragraphs.Select((paragraph, i) => Of(document, paragraph, confirmed.ElementAtOrDefault(i))).ToArray();
    }

    /// <summary>A paragraph with the promise that is confirmed.</summary>
    public static KeptParagraph Of(PreviewedDocument document, PreviewedParagraph paragraph, string? item)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(paragraph);
        var isFirst = document.Paragraphs.First(other => other.Group == paragraph.Group) == paragraph;
        var heading = isFirst ? document.Groups.First(group => group.Number == paragraph.Group).Heading : "";
        return new KeptParagraph(paragraph.Group, paragraph.Number, paragraph.Text, item, heading.Length > 0 ? heading : null);
    }

    private static string?[] Best(IReadOnlyList<PreviewedParagraph> paragraphs)
    {
        var likeliest = paragraphs.Where(paragraph => paragraph.Item is not null).GroupBy(paragraph => paragraph.Item)
            .Select(rivals => rivals.MaxBy(paragraph => paragraph.Score)).ToHashSet();
        return [.. paragraphs.Select(paragraph => likeliest.Contains(paragraph) ? paragraph.Item : null)];
    }
}
