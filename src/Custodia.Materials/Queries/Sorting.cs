using Custodia.Books;

namespace Custodia.Materials.Queries;

/// <summary>
/// The orders in which a list can be had, each by the name of a column; <c>-name</c> turns it round. Rows that are equal
/// there keep the list's own order, so that pages never overlap.
/// </summary>
/// <typeparam name="T">What is ordered.</typeparam>
internal sealed class Sorting<T>
{
    private readonly SortedDictionary<string, Func<IEnumerable<T>, bool, IEnumerable<T>>> _orders = new(StringComparer.Ordinal);

    /// <summary>Adds an order by a number, day or state.</summary>
    public Sorting<T> By<TKey>(string name, Func<T, TKey> key) => By(name, key, Comparer<TKey>.Default);

    /// <summary>Adds an order by a text, the same in every language.</summary>
    public Sorting<T> ByText(string name, Func<T, string?> key) => By(name, key, StringComparer.Ordinal);

    /// <summary>Why there is no such order, or <c>null</c>.</summary>
    public Refusal? Check(string? sort) => sort is null || _orders.ContainsKey(Name(sort))
        ? null
        : QueryRefusals.SortUnknown.In("sort", string.Join(", ", _orders.Keys), sort);

    /// <summary>Orders; <c>null</c> leaves the list's own order.</summary>
    public IReadOnlyList<T> Apply(IReadOnlyList<T> rows, string? sort) =>
        sort is null ? rows : [.. _orders[Name(sort)](rows, IsTurned(sort))];

    private static bool IsTurned(string sort) => sort.StartsWith('-');

    private static string Name(string sort) => IsTurned(sort) ? sort[1..] : sort;

    private Sorting<T> By<TKey>(string name, Func<T, TKey> key, IComparer<TKey> comparer)
    {
        _orders.Add(name, (rows, isTurned) => isTurned ? rows.OrderByDescending(key, comparer) : rows.OrderBy(key, comparer));
        return this;
    }
}
