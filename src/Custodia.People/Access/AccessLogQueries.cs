using Custodia.Books;
using Custodia.Books.Faces;

namespace Custodia.People.Access;

/// <summary>A sort of event.</summary>
public enum AccessKind
{
    /// <summary>Sealed content was seen.</summary>
    Seen,

    /// <summary>A request was refused for want of a right.</summary>
    Denied,

    /// <summary>Something at the door: sign-in, lock-out, tokens.</summary>
    Door,
}

/// <summary>Asks for the access log.</summary>
public sealed record AccessLogQuery(
    [property: Meaning("Only this sort: seen, denied, door", "僅此類：seen、denied、door")] AccessKind? Kind = null,
    [property: Meaning("Only who", "僅此人")] string? Holder = null,
    [property: Meaning("Only what concerns this place", "僅此場所")] string? Place = null,
    [property: Meaning("From this day (UTC)", "起日（UTC）")] DateOnly? From = null,
    [property: Meaning("To this day (UTC)", "迄日（UTC）")] DateOnly? To = null,
    [property: Meaning("Page, from 1", "頁碼，自 1 起")] int Page = 1,
    [property: Meaning("Rows on a page, at most 5,000", "每頁列數，最多 5,000")] int Size = 100);

/// <summary>A page of the access log, the newest first.</summary>
/// <param name="Total">How many events there are of those asked for.</param>
/// <param name="Rows">Those of the page.</param>
public sealed record AccessLogPage(int Total, IReadOnlyList<AccessRow> Rows);

/// <summary>An event.</summary>
/// <param name="Entry">Its entry.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Kind">Its sort.</param>
/// <param name="Holder">Who.</param>
/// <param name="What">The query, or the event.</param>
/// <param name="Detail">How the caller came in, the code of the refusal, or who else did it.</param>
/// <param name="Places">The places whose content was seen.</param>
/// <param name="Count">How often.</param>
public sealed record AccessRow(long Entry, DateTimeOffset At, AccessKind Kind, string Holder, string What, string? Detail,
    IReadOnlyList<string> Places, int Count);

/// <summary>Answers questions on the access log.</summary>
internal static class AccessLogQueries
{
    private const int MaxSize = 5_000;

    public static Answer<AccessLogPage> Ask(AccessBook book, AccessLogQuery query, View view)
    {
        if (query.Page < 1 || query.Size is < 1 or > MaxSize)
            return InputRefusals.Malformed.In("size", $"1 – {MaxSize}", $"{query.Page}, {query.Size}");
        var (total, rows, skip) = (0, new List<AccessRow>(), (query.Page - 1L) * query.Size);
        for (var i = book.Rows.Count - 1; i >= 0; i--)
        {
            var row = book.Rows[i];
            if (!Matches(row, query, view))
                continue;
            if (total >= skip && rows.Count < query.Size)
                rows.Add(row);
            total++;
        }

        return new AccessLogPage(total, rows);
    }

    private static bool Matches(AccessRow row, AccessLogQuery query, View view)
    {
        var day = DateOnly.FromDateTime(row.At.UtcDateTime);
        return view.Sees(row.Entry, day)
            && (query.Kind is null || row.Kind == query.Kind)
            && (query.Holder is null || row.Holder == query.Holder)
            && (query.Place is null || row.Places.Contains(query.Place))
            && (query.From is not { } from || day >= from)
            && (query.To is not { } to || day <= to);
    }
}
