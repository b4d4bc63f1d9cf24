using System.Globalization;
using Custodia.Books;
using Custodia.Commitments.Commands;
using Custodia.Commitments.Indicators;

namespace Custodia.Commitments.Statements;

/// <summary>Decides what persons state and set.</summary>
internal static class StatementDecisions
{
    /// <summary>Most years for which a signed statement may count.</summary>
    public const int MaxYears = 5;

    private const int MaxValue = 100;
    private const int MaxFormula = 300;

    public static Decision Decide(CommitmentsBook book, AttestIndicator command, DecisionContext context)
    {
        var refusals = new List<Refusal>();
        var indicator = Known(command.Indicator, refusals);
        if (command.StatedOn > context.Today)
            refusals.Add(CommitmentsRefusals.DayAhead.In("statedOn", $"≤ {context.Today:yyyy-MM-dd}", $"{command.StatedOn:yyyy-MM-dd}"));
        var last = command.StatedOn > DateOnly.MaxValue.AddYears(-MaxYears) ? DateOnly.MaxValue : command.StatedOn.AddYears(MaxYears);
        if (command.Expires <= command.StatedOn || command.Expires > last)
            refusals.Add(CommitmentsRefusals.ExpiryWrong.In("expires", $"≤ {last:yyyy-MM-dd}", $"{command.Expires:yyyy-MM-dd}"));
        if (indicator is not null && !IsValue(command.Value, indicator))
            refusals.Add(CommitmentsRefusals.ValueWrong.In("value", indicator.Unit ?? "status | yyyy-MM-dd", GivenText.Quote(command.Value)));
        Texts.Check(command.Signatory, "signatory", isRequired: true, refusals);
        Texts.Check(command.Document, "document", isRequired: true, refusals);
        if (!Texts.IsDigest(command.Digest))
            refusals.Add(CommitmentsRefusals.DigestWrong.In("digest", "[0-9a-f]{64}", GivenText.Quote(command.Digest)));
        return Of(refusals, new AttestationRecorded(command));
    }

    public static Decision Decide(CommitmentsBook book, AssertIndicator command, DecisionContext context)
    {
        var refusals = new List<Refusal>();
        Known(command.Indicator, refusals);
        if (command.On > context.Today)
            refusals.Add(CommitmentsRefusals.DayAhead.In("on", $"≤ {context.Today:yyyy-MM-dd}", $"{command.On:yyyy-MM-dd}"));
        Texts.Check(command.Text, "text", isRequired: true, refusals);
        return Of(refusals, new AssertionRecorded(command));
    }

    public static Decision Decide(CommitmentsBook book, WithdrawStatement command, DecisionContext context)
    {
        var refusals = new List<Refusal>();
        if (book.Statements.Find(command.Entry) is not { WithdrawnBy: long.MaxValue })
            refusals.Add(CommitmentsRefusals.StatementUnknown.In("entry", found: $"{command.Entry}"));
        Texts.Check(command.Reason, "reason", isRequired: true, refusals);
        return Of(refusals, new StatementWithdrawn(command.Entry, command.Reason));
    }

    public static Decision Decide(CommitmentsBook book, SetThreshold command, DecisionContext context)
    {
        var refusals = new List<Refusal>();
        var indicator = Known(command.Indicator, refusals);
        Formula(command.Met, "met", indicator, refusals);
        if (command.OnTrack is not null)
            Formula(command.OnTrack, "onTrack", indicator, refusals);
        Texts.Check(command.Reason, "reason", isRequired: true, refusals);
        return Of(refusals, new ThresholdSet(command));
    }

    public static Decision Decide(CommitmentsBook book, SetApplicability command, DecisionContext context)
    {
        var refusals = new List<Refusal>();
        Known(command.Indicator, refusals);
        Texts.Check(command.Reason, "reason", isRequired: true, refusals);
        return Of(refusals, new ApplicabilitySet(command));
    }

    public static Decision Decide(CommitmentsBook book, SetTarget command, DecisionContext context)
    {
        var refusals = new List<Refusal>();
        var item = book.ItemOf(command.Item ?? "", View.Everything);
        if (item is null)
            refusals.Add(CommitmentsRefusals.Unknown.In("item", found: GivenText.Quote(command.Item)));
        else if (!item.Indicators.Contains(command.Indicator))
            refusals.Add(CommitmentsRefusals.NotOfItem.In("indicator", string.Join(" | ", item.Indicators), GivenText.Quote(command.Indicator)));
        else if (command.Due <= item.Baseline)
            refusals.Add(CommitmentsRefusals.DueWrong.In("due", $"> {item.Baseline:yyyy-MM-dd}", $"{command.Due:yyyy-MM-dd}"));
        Texts.Check(command.TextEn, "textEn", isRequired: true, refusals);
        Texts.Check(command.TextZh, "textZh", isRequired: true, refusals);
        return Of(refusals, new TargetSet(command));
    }

    private static Decision Of(List<Refusal> refusals, Fact fact) =>
        refusals.Count > 0 ? Decision.Refuse(refusals) : Decision.Accept(fact);

    private static Indicator? Known(string? id, List<Refusal> refusals)
    {
        var indicator = IndicatorCatalogue.Find(id ?? "");
        if (indicator is null)
            refusals.Add(CommitmentsRefusals.Unknown.In("indicator", found: GivenText.Quote(id)));
        return indicator;
    }

    // A number where the indicator has a unit; else a word or a day, such as the rules of its thresholds compare.
    private static bool IsValue(string? value, Indicator indicator) => value is { Length: > 0 and <= MaxValue }
        && !value.Any(char.IsControl) && value.Trim() == value
        && (indicator.Unit is null || decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out _));

    // How it stands is shown even where its band is not: of what sites hold, only whether it is nothing.
    private static IReadOnlyList<decimal> Ends(Indicator indicator) => indicator.Bands switch
    {
        null => [],
        [0, ..] => [0],
        var bands => bands,
    };

    private static void Formula(string? text, string field, Indicator? indicator, List<Refusal> refusals)
    {
        if (text is null or { Length: 0 or > MaxFormula })
        {
            refusals.Add(CommitmentsRefusals.TextMissing.In(field, $"1 – {MaxFormula}", $"{text?.Length ?? 0}"));
            return;
        }

        try
        {
            var formula = Indicators.Formula.Parse(text);
            // What else a formula could ask of the books would be told by how the indicator stands.
            if (formula.Names().FirstOrDefault(name => name is not ("value" or "asOf")) is { } other)
                refusals.Add(CommitmentsRefusals.FormulaWrong.In(field, "value | asOf", GivenText.Quote(other)));
            // A threshold between the ends of a band would tell in which part of it the value lies: set often enough, the value.
            else if (indicator is { Disclosure: not Disclosure.Open } && Ends(indicator) is var ends && !formula.ComparesValueWith(ends))
                refusals.Add(CommitmentsRefusals.ThresholdTells.In(field,
                    string.Join(" | ", ends.Select(end => string.Create(CultureInfo.InvariantCulture, $"value <= {end}"))), GivenText.Quote(text)));
        }
        catch (FormatException exception)
        {
            refusals.Add(CommitmentsRefusals.FormulaWrong.In(field, exception.Message, text));
        }
    }
}
