using Custodia.Books;
using Custodia.Commitments.Cooperation.Facts;

namespace Custodia.Commitments.Cooperation.Queries;

/// <summary>Asks what the State gave.</summary>
/// <param name="Year">Only in this year.</param>
public sealed record ContributionsQuery([Meaning("Only in this year", "僅此年度")] int? Year = null);

/// <summary>What the State gave.</summary>
/// <param name="Rows">The newest first.</param>
public sealed record ContributionList(IReadOnlyList<ContributionRow> Rows);

/// <summary>What was given.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="On">The day.</param>
/// <param name="Contribution">What.</param>
/// <param name="IsOfFunds">Whether it is of the funds that <c>IND-I05</c> counts.</param>
public sealed record ContributionRow(long Entry, DateOnly On, RecordContribution Contribution, bool IsOfFunds);

/// <summary>Asks for the points of contact.</summary>
/// <param name="Function">Only for this.</param>
/// <param name="Day">On which day; left out: that of the view, where it has one.</param>
public sealed record ContactsQuery(
    [Meaning("Only for this", "僅此職能")] ContactFunction? Function = null,
    [Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>The points of contact: of each function the one that was named last.</summary>
/// <param name="Day">The day.</param>
/// <param name="Rows">By function.</param>
public sealed record ContactList(DateOnly Day, IReadOnlyList<ContactRow> Rows);

/// <summary>A point of contact.</summary>
/// <param name="Entry">The entry that named it.</param>
/// <param name="Contact">Who.</param>
/// <param name="Confirmed">Day of the last test that confirmed it; null: none did.</param>
/// <param name="Days">Days since then, or since it was named.</param>
/// <param name="IsFresh">Whether a test confirmed it within its own interval.</param>
public sealed record ContactRow(long Entry, NameContact Contact, DateOnly? Confirmed, int Days, bool IsFresh);

/// <summary>Asks for the forums to which the State was invited.</summary>
public sealed record ForumsQuery;

/// <summary>The forums.</summary>
/// <param name="Rows">The newest first.</param>
public sealed record ForumList(IReadOnlyList<ForumRow> Rows);

/// <summary>A forum.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="Forum">Which, and whether the State went.</param>
public sealed record ForumRow(long Entry, RecordForum Forum);

/// <summary>Asks for assistance that was asked and offered.</summary>
public sealed record AssistanceQuery;

/// <summary>Assistance.</summary>
/// <param name="Rows">The newest first.</param>
public sealed record AssistanceList(IReadOnlyList<AssistanceRow> Rows);

/// <summary>A request or offer.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="Assistance">What.</param>
/// <param name="IsMatched">Whether it found its partner.</param>
/// <param name="Matched">When.</param>
/// <param name="Partner">Whom.</param>
/// <param name="DaysToMatch">In how many days.</param>
/// <param name="Closed">When it ended.</param>
/// <param name="Overlaps">Entries of the items in the same area by another donor that are open while it is.</param>
/// <param name="IsOverlapping">Whether there are any.</param>
public sealed record AssistanceRow(long Entry, RecordAssistance Assistance, bool IsMatched, DateOnly? Matched, string? Partner,
    int? DaysToMatch, DateOnly? Closed, IReadOnlyList<long> Overlaps, bool IsOverlapping);

/// <summary>Asks for cooperation.</summary>
public sealed record ActivitiesQuery;

/// <summary>Cooperation.</summary>
/// <param name="Rows">The newest first.</param>
public sealed record ActivityList(IReadOnlyList<ActivityRow> Rows);

/// <summary>A cooperation.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="Activity">What.</param>
/// <param name="Kind">What sort.</param>
/// <param name="IsClosed">Whether it ended, with an outcome.</param>
/// <param name="Closed">When.</param>
/// <param name="Outcome">With what.</param>
public sealed record ActivityRow(long Entry, RecordActivity Activity, ActivityKind Kind, bool IsClosed, DateOnly? Closed, string? Outcome);

/// <summary>Asks for the measures that the State takes of its own will.</summary>
public sealed record MeasuresQuery;

/// <summary>The measures.</summary>
/// <param name="Rows">The newest first.</param>
public sealed record MeasureList(IReadOnlyList<MeasureRow> Rows);

/// <summary>A measure.</summary>
/// <param name="Entry">The entry that announced it.</param>
/// <param name="Measure">What.</param>
/// <param name="IsEvidenced">Whether there is evidence.</param>
/// <param name="Evidenced">Since when.</param>
/// <param name="Note">Which.</param>
/// <param name="Evidence">The journal entry that shows it.</param>
public sealed record MeasureRow(long Entry, AnnounceMeasure Measure, bool IsEvidenced, DateOnly? Evidenced, string? Note, long? Evidence);

/// <summary>Asks for the descriptions of laws and organisation that were published.</summary>
public sealed record PublicationsQuery;

/// <summary>The publications.</summary>
/// <param name="Rows">The newest first.</param>
public sealed record PublicationList(IReadOnlyList<PublicationRow> Rows);

/// <summary>A publication.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="On">The day.</param>
/// <param name="Publication">What.</param>
public sealed record PublicationRow(long Entry, DateOnly On, PublishFramework Publication);

/// <summary>Answers questions on what the State did with others.</summary>
public static class Logs
{
    private static readonly HashSet<string> Funds = ["nuclear-security-fund", "1540-voluntary-fund", "global-partnership"];

    /// <summary>Answers <see cref="ContributionsQuery"/>.</summary>
    public static Answer<ContributionList> Ask(CooperationBook book, ContributionsQuery query, View view) => new ContributionList(
    [
        .. from found in Newest<RecordContribution>(book, view)
           where query.Year is not { } year || found.Content.On.Year == year
           select new ContributionRow(found.Entry, found.Content.On, found.Content, Funds.Contains(found.Content.Fund)),
    ]);

    /// <summary>Answers <see cref="ContactsQuery"/>.</summary>
    public static Answer<ContactList> Ask(CooperationBook book, ContactsQuery query, View view)
    {
        if (Campaigns.DayOf(query.Day, view) is not { } day)
            return CooperationRefusals.DayMissing.In("day");
        var seen = view with { AsOf = day };
        return new ContactList(day,
        [
            .. from record in book.Of<NameContact>(seen)
               let contact = (NameContact)record.Content
               where query.Function is not { } function || contact.Function == function
               group record by contact.Function into named
               orderby named.Key
               select Row(named.MaxBy(record => (record.Content.On, record.Stamp.Sequence))!, seen),
        ]);
    }

    /// <summary>Answers <see cref="ForumsQuery"/>.</summary>
    public static Answer<ForumList> Ask(CooperationBook book, ForumsQuery query, View view) => new ForumList(
        [.. Newest<RecordForum>(book, view).Select(found => new ForumRow(found.Entry, found.Content))]);

    /// <summary>Answers <see cref="AssistanceQuery"/>.</summary>
    public static Answer<AssistanceList> Ask(CooperationBook book, AssistanceQuery query, View view)
    {
        var all = Newest<RecordAssistance>(book, view).ToList();
        var open = all.Where(found => found.Record.Last(StepKind.Closed, view) is null).ToList();
        return new AssistanceList(
        [
            .. from found in all
               let matched = found.Record.Last(StepKind.Matched, view)?.Step
               let closed = found.Record.Last(StepKind.Closed, view)?.Step.On
               let overlaps = closed is null ? open.Where(other => Overlap(found.Content, other.Content)).Select(other => other.Entry).ToList() : []
               select new AssistanceRow(found.Entry, found.Content, matched is not null, matched?.On, matched?.Note,
                   matched is null ? null : matched.On.DayNumber - found.Content.On.DayNumber, closed, overlaps, overlaps.Count > 0),
        ]);
    }

    /// <summary>Answers <see cref="ActivitiesQuery"/>.</summary>
    public static Answer<ActivityList> Ask(CooperationBook book, ActivitiesQuery query, View view) => new ActivityList(
    [
        .. from found in Newest<RecordActivity>(book, view)
           let closed = found.Record.Last(StepKind.Closed, view)?.Step
           select new ActivityRow(found.Entry, found.Content, found.Content.Kind, closed is not null, closed?.On, closed?.Note),
    ]);

    /// <summary>Answers <see cref="MeasuresQuery"/>.</summary>
    public static Answer<MeasureList> Ask(CooperationBook book, MeasuresQuery query, View view) => new MeasureList(
    [
        .. from found in Newest<AnnounceMeasure>(book, view)
           let shown = found.Record.Last(StepKind.Evidenced, view)?.Step
           select new MeasureRow(found.Entry, found.Content, shown is not null, shown?.On, shown?.Note, shown?.Evidence),
    ]);

    /// <summary>Answers <see cref="PublicationsQuery"/>.</summary>
    public static Answer<PublicationList> Ask(CooperationBook book, PublicationsQuery query, View view) => new PublicationList(
        [.. Newest<PublishFramework>(book, view).Select(found => new PublicationRow(found.Entry, found.Content.On, found.Content))]);

    internal static IEnumerable<(long Entry, KeptRecord Record, T Content)> Newest<T>(CooperationBook book, View view)
        where T : IDated => book.Of<T>(view)
        .OrderByDescending(record => record.Content.On).ThenByDescending(record => record.Stamp.Sequence)
        .Select(record => (record.Stamp.Sequence, record, (T)record.Content));

    private static ContactRow Row(KeptRecord record, View view)
    {
        var contact = (NameContact)record.Content;
        var confirmed = record.Last(StepKind.Confirmed, view)?.Step.On;
        var days = view.AsOf.DayNumber - (confirmed ?? contact.On).DayNumber;
        return new ContactRow(record.Stamp.Sequence, contact, confirmed, days, confirmed is not null && days <= contact.TestDays);
    }

    // The same area and way, by two donors that are known and differ.
    private static bool Overlap(RecordAssistance one, RecordAssistance other) => one.Way == other.Way && one.Donor is { } donor
        && other.Donor is { } second && !string.Equals(donor.Trim(), second.Trim(), StringComparison.OrdinalIgnoreCase)
        && string.Equals(one.Area.Trim(), other.Area.Trim(), StringComparison.OrdinalIgnoreCase);
}
