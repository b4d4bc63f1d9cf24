using Custodia.Books;
using Custodia.Commitments.Indicators;

namespace Custodia.Commitments.Reports;

/// <summary>Asks what changed between two days.</summary>
/// <param name="From">The earlier day, such as that of the last summit.</param>
/// <param name="Day">The later day; left out: that of the view, where it has one.</param>
/// <param name="FromKnownAt">The last entry that counts for the earlier day; left out: the same as for the later.</param>
public sealed record ReportChangesQuery(
    [Meaning("Earlier day, such as that of the last summit", "起始日，如上屆高峰會之日")] DateOnly From,
    [Meaning("Later day", "基準日")] DateOnly? Day = null,
    [Meaning("Last entry that counts for the earlier day", "起始日計入之最後分錄")] long? FromKnownAt = null);

/// <summary>What changed between two days.</summary>
/// <param name="From">The earlier day.</param>
/// <param name="FromKnownAt">The last entry that counts for it.</param>
/// <param name="Day">The later day.</param>
/// <param name="KnownAt">The last entry that counts for it.</param>
/// <param name="Promises">Each promise whose standing changed.</param>
/// <param name="Indicators">Each indicator whose standing or value changed, as far as the reader may see it.</param>
public sealed record ReportChanges(DateOnly From, long FromKnownAt, DateOnly Day, long KnownAt, IReadOnlyList<PromiseChange> Promises,
    IReadOnlyList<IndicatorChange> Indicators);

/// <summary>A promise that changed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">What it says.</param>
/// <param name="Was">How it stood.</param>
/// <param name="Now">How it stands.</param>
/// <param name="WasGrade">On what it rested.</param>
/// <param name="NowGrade">On what it rests.</param>
/// <param name="Because">Ids of those of its indicators that changed.</param>
public sealed record PromiseChange(string Id, Words Text, Standing? Was, Standing? Now, Grade? WasGrade, Grade? NowGrade,
    IReadOnlyList<string> Because);

/// <summary>An indicator that changed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Was">Its value.</param>
/// <param name="WasStanding">How it stood.</param>
/// <param name="Now">Its value now.</param>
/// <param name="NowStanding">How it stands.</param>
/// <param name="Reasons">Why: at least one.</param>
public sealed record IndicatorChange(string Id, Words Name, string? Unit, string? Was, Standing WasStanding, string? Now, Standing NowStanding,
    IReadOnlyList<ChangeReason> Reasons);

/// <summary>Why something changed.</summary>
public enum ChangeCause
{
    /// <summary>Entries came on which the value rests.</summary>
    EntriesCame,

    /// <summary>Entries on which it rested count no more.</summary>
    EntriesGone,

    /// <summary>The value crossed a threshold.</summary>
    ThresholdCrossed,

    /// <summary>The State keeps the book now.</summary>
    BookNewlyKept,

    /// <summary>The book that was kept counts this now.</summary>
    NewlyDeclared,

    /// <summary>Something is recorded for the first time.</summary>
    FirstRecorded,

    /// <summary>A statement was recorded.</summary>
    StatementRecorded,

    /// <summary>The signed statement expired.</summary>
    StatementExpired,

    /// <summary>The State set its own threshold.</summary>
    ThresholdSet,

    /// <summary>The books show no value any more.</summary>
    ValueLost,

    /// <summary>The formula changed.</summary>
    FormulaChanged,

    /// <summary>Entries that came later changed what was known of the earlier day.</summary>
    Restated,

    /// <summary>The books answer otherwise, and name no entries.</summary>
    AnswersChanged,

    /// <summary>The day alone moved it.</summary>
    TimePassed,
}

/// <summary>One reason of a change.</summary>
/// <param name="Cause">What it is.</param>
/// <param name="Text">In words.</param>
/// <param name="Count">How many entries, where it is of entries.</param>
/// <param name="Entries">The first of them.</param>
/// <param name="Rule">The rule that was crossed, as the catalogue states it.</param>
public sealed record ChangeReason(ChangeCause Cause, Words Text, int Count, IReadOnlyList<long> Entries, string? Rule = null);

