using System.Text.RegularExpressions;
using Custodia.Books;

namespace Custodia.Commitments.Missions.Commands;

/// <summary>Holds what was typed against what is taken, and gathers the refusals.</summary>
internal sealed partial class Checks(DecisionContext context)
{
    /// <summary>Longest text.</summary>
    public const int MaxWords = 2_000;

    /// <summary>Longest name, reference or document.</summary>
    public const int MaxName = 200;

    private readonly List<Refusal> _refusals = [];

    /// <summary>Takes the facts, where nothing was refused.</summary>
    public Decision Take(Func<IReadOnlyList<Fact>> facts) =>
        _refusals.Count > 0 ? Decision.Refuse(_refusals) : Decision.Accept(facts());

    public void Refuse(Refusal refusal) => _refusals.Add(refusal);

    /// <summary>An id that something new gets.</summary>
    public void NewId(string? id, bool isTaken, string field = "id")
    {
        if (id is null || !Ids().IsMatch(id))
            Refuse(MissionsRefusals.IdWrong.In(field, "a–z 0–9 -, 3–40", GivenText.Quote(id)));
        else if (isTaken)
            Refuse(MissionsRefusals.IdTaken.In(field, found: id));
    }

    /// <summary>The number of a finding in its report.</summary>
    public void Number(string? number)
    {
        if (number is null || !Numbers().IsMatch(number))
            Refuse(MissionsRefusals.IdWrong.In("number", "A–Z a–z 0–9 -, 1–16", GivenText.Quote(number)));
    }

    /// <summary>A text that must be there, or may be left out.</summary>
    public void Text(string? text, string field, int longest = MaxWords, bool isRequired = true)
    {
        if (text is null ? isRequired : !GivenText.IsTaken(text, longest))
            Refuse(MissionsRefusals.TextWrong.In(field, $"1 – {longest}", $"{text?.Length ?? 0}"));
    }

    /// <summary>A day on which something happened, not before another.</summary>
    public void Day(DateOnly day, DateOnly notBefore = default, string field = "on")
    {
        if (day > context.Today)
            Refuse(MissionsRefusals.DayAhead.In(field, $"≤ {context.Today:yyyy-MM-dd}", $"{day:yyyy-MM-dd}"));
        else if (day < notBefore)
            Refuse(TooEarly(day, notBefore, field));
    }

    /// <summary>A day that may come, not before another.</summary>
    public void Order(DateOnly? day, DateOnly notBefore, string field)
    {
        if (day is { } given && given < notBefore)
            Refuse(TooEarly(given, notBefore, field));
    }

    /// <summary>Terms of an action: who, and by when.</summary>
    public void Terms(string? owner, DateOnly on, DateOnly due)
    {
        Text(owner, "owner", MaxName);
        Order(due, on, "due");
    }

    private static Refusal TooEarly(DateOnly day, DateOnly notBefore, string field) =>
        MissionsRefusals.DayTooEarly.In(field, $"≥ {notBefore:yyyy-MM-dd}", $"{day:yyyy-MM-dd}");

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{2,39}\\z")]
    private static partial Regex Ids();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]{0,15}\\z")]
    private static partial Regex Numbers();
}
