using System.Globalization;

namespace Custodia.Commitments.Indicators;

/// <summary>Reads a formula from its text, from left to right.</summary>
internal sealed class FormulaReader
{
    /// <summary>Longest formula, in characters.</summary>
    public const int MaxLength = 4_000;

    /// <summary>Most brackets within brackets.</summary>
    public const int MaxDepth = 50;

    private static readonly string[] Signs = ["!=", "<=", ">=", "=", "<", ">", "+", "-", "*", "/", ".", ",", "[", "]", "(", ")"];
    private static readonly string[] Comparisons = ["=", "!=", "<", "<=", ">", ">="];

    private readonly string _text;
    private int _at;
    private int _depth;
    private Token _next;

    public FormulaReader(string text)
    {
        if (text.Length > MaxLength)
            throw new FormatException($"A formula has at most {MaxLength} characters.");
        _text = text;
        _next = Scan();
    }

    private enum Sort
    {
        End,
        Number,
        Text,
        Name,
        Sign,
    }

    public Formula Read()
    {
        var formula = Or();
        return _next.Sort == Sort.End ? formula : throw Wrong("an operator or the end");
    }

    private Formula Or()
    {
        if (++_depth > MaxDepth)
            throw Wrong($"at most {MaxDepth} levels");
        var left = And();
        while (TakeName("or"))
            left = new Formula.Pair("or", left, And());
        _depth--;
        return left;
    }

    private Formula And()
    {
        var left = Not();
        while (TakeName("and"))
            left = new Formula.Pair("and", left, Not());
        return left;
    }

    private Formula Not()
    {
        var turns = 0;
        while (TakeName("not"))
            turns++;
        var formula = Comparison();
        for (; turns > 0; turns--)
            formula = new Formula.Turned(IsNot: true, formula);
        return formula;
    }

    private Formula Comparison()
    {
        var left = Sum();
        return _next.Sort == Sort.Sign && Comparisons.Contains(_next.Text)
            ? new Formula.Pair(Take().Text, left, Sum())
            : left;
    }

    private Formula Sum()
    {
        var left = Product();
        while (_next is { Sort: Sort.Sign, Text: "+" or "-" })
            left = new Formula.Pair(Take().Text, left, Product());
        return left;
    }

    private Formula Product()
    {
        var left = Unary();
        while (_next is { Sort: Sort.Sign, Text: "*" or "/" })
            left = new Formula.Pair(Take().Text, left, Unary());
        return left;
    }

    private Formula Unary()
    {
        var turns = 0;
        while (TakeSign("-"))
            turns++;
        var formula = Path();
        for (; turns > 0; turns--)
            formula = new Formula.Turned(IsNot: false, formula);
        return formula;
    }

    private Formula Path()
    {
        var formula = Primary();
        while (true)
        {
            if (TakeSign("."))
                formula = new Formula.Field(formula, TakeAny(Sort.Name, "a field"));
            else if (TakeSign("["))
                formula = new Formula.Where(formula, Closed("]"));
            else
                return formula;
        }
    }

    private Formula Primary()
    {
        switch (_next.Sort)
        {
            case Sort.Number:
                return new Formula.Constant(FormulaValue.Of(Number(Take().Text)));
            case Sort.Text:
                return new Formula.Constant(FormulaValue.Of(Take().Text));
            case Sort.Name:
                var name = Take();
                return name.Text switch
                {
                    "true" or "false" => new Formula.Constant(FormulaValue.Of(name.Text == "true")),
                    "nothing" => new Formula.Constant(FormulaValue.Nothing),
                    _ => TakeSign("(") ? new Formula.Call(Known(name), Arguments(name.Text)) : new Formula.Name(name.Text),
                };
            case Sort.Sign when TakeSign("("):
                return Closed(")");
            case Sort.End:
            case Sort.Sign:
            default:
                throw Wrong("a number, a text, a name or (");
        }
    }

    private decimal Number(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw Wrong("a number before it");

    private static string Known(Token function) => FormulaFunctions.All.ContainsKey(function.Text)
        ? function.Text
        : throw new FormatException(
            $"At {function.At + 1}: expected one of {string.Join(", ", FormulaFunctions.All.Keys.Order())}, not '{function.Text}'.");

    private List<Formula> Arguments(string function)
    {
        var arguments = new List<Formula>();
        do
            arguments.Add(Or());
        while (TakeSign(","));
        if (!TakeSign(")"))
            throw Wrong(")");
        return arguments.Count == FormulaFunctions.Arity(function)
            ? arguments
            : throw Wrong($"{FormulaFunctions.Arity(function)} arguments of {function}");
    }

    private Formula Closed(string end)
    {
        var formula = Or();
        return TakeSign(end) ? formula : throw Wrong(end);
    }

    private bool TakeName(string name) => TakeIf(_next is { Sort: Sort.Name } && _next.Text == name);

    private bool TakeSign(string sign) => TakeIf(_next is { Sort: Sort.Sign } && _next.Text == sign);

    private bool TakeIf(bool isIt)
    {
        if (isIt)
            Take();
        return isIt;
    }

    private string TakeAny(Sort sort, string expected) => _next.Sort == sort ? Take().Text : throw Wrong(expected);

    private Token Take()
    {
        var taken = _next;
        _next = Scan();
        return taken;
    }

    private Token Scan()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
        var start = _at;
        if (start == _text.Length)
            return new Token(Sort.End, "", start);
        if (char.IsAsciiDigit(_text[start]))
            return Run(Sort.Number, start, letter => char.IsAsciiDigit(letter) || letter == '.');
        if (char.IsAsciiLetter(_text[start]))
            return Run(Sort.Name, start, char.IsAsciiLetterOrDigit);
        if (_text[start] == '\'')
            return Quoted(start);
        var sign = Signs.FirstOrDefault(sign => _text.AsSpan(start).StartsWith(sign, StringComparison.Ordinal))
            ?? throw new FormatException($"At {start + 1}: '{_text[start]}' has no meaning in a formula.");
        _at += sign.Length;
        return new Token(Sort.Sign, sign, start);
    }

    private Token Run(Sort sort, int start, Func<char, bool> belongs)
    {
        while (_at < _text.Length && belongs(_text[_at]))
            _at++;
        return new Token(sort, _text[start.._at], start);
    }

    private Token Quoted(int start)
    {
        var end = _text.IndexOf('\'', start + 1);
        if (end < 0)
            throw new FormatException($"At {start + 1}: the text is not closed.");
        _at = end + 1;
        return new Token(Sort.Text, _text[(start + 1)..end], start);
    }

    private FormatException Wrong(string expected) => new($"At {_next.At + 1}: expected {expected}.");

    private readonly record struct Token(Sort Sort, string Text, int At);
}