/// <summary>Tells what changed between two days, and why.</summary>
public static class Changes
{
    private const int EntriesNamed = 10;
    private const int MostKept = 16;

    /// <summary>Answers <see cref="ReportChangesQuery"/>.</summary>
    public static Answer<ReportChanges> Ask(CommitmentsBook book, ReportChangesQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        var span = ReportSpan.Of(query.Day, query.From, query.FromKnownAt, view, "from", "fromKnownAt");
        if (!span.IsGiven)
            return Answer<ReportChanges>.Refuse(span.Refusals);
        return Between(book, ReportBasis.Of(book, ReportMarking.Find("official")!, span.Value));
    }

    /// <summary>What changed between the two days of a report.</summary>
    internal static ReportChanges Between(CommitmentsBook book, ReportBasis basis)
    {
        var (now, then) = (basis.Now, basis.Then);
        var restated = Restated(book, basis);
        var known = new Dictionary<long, Evaluation>();
        List<IndicatorChange> indicators =
        [
            .. from row in now.Indicators
               let was = then.Values[row.Indicator.Id]
               where was.Value != row.Value.Value || was.Standing != row.Value.Standing || was.Grade != row.Value.Grade
               select new IndicatorChange(row.Indicator.Id, new Words(row.Indicator.NameEn, row.Indicator.NameZh), row.Value.Unit, was.Value,
                   was.Standing, row.Value.Value, row.Value.Standing,
                   [.. Reasons(row.Indicator, was, row.Value, restated, MovedBy(row.Indicator, was, row.Value, basis, At))]),
        ];
        var changed = indicators.Select(change => change.Id).ToHashSet(StringComparer.Ordinal);
        return new ReportChanges(then.View.AsOf, then.View.Count - 1, now.View.AsOf, now.View.Count - 1,
        [
            .. from item in now.Items.Values
               let was = then.Items.GetValueOrDefault(item.Id)
               where was?.Standing != item.Standing
               select new PromiseChange(item.Id, new Words(item.TextEn, item.TextZh), was?.Standing, item.Standing, was?.Grade, item.Grade,
                   [.. (item.Indicators ?? []).Where(changed.Contains)]),
        ],
        indicators);

        // The entries at which each search begins are those of the others, too: what is asked as known there is asked once for all.
        Evaluation At(long count)
        {
            if (known.TryGetValue(count, out var evaluation))
                return evaluation;
            evaluation = book.Engine.At(now.View with { Count = count });
            if (known.Count < MostKept)
                known.Add(count, evaluation);
            return evaluation;
        }
    }

    // What the earlier day looks like with what is known now: where that differs, entries came late.
    private static HashSet<string> Restated(CommitmentsBook book, ReportBasis basis)
    {
        if (basis.Then.View.Count == basis.Now.View.Count)
            return [];
        var again = ReportMoment.Of(book, basis.Marking, basis.Then.View with { Count = basis.Now.View.Count });
        return basis.Then.Values.Where(pair => again.Values[pair.Key] is var known
                && (known.Value != pair.Value.Value || known.Standing != pair.Value.Standing))
            .Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
    }

    // Where the answers name no entry that tells the two apart, the entry is sought at which they came to differ: such as that of a
    // line that was corrected or deleted. Who may not see what the value is made of is not told it.
    private static long? MovedBy(Indicator indicator, IndicatorValue was, IndicatorValue now, ReportBasis basis, Func<long, Evaluation> at)
    {
        var (low, high) = (basis.Then.View.Count, basis.Now.View.Count);
        if (low >= high || was.Asked.Count + now.Asked.Count == 0 || OfEntries(was, now).Any() || Value(low) == Value(high))
            return null;
        var value = Value(high);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = Value(middle) == value ? (low, middle) : (middle, high);
        }

        return high - 1;

