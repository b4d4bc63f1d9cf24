using Custodia.Books;

namespace Custodia.Materials;

/// <summary>The commands and queries of the materials book: what every face offers.</summary>
public static class MaterialsCatalogue
{
    /// <summary>The catalogue.</summary>
    public static Catalogue Instance { get; } = new Catalogue();
}
