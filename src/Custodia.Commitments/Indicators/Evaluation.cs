using System.Text.Json;
using Custodia.Books;

namespace Custodia.Commitments.Indicators;

/// <summary>Indicators as of one day, as known at one entry. Each question is asked once. For one thread.</summary>
internal sealed class Evaluation
{
    private readonly IndicatorEngine _engine;
    private readonly View _view;
    private readonly Dictionary<(string Query, string Input), Answer<JsonElement>> _answers = [];
    private readonly Dictionary<string, IndicatorValue> _values;

    private long? _knownThen;
    private (long Count, DateOnly Day) _changed = (-1, DateOnly.MinValue);

    public Evaluation(IndicatorEngine engine, View view, IReadOnlyList<IndicatorValue> given) =>
        (_engine, _view, _values) = (engine, view, given.ToDictionary(value => value.Indicator, StringComparer.Ordinal));

    /// <summary>The day.</summary>
    public DateOnly Day => _view.AsOf;

    /// <summary>
    /// The last entry that was known at the end of the day, where others came later that reach back to it; <c>null</c> where none
    /// did, or nothing was known.
    /// </summary>
    public long? KnownThen
    {
        get
        {
            _knownThen ??= _engine.CountAt(_view.AsOf) is var count && count > 0 && count < _view.Count
                && _engine.ChangedSince(count) <= _view.AsOf ? count - 1 : -1;
            return _knownThen >= 0 ? _knownThen : null;
        }
    }

    /// <summary>The value of an indicator.</summary>
    public IndicatorValue Of(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        if (!_values.TryGetValue(indicator.Id, out var value))
            _values.Add(indicator.Id, value = Kept(indicator) ?? Anew(indicator));
        return value;
    }

    /// <summary>The value of an indicator with the entries that it rests on.</summary>
    public IndicatorValue Traced(Indicator indicator) => _engine.Traced(Of(indicator), _view);

    /// <summary>The target of a promise: the State's own, or that of the document; and the entry that set the State's own.</summary>
    public (Target? Target, long? Entry) TargetOf(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return _engine.Target(item.Id, _view) is { } own
            ? (new Target(own.What.Due, new Words(own.What.TextEn, own.What.TextZh), own.What.Indicator), own.Stamp.Sequence)
            : (item.Target, null);
    }

    private IndicatorValue? Kept(Indicator indicator)
    {
        if (_engine.Kept.Find(_view.AsOf, indicator.Id) is not var (count, value) || count > _view.Count)
            return null;
        if (_changed.Count != count)
            _changed = (count, _engine.ChangedSince(count));
        return _changed.Day > _view.AsOf ? value with { KnownAt = _view.Count - 1 } : null;
    }

    private IndicatorValue Anew(Indicator indicator)
    {
        var value = _engine.Of(indicator, _view, Ask);
        _engine.Kept.Keep(_view.AsOf, value, _view.Count);
        return value;
    }

    private Answer<JsonElement> Ask(IndicatorQuestion question)
    {
        var key = (question.Query, question.Input?.ToJsonString() ?? "");
        if (!_answers.TryGetValue(key, out var answer))
            _answers.Add(key, answer = _engine.Ask(question, _view));
        return answer;
    }
}
