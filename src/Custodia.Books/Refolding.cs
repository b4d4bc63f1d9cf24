using Custodia.Journal;

namespace Custodia.Books;

/// <summary>Folds entries that somebody brings into books that nobody else has: to see what follows from them.</summary>
public static class Refolding
{
    /// <summary>Folds the entries, in the order given; what is sealed stays withheld.</summary>
    /// <param name="books">Fresh books; a book that cannot read an entry of its own stops there.</param>
    /// <param name="entries">The entries; those of other books are passed over.</param>
    public static void Fold(IEnumerable<Book> books, IEnumerable<Entry> entries)
    {
        var replay = new Replay(books.ToDictionary(book => book.Name, StringComparer.Ordinal), new EntryReader(null));
        foreach (var entry in entries)
            replay.Add(entry);
        replay.Finish();
    }
}
