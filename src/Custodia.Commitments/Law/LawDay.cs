using Custodia.Books;

namespace Custodia.Commitments.Law;

/// <summary>The day that a question is about: what is in force depends on it.</summary>
internal static class LawDay
{
    /// <summary>The day that is asked for, but none past the view's; refused where neither names one.</summary>
    public static Answer<T> On<T>(DateOnly? asked, View view, Func<DateOnly, Answer<T>> answer)
    {
        var day = asked is { } given && given < view.AsOf ? given : view.AsOf;
        return day == DateOnly.MaxValue ? LawRefusals.DayMissing.In("day") : answer(day);
    }
}
