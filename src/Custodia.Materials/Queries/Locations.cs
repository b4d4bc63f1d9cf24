using Custodia.Books;
using Custodia.Materials.Ledger;

namespace Custodia.Materials.Queries;

/// <summary>Asks of how much of what is held a physical inventory confirmed the location.</summary>
/// <param name="Day">On which day; left out: that of the view.</param>
public sealed record LocationsQuery([Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>What is held and what of it was found where the book has it.</summary>
/// <param name="Day">The day.</param>
/// <param name="Rows">By MBA: those that hold some.</param>
public sealed record Locations(DateOnly Day, IReadOnlyList<LocationRow> Rows);

/// <summary>An MBA. A batch of several materials counts once for each.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Facility">Code of its facility.</param>
/// <param name="Batches">How many batches are held.</param>
/// <param name="Confirmed">How many of them a physical inventory of the twelve months before listed.</param>
/// <param name="Last">Day of the last such inventory.</param>
/// <param name="Entry">The entry that completed it.</param>
public sealed record LocationRow(string Mba, string Facility, int Batches, int Confirmed, DateOnly? Last, long? Entry);

/// <summary>Holds the ledgers against the physical inventories of the last twelve months.</summary>
public static class LocationChecks
{
    /// <summary>Answers <see cref="LocationsQuery"/>.</summary>
    public static Answer<Locations> Ask(MaterialsBook book, LocationsQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        var day = Sight.Today(book, query.Day, view);
        var seen = view with { AsOf = day };
        return new Locations(day, [.. Sight.Mbas(book, null, seen).Select(ledger => Row(ledger, seen)).Where(row => row.Batches > 0)]);
    }

    private static LocationRow Row(MbaLedger ledger, View view)
    {
        var inventories = ledger.Inventories.Where(inventory => inventory.IsKnown(view) && inventory.Date <= view.AsOf
            && inventory.Date.AddMonths(Deadlines.InventoryMonths) > view.AsOf).ToList();
        var reader = new BatchReader(view);
        var confirmed = 0;
        foreach (var name in inventories.SelectMany(inventory => inventory.Effective(view)).Select(line => line.Item.Batch).Distinct())
        {
            if (!ledger.Batches.TryGetValue(name, out var batch))
                continue;
            reader.Read(batch);
            confirmed += reader.Contents.Length;
        }

        var last = inventories.MaxBy(inventory => inventory.Date);
        return new LocationRow(ledger.Area.Code, ledger.Facility.Code, ledger.Stock.Of(ledger, view).Sum(row => row.Batches), confirmed,
            last?.Date, last?.TakenAt);
    }
}
