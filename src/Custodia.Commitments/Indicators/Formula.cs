namespace Custodia.Commitments.Indicators;

/// <summary>
/// A declared formula: what an indicator is of the answers to its questions. It is data of the indicator, shown to readers as
/// it stands, and evaluated the same on every machine: exact decimals, no clock, no state.
/// </summary>
/// <remarks>
/// <code>
/// expression = and { "or" and } ;            and     = not { "and" not } ;
/// not        = "not" not | comparison ;      comparison = sum [ ( "=" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" ) sum ] ;
/// sum        = product { ("+"|"-") product } ; product = unary { ("*"|"/") unary } ;
/// unary      = "-" unary | path ;            path    = primary { "." name | "[" expression "]" } ;
/// primary    = number | 'text' | name | name "(" [ expression { "," expression } ] ")" | "(" expression ")" ;
/// </code>
/// A name is an answer, or inside brackets a field of the element that is looked at. A path over a list is the list of what it
/// finds in each element. Brackets keep the elements for which their expression holds.
/// </remarks>
public abstract record Formula
{
    private Formula()
    {
    }

    /// <summary>Reads a formula.</summary>
    /// <exception cref="FormatException">It is none: with the place, counted from 1, and what was expected there.</exception>
    public static Formula Parse(string text) => new FormulaReader(text).Read();

    /// <summary>
    /// Whether it says only how <c>value</c> compares with some of these numbers. Any other formula could tell more of the value
    /// than on which side of them it lies.
    /// </summary>
    internal bool ComparesValueWith(IReadOnlyCollection<decimal> numbers) => this switch
    {
        Pair { Operator: "and" or "or" } both => both.Left.ComparesValueWith(numbers) && both.Right.ComparesValueWith(numbers),
        Pair { Operator: "<=" or ">", Left: Name { Text: "value" }, Right: Constant { Value.Number: { } number } } => numbers.Contains(number),
        _ => false,
    };

    /// <summary>The numbers and texts with which it compares <c>value</c>: where it is met, and where not.</summary>
    public IEnumerable<FormulaValue> Limits() => this switch
    {
        Pair { Operator: "and" or "or" } both => both.Left.Limits().Concat(both.Right.Limits()),
        Pair { Left: Name { Text: "value" }, Right: Constant { Value: var limit } } => [limit],
        _ => [],
    };

    /// <summary>Its parts, each before what it is made of; not those within brackets, which are worked out for each element.</summary>
    internal IEnumerable<Formula> Outside() => this switch
    {
        Field field => [field, .. field.Of.Outside()],
        Where where => [where, .. where.List.Outside()],
        Call call => [call, .. call.Arguments.SelectMany(argument => argument.Outside())],
        Pair pair => [pair, .. pair.Left.Outside(), .. pair.Right.Outside()],
        Turned turned => [turned, .. turned.Of.Outside()],
        _ => [this],
    };

    /// <summary>All names and fields in it.</summary>
    internal IEnumerable<string> Words() => this switch
    {
        Name name => [name.Text],
        Field field => [field.Text, .. field.Of.Words()],
        Where where => [.. where.List.Words(), .. where.Condition.Words()],
        Call call => call.Arguments.SelectMany(argument => argument.Words()),
        Pair pair => [.. pair.Left.Words(), .. pair.Right.Words()],
        Turned turned => turned.Of.Words(),
        _ => [],
    };

    /// <summary>All names in it.</summary>
    internal IEnumerable<string> Names() => this switch
    {
        Name name => [name.Text],
        Field field => field.Of.Names(),
        Where where => where.List.Names().Concat(where.Condition.Names()),
        Call call => call.Arguments.SelectMany(argument => argument.Names()),
        Pair pair => pair.Left.Names().Concat(pair.Right.Names()),
        Turned turned => turned.Of.Names(),
        _ => [],
    };

    /// <summary>A number, text or truth that stands for itself.</summary>
    internal sealed record Constant(FormulaValue Value) : Formula;

    /// <summary>An answer, or a field of the element that is looked at.</summary>
    internal sealed record Name(string Text) : Formula;

    /// <summary>A field of what lies before the dot.</summary>
    internal sealed record Field(Formula Of, string Text) : Formula;

    /// <summary>The elements for which a condition holds.</summary>
    internal sealed record Where(Formula List, Formula Condition) : Formula;

    /// <summary>A function of arguments.</summary>
    internal sealed record Call(string Function, IReadOnlyList<Formula> Arguments) : Formula;

    /// <summary>Two sides and what stands between them.</summary>
    internal sealed record Pair(string Operator, Formula Left, Formula Right) : Formula;

    /// <summary>Turned round: <c>not</c> of a truth, minus of a number.</summary>
    internal sealed record Turned(bool IsNot, Formula Of) : Formula;
}
