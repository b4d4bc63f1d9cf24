using System.Globalization;
using Custodia.Books;

namespace Custodia.Commitments.Indicators;

/// <summary>
/// Says a formula in words. Fields keep the names, and statuses the codes, that the answers have: they stand between backticks.
/// </summary>
public static class FormulaWords
{
    /// <summary>A formula in both languages.</summary>
    public static Bilingual Of(Formula formula) => formula switch
    {
        Formula.Constant constant => Constant(constant.Value),
        Formula.Name { Text: "value" } => new("the value", "數值"),
        Formula.Name { Text: "asOf" } => new("the day", "當日"),
        Formula.Name name => Code(name.Text),
        Formula.Field field => Field(field),
        Formula.Where where => Join("{0} with {1}", "{0}中{1}者", Of(where.List), Of(where.Condition)),
        Formula.Turned { IsNot: true } turned => Join("not {0}", "非{0}", Inner(turned.Of)),
        Formula.Turned turned => Join("minus {0}", "負{0}", Inner(turned.Of)),
        Formula.Pair pair => Pair(pair),
        Formula.Call call => Call(call),
        _ => throw new InvalidOperationException("A formula of no known sort."),
    };

    private static Bilingual Constant(FormulaValue value) => value switch
    {
        { IsNothing: true } => new("no value", "無值"),
        { IsTrue: true } => new("true", "真"),
        { Number: { } number } => new(number.ToString(CultureInfo.InvariantCulture), number.ToString(CultureInfo.InvariantCulture)),
        _ => Code(value.Text ?? ""),
    };

    private static Bilingual Code(string text) => new($"`{text}`", $"`{text}`");

    // A path of names stays as the answer has it.
    private static Bilingual Field(Formula.Field field) => Path(field) is { } path
        ? Code(path)
        : Join("{1} of {0}", "{0}之 {1}", Of(field.Of), Code(field.Text));

    private static string? Path(Formula formula) => formula switch
    {
        Formula.Name name => name.Text,
        Formula.Field field when Path(field.Of) is { } path => $"{path}.{field.Text}",
        _ => null,
    };

    private static Bilingual Pair(Formula.Pair pair)
    {
        var (en, zh) = pair.Operator switch
        {
            "and" => ("{0} and {1}", "{0}且{1}"),
            "or" => ("{0} or {1}", "{0}或{1}"),
            "=" => ("{0} is {1}", "{0} 為{1}"),
            "!=" => ("{0} is not {1}", "{0} 非{1}"),
            "<" => ("{0} is below {1}", "{0} 小於 {1}"),
            "<=" => ("{0} is at most {1}", "{0} 不超過 {1}"),
            ">" => ("{0} is above {1}", "{0} 大於 {1}"),
            ">=" => ("{0} is at least {1}", "{0} 至少為 {1}"),
            "+" => ("{0} plus {1}", "{0}加 {1}"),
            "-" => ("{0} minus {1}", "{0}減 {1}"),
            "*" => ("{0} times {1}", "{0}乘以 {1}"),
            "/" => ("{0} divided by {1}", "{0}除以 {1}"),
            _ => throw new InvalidOperationException($"'{pair.Operator}' is no operator."),
        };
        // What is read first is put in brackets, so that it cannot be read otherwise.
        return Join(en, zh, Side(pair, pair.Left), Side(pair, pair.Right));
    }

    private static Bilingual Side(Formula.Pair pair, Formula side) =>
        side is Formula.Pair inner && (pair.Operator is not ("and" or "or") || inner.Operator is "and" or "or" && inner.Operator != pair.Operator)
            ? Join("({0})", "（{0}）", Of(side))
            : Of(side);

    private static Bilingual Inner(Formula formula) => formula is Formula.Pair ? Join("({0})", "（{0}）", Of(formula)) : Of(formula);

    private static Bilingual Call(Formula.Call call)
    {
        var (en, zh) = call.Function switch
        {
            "count" => ("the number of {0}", "{0}之件數"),
            "sum" => ("the sum of {0}", "{0}之總和"),
            "min" => ("the least of {0}", "{0}之最小值"),
            "max" => ("the greatest of {0}", "{0}之最大值"),
            "mean" => ("the mean of {0}", "{0}之平均數"),
            "median" => ("the median of {0}", "{0}之中位數"),
            "distinct" => ("{0}, each counted once", "不重複之{0}"),
            "last" => ("the last of {0}", "{0}之最後一筆"),
            "share" => ("{0}, in percent of {1}", "{0}占{1}之百分比"),
            "days" => ("the days from {0} to {1}", "自{0}至{1}之日數"),
            "years" => ("the years from {0} to {1}", "自{0}至{1}之年數"),
            "if" => ("where {0}: {1}; else {2}", "若{0}，則為{1}；否則為{2}"),
            "known" => ("{0} is known", "{0} 有值"),
            "has" => ("{0} hold {1}", "{0}含有 {1}"),
            "abs" => ("{0} without its sign", "{0}之絕對值"),
            _ => throw new InvalidOperationException($"'{call.Function}' is no function."),
        };
        return Join(en, zh, [.. call.Arguments.Select(Of)]);
    }

    private static Bilingual Join(string en, string zh, params IReadOnlyList<Bilingual> parts) => new(
        string.Format(CultureInfo.InvariantCulture, en, [.. parts.Select(part => part.En)]),
        string.Format(CultureInfo.InvariantCulture, zh, [.. parts.Select(part => part.Zh)]));
}
