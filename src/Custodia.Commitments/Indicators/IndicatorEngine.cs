using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Custodia.Books;
using Custodia.Commitments.Statements;

namespace Custodia.Commitments.Indicators;

/// <summary>
/// Works indicators out: asks the books what the declared formula asks, and applies it. Nobody can type over what the books
/// show; what neither they nor a signed statement shows is no evidence. The same day and entry give the same value for ever, byte
/// for byte. Safe on any thread.
/// </summary>
/// <param name="questions">The books.</param>
/// <param name="statements">What persons stated and set; read while the lock of its book is held.</param>
internal sealed class IndicatorEngine(BookQuestions questions, StatementLedger statements)
{
    private readonly Dictionary<string, (IndicatorFormula Declared, Formula Value, Formula? Entries, Formula? Rows)> _formulas =
        questions.Formulas.ToDictionary(declared => declared.Id,
            declared => (declared, Formula.Parse(declared.Value), declared.Entries is { } entries ? Formula.Parse(entries) : null,
                declared.Parts is { } parts ? Formula.Parse(parts.Rows) : null),
            StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, Formula> _thresholds = new(StringComparer.Ordinal);

    /// <summary>What was worked out before.</summary>
    internal KeptValues Kept { get; } = new();

    /// <summary>The formula of an indicator, or <c>null</c> where no book declares one.</summary>
    public IndicatorFormula? FormulaOf(string indicator) =>
        _formulas.TryGetValue(indicator, out var formula) ? formula.Declared : null;

    /// <summary>Begins to work out indicators as of one day, as known at one entry: what they ask alike is asked once.</summary>
    /// <param name="view">From where to look; its reader does not matter.</param>
    /// <param name="given">Values that somebody brings, which are not worked out.</param>
    public Evaluation At(View view, IReadOnlyList<IndicatorValue>? given = null) => new(this, view with { Reader = null }, given ?? []);

    /// <summary>
    /// Works one out: of the books; where they do not show it, of a signed statement that has not expired; where there is none
    /// either, it stays without evidence, whatever was said.
    /// </summary>
    /// <param name="indicator">Which.</param>
    /// <param name="view">As of which day, as known at which entry.</param>
    /// <param name="ask">Asks the books.</param>
    internal IndicatorValue Of(Indicator indicator, View view, Func<IndicatorQuestion, Answer<JsonElement>> ask)
    {
        var names = new Dictionary<string, FormulaValue>(StringComparer.Ordinal) { ["asOf"] = FormulaValue.Of(view.AsOf) };
        var value = Counted(indicator, view, ask, names);
        if (value.Grade is null)
            value = Stated(value, indicator, view, names);
        return statements.Applicability(indicator.Id, view) is { What.Applies: false } set
            ? value with { Standing = Standing.NotApplicable, Statement = set.Stamp.Sequence }
            : value;
    }

    /// <summary>A value with the entries that it rests on, where a question of their own names them.</summary>
    internal IndicatorValue Traced(IndicatorValue value, View view) =>
        value.Grade == Grade.Computed && FormulaOf(value.Indicator)?.Trace is { } trace && Ask(trace, view) is { IsGiven: true } answer
            ? value.With(answer.Value.Deserialize<EntryTrace>(FaceJson.Options)!)
            : value;

    /// <summary>When it is met and when on its way, and the entry that set so where the State did.</summary>
    internal (Formula? Met, Formula? OnTrack, long? Entry) RulesOf(Indicator indicator, View view) =>
        statements.Threshold(indicator.Id, view) is { } own
            ? (Rule(own.What.Met), Rule(own.What.OnTrack), own.Stamp.Sequence)
            : (indicator.Rules.Met, indicator.Rules.OnTrack, null);

    /// <summary>The same, as they are written.</summary>
    internal (string? Met, string? OnTrack) WrittenRulesOf(Indicator indicator, View view) =>
        statements.Threshold(indicator.Id, view) is { } own ? (own.What.Met, own.What.OnTrack) : (indicator.Met, indicator.OnTrack);

    /// <summary>The formula of a value that the books show, with the answers on which it is worked out.</summary>
    internal (Formula Value, Dictionary<string, FormulaValue> Names)? BasisOf(Indicator indicator, View view)
    {
        if (!_formulas.TryGetValue(indicator.Id, out var formula))
            return null;
        var names = new Dictionary<string, FormulaValue>(StringComparer.Ordinal) { ["asOf"] = FormulaValue.Of(view.AsOf) };
        foreach (var (name, question) in formula.Declared.Ask)
        {
            if (questions.Query(question.Query) is null || Ask(question, view) is not { IsGiven: true } answer)
                return null;
            names[name] = FormulaValue.Of(answer.Value);
        }

        return (formula.Value, names);
    }

    /// <summary>The State's own target for a promise.</summary>
    internal Stated<SetTarget>? Target(string item, View view) => statements.Target(item, view);

    /// <inheritdoc cref="BookQuestions.ChangedSince"/>
    internal DateOnly ChangedSince(long count) => questions.ChangedSince(count);

    /// <inheritdoc cref="BookQuestions.CountAt"/>
    internal long CountAt(DateOnly day) => questions.CountAt(day);

    /// <summary>Asks the books.</summary>
    internal Answer<JsonElement> Ask(IndicatorQuestion question, View view) => questions.Ask(question, view);

    // What the books show.
    private IndicatorValue Counted(Indicator indicator, View view, Func<IndicatorQuestion, Answer<JsonElement>> ask,
        Dictionary<string, FormulaValue> names)
    {
        if (!_formulas.TryGetValue(indicator.Id, out var formula))
            return None(indicator, view, null, questions.Find(indicator.Keeper) is null ? MissingReason.BookNotKept : MissingReason.NotDeclared);
        if (formula.Declared.Ask.Values.Any(question => questions.Query(question.Query) is null))
            return None(indicator, view, formula.Declared.Version, MissingReason.BookNotKept);

        var asked = new List<AskedQuestion>();
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
        var (standing, threshold) = Judge(indicator, value, names, view);
        return new IndicatorValue(indicator.Id, view.AsOf, view.Count - 1, standing, Grade.Computed, text, indicator.Unit,
            formula.Declared.Version, MissingReason.None, [], asked, Threshold: threshold,
            Parts: formula.Rows is { } rows && value.Number is { } whole ? Parts.Of(Rows(scope.Value(rows), formula.Declared.Parts!), whole) : null)
            .With(Entries(formula.Entries, scope));
    }

    // What was stated where the books show nothing. A statement that has expired is but words, and words are no evidence.
    private IndicatorValue Stated(IndicatorValue none, Indicator indicator, View view, Dictionary<string, FormulaValue> names)
    {
        if (statements.Attestation(indicator.Id, view) is { What: var stated } attestation)
        {
            var told = none with { Value = stated.Value, Statement = attestation.Stamp.Sequence, Expires = stated.Expires };
            if (stated.Expires < view.AsOf)
                return told with { Grade = Grade.Asserted, Missing = MissingReason.Expired };
            var (standing, threshold) = Judge(indicator, FormulaValue.Of(stated.Value), names, view);
            return told with { Grade = Grade.Attested, Standing = standing, Threshold = threshold, Missing = MissingReason.None };
        }

        return statements.Assertion(indicator.Id, view) is { } said
            ? none with { Grade = Grade.Asserted, Missing = MissingReason.SaidOnly, Statement = said.Stamp.Sequence }
            : none;
    }

    private (Standing Standing, long? Threshold) Judge(Indicator indicator, FormulaValue value, Dictionary<string, FormulaValue> names,
        View view)
    {
        names["value"] = value;
        var scope = new FormulaScope(names);
        var (met, onTrack, entry) = RulesOf(indicator, view);
        var standing = Holds(indicator.Rules.NotApplicable) ? Standing.NotApplicable
            : met is null ? Standing.Measured
            : Holds(met) ? Standing.Met
            : Holds(onTrack) ? Standing.OnTrack
            : Standing.OffTrack;
        return (standing, entry);

        bool Holds(Formula? rule) => rule is not null && scope.Value(rule).IsTrue;
    }

    private static List<(string Site, decimal Amount, string? Part)> Rows(FormulaValue rows, IndicatorParts parts) =>
        [.. (rows.List ?? []).Select(row => (row[parts.Site].Text ?? "", row[parts.Amount].Number ?? 0, parts.By is { } by ? row[by].Text : null))];

    private Formula? Rule(string? text) => text is null ? null : _thresholds.GetOrAdd(text, Formula.Parse);

    private static EntryTrace Entries(Formula? formula, FormulaScope scope) => EntryTrace.Of(formula is null
        ? []
        : (scope.Value(formula).List ?? []).Select(entry => entry.Number).OfType<decimal>().Select(number => (long)number));

    private static IndicatorValue None(Indicator indicator, View view, int? version, MissingReason reason) => new(
        indicator.Id, view.AsOf, view.Count - 1, Standing.NoEvidence, null, null, indicator.Unit, version, reason, [], []);

    private static string Digest(JsonElement answer) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(answer, FaceJson.Options)));
}
