using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Materials.Ledger;
using Custodia.Materials.Rules;
using Custodia.Materials.Tables;

namespace Custodia.Materials.Queries;

/// <summary>What a view sees of the book's lists: each is in the order of its entries, so the known part is its
/// beginning.</summary>
internal static class Sight
{
    /// <summary>The ledger of an MBA, if the view knows it.</summary>
    public static MbaLedger? Mba(MaterialsBook book, string code, View view) =>
        book.Mbas.TryGetValue(code, out var ledger) && view.Knows(ledger.Stamp.Sequence) ? ledger : null;

    /// <summary>The refusal for an MBA that the view does not know.</summary>
    public static Refusal NoMba(string code) => MaterialsRefusals.MbaUnknown.In("mba", found: code);

    /// <summary>The MBAs whose content a view may show, by code: all, or the one asked for.</summary>
    public static IEnumerable<MbaLedger> Mbas(MaterialsBook book, string? only, View view) =>
        Mbas(book, only, view, Visibility.Open);

    /// <summary>The MBAs that a view may name, but not show: their content is withheld.</summary>
    public static IEnumerable<MbaLedger> Withheld(MaterialsBook book, View view) => Mbas(book, null, view, Visibility.Withheld);

    private static IEnumerable<MbaLedger> Mbas(MaterialsBook book, string? only, View view, Visibility visibility) =>
        from pair in book.Mbas
        where (only is null || only == pair.Key) && view.Knows(pair.Value.Stamp.Sequence) && view.Of(pair.Key) == visibility
        orderby pair.Key
        select pair.Value;

    /// <summary>How many of a list's entries, from the first, a view knows.</summary>
    public static int Known<T>(IReadOnlyList<T> list, View view, Func<T, long> sequence) =>
        FirstFrom(list, view.Count, sequence);

    /// <summary>The place of the first element whose entry is not before that one.</summary>
    public static int FirstFrom<T>(IReadOnlyList<T> list, long entry, Func<T, long> sequence)
    {
        var (low, high) = (0, list.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sequence(list[middle]) < entry)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>How many lines of a ledger a view knows.</summary>
    public static int KnownLines(MbaLedger ledger, View view) => Known(ledger.Lines, view, line => line.Stamp.Sequence);

    /// <summary>The code tables in force on a day, as a view knows them.</summary>
    public static CodeTables? Tables(MaterialsBook book, DateOnly day, View view)
    {
        for (var i = book.Tables.Count - 1; i >= 0; i--)
        {
            var (stamp, tables) = book.Tables[i];
            if (view.Knows(stamp.Sequence) && tables.EffectiveFrom <= day)
                return tables;
        }

        return null;
    }

    /// <summary>The last day of an MBA or KMP that ended, where the view knows of it.</summary>
    public static DateOnly? LastDay((DateOnly Day, long Sequence)? end, View view) =>
        end is { } known && view.Knows(known.Sequence) ? known.Day : null;

    /// <summary>
    /// The day on which deadlines and ages are judged: the one asked for, else the view's <i>as of</i>, else, where
    /// that is
    /// not limited, the day of the last entry that the view knows of these books.
    /// </summary>
    public static DateOnly Today(MaterialsBook book, DateOnly? asked, View view)
    {
        if (asked is { } day)
            return day;
        if (view.AsOf != DateOnly.MaxValue)
            return view.AsOf;
        var last = DateTimeOffset.MinValue;
        if (book.State is { } state && view.Knows(state.Stamp.Sequence))
            last = state.Stamp.RecordedAt;
        // A day alone is no sight of what was recorded.
        foreach (var ledger in book.Mbas.Values.Where(ledger => view.Knows(ledger.Stamp.Sequence) && view.IsOpen(ledger.Area.Code)))
            last = Later(last, LastRecorded(ledger, view));
        return DateOnly.FromDateTime(last.UtcDateTime);
    }

    /// <summary>The day by which a period is chosen: the one asked for, no later than the view's <i>as
    /// of</i>.</summary>
    public static DateOnly DayOfPeriod(MaterialsBook book, DateOnly? asked, View view)
    {
        var day = Today(book, asked, view);
        return day < view.AsOf ? day : view.AsOf;
    }

    private static DateTimeOffset LastRecorded(MbaLedger ledger, View view)
    {
        var last = ledger.Stamp.RecordedAt;
        if (KnownLines(ledger, view) is > 0 and var lines)
            last = Later(last, ledger.Lines[lines - 1].Stamp.RecordedAt);
        foreach (var closing in ledger.Closings.Where(closing => view.Knows(closing.Stamp.Sequence)))
            last = Later(last, closing.Stamp.RecordedAt);
        foreach (var report in ledger.Reports.Where(report => view.Knows(report.Stamp.Sequence)))
            last = Later(last, report.Stamp.RecordedAt);
        return last;
    }

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;
}
