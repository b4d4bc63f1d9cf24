using System.Globalization;
using Custodia.Books;

namespace Custodia.Materials.Queries;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What a row says.</typeparam>
/// <param name="Rows">The rows of this page.</param>
/// <param name="Total">How many rows there are on all pages.</param>
/// <param name="Number">Number of this page, from 1.</param>
/// <param name="Size">How many rows a full page has.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, int Total, int Number, int Size);

/// <summary>Cuts lists into pages.</summary>
internal static class Paging
{
    /// <summary>The most rows of one page.</summary>
    public const int MaxSize = 5_000;

    /// <summary>Why there can be no such page, or <c>null</c>.</summary>
    public static Refusal? Check(int page, int size) =>
        page < 1 || (long)page * size > int.MaxValue
            ? QueryRefusals.PageOutside.In("page", "≥ 1", Text(page))
            : size is < 1 or > MaxSize
                ? QueryRefusals.PageOutside.In("size", "1–" + Text(MaxSize), Text(size))
                : null;

    /// <summary>The page of a list whose rows are made only where they stand on it.</summary>
    public static Page<TRow> Cut<T, TRow>(IReadOnlyList<T> all, int page, int size, Func<T, TRow> row)
    {
        var first = (page - 1) * size;
        var rows = new List<TRow>(Math.Clamp(all.Count - first, 0, size));
        for (var i = first; i < all.Count && i < first + size; i++)
            rows.Add(row(all[i]));
        return new Page<TRow>(rows, all.Count, page, size);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
