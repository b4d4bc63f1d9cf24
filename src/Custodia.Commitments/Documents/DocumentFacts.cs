using Custodia.Books;

namespace Custodia.Commitments.Documents;

/// <summary>A document was kept; its paragraphs follow, each an entry of the same batch.</summary>
/// <param name="Id">Id.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="Date">When it was adopted.</param>
/// <param name="Kind">What it is.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Digest">SHA-256 of the file.</param>
/// <param name="Language">Its language.</param>
/// <param name="Catalogue">Id of the catalogue's document of which it is a text.</param>
public sealed record DocumentKept(string Id, string NameEn, string NameZh, DateOnly Date, KeptKind Kind, string File, string Digest,
    TextLanguage Language, string? Catalogue = null) : Fact;

/// <summary>A paragraph of the document kept last under that id.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Paragraph">The paragraph.</param>
public sealed record ParagraphKept(string Document, KeptParagraph Paragraph) : Fact;

/// <summary>A promise of the State's own was added.</summary>
public sealed record CommitmentAdded(AddCommitment Commitment) : Fact;

/// <summary>A promise of the State's own was ended.</summary>
public sealed record CommitmentEnded(EndCommitment End) : Fact;
