using System.Globalization;
using Custodia.Books;

namespace Custodia.Materials.Files;

/// <summary>
/// The refusals of one file, in the order found; past <see cref="FileLimits.Refusals"/> they are only counted.
/// </summary>
internal sealed class RefusalList(string fileName)
{
    private readonly List<Refusal> _refusals = [];

    /// <summary>All, also those no longer listed.</summary>
    public int Count { get; private set; }

    public void Add(RefusalCode code, int? row, int? column, string? field, string? expected, string? found)
    {
        Count++;
        if (_refusals.Count >= FileLimits.Refusals)
            return;
        var cell = row is { } r && column is { } c ? RawRow.Address(c, r) : null;
        _refusals.Add(code.At(new Place(fileName, row, cell, field), expected, Shortened(found)));
    }

    public void Add(SheetRefusedException refused) =>
        Add(refused.Reason, refused.Row, refused.Column, null, refused.Expected, refused.Found);

    public IReadOnlyList<Refusal> ToList()
    {
        if (Count == _refusals.Count)
            return _refusals;
        var more = (Count - _refusals.Count).ToString(CultureInfo.InvariantCulture);
        return [.. _refusals, FileRefusals.More.At(new Place(fileName, null, null, null), null, more)];
    }

    /// <summary>A refusal is read by people: what was found is shown as far as it helps.</summary>
    private static string? Shortened(string? found)
    {
        const int Shown = 80;
        if (found is null || found.Length <= Shown)
            return found;
        var end = char.IsHighSurrogate(found[Shown - 1]) ? Shown - 1 : Shown;
        return found[..end] + "…";
    }
}
