using Custodia.Books;
using Custodia.Materials;
using Custodia.Materials.Ledger;
using Custodia.Materials.Tables;

namespace Custodia.Server.Reading;

/// <summary>What a file would record, in short.</summary>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Facts">Facts that would be recorded of its rows.</param>
/// <param name="Counts">How many of each change code, or of each kind of line, in the order of their first one.</param>
/// <param name="Effects">What it does to each book, by material; of a physical inventory, what it lists.</param>
/// <param name="IsListing">Whether the amounts are listed, and do not change the book.</param>
public sealed record ImportPreview(int Rows, int Facts, IReadOnlyList<(string Name, int Count)> Counts,
    IReadOnlyList<(string Mba, Weight Weight)> Effects, bool IsListing)
{
    /// <summary>Sums up facts.</summary>
    /// <param name="rows">Rows of the file.</param>
    /// <param name="facts">What the book decided.</param>
    /// <param name="codes">The code tables in force on a day.</param>
    public static ImportPreview Of(int rows, IReadOnlyList<Fact> facts, Func<DateOnly, CodeTables?> codes)
    {
        var counts = new List<(string Name, int Count)>();
        var effects = new SortedDictionary<(string Mba, MaterialCode Material), Amount>();
        foreach (var fact in facts)
        {
            if (NameOf(fact) is not { } name)
                continue;
            var at = counts.FindIndex(count => count.Name == name);
            if (at < 0)
                counts.Add((name, 1));
            else
                counts[at] = (name, counts[at].Count + 1);
            foreach (var (mba, weight) in EffectsOf(fact, codes))
                effects[(mba, weight.Material)] = effects.GetValueOrDefault((mba, weight.Material)) + weight.Amount;
        }

        return new ImportPreview(rows, counts.Sum(count => count.Count), counts,
            [.. effects.Select(effect => (effect.Key.Mba, new Weight(effect.Key.Material, effect.Value)))],
            facts.Any(fact => fact is InventoryTaken));
    }

    /// <summary>The change code, or the kind of a line; <c>null</c> for what only frames the lines.</summary>
    private static string? NameOf(Fact fact) => fact switch
    {
        InventoryChanged changed => changed.Change.Code,
        FileReceived or BookOpened or InventoryTaken => null,
        _ => MaterialsKinds.Table.Of(fact).Name,
    };

    private static IEnumerable<(string Mba, Weight Weight)> EffectsOf(Fact fact, Func<DateOnly, CodeTables?> codes) =>
        fact switch
        {
            InventoryChanged { Change: var change } when codes(change.Date)?.Change(change.Code) is { } code =>
                OfChange(change, code),
            InitialInventoryListed listed => listed.Item.Weights.Select(weight => (listed.Mba, weight)),
            InventoryItemListed listed => listed.Item.Weights.Select(weight => (listed.Mba, weight)),
            _ => [],
        };

    private static IEnumerable<(string Mba, Weight Weight)> OfChange(InventoryChange change, ChangeCode code) =>
        change.Weights.Select((weight, i) =>
            (change.Mba, weight with { Amount = Materials.Ledger.Effects.OnBook(change, code, i) }));
}
