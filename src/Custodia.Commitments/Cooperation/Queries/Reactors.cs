using Custodia.Books;
using Custodia.Commitments.Cooperation.Facts;

namespace Custodia.Commitments.Cooperation.Queries;

/// <summary>Asks which reactors still have highly enriched uranium.</summary>
/// <param name="Day">On which day; left out: that of the view, where it has one.</param>
public sealed record ReactorsQuery([Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>The reactors that have, or had, highly enriched uranium.</summary>
/// <param name="Facilities">How many facilities the ledger has: where it has none, nothing can be said.</param>
/// <param name="Rows">By facility.</param>
public sealed record ReactorList(int Facilities, IReadOnlyList<ReactorRow> Rows);

/// <summary>A reactor.</summary>
/// <param name="Facility">Its code.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="Campaign">Id of the conversion that is about it.</param>
/// <param name="IsConverted">Whether the ledger shows none left, and no conversion there is open.</param>
/// <param name="Entries">
/// The entries of the ledger that changed what it has; empty where the reader may not see the ledger, for each is a movement.
/// </param>
public sealed record ReactorRow(string Facility, string NameEn, string NameZh, string? Campaign, bool IsConverted, IReadOnlyList<long> Entries);

/// <summary>Tells the reactors that gave up highly enriched uranium from those that have not, by their ledgers.</summary>
public static class Reactors
{
    /// <summary>Answers <see cref="ReactorsQuery"/>.</summary>
    public static Answer<ReactorList> Ask(CooperationBook book, ReactorsQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (Campaigns.DayOf(query.Day, view) is not { } day)
            return CooperationRefusals.DayMissing.In("day");
        var seen = view with { AsOf = day };
        if (LedgerReading.OfState(book.Questions, seen) is not { } state)
            return new ReactorList(0, []);
        var conversions = Campaigns.All(book, seen, isBrief: true).Where(found => found.Campaign.Kind == CampaignKind.Conversion).ToList();
        return new ReactorList(state.Facilities,
        [
            .. from place in state.Places
               where place.IsReactor
               group place by place.Facility into facility
               orderby facility.Key
               let conversion = conversions.FindLast(found => found.Campaign.Places.Any(code =>
                   code == facility.Key || facility.Any(place => place.Mba == code)))
               select new ReactorRow(facility.Key, facility.First().Name.En, facility.First().Name.Zh, conversion?.Campaign.Id,
                   facility.Sum(place => place.Kilograms) <= 0 && conversion?.Standing.State is null or CampaignState.Closed,
                   LedgerReading.IsOpen(book.Questions, [.. facility], view.Reader) ? Moving(state, facility) : []),
        ]);
    }

    private static List<long> Moving(LedgerReading state, IEnumerable<LedgerPlace> places) =>
        [.. state.Changes.Where(change => places.Any(place => place.Mba == change.Mba)).Select(change => change.Entry).Distinct().Order()];
}
