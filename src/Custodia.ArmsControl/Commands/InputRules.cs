using System.Globalization;
using Custodia.Books;

namespace Custodia.ArmsControl.Commands;

/// <summary>What all commands of the book ask of texts and days; gathers what is wrong.</summary>
internal sealed class InputRules
{
    public const int MaxText = 500;
    public const int MaxName = 60;

    private readonly List<Refusal> _refusals = [];

    /// <summary>Refuses where anything was wrong, else accepts the fact.</summary>
    public Decision Accept(Func<Fact> fact) => _refusals.Count > 0 ? Decision.Refuse(_refusals) : Decision.Accept(fact());

    /// <summary>Adds a refusal.</summary>
    public void Refuse(Refusal refusal) => _refusals.Add(refusal);

    /// <summary>Adds a refusal where something holds.</summary>
    public void RefuseIf(bool holds, RefusalCode reason, string field, string? expected = null, string? found = null)
    {
        if (holds)
            _refusals.Add(reason.In(field, expected, GivenText.Quote(found)));
    }

    /// <summary>A text that must be there.</summary>
    public void Text(string? text, string field, int most = MaxText)
    {
        if (!GivenText.IsTaken(text, most))
            _refusals.Add(ArmsControlRefusals.TextMissing.In(field, $"1 – {most}", $"{text?.Length ?? 0}"));
    }

    /// <summary>A text that may be left out.</summary>
    public void Optional(string? text, string field)
    {
        if (text is not null)
            Text(text, field);
    }

    /// <summary>A day that must have come.</summary>
    public void Past(DateOnly? day, string field, DecisionContext context) =>
        RefuseIf(day > context.Today, ArmsControlRefusals.DayAhead, field, $"≤ {Iso(context.Today)}", Iso(day));

    /// <summary>A day that must not lie before another.</summary>
    public void NotBefore(DateOnly? day, DateOnly earliest, string field) =>
        RefuseIf(day < earliest, ArmsControlRefusals.DayTooEarly, field, $"≥ {Iso(earliest)}", Iso(day));

    /// <summary>A day as ISO 8601 has it.</summary>
    public static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
