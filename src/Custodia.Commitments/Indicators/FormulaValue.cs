using System.Globalization;
using System.Text.Json;

namespace Custodia.Commitments.Indicators;

/// <summary>
/// What a formula works with: a number, text, truth, list, record, or nothing. Days are texts of the form 2026-01-31, which
/// compare as days do; masses are texts with decimal grams, as every answer states them, and count as numbers.
/// </summary>
public sealed class FormulaValue
{
    private readonly decimal? _number;
    private readonly string? _text;
    private readonly bool? _truth;
    private readonly JsonElement? _record;

    private FormulaValue(decimal? number = null, string? text = null, bool? truth = null, IReadOnlyList<FormulaValue>? list = null,
        JsonElement? record = null)
    {
        (_number, _text, _truth, List, _record) = (number, text, truth, list, record);
    }

    /// <summary>Nothing: there is no such thing, or it cannot be worked out.</summary>
    public static FormulaValue Nothing { get; } = new();

    /// <summary>The elements of a list; <c>null</c> for what is none.</summary>
    public IReadOnlyList<FormulaValue>? List { get; }

    /// <summary>Whether it is nothing.</summary>
    public bool IsNothing => _number is null && _text is null && _truth is null && List is null && _record is null;

    /// <summary>It as a truth: only <c>true</c> is true.</summary>
    public bool IsTrue => _truth == true;

    /// <summary>It as a number, where it is one or a text that states one.</summary>
    public decimal? Number => _number
        ?? (_text is not null && decimal.TryParse(_text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var number) ? number : null);

    /// <summary>It as a day, where it is a text that states one; of a time, its day in UTC.</summary>
    public DateOnly? Day =>
        _text is { Length: >= 10 }
            && DateOnly.TryParseExact(_text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : null;

    /// <summary>It as text: as it stands, or as a number or truth is written.</summary>
    public string? Text => _text ?? _number?.ToString(CultureInfo.InvariantCulture)
        ?? (_truth is { } truth ? truth ? "true" : "false" : null);

    /// <summary>A number.</summary>
    public static FormulaValue Of(decimal? number) => number is { } known ? new(number: known) : Nothing;

    /// <summary>A text.</summary>
    public static FormulaValue Of(string? text) => text is null ? Nothing : new(text: text);

    /// <summary>A truth.</summary>
    public static FormulaValue Of(bool truth) => new(truth: truth);

    /// <summary>A day.</summary>
    public static FormulaValue Of(DateOnly day) => new(text: day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A list.</summary>
    public static FormulaValue Of(IEnumerable<FormulaValue> list) => new(list: [.. list]);

    /// <summary>What JSON states.</summary>
    public static FormulaValue Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number => Of(json.GetDecimal()),
        JsonValueKind.String => Of(json.GetString()),
        JsonValueKind.True or JsonValueKind.False => Of(json.GetBoolean()),
        JsonValueKind.Array => Of(json.EnumerateArray().Select(Of)),
        JsonValueKind.Object => new(record: json),
        JsonValueKind.Null or JsonValueKind.Undefined => Nothing,
        _ => throw new ArgumentOutOfRangeException(nameof(json)),
    };

    /// <summary>A field: of a record its value, of a list what is found in each element.</summary>
    public FormulaValue this[string field]
    {
        get
        {
            if (List is not null)
                return Of(List.Select(element => element[field]).Where(found => !found.IsNothing)
                    .SelectMany(found => found.List ?? [found]));
            return _record is { } record && record.TryGetProperty(field, out var found) ? Of(found) : Nothing;
        }
    }

    /// <summary>Whether it is a record with that field.</summary>
    public bool Has(string field) => _record is { } record && record.TryGetProperty(field, out _);

    /// <summary>Compares: numbers as numbers, else as texts; <c>null</c> where a side is nothing or no such value.</summary>
    public static int? Compare(FormulaValue left, FormulaValue right) =>
        left.Number is { } first && right.Number is { } second ? first.CompareTo(second)
        : left.Text is { } text && right.Text is { } other ? string.CompareOrdinal(text, other)
        : null;
}
