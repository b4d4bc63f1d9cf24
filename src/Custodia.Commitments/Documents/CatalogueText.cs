namespace Custodia.Commitments.Documents;

/// <summary>An item of the catalogue as the matcher needs it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Zh">Its words in Chinese.</param>
/// <param name="En">Its words in English.</param>
public sealed record CatalogueText(string Id, string Zh, string En);

/// <summary>How well an item answers a paragraph.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Score">0 to 1, from the words and from the order of the paragraphs around it.</param>
/// <param name="WordScore">0 to 1, from the words alone.</param>
public sealed record ScoredItem(string Id, double Score, double WordScore);

/// <summary>A paragraph beside the item that it most likely is. A proposal: a person confirms it.</summary>
/// <param name="Paragraph">The paragraph.</param>
/// <param name="Best">The best item; <c>null</c> where none shares a word with it.</param>
/// <param name="RunnerUp">The next best; <c>null</c> where there is none.</param>
public sealed record ItemMatch(NumberedParagraph Paragraph, ScoredItem? Best, ScoredItem? RunnerUp);
