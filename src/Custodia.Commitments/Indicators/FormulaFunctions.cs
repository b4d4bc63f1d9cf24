using System.Collections.Frozen;

namespace Custodia.Commitments.Indicators;

/// <summary>The functions that a formula may use. Each takes and gives values; what cannot be worked out is nothing.</summary>
internal static class FormulaFunctions
{
    /// <summary>All, by name.</summary>
    public static readonly FrozenDictionary<string, Func<IReadOnlyList<FormulaValue>, FormulaValue>> All =
        new Dictionary<string, Func<IReadOnlyList<FormulaValue>, FormulaValue>>(StringComparer.Ordinal)
        {
            ["count"] = arguments => FormulaValue.Of(Elements(arguments, 0).Count),
            ["sum"] = arguments => FormulaValue.Of(Numbers(arguments).Sum()),
            ["min"] = arguments => Best(Elements(arguments, 0), -1),
            ["max"] = arguments => Best(Elements(arguments, 0), 1),
            ["mean"] = arguments => FormulaValue.Of(Numbers(arguments) is { Count: > 0 } numbers ? numbers.Sum() / numbers.Count : null),
            ["median"] = arguments => FormulaValue.Of(Median(Numbers(arguments))),
            ["distinct"] = arguments => FormulaValue.Of(Elements(arguments, 0).DistinctBy(element => element.Text)),
            ["last"] = arguments => Elements(arguments, 0).LastOrDefault(FormulaValue.Nothing),
            ["share"] = arguments => FormulaValue.Of(
                arguments[0].Number is { } part && arguments[1].Number is { } whole and not 0 ? part * 100 / whole : null),
            ["days"] = arguments => FormulaValue.Of(
                arguments[0].Day is { } from && arguments[1].Day is { } to ? to.DayNumber - from.DayNumber : (decimal?)null),
            ["years"] = arguments => FormulaValue.Of(
                arguments[0].Day is { } from && arguments[1].Day is { } to ? Years(from, to) : (decimal?)null),
            ["if"] = arguments => arguments[0].IsTrue ? arguments[1] : arguments[2],
            ["known"] = arguments => FormulaValue.Of(!arguments[0].IsNothing),
            ["has"] = arguments => FormulaValue.Of(Elements(arguments, 0).Any(element => FormulaValue.Compare(element, arguments[1]) == 0)),
            ["abs"] = arguments => FormulaValue.Of(arguments[0].Number is { } number ? Math.Abs(number) : null),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>How many arguments each takes, where it is not one.</summary>
    public static int Arity(string function) => function switch
    {
        "share" or "days" or "years" or "has" => 2,
        "if" => 3,
        _ => 1,
    };

    private static IReadOnlyList<FormulaValue> Elements(IReadOnlyList<FormulaValue> arguments, int at) =>
        arguments[at].List ?? (arguments[at].IsNothing ? [] : [arguments[at]]);

    private static List<decimal> Numbers(IReadOnlyList<FormulaValue> arguments) =>
        [.. Elements(arguments, 0).Select(element => element.Number).OfType<decimal>()];

    private static FormulaValue Best(IReadOnlyList<FormulaValue> elements, int sign) => elements.Aggregate(FormulaValue.Nothing,
        (best, next) => best.IsNothing || FormulaValue.Compare(next, best) * sign > 0 ? next : best);

    private static decimal? Median(List<decimal> numbers)
    {
        if (numbers.Count == 0)
            return null;
        numbers.Sort();
        var middle = numbers.Count / 2;
        return numbers.Count % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
    }

    // Whole years, and of the year that runs the days over its length.
    private static decimal Years(DateOnly from, DateOnly to)
    {
        var whole = to.Year - from.Year;
        if (from.AddYears(whole) > to)
            whole--;
        var start = from.AddYears(whole);
        // The last year that can be written has no day after it.
        var days = start.Year < DateOnly.MaxValue.Year ? from.AddYears(whole + 1).DayNumber - start.DayNumber : 365;
        return whole + decimal.Divide(to.DayNumber - start.DayNumber, days);
    }
}
