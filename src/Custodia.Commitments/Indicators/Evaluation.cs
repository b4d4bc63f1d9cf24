using System.Text.Json;
using Custodia.Books;

namespace Custodia.Commitments.Indicators;

/// <summary>Indicators as of one day, as known at one entry. Each question is asked once. For one thread.</summary>
public sealed class Evaluation
{
    private readonly IndicatorEngine _engine;
    private readonly View _view;
    private readonly Dictionary<(string Query, string Input), Answer<JsonElement>> _answers = [];
    private readonly Dictionary<string, IndicatorValue> _values = new(StringComparer.Ordinal);

    internal Evaluation(IndicatorEngine engine, View view) => (_engine, _view) = (engine, view);

    /// <summary>The day.</summary>
    public DateOnly Day => _view.AsOf;

    /// <summary>The value of an indicator.</summary>
    public IndicatorValue Of(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        if (!_values.TryGetValue(indicator.Id, out var value))
            _values.Add(indicator.Id, value = _engine.Of(indicator, _view, Ask));
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
