using System.Globalization;
using Custodia.Books;

namespace Custodia.Commitments.Cooperation.Commands;

/// <summary>Collects what is wrong with a command.</summary>
/// <param name="today">The day on which it is given.</param>
internal sealed class Checks(DateOnly today)
{
    public const int MaxText = 500;
    public const int MaxName = 200;
    private const decimal MaxAmount = 1_000_000_000m;

    private readonly List<Refusal> _refusals = [];

    /// <summary>What was decided.</summary>
    public Decision Or(Func<Fact> fact) => _refusals.Count > 0 ? Decision.Refuse(_refusals) : Decision.Accept(fact());

    public bool IsRight => _refusals.Count == 0;

    public Checks That(bool isRight, RefusalCode code, string field, string? expected = null, string? found = null)
    {
        if (!isRight)
            _refusals.Add(code.In(field, expected, GivenText.Quote(found)));
        return this;
    }

    public Checks Text(string? text, string field, int most = MaxText) =>
        That(GivenText.IsTaken(text, most), CooperationRefusals.TextMissing, field, $"1 – {most}", $"{text?.Length ?? 0}");

    public Checks Optional(string? text, string field, int most = MaxText) => text is null ? this : Text(text, field, most);

    public Checks Done(DateOnly on, string field = "on") =>
        That(on <= today, CooperationRefusals.DayAhead, field, $"≤ {today:yyyy-MM-dd}", $"{on:yyyy-MM-dd}");

    public Checks NotBefore(DateOnly day, DateOnly first, string field) =>
        That(day >= first, CooperationRefusals.DayBefore, field, $"≥ {first:yyyy-MM-dd}", $"{day:yyyy-MM-dd}");

    public Checks Length<T>(IReadOnlyList<T>? list, string field, int least, int most) =>
        That((list?.Count ?? 0) is var count && count >= least && count <= most, CooperationRefusals.ListLength, field,
            $"{least} – {most}", $"{list?.Count ?? 0}");

    // None made, planned or lent is something to say, too.
    public Checks Amount(decimal amount, string field) =>
        That(amount is >= 0 and <= MaxAmount, CooperationRefusals.AmountWrong, field, $"0 – {MaxAmount:0}",
            amount.ToString(CultureInfo.InvariantCulture));

    public Checks Items(CooperationBook book, IReadOnlyList<string>? items)
    {
        Length(items, "items", 0, 20);
        foreach (var item in (items ?? []).Where(item => !book.HasPromise(item)).Take(5))
            That(false, CooperationRefusals.ItemUnknown, "items", found: item);
        return this;
    }
}
