namespace Custodia.Commitments;

/// <summary>The form of a summit document.</summary>
public enum DocumentKind
{
    /// <summary>A communiqué.</summary>
    Communique,

    /// <summary>A work plan.</summary>
    WorkPlan,
}

/// <summary>A group, heading or area of a document.</summary>
/// <param name="Id">Its number or name in the document.</param>
/// <param name="Name">What it is about.</param>
public sealed record DocumentGroup(string Id, Words Name);

/// <summary>What a promise is about, across documents.</summary>
/// <param name="Id">Id of the theme.</param>
/// <param name="Name">Its name.</param>
public sealed record Theme(string Id, Words Name);

/// <summary>A document of a summit.</summary>
/// <param name="Id">Such as <c>C10</c>, with which the ids of its items begin.</param>
/// <param name="System">Its term.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its form.</param>
/// <param name="Summit">Id of the summit.</param>
/// <param name="Date">When it was adopted: the baseline of its items.</param>
/// <param name="Source">Id of the source of its items.</param>
/// <param name="Numbering">How far the numbers of its items were checked against the text.</param>
/// <param name="Groups">Its groups or headings in their order; empty where it has none. A heading may have no item here.</param>
/// <param name="Note">What to know about its numbering.</param>
public sealed record SummitDocument(string Id, string System, Words Name, DocumentKind Kind, string Summit, DateOnly Date, string Source,
    Confidence Numbering, IReadOnlyList<DocumentGroup> Groups, Words? Note = null)
{
    /// <summary>The items, in their order.</summary>
    public IEnumerable<Item> Items() => Register.Items.Where(item => item.Document == Id);
}
