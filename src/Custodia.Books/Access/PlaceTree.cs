namespace Custodia.Books.Access;

/// <summary>Which place lies in which, as the books know it. Safe on any thread.</summary>
/// <param name="books">The books of the node.</param>
public sealed class PlaceTree(IReadOnlyCollection<Book> books)
{
    /// <summary>
    /// How deep places lie in each other at most: compartment, MBA, facility, organisation, and as much again. Places that lie in
    /// each other in a circle lie in nothing else.
    /// </summary>
    private const int MaxDepth = 8;

    /// <summary>The place of a compartment; of one that no book knows, <c>compartment:NAME</c>.</summary>
    public string PlaceOf(string compartment)
    {
        foreach (var book in books)
        {
            if (book.PlaceOf(compartment) is { } place)
                return place;
        }

        return Places.Of("compartment", compartment);
    }

    /// <summary>Whether a place is another one or lies in it, however deep.</summary>
    public bool IsIn(string place, string outer) => IsIn(place, outer, MaxDepth);

    private bool IsIn(string place, string outer, int depth)
    {
        if (place == outer || outer == Places.State)
            return true;
        // The State lies in nothing.
        if (depth == 0 || place == Places.State)
            return false;
        foreach (var book in books)
        {
            foreach (var around in book.PlacesAround(place))
            {
                if (IsIn(around, outer, depth - 1))
                    return true;
            }
        }

        return false;
    }
}
