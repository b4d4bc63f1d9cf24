using System.Text.Json;
using Custodia.Commitments.Indicators;
using FsCheck;
using FsCheck.Fluent;

namespace Custodia.Commitments.Tests.Indicators;

/// <summary>What a declared formula says, and what it refuses to be.</summary>
public sealed class FormulaTests
{
    private const string Answer =
        """
        {"day":"2026-03-31","rows":[
          {"mba":"A","type":"plutonium","fresh":true,"mass":"1500.25","days":[3,1]},
          {"mba":"A","type":"plutonium","fresh":false,"mass":"200"},
          {"mba":"B","type":"thorium","fresh":true,"mass":"7","days":[9]}]}
        """;

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("-2 - -3", "1")]
    [InlineData("7 / 2", "3.5")]
    [InlineData("1 / 0", null)]
    [InlineData("nothing + 1", null)]
    [InlineData("count(a.rows)", "3")]
    [InlineData("count(a.none)", "0")]
    [InlineData("sum(a.rows[type = 'plutonium'].mass) / 1000", "1.70025")]
    [InlineData("sum(a.rows[type = 'plutonium' and not fresh].mass)", "200")]
    [InlineData("sum(a.rows[mass > 100 or type = 'thorium'].mass)", "1707.25")]
    [InlineData("count(distinct(a.rows.mba))", "2")]
    [InlineData("count(a.rows[days = 9])", "0")]
    [InlineData("max(a.rows.days)", "9")]
    [InlineData("min(a.rows.days)", "1")]
    [InlineData("median(a.rows.days)", "3")]
    [InlineData("mean(a.rows[mba = 'A'].days)", "2")]
    [InlineData("mean(a.none)", null)]
    [InlineData("last(a.rows).type", "thorium")]
    [InlineData("share(1, 4)", "25")]
    [InlineData("share(1, 0)", null)]
    [InlineData("days(a.day, asOf)", "30")]
    [InlineData("years('2024-02-29', '2026-02-28')", "2")]
    [InlineData("years('2020-01-01', '2026-01-01')", "6")]
    [InlineData("if(known(a.day), 'yes', 'no')", "yes")]
    [InlineData("if(a.day < asOf, 1, 2)", "1")]
    [InlineData("abs(2 - 5)", "3")]
    [InlineData("'10' > '9'", "true")]
    [InlineData("a.rows.unknown = 1", "false")]
    [InlineData("true and false or true", "true")]
    public void A_formula_has_the_value_that_it_states(string text, string? value)
    {
        using var answer = JsonDocument.Parse(Answer);
        var scope = new FormulaScope(new Dictionary<string, FormulaValue>
        {
            ["a"] = FormulaValue.Of(answer.RootElement),
            ["asOf"] = FormulaValue.Of(new DateOnly(2026, 4, 30)),
        });
        Assert.Equal(value, scope.Value(Formula.Parse(text)).Text);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("1 +", 4)]
    [InlineData("(1", 3)]
    [InlineData("a.rows[type = 'x'", 18)]
    [InlineData("sum(1, 2)", 10)]
    [InlineData("share(1)", 9)]
    [InlineData("drop(a)", 1)]
    [InlineData("'open", 1)]
    [InlineData("a ; b", 3)]
    [InlineData("1 2", 3)]
    [InlineData("1.2.3", 6)]
    [InlineData("a = b = c", 7)]
    public void What_is_no_formula_is_refused_with_its_place(string text, int place) =>
        Assert.StartsWith($"At {place}: ", Assert.Throws<FormatException>(() => Formula.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Whatever_is_read_as_a_formula_is_read_or_refused_and_never_fails_otherwise() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Convert(text => text ?? "", text => text), text =>
        {
            try
            {
                Formula.Parse(text);
            }
            catch (FormatException)
            {
                // Refused.
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_formula_that_is_too_long_or_too_deep_is_refused()
    {
        Assert.Throws<FormatException>(() => Formula.Parse(new string('1', 4_001)));
        Assert.Throws<FormatException>(() => Formula.Parse(new string('(', 200) + "1" + new string(')', 200)));
    }
}
