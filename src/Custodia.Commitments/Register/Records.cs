using System.Collections;
using System.Collections.Frozen;

namespace Custodia.Commitments;

/// <summary>The records of one file of the register, in its order, and each by its id.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class Records<T> : IReadOnlyList<T>
    where T : class
{
    private readonly IReadOnlyList<T> _all;
    private readonly FrozenDictionary<string, T> _byId;

    /// <exception cref="ArgumentException">Two records have one id.</exception>
    internal Records(IReadOnlyList<T> all, Func<T, string> id)
    {
        _all = all;
        _byId = all.ToFrozenDictionary(id, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public int Count => _all.Count;

    /// <inheritdoc/>
    public T this[int index] => _all[index];

    /// <summary>The record of that id, or <c>null</c>.</summary>
    public T? Find(string id) => _byId.GetValueOrDefault(id);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _all.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
