namespace Custodia.Server.Reading.Views;

/// <summary>The views that readers keep of the lists: filters, order and columns under a name of their own.</summary>
public interface ISavedViews
{
    /// <summary>The views of a reader of one list, by name.</summary>
    IReadOnlyList<SavedView> Of(string actor, string table);

    /// <summary>Keeps a view; one of the same name is replaced.</summary>
    /// <returns>Why it is not kept, or <c>null</c>.</returns>
    SavedViewProblem? Save(string actor, string table, SavedView view);

    /// <summary>Forgets a view, if there is one of that name.</summary>
    void Remove(string actor, string table, string name);
}

/// <summary>A view of a list.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Query">The part of the address that shows it, without what the page fixes and without a time.</param>
public sealed record SavedView(string Name, string Query)
{
    /// <summary>The most letters of a name.</summary>
    public const int MaxName = 60;

    /// <summary>The most letters of a query.</summary>
    public const int MaxQuery = 2_000;

    /// <summary>The most views of one reader of one list.</summary>
    public const int MaxCount = 50;
}

/// <summary>Why a view is not kept.</summary>
public enum SavedViewProblem
{
    /// <summary>It has no name.</summary>
    NoName,

    /// <summary>Its name or its query is too long.</summary>
    TooLong,

    /// <summary>The reader has <see cref="SavedView.MaxCount"/> views of that list.</summary>
    TooMany,
}
