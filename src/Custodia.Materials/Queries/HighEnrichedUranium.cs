using Custodia.Books;
using Custodia.Materials.Ledger;
using Custodia.Materials.Structure;
using Custodia.Quantities;

namespace Custodia.Materials.Queries;

/// <summary>Asks where highly enriched uranium is and was, and what brought it and took it away.</summary>
/// <param name="Places">Only in these facilities and MBAs; left out: in all.</param>
/// <param name="Batches">Only these batches there, and what was made of them anywhere.</param>
public sealed record HighEnrichedQuery(
    [Meaning("Only in these facilities and MBAs, by code", "僅此等設施與物料平衡區（代碼）")] IReadOnlyList<string>? Places = null,
    [Meaning("Only these batches there, with what was made of them", "僅其中此等批次及其後續批次")] IReadOnlyList<string>? Batches = null);

/// <summary>Highly enriched uranium on a day, and how it came to that.</summary>
/// <param name="Held">Each MBA that holds or held some, by code.</param>
/// <param name="Changes">What changed it, by day and entry.</param>
/// <param name="Unknown">What was asked for by a code or name that the books do not have.</param>
/// <param name="Facilities">How many facilities were looked at.</param>
public sealed record HighEnriched(IReadOnlyList<HighEnrichedRow> Held, IReadOnlyList<HighEnrichedChange> Changes,
    IReadOnlyList<string> Unknown, int Facilities);

/// <summary>What an MBA holds, which held some before or now.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Facility">Code of its facility.</param>
/// <param name="NameEn">Name of the facility in English.</param>
/// <param name="NameZh">Name of the facility in Chinese.</param>
/// <param name="Kind">What the facility is.</param>
/// <param name="Element">Mass of uranium; zero where it is gone.</param>
/// <param name="Fissile">Mass of its fissile isotopes.</param>
/// <param name="Batches">In how many batches.</param>
public sealed record HighEnrichedRow(string Mba, string Facility, string NameEn, string NameZh, FacilityKind Kind,
    Mass Element, Mass Fissile, int Batches);

/// <summary>What one line did to the highly enriched uranium of a batch.</summary>
/// <param name="Entry">The entry of the line.</param>
/// <param name="Day">Accounting date.</param>
/// <param name="Mba">MBA code.</param>
/// <param name="Batch">Name of the batch.</param>
/// <param name="Code">Change code, <c>PB</c> for an initial inventory, <c>MF</c> for what a physical inventory changed.</param>
/// <param name="Element">Mass of uranium: signed.</param>
/// <param name="Fissile">Mass of its fissile isotopes: signed.</param>
public sealed record HighEnrichedChange(long Entry, DateOnly Day, string Mba, string Batch, string Code, Mass Element, Mass Fissile);

/// <summary>
/// Follows highly enriched uranium through the ledgers. A batch counts while its own content is enriched to 20 % or more: so
/// what is blended down or burnt below that leaves by the code of the line that did it.
/// </summary>
public static class HighEnrichedUranium
{
    private const int MaxOffspring = 10_000;

    /// <summary>Answers <see cref="HighEnrichedQuery"/>.</summary>
    public static Answer<HighEnriched> Ask(MaterialsBook book, HighEnrichedQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        var all = Sight.Mbas(book, null, view).ToList();
        var areas = query.Places is { } places
            ? all.Where(ledger => places.Contains(ledger.Area.Code) || places.Contains(ledger.Facility.Code)).ToList()
            : all;
        var unknown = (query.Places ?? []).Where(place =>
            !areas.Exists(ledger => ledger.Area.Code == place || ledger.Facility.Code == place)).ToList();
        HashSet<(string, string)>? scope = null;
        if (query.Batches is { } batches)
        {
            unknown.AddRange(batches.Where(name => !areas.Exists(ledger => ledger.Batches.ContainsKey(name))));
            scope = WithOffspring(book, areas, batches, view);
            areas = all;
        }

        var changes = areas.SelectMany(ledger => ledger.HighEnriched.Of(ledger, default, view with { AsOf = DateOnly.MaxValue }))
            .Where(change => change.Day <= view.AsOf && scope?.Contains((change.Mba, change.Batch)) != false)
            .OrderBy(change => change.Day).ThenBy(change => change.Entry).ToList();
        return new HighEnriched([.. areas.Select(ledger => Row(ledger, changes)).OfType<HighEnrichedRow>()], changes, unknown,
            areas.Select(ledger => ledger.Facility.Code).Distinct().Count());
    }

