using System.Globalization;
using Custodia.Books;

namespace Custodia.Server.Components.Forms;

/// <summary>Reads what was typed into a form. What cannot be read is refused beside its field, as the books refuse.</summary>
public sealed class FormReading
{
    private const string DayForm = "YYYY-MM-DD";
    private readonly List<Refusal> _refusals = [];

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<Refusal> Refusals => _refusals;

    /// <summary>A text without the blanks around it; empty where nothing was typed.</summary>
    public static string Text(string? typed) => typed?.Trim() ?? "";

    /// <summary>A text without the blanks around it, or null where nothing was typed.</summary>
    public static string? Given(string? typed) => Text(typed) is { Length: > 0 } text ? text : null;

    /// <summary>Parts between commas, Western or Chinese.</summary>
    public static IReadOnlyList<string> Parts(string? typed) => (typed ?? "").Split(
        [',', '，', '、', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Codes, in which there are no blanks, between blanks or commas; null where none was typed.</summary>
    public static IReadOnlyList<string>? Codes(string? typed) => Parts(typed?.Replace(' ', ',')) is { Count: > 0 } codes ? codes : null;

    /// <summary>A day that may be left out.</summary>
    public DateOnly? Day(string field, string? typed)
    {
        var read = AsOfQuery.Parse(Text(typed) is { Length: > 0 } text ? text : null, null);
        if (!read.IsValid)
            Refuse(FormRefusals.NoDay, field, DayForm, typed);
        return read.Date;
    }

    /// <summary>A day that must be given.</summary>
    public DateOnly NeedDay(string field, string? typed)
    {
        if (Text(typed).Length == 0)
            Refuse(FormRefusals.NoDay, field, DayForm, typed);
        return Day(field, typed) ?? default;
    }

    /// <summary>A whole number.</summary>
    public int Number(string field, string? typed)
    {
        if (!int.TryParse(Text(typed), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            Refuse(FormRefusals.NoNumber, field, "1, 2, 3 …", typed);
        return number;
    }

    /// <summary>A decimal number, exact.</summary>
    public decimal Decimal(string field, string? typed)
    {
        const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(Text(typed), Plain, CultureInfo.InvariantCulture, out var number))
            Refuse(FormRefusals.Malformed, field, "1234.5", typed);
        return number;
    }

    /// <summary>The number of an entry, as pages write it or without its mark: <c>#118</c> or <c>118</c>.</summary>
    public int Entry(string field, string? typed) => Number(field, Text(typed).TrimStart('#'));

    /// <summary>Keeps a refusal.</summary>
    public void Refuse(Refusal refusal) => _refusals.Add(refusal);

    /// <summary>Refuses a field.</summary>
    public void Refuse(string field, string expected, string? found) => Refuse(FormRefusals.Malformed, field, expected, found);

    // What is empty is said to be so, whatever was wanted.
    private void Refuse(RefusalCode reason, string field, string expected, string? found) =>
        _refusals.Add(Text(found) is not { Length: > 0 } text ? FormRefusals.Empty.In(field, expected)
            : reason.In(field, expected, GivenText.Quote(text)));
}
