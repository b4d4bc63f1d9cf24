namespace Custodia.Commitments.Documents;

/// <summary>
/// Proposes for each paragraph of a document the catalogue item that it is: by rare words that both have (tf-idf weights
/// over the catalogue), and by the order of the paragraphs, which a catalogue of the same document keeps. Deterministic and
/// without anything but the catalogue given.
/// </summary>
public sealed class ItemMatcher
{
    private readonly IReadOnlyList<CatalogueText> _items;
    private readonly TermIndex _zh;
    private readonly TermIndex _en;

    /// <param name="items">The catalogue, each document's items in their order.</param>
    public ItemMatcher(IReadOnlyList<CatalogueText> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        _items = items;
        _zh = new([.. items.Select(item => item.Zh)]);
        _en = new([.. items.Select(item => item.En)]);
    }

    /// <summary>The paragraphs of a document in their order, each with its best item and the next best.</summary>
    public IReadOnlyList<ItemMatch> Match(ReadDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var index = document.Language == "zh" ? _zh : _en;
        var headings = document.Groups.ToDictionary(group => group.Number, group => Terms.Of(group.Heading));
        var words = document.Paragraphs
            .Select(paragraph => index.Score(Terms.Of(paragraph.Text), headings[paragraph.Group])).ToList();
        var scores = ItemOrder.Add(words);
        return [.. document.Paragraphs.Select((paragraph, p) => Match(paragraph, scores[p], words[p]))];
    }

    private ItemMatch Match(NumberedParagraph paragraph, double[] scores, double[] words)
    {
        var ranked = Enumerable.Range(0, scores.Length).Where(i => scores[i] > 0).OrderByDescending(i => scores[i]).ThenBy(i => i)
            .Take(2).Select(i => new ScoredItem(_items[i].Id, Math.Round(scores[i], 4), Math.Round(words[i], 4))).ToList();
        return new(paragraph, ranked.ElementAtOrDefault(0), ranked.ElementAtOrDefault(1));
    }
}
