namespace Custodia.Commitments;

/// <summary>What kind of source it is.</summary>
public enum SourceKind
{
    /// <summary>A document that the register was first made from.</summary>
    Seed,

    /// <summary>A public source.</summary>
    Public,

    /// <summary>What the field knows, or what follows from other facts.</summary>
    Domain,
}

/// <summary>A source of the register.</summary>
/// <param name="Id">Such as <c>S0</c> or <c>iaea</c>.</param>
/// <param name="Kind">What kind of source it is.</param>
/// <param name="Title">What it is, in our own words.</param>
/// <param name="Note">What to know when reading it.</param>
public sealed record SourceDocument(string Id, SourceKind Kind, Words Title, Words? Note = null);

/// <summary>A place in a source.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Place">Where in it, by its own numbering; <c>null</c> where it is not known.</param>
public sealed record Citation(string Source, Words? Place = null);
