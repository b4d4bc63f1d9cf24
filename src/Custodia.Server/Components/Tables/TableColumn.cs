using Custodia.Materials;
using Custodia.Server.Language;
using Microsoft.Extensions.Localization;

namespace Custodia.Server.Components.Tables;

/// <summary>Says a thing in the reader's language.</summary>
/// <param name="text">The texts of that language.</param>
public delegate string Words(IStringLocalizer<Text> text);

/// <summary>A column of a list, declared once for the page, for exports and for the address.</summary>
/// <param name="Name">Its name in addresses; where the list is ordered by its query, the query's name of that order.</param>
/// <param name="Header">Its heading.</param>
public abstract record TableColumn(string Name, Words Header)
{
    /// <summary>Whether the list can be ordered by it.</summary>
    public bool IsSortable { get; init; } = true;

    /// <summary>Whether it is shown until a reader chooses.</summary>
    public bool IsShown { get; init; } = true;

    /// <summary>Whether its cells line up at the right.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Whether its numbers are those of journal entries, and lead there.</summary>
    public bool IsEntry { get; init; }

    /// <summary>What its heading stands for, where that is an abbreviation.</summary>
    public Words? Meaning { get; init; }

    /// <summary>How a page writes its numbers.</summary>
    public string Format { get; init; } = "#,##0";

    /// <summary>The unit of its numbers, as a heading of an export states it; weights state their own.</summary>
    public Words? Unit { get; init; }
}

/// <summary>A column with what stands in it.</summary>
/// <typeparam name="TRow">A row of the list.</typeparam>
/// <param name="Name">Its name.</param>
/// <param name="Header">Its heading.</param>
/// <param name="Value">What a row has there; of weights, that by which rows are ordered.</param>
public sealed record TableColumn<TRow>(string Name, Words Header, Func<TRow, IStringLocalizer<Text>, TableValue> Value)
    : TableColumn(Name, Header)
{
    /// <summary>A column of weights: an export has a column of its own for each material and its isotope, in grams.</summary>
    public Func<TRow, IReadOnlyList<Weight>>? Weights { get; init; }

    /// <summary>Whether gains carry a plus.</summary>
    public bool IsSigned { get; init; }

    /// <summary>The same, not shown until a reader chooses it.</summary>
    public TableColumn<TRow> Hidden() => this with { IsShown = false };

    /// <summary>The same, by which the list cannot be ordered.</summary>
    public TableColumn<TRow> Unordered() => this with { IsSortable = false };

    /// <summary>A column of texts, days, moments or whatever the value is.</summary>
    public static TableColumn<TRow> Of(string name, Words header, Func<TRow, TableValue> value) => new(name, header, (row, _) => value(row));

    /// <summary>A column of numbers.</summary>
    public static TableColumn<TRow> Number(string name, Words header, Func<TRow, decimal?> value, Words? unit = null) =>
        new(name, header, (row, _) => TableValue.Of(value(row))) { IsNumber = true, Unit = unit };

    /// <summary>A column of journal entries.</summary>
    public static TableColumn<TRow> Entry(string name, Words header, Func<TRow, long?> value) =>
        new(name, header, (row, _) => TableValue.Of((decimal?)value(row))) { IsEntry = true };

    /// <summary>A column of weights.</summary>
    public static TableColumn<TRow> OfWeights(
        string name, Words header, Func<TRow, IReadOnlyList<Weight>> value, bool isSigned = false) =>
        new(name, header, (row, _) => value(row) is [var first, ..] ? TableValue.Of(first.Amount.Element) : default)
        {
            Weights = value,
            IsNumber = true,
            IsSigned = isSigned,
        };
}
