using System.Security.Cryptography;
using System.Text.Json;
using Custodia.Books;

namespace Custodia.Commitments.Indicators;

/// <summary>
/// Works indicators out: asks the books what the declared formula asks, and applies it. Nobody can type a value in; what the
/// books do not hold is no evidence. The same day and entry give the same value for ever, byte for byte. Safe on any thread.
/// </summary>
/// <param name="questions">The books.</param>
public sealed class IndicatorEngine(BookQuestions questions)
{
    /// <summary>Most entries that a value names.</summary>
    public const int MaxEntries = 1_000;

    private readonly Dictionary<string, (IndicatorFormula Declared, Formula Value, Formula? Entries)> _formulas =
        questions.Formulas.ToDictionary(declared => declared.Id,
            declared => (declared, Formula.Parse(declared.Value), declared.Entries is { } entries ? Formula.Parse(entries) : null),
            StringComparer.Ordinal);

    /// <summary>The formula of an indicator, or <c>null</c> where no book declares one.</summary>
    public IndicatorFormula? FormulaOf(string indicator) =>
        _formulas.TryGetValue(indicator, out var formula) ? formula.Declared : null;

    /// <summary>Begins to work out indicators as of one day, as known at one entry: what they ask alike is asked once.</summary>
    /// <param name="view">From where to look; its reader does not matter.</param>
    public Evaluation At(View view) => new(this, view with { Reader = null });

    /// <summary>Works one out.</summary>
    /// <param name="indicator">Which.</param>
    /// <param name="view">As of which day, as known at which entry.</param>
    /// <param name="ask">Asks the books.</param>
    internal IndicatorValue Of(Indicator indicator, View view, Func<IndicatorQuestion, Answer<JsonElement>> ask)
    {
        if (!_formulas.TryGetValue(indicator.Id, out var formula))
            return None(indicator, view, null, questions.Find(indicator.Keeper) is null ? MissingReason.BookNotKept : MissingReason.NotDeclared);
        if (formula.Declared.Ask.Values.Any(question => questions.Query(question.Query) is null))
            return None(indicator, view, formula.Declared.Version, MissingReason.BookNotKept);

        var (names, asked) = (new Dictionary<string, FormulaValue>(StringComparer.Ordinal), new List<AskedQuestion>());
        names["asOf"] = FormulaValue.Of(view.AsOf);
        foreach (var (name, question) in formula.Declared.Ask)
        {
            var answer = ask(question);
            if (!answer.IsGiven)
                return None(indicator, view, formula.Declared.Version, MissingReason.Refused);
            names[name] = FormulaValue.Of(answer.Value);
            asked.Add(new AskedQuestion(question.Query, question.Input?.ToJsonString(FaceJson.Options) ?? "{}", Digest(answer.Value)));
        }

        var scope = new FormulaScope(names);
        var value = scope.Value(formula.Value);
        if (value.Text is not { } text)
            return None(indicator, view, formula.Declared.Version, MissingReason.NothingToCount) with { Asked = asked };
        return new IndicatorValue(indicator.Id, view.AsOf, view.Count - 1, Judge(indicator, value, names), Grade.Computed, text,
            indicator.Unit, formula.Declared.Version, MissingReason.None, Entries(formula.Entries, scope), asked);
    }

    /// <summary>Asks the books.</summary>
    internal Answer<JsonElement> Ask(IndicatorQuestion question, View view) => questions.Ask(question, view);

    private static Standing Judge(Indicator indicator, FormulaValue value, Dictionary<string, FormulaValue> names)
    {
        names["value"] = value;
        var scope = new FormulaScope(names);
        var rules = indicator.Rules;
        return Holds(rules.NotApplicable) ? Standing.NotApplicable
            : rules.Met is null ? Standing.Measured
            : Holds(rules.Met) ? Standing.Met
            : Holds(rules.OnTrack) ? Standing.OnTrack
            : Standing.OffTrack;

        bool Holds(Formula? rule) => rule is not null && scope.Value(rule).IsTrue;
    }

    private static long[] Entries(Formula? formula, FormulaScope scope) => formula is null
        ? []
        : [.. (scope.Value(formula).List ?? []).Select(entry => entry.Number).OfType<decimal>().Select(number => (long)number)
            .Distinct().Order().Take(MaxEntries)];

    private static IndicatorValue None(Indicator indicator, View view, int? version, MissingReason reason) => new(
        indicator.Id, view.AsOf, view.Count - 1, Standing.NoEvidence, null, null, indicator.Unit, version, reason, [], []);

    private static string Digest(JsonElement answer) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(answer, FaceJson.Options)));
}
