using Custodia.Books;

namespace Custodia.Materials.Ledger;

/// <summary>What a physical inventory found of one batch beyond (plus) or short of (minus) the book.</summary>
/// <param name="Batch">Batch name.</param>
/// <param name="Items">Items found less items in the book.</param>
/// <param name="Weights">Weights found less weights in the book, where they differ.</param>
public sealed record InventoryDifference(string Batch, int Items, IReadOnlyList<Weight> Weights);

/// <summary>What a batch holds: items and weights by material.</summary>
/// <param name="Items">Number of items.</param>
/// <param name="Weights">Amounts by material.</param>
public sealed record BatchContents(int Items, SortedDictionary<MaterialCode, Amount> Weights);

/// <summary>Compares a physical inventory with the book, batch by batch.</summary>
public static class InventoryDifferences
{
    private static readonly BatchContents Nothing = new(0, []);

    /// <summary>The differences, by batch name.</summary>
    /// <param name="ledger">The MBA.</param>
    /// <param name="inventory">Its listing.</param>
    /// <param name="view">From where the book is seen: as of the PIT date.</param>
    public static IEnumerable<InventoryDifference> Of(MbaLedger ledger, PhysicalInventory inventory, View view)
    {
        var book = new SortedDictionary<string, BatchContents>(StringComparer.Ordinal);
        foreach (var batch in ledger.Batches.Values)
        {
            var contents = batch.Contents(view);
            var items = batch.Items(view);
            if (contents.Count > 0 || items != 0)
                book.Add(batch.Name, new BatchContents(items, contents));
        }

        return Between(book, Contents(inventory.Effective(view with { Count = long.MaxValue }).Select(line => line.Item)));
    }

    /// <summary>What listed lines hold, by batch: a batch may be listed at several KMPs.</summary>
    public static SortedDictionary<string, BatchContents> Contents(IEnumerable<InventoryItem> items)
    {
        var result = new SortedDictionary<string, BatchContents>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (!result.TryGetValue(item.Batch, out var contents))
                result.Add(item.Batch, contents = new BatchContents(0, []));
            foreach (var (material, amount) in item.Weights)
                contents.Weights[material] = contents.Weights.GetValueOrDefault(material) + amount;
            result[item.Batch] = contents with { Items = contents.Items + item.Items };
        }

        return result;
    }

    /// <summary>The differences from one state to another, by batch name.</summary>
    public static IEnumerable<InventoryDifference> Between(
        SortedDictionary<string, BatchContents> before, SortedDictionary<string, BatchContents> after)
    {
        foreach (var name in before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var was = before.GetValueOrDefault(name) ?? Nothing;
            var found = after.GetValueOrDefault(name) ?? Nothing;
            var weights = (from material in was.Weights.Keys.Union(found.Weights.Keys).Order()
                           let difference = found.Weights.GetValueOrDefault(material) - was.Weights.GetValueOrDefault(material)
                           where !difference.IsZero
                           select new Weight(material, difference)).ToList();
            if (weights.Count > 0 || found.Items != was.Items)
                yield return new InventoryDifference(name, found.Items - was.Items, weights);
        }
    }
}
