using Custodia.Books;

namespace Custodia.Commitments.Reports;

/// <summary>The two views between which a report compares.</summary>
/// <param name="Now">That of its day.</param>
/// <param name="Then">That of the day with which it compares.</param>
internal readonly record struct ReportSpan(View Now, View Then)
{
    /// <summary>Reads both, or says what is wrong with them.</summary>
    /// <param name="day">The day asked for.</param>
    /// <param name="since">The day with which is compared; left out: a year before.</param>
    /// <param name="sinceKnownAt">The last entry that counts for that.</param>
    /// <param name="view">The view of the question.</param>
    /// <param name="sinceField">Name of the field of the earlier day.</param>
    /// <param name="knownField">Name of the field of its entry.</param>
    public static Answer<ReportSpan> Of(DateOnly? day, DateOnly? since, long? sinceKnownAt, View view, string sinceField, string knownField)
    {
        var on = day is { } asked && asked < view.AsOf ? asked : view.AsOf;
        if (on == DateOnly.MaxValue)
            return CommitmentsRefusals.DayMissing.In("day");
        var refusals = new List<Refusal>();
        // A reader asks on a day; rules ask on none, and no clock tells them which.
        if (view.Reader is { Now: var now } && DateOnly.FromDateTime(now.UtcDateTime) is var today && on > today)
            refusals.Add(ReportRefusals.DayAhead.In("day", $"≤ {ReportWords.Day(today)}", ReportWords.Day(on)));
        var from = since ?? (on.Year > 1 ? on.AddYears(-1) : on);
        if (from > on)
            refusals.Add(ReportRefusals.SinceAfter.In(sinceField, $"≤ {ReportWords.Day(on)}", ReportWords.Day(from)));
        if (sinceKnownAt is { } known && (known < -1 || known >= view.Count))
            refusals.Add(ReportRefusals.KnownAtAhead.In(knownField, FormattableString.Invariant($"≤ {view.Count - 1}"),
                FormattableString.Invariant($"{known}")));
        return refusals.Count > 0
            ? Answer<ReportSpan>.Refuse(refusals)
            : new ReportSpan(view with { AsOf = on }, view with { AsOf = from, Count = sinceKnownAt + 1 ?? view.Count });
    }
}
