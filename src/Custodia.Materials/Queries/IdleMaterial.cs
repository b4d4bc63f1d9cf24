using Custodia.Books;
using Custodia.Quantities;

namespace Custodia.Materials.Queries;

/// <summary>Asks for the material at facilities whose licence has ended.</summary>
/// <param name="Day">On which day; left out: that of the view.</param>
public sealed record IdleQuery([Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>Material at facilities whose licence has ended.</summary>
/// <param name="Day">The day.</param>
/// <param name="Licensed">Of how many facilities any licence is recorded: where of none, nothing can be said.</param>
/// <param name="Rows">By facility: those that hold some.</param>
public sealed record IdleMaterial(DateOnly Day, int Licensed, IReadOnlyList<IdleRow> Rows);

/// <summary>A facility that holds material without a licence in force.</summary>
/// <param name="Facility">Its code.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="Licence">Number of the licence that ended last.</param>
/// <param name="LastDay">Its last day.</param>
/// <param name="Days">Days since then.</param>
/// <param name="Element">Mass of all elements held there.</param>
/// <param name="Entry">The entry that recorded the licence.</param>
public sealed record IdleRow(string Facility, string NameEn, string NameZh, string Licence, DateOnly LastDay, int Days, Mass Element, long Entry);

/// <summary>Finds material that lies where no licence lets it be used any more.</summary>
public static class IdleMaterials
{
    /// <summary>Answers <see cref="IdleQuery"/>.</summary>
    public static Answer<IdleMaterial> Ask(MaterialsBook book, IdleQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        var day = Sight.Today(book, query.Day, view);
        var seen = view with { AsOf = day };
        var licences = book.LicencesIn(seen).GroupBy(licence => licence.Licence.Facility, StringComparer.Ordinal).ToList();
        return new IdleMaterial(day, licences.Count,
        [
            .. from known in licences
               where !known.Any(licence => licence.Licence.LastDay >= day)
               let held = Sight.Mbas(book, null, seen).Where(ledger => ledger.Facility.Code == known.Key)
                   .SelectMany(ledger => ledger.Stock.Of(ledger, seen)).Aggregate(Mass.Zero, (sum, row) => sum + row.Element)
               where held > Mass.Zero
               let last = known.MaxBy(licence => licence.Licence.LastDay)
               let facility = book.Facilities[known.Key].Facility
               orderby known.Key
               select new IdleRow(known.Key, facility.NameEn, facility.NameZh, last.Licence.Number, last.Licence.LastDay,
                   day.DayNumber - last.Licence.LastDay.DayNumber, held, last.Stamp.Sequence),
        ]);
    }
}