        string? Value(long count) => at(count).Of(indicator).Value;
    }

    private static List<ChangeReason> Reasons(Indicator indicator, IndicatorValue was, IndicatorValue now, HashSet<string> restated, long? movedBy)
    {
        var named = Appeared(was, now).Concat(OfEntries(was, now)).ToList();
        if (movedBy is { } entry)
        {
            named.Add(new ChangeReason(ChangeCause.EntriesCame, ReportWords.Of("reason.entries", ReportWords.Number(1), ReportWords.Entry(entry)),
                1, [entry]));
        }

        if (was.FormulaVersion is { } before && now.FormulaVersion is { } version && before != version)
            named.Add(Reason(ChangeCause.FormulaChanged, "formula", $"{version}", $"{before}"));
        if (restated.Contains(indicator.Id))
            named.Add(Reason(ChangeCause.Restated, "late", ReportWords.Day(was.AsOf)));
        if (named.Count == 0)
            named.Add(Moved(was, now));
        if (was.Grade is not null && now.Grade is not null && was.Standing != now.Standing && Crossed(indicator, now) is { } crossed)
            named.Add(crossed);
        return named;
    }

    private static IEnumerable<ChangeReason> Appeared(IndicatorValue was, IndicatorValue now)
    {
        var (wasCounted, isCounted) = (was.Grade == Grade.Computed, now.Grade == Grade.Computed);
        if (isCounted && !wasCounted)
        {
            yield return was.Missing == MissingReason.BookNotKept ? Reason(ChangeCause.BookNewlyKept, "bookKept")
                : was.FormulaVersion is null ? Reason(ChangeCause.NewlyDeclared, "declared")
                : Reason(ChangeCause.FirstRecorded, "recorded");
        }

        if (wasCounted && !isCounted)
            yield return Reason(ChangeCause.ValueLost, "lost");
        if (now.Statement is { } stated && stated != was.Statement)
            yield return Reason(ChangeCause.StatementRecorded, "stated", ReportWords.Entry(stated));
        if (now.Missing == MissingReason.Expired && was.Missing != MissingReason.Expired)
            yield return Reason(ChangeCause.StatementExpired, "expired");
        if (now.Threshold is { } threshold && threshold != was.Threshold)
            yield return Reason(ChangeCause.ThresholdSet, "threshold", ReportWords.Entry(threshold));
    }

    private static IEnumerable<ChangeReason> OfEntries(IndicatorValue was, IndicatorValue now)
    {
        foreach (var (cause, key, entries) in new[]
        {
            (ChangeCause.EntriesCame, "entries", now.Entries.Except(was.Entries).ToList()),
            (ChangeCause.EntriesGone, "gone", was.Entries.Except(now.Entries).ToList()),
        })
        {
            if (entries.Count > 0)
                yield return new ChangeReason(cause, ReportWords.Of("reason." + key, ReportWords.Number(entries.Count), Named(entries)),
                    entries.Count, [.. entries.Take(EntriesNamed)]);
        }
    }

    // Nothing names what moved it: either the books answer otherwise, or the same answers mean something else on another day.
    private static ChangeReason Moved(IndicatorValue was, IndicatorValue now) =>
        was.Asked.Select(asked => asked.Digest).SequenceEqual(now.Asked.Select(asked => asked.Digest)) && now.Asked.Count > 0
            ? Reason(ChangeCause.TimePassed, "time")
            : Reason(ChangeCause.AnswersChanged, "asked");

    private static ChangeReason? Crossed(Indicator indicator, IndicatorValue now) => now.Threshold is { } own
        ? new ChangeReason(ChangeCause.ThresholdCrossed, ReportWords.Of("reason.crossedOwn"), 1, [own])
        : Rule(indicator) is { } rule ? new ChangeReason(ChangeCause.ThresholdCrossed, ReportWords.Of("reason.crossed"), 0, [], rule) : null;

    private static string? Rule(Indicator indicator) => indicator.OnTrack is { } onTrack && indicator.Met is { } both
        ? $"{both} | {onTrack}"
        : indicator.Met;

    private static string Named(List<long> entries) =>
        string.Join(", ", entries.Take(EntriesNamed).Select(ReportWords.Entry))
        + (entries.Count > EntriesNamed ? ", …" : "");

    private static ChangeReason Reason(ChangeCause cause, string key, params ReadOnlySpan<string> values) =>
        new(cause, ReportWords.Of("reason." + key, values), 0, []);
}