    /// <summary>All changes in one MBA.</summary>
    internal static IReadOnlyList<HighEnrichedChange> Of(MbaLedger ledger, DateOnly day, View view)
    {
        var changes = new List<HighEnrichedChange>();
        foreach (var batch in ledger.Batches.Values)
        {
            if (batch.Postings.Any(posting => posting.Material.Element == 'E' && posting.Material.Isotope != 'K'))
                Follow(batch, view, changes);
        }

        return changes;
    }

    private static void Follow(Batch batch, View view, List<HighEnrichedChange> changes)
    {
        var contents = new Dictionary<MaterialCode, Amount>();
        var before = Amount.Zero;
        foreach (var posting in batch.Postings.Where(posting => view.Sees(posting.Sequence, posting.Day)
            && posting.Material.Element == 'E').OrderBy(posting => posting.Day).ThenBy(posting => posting.Sequence))
        {
            contents[posting.Material] = contents.GetValueOrDefault(posting.Material) + posting.Amount;
            var after = contents.Where(held => !held.Value.IsZero && MaterialTypes.Of(held.Key, held.Value) == MaterialType.HighEnrichedUranium)
                .Aggregate(Amount.Zero, (sum, held) => sum + held.Value);
            if (after != before)
            {
                var change = after - before;
                changes.Add(new(posting.Sequence, posting.Day, batch.Mba, batch.Name, posting.Code, change.Element, change.Fissile));
            }

            before = after;
        }
    }

    private static HighEnrichedRow? Row(MbaLedger ledger, List<HighEnrichedChange> changes)
    {
        var batches = changes.Where(change => change.Mba == ledger.Area.Code).GroupBy(change => change.Batch)
            .Select(batch => batch.Aggregate((Element: Mass.Zero, Fissile: Mass.Zero),
                (sum, change) => (sum.Element + change.Element, sum.Fissile + change.Fissile))).ToList();
        if (batches.Count == 0)
            return null;
        var facility = ledger.Facility;
        return batches.Where(held => !held.Element.IsZero).Aggregate(
            new HighEnrichedRow(ledger.Area.Code, facility.Code, facility.NameEn, facility.NameZh, facility.Kind, Mass.Zero, Mass.Zero, 0),
            (row, held) => row with { Element = row.Element + held.Element, Fissile = row.Fissile + held.Fissile, Batches = row.Batches + 1 });
    }

    // A new name is no way out: what was made of a batch, here or where it was shipped in the State, belongs to it.
    private static HashSet<(string, string)> WithOffspring(MaterialsBook book, List<MbaLedger> areas, IReadOnlyList<string> batches, View view)
    {
        var ties = new BatchTies(book, view);
        var found = new HashSet<(string Mba, string Batch)>(
            from ledger in areas from name in batches where ledger.Batches.ContainsKey(name) select (ledger.Area.Code, name));
        var open = new Queue<(string Mba, string Batch)>(found);
        while (found.Count < MaxOffspring && open.TryDequeue(out var batch))
        {
            foreach (var tie in ties.Of(batch.Mba, batch.Batch).Where(tie => !tie.IsExternal && tie.Giver == batch))
            {
                if (found.Add(tie.Taker))
                    open.Enqueue(tie.Taker);
            }
        }

        return found;
    }
}
