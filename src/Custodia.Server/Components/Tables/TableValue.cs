using System.Globalization;
using Custodia.Quantities;
using Custodia.Server.Language;

namespace Custodia.Server.Components.Tables;

/// <summary>What stands in one cell of a table: a number stays a number, a day a day, and the rest is text.</summary>
/// <param name="Sort">Which of the fields holds it.</param>
/// <param name="Text">The text.</param>
/// <param name="Number">The number, exact; of a day the day's number, of a moment its ticks in UTC.</param>
public readonly record struct TableValue(TableValueSort Sort, string? Text, decimal Number) : IComparable<TableValue>
{
    /// <summary>A text; none where it is empty.</summary>
    public static TableValue Of(string? text) => string.IsNullOrEmpty(text) ? default : new(TableValueSort.Text, text, 0);

    /// <summary>A number.</summary>
    public static TableValue Of(decimal? number) => number is { } given ? new(TableValueSort.Number, null, given) : default;

    /// <summary>A mass in grams.</summary>
    public static TableValue Of(Mass mass) => Of(mass.Grams);

    /// <summary>A day.</summary>
    public static TableValue Of(DateOnly? day) => day is { } given ? new(TableValueSort.Day, null, given.DayNumber) : default;

    /// <summary>A moment.</summary>
    public static TableValue Of(DateTimeOffset moment) => new(TableValueSort.Moment, null, moment.UtcTicks);

    /// <summary>The day, where it is one.</summary>
    public DateOnly Day => DateOnly.FromDayNumber((int)Number);

    /// <summary>As files have it: no groups of digits, a day <c>2026-03-31</c>, a moment with its <c>Z</c>; empty where there is none.</summary>
    public override string ToString() => Sort switch
    {
        TableValueSort.None => "",
        TableValueSort.Text => Text!,
        TableValueSort.Number => Number.ToString("0.############################", CultureInfo.InvariantCulture),
        TableValueSort.Day => Wording.Day(Day),
        TableValueSort.Moment => new DateTime((long)Number, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException("A cell of no known sort."),
    };

    /// <summary>None first, then by what it is: texts in the same order in every language.</summary>
    public int CompareTo(TableValue other) => Sort != other.Sort ? Sort.CompareTo(other.Sort)
        : Sort == TableValueSort.Text ? string.CompareOrdinal(Text, other.Text) : Number.CompareTo(other.Number);

    /// <summary>Whether the left stands first.</summary>
    public static bool operator <(TableValue left, TableValue right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left stands later.</summary>
    public static bool operator >(TableValue left, TableValue right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left does not stand later.</summary>
    public static bool operator <=(TableValue left, TableValue right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left does not stand first.</summary>
    public static bool operator >=(TableValue left, TableValue right) => left.CompareTo(right) >= 0;
}

/// <summary>What a cell holds.</summary>
public enum TableValueSort
{
    /// <summary>Nothing is stated, which is not the same as zero.</summary>
    None,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A number, in the unit of its column.</summary>
    Number,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A moment, in UTC.</summary>
    Moment,
}
