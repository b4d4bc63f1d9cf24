using Custodia.Server.Language;
using Custodia.Server.Reading;
using Microsoft.Extensions.Localization;

namespace Custodia.Server.Components.Tables;

/// <summary>By what a list can be narrowed: a field over it, and a name in the address.</summary>
/// <param name="Name">Its name in the address.</param>
/// <param name="Label">Its label.</param>
/// <param name="Sort">How it is filled in.</param>
public sealed record TableFilter(string Name, Words Label, TableFilterSort Sort = TableFilterSort.Text)
{
    /// <summary>What can be chosen, where it is a choice.</summary>
    public Func<Desk, TableQuestion, IStringLocalizer<Text>, IReadOnlyList<TableChoice>>? Choices { get; init; }
}

/// <summary>One thing that can be chosen.</summary>
/// <param name="Value">As the address has it.</param>
/// <param name="Label">As the reader reads it.</param>
public sealed record TableChoice(string Value, string Label)
{
    /// <summary>All states of a kind.</summary>
    /// <param name="label">How each is read.</param>
    public static IReadOnlyList<TableChoice> Of<T>(Func<T, string> label) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new TableChoice(value.ToString(), label(value)))];
}

/// <summary>How a filter is filled in.</summary>
public enum TableFilterSort
{
    /// <summary>Some text.</summary>
    Text,

    /// <summary>One of several.</summary>
    Choice,

    /// <summary>A day, 2026-03-31.</summary>
    Day,

    /// <summary>A tick: <c>true</c>, or left out.</summary>
    Tick,
}
