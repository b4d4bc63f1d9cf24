using Custodia.Books;
using Custodia.Materials.Ledger;
using Custodia.Quantities;

namespace Custodia.Materials.Queries;

/// <summary>What is held, by type of material: summed up MBA by MBA, then over those that a reader may see.</summary>
internal static class Holdings
{
    /// <summary>What the MBAs that a view may show hold.</summary>
    public static IReadOnlyList<Holding> Of(MaterialsBook book, View view)
    {
        var sums = new SortedDictionary<MaterialType, Holding>();
        foreach (var ledger in Sight.Mbas(book, null, view))
        {
            foreach (var held in ledger.Holdings.Of(ledger, default, view))
                sums[held.Type] = sums.TryGetValue(held.Type, out var sum) ? Add(sum, held) : held;
        }

        return
        [
            .. sums.Values.Select(held => held with
            {
                SignificantQuantities = SignificantQuantities.In(held.Type, held.Element, held.Fissile),
            }),
        ];
    }

    /// <summary>What one MBA holds, without its significant quantities.</summary>
    public static IReadOnlyList<Holding> Of(MbaLedger ledger, View view)
    {
        var sums = new SortedDictionary<MaterialType, Holding>();
        var reader = new BatchReader(view);
        foreach (var batch in ledger.Batches.Values)
        {
            reader.Read(batch);
            foreach (var (material, amount) in reader.Contents)
            {
                var type = MaterialTypes.Of(material, amount);
                var held = new Holding(type, amount.Element, amount.Fissile, 0,
                    EffectiveKilograms.In(type, amount.Element, amount.Fissile), 1);
                sums[type] = sums.TryGetValue(type, out var sum) ? Add(sum, held) : held;
            }
        }

        return [.. sums.Values];
    }

    private static Holding Add(Holding left, Holding right) => left with
    {
        Element = left.Element + right.Element,
        Fissile = left.Fissile + right.Fissile,
        EffectiveKilograms = left.EffectiveKilograms + right.EffectiveKilograms,
        Batches = left.Batches + right.Batches,
    };
}
