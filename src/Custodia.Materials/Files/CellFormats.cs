using System.Globalization;
using Custodia.Books;
using Custodia.Quantities;

namespace Custodia.Materials.Files;

/// <summary>The formats of cells that operators' files use.</summary>
public static class CellFormats
{
    private const string DateFormat = "yyyy-MM-dd";
    private const NumberStyles PlainNumber = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>A decimal holds 28 digits exactly; a number with more would be rounded unseen.</summary>
    private const int MaxDigits = 28;

    /// <summary>One line of text.</summary>
    public static CellFormat<string> Text { get; } = new("…", StoredAs.Text, ReadText, text => text);

    /// <summary>A day, <c>yyyy-MM-dd</c>, or a date cell of a workbook.</summary>
    public static CellFormat<DateOnly> Date { get; } = new(DateFormat, StoredAs.Date, ReadDate,
        date => date.ToString(DateFormat, CultureInfo.InvariantCulture));

    /// <summary>A whole number.</summary>
    public static CellFormat<int> Count { get; } = new("1, 2, 3 …", StoredAs.Number, ReadCount,
        count => count.ToString(CultureInfo.InvariantCulture));

    /// <summary>A decimal number, exact.</summary>
    public static CellFormat<decimal> Number { get; } = new("1234.5", StoredAs.Number, ReadNumber,
        number => number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A weight in grams, exact to a microgram.</summary>
    public static CellFormat<Mass> Grams { get; } = new("1234.5", StoredAs.Number, ReadGrams,
        mass => mass.Grams.ToString("0.######", CultureInfo.InvariantCulture));

    /// <summary>A weight in kilograms, exact to a microgram.</summary>
    public static CellFormat<Mass> Kilograms { get; } = new("1234.5", StoredAs.Number, ReadKilograms,
        mass => (mass.Grams / 1000m).ToString("0.#########", CultureInfo.InvariantCulture));

    /// <summary>Codes with spaces, commas or semicolons between them.</summary>
    public static CellFormat<IReadOnlyList<string>> List { get; } = new("RD RF", StoredAs.Text, ReadList,
        codes => string.Join(' ', codes));

    /// <summary>One of the named values, in either language.</summary>
    public static CellFormat<T> Choice<T>(params IReadOnlyList<(T Value, Bilingual Name)> choices) where T : struct
    {
        var expected = string.Join(", ", choices.Select(c => $"{c.Name.En} ({c.Name.Zh})"));
        return new(expected, StoredAs.Text, ReadChoice, value => choices.First(c => c.Value.Equals(value)).Name.En);

        RefusalCode? ReadChoice(string text, out T value)
        {
            var wanted = HeaderName.Normalise(text);
            foreach (var (candidate, name) in choices)
            {
                value = candidate;
                if (wanted == HeaderName.Normalise(name.En) || wanted == HeaderName.Normalise(name.Zh))
                    return null;
            }

            value = default;
            return FileRefusals.Choice;
        }
    }

    private static RefusalCode? ReadText(string text, out string value)
    {
        value = text;
        foreach (var c in text)
        {
            if (char.IsControl(c))
                return FileRefusals.ControlCharacter;
        }

        return null;
    }

    private static RefusalCode? ReadDate(string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out value)
            ? null
            : FileRefusals.Date;

    private static RefusalCode? ReadCount(string text, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            ? null
            : FileRefusals.Count;

    private static RefusalCode? ReadNumber(string text, out decimal value)
    {
        value = default;
        return text.Count(char.IsAsciiDigit) <= MaxDigits
            && decimal.TryParse(text, PlainNumber, CultureInfo.InvariantCulture, out value)
                ? null
                : FileRefusals.Number;
    }

    private static RefusalCode? ReadGrams(string text, out Mass mass) =>
        Mass.TryParseGrams(text, out mass) ? TooFine(text) : NotAMass(text);

    private static RefusalCode? ReadKilograms(string text, out Mass mass) =>
        Mass.TryParseKilograms(text, out mass) ? TooFine(text) : NotAMass(text);

    private static RefusalCode? TooFine(string text) =>
        text.Count(char.IsAsciiDigit) <= MaxDigits ? null : FileRefusals.WeightRange;

    private static RefusalCode NotAMass(string text) =>
        decimal.TryParse(text, PlainNumber, CultureInfo.InvariantCulture, out _)
            ? FileRefusals.WeightRange
            : FileRefusals.Number;

    private static RefusalCode? ReadList(string text, out IReadOnlyList<string> value)
    {
        value = text.Split([' ', ',', ';', '、', '，', '；'], StringSplitOptions.RemoveEmptyEntries);
        return ReadText(text, out _);
    }
}
