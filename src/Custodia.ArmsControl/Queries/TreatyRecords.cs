using Custodia.ArmsControl.Facts;
using Custodia.ArmsControl.Reference;
using Custodia.ArmsControl.Treaty;
using Custodia.Books;

namespace Custodia.ArmsControl.Queries;

/// <summary>Asks for the notifications.</summary>
/// <param name="Party">Of this party only.</param>
/// <param name="Uid">Of this item only.</param>
/// <param name="Day">Up to which day; left out: the last that the view counts.</param>
public sealed record NotificationsQuery(
    [Meaning("Of this party only", "僅此締約方")] Party? Party = null,
    [Meaning("Of this item only", "僅此項目")] string? Uid = null,
    [Meaning("Up to which day", "截至日期")] DateOnly? Day = null);

/// <summary>Notifications.</summary>
/// <param name="Rows">By the day of the event.</param>
public sealed record NotificationList(IReadOnlyList<NotificationRow> Rows);

/// <summary>A notification.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="Party">Whose.</param>
/// <param name="Number">Its number.</param>
/// <param name="Type">What happened.</param>
/// <param name="On">When.</param>
/// <param name="Due">By when it was due.</param>
/// <param name="Sent">When it was sent.</param>
/// <param name="DaysLate">Days from due to sent; less than zero where it was early.</param>
/// <param name="Items">The items.</param>
/// <param name="Note">A note.</param>
public sealed record NotificationRow(long Entry, Party Party, string Number, NotificationType Type, DateOnly On, DateOnly Due, DateOnly Sent,
    int DaysLate, IReadOnlyList<ItemChange> Items, string? Note);

/// <summary>Asks how the items of a party stand, as follows from its notifications.</summary>
/// <param name="Party">Whose.</param>
/// <param name="Day">On which day; left out: the last that the view counts.</param>
public sealed record TreatyItemsQuery(
    [Meaning("Whose items", "締約方")] Party Party,
    [Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>The items of a party.</summary>
/// <param name="Day">The day.</param>
/// <param name="Counts">The totals that they give; null where nothing was notified.</param>
/// <param name="Rows">By identifier.</param>
public sealed record TreatyItemList(DateOnly Day, Counts? Counts, IReadOnlyList<TreatyItemRow> Rows);

/// <summary>An item.</summary>
/// <param name="Uid">Its identifier.</param>
/// <param name="Category">What it is.</param>
/// <param name="Place">Where it is, for the counts.</param>
/// <param name="Warheads">For how many warheads it counts.</param>
public sealed record TreatyItemRow(string Uid, ItemCategory Category, ItemPlace Place, int Warheads);

/// <summary>Asks for the inspections and what is left of the quotas.</summary>
/// <param name="Day">Up to which day; left out: the last that the view counts.</param>
public sealed record TreatyInspectionsQuery([Meaning("Up to which day", "截至日期")] DateOnly? Day = null);

/// <summary>Inspections.</summary>
/// <param name="Rows">By day.</param>
/// <param name="Quotas">By treaty year, of those in which somebody inspected.</param>
public sealed record TreatyInspectionList(IReadOnlyList<TreatyInspectionRow> Rows, IReadOnlyList<QuotaRow> Quotas);

/// <summary>An inspection.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="Inspection">What was recorded.</param>
/// <param name="Year">First day of its treaty year.</param>
public sealed record TreatyInspectionRow(long Entry, RecordInspection Inspection, DateOnly Year);

/// <summary>What a party used of a quota.</summary>
/// <param name="Year">First day of the treaty year.</param>
/// <param name="By">Who inspects.</param>
/// <param name="Type">Which type.</param>
/// <param name="Used">How many were made.</param>
/// <param name="Quota">How many may be made.</param>
public sealed record QuotaRow(DateOnly Year, Party By, InspectionType Type, int Used, int Quota);

/// <summary>Answers what is recorded of the treaty.</summary>
public static class TreatyRecords
{
    /// <summary>Answers <see cref="NotificationsQuery"/>.</summary>
    public static Answer<NotificationList> Ask(ArmsControlBook book, NotificationsQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        var at = ViewDay.Of(view, query.Day);
        return new NotificationList(
        [
            .. from kept in book.Notifications
               let content = kept.Content
               where kept.Counts(at) && (query.Party is null || content.Party == query.Party)
                   && (query.Uid is null || content.Items.Any(item => item.Uid == query.Uid))
               orderby content.On, kept.Stamp.Sequence
               let due = content.On.AddDays(NewStart.NotificationDays)
               select new NotificationRow(kept.Stamp.Sequence, content.Party, content.Number, content.Type, content.On, due, content.Sent,
                   content.Sent.DayNumber - due.DayNumber, content.Items, content.Note),
        ]);
    }

    /// <summary>Answers <see cref="TreatyItemsQuery"/>.</summary>
    public static Answer<TreatyItemList> Ask(ArmsControlBook book, TreatyItemsQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        var at = ViewDay.Of(view, query.Day);
        var items = book.ItemsOf(query.Party);
        return new TreatyItemList(at.AsOf, items.CountsAt(at),
            [.. items.At(at).Select(item => new TreatyItemRow(item.Uid, item.State.Category, item.State.Place, item.State.Warheads))]);
    }

    /// <summary>Answers <see cref="TreatyInspectionsQuery"/>.</summary>
    public static Answer<TreatyInspectionList> Ask(ArmsControlBook book, TreatyInspectionsQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        var at = ViewDay.Of(view, query.Day);
        List<TreatyInspectionRow> rows =
        [
            .. from found in book.Inspections
               where at.Sees(found.Stamp.Sequence, found.Content.On)
               orderby found.Content.On, found.Stamp.Sequence
               select new TreatyInspectionRow(found.Stamp.Sequence, found.Content, NewStart.YearOf(found.Content.On)),
        ];
        return new TreatyInspectionList(rows,
        [
            .. from year in rows.Select(row => row.Year).Distinct()
               from party in Enum.GetValues<Party>()
               from type in Enum.GetValues<InspectionType>()
               let used = rows.Count(row => row.Year == year && row.Inspection.By == party && row.Inspection.Type == type)
               select new QuotaRow(year, party, type, used, NewStart.QuotaOf(type)),
        ]);
    }
}
