namespace Custodia.Commitments.Indicators;

/// <summary>Works a formula out: over named answers, and inside brackets over the element that is looked at.</summary>
/// <param name="names">The answers by name.</param>
public sealed class FormulaScope(IReadOnlyDictionary<string, FormulaValue> names)
{
    /// <summary>What conditions leave of their lists, where that is said and not to be worked out.</summary>
    internal IReadOnlyDictionary<Formula, FormulaValue>? Left { get; init; }

    /// <summary>The value of a formula; what it names and is not there is nothing.</summary>
    public FormulaValue Value(Formula formula) => Value(formula, null);

    /// <summary>The value of a formula within brackets, for an element.</summary>
    internal FormulaValue Value(Formula formula, FormulaValue? element) => formula switch
    {
        Formula.Constant constant => constant.Value,
        Formula.Name name => element is not null && element.Has(name.Text)
            ? element[name.Text]
            : names.GetValueOrDefault(name.Text, FormulaValue.Nothing),
        Formula.Field field => Value(field.Of, element)[field.Text],
        Formula.Where where when Left?.GetValueOrDefault(where) is { } left => left,
        Formula.Where where => Where(Value(where.List, element), where.Condition),
        Formula.Call call => Call(call, element),
        Formula.Turned turned => Turned(turned, element),
        Formula.Pair pair => Pair(pair, element),
        _ => throw new InvalidOperationException("A formula of no known sort."),
    };

    private FormulaValue Where(FormulaValue list, Formula condition) => FormulaValue.Of(
        (list.List ?? (list.IsNothing ? [] : [list])).Where(element => Value(condition, element).IsTrue));

    private FormulaValue Call(Formula.Call call, FormulaValue? element) =>
        FormulaFunctions.All[call.Function]([.. call.Arguments.Select(argument => Value(argument, element))]);

    private FormulaValue Turned(Formula.Turned turned, FormulaValue? element)
    {
        var value = Value(turned.Of, element);
        return turned.IsNot ? FormulaValue.Of(!value.IsTrue) : FormulaValue.Of(-value.Number);
    }

    private FormulaValue Pair(Formula.Pair pair, FormulaValue? element)
    {
        var left = Value(pair.Left, element);
        switch (pair.Operator)
        {
            case "and":
                return FormulaValue.Of(left.IsTrue && Value(pair.Right, element).IsTrue);
            case "or":
                return FormulaValue.Of(left.IsTrue || Value(pair.Right, element).IsTrue);
            default:
                break;
        }

        var right = Value(pair.Right, element);
        return pair.Operator switch
        {
            "+" => FormulaValue.Of(left.Number + right.Number),
            "-" => FormulaValue.Of(left.Number - right.Number),
            "*" => FormulaValue.Of(left.Number * right.Number),
            "/" => FormulaValue.Of(right.Number is null or 0 ? null : left.Number / right.Number),
            "=" => FormulaValue.Of(FormulaValue.Compare(left, right) == 0),
            "!=" => FormulaValue.Of(FormulaValue.Compare(left, right) is { } order && order != 0),
            "<" => FormulaValue.Of(FormulaValue.Compare(left, right) < 0),
            "<=" => FormulaValue.Of(FormulaValue.Compare(left, right) <= 0),
            ">" => FormulaValue.Of(FormulaValue.Compare(left, right) > 0),
            ">=" => FormulaValue.Of(FormulaValue.Compare(left, right) >= 0),
            _ => throw new InvalidOperationException($"'{pair.Operator}' is no operator."),
        };
    }
}
