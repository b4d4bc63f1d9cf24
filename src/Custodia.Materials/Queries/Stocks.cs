using Custodia.Books;
using Custodia.Materials.Ledger;
using Custodia.Materials.Structure;
using Custodia.Quantities;

namespace Custodia.Materials.Queries;

/// <summary>Asks what is held where, by type of material and whether it was irradiated.</summary>
public sealed record StockQuery;

/// <summary>What is held, MBA by MBA.</summary>
/// <param name="Rows">By MBA, then type, what is fresh first.</param>
public sealed record Stock(IReadOnlyList<StockRow> Rows);

/// <summary>What an MBA holds of one type of material.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Facility">Code of its facility.</param>
/// <param name="FacilityKind">What the facility is.</param>
/// <param name="Type">The type; of enriched uranium decided batch by batch.</param>
/// <param name="IsIrradiated">Whether the description code says that it was irradiated (Code 10, fourth letter I).</param>
/// <param name="Element">Mass of the element.</param>
/// <param name="Fissile">Mass of the fissile isotopes, where they are accounted for.</param>
/// <param name="Batches">In how many batches.</param>
public sealed record StockRow(string Mba, string Facility, FacilityKind FacilityKind, MaterialType Type, bool IsIrradiated,
    Mass Element, Mass Fissile, int Batches);

/// <summary>What is held where: what a State says of its civil plutonium and highly enriched uranium is made of this.</summary>
public static class Stocks
{
    /// <summary>Answers <see cref="StockQuery"/>.</summary>
    public static Answer<Stock> Ask(MaterialsBook book, StockQuery query, View view) => new Stock(
        [.. Sight.Mbas(book, null, view).SelectMany(ledger => ledger.Stock.Of(ledger, default, view))]);

    /// <summary>What one MBA holds.</summary>
    internal static IReadOnlyList<StockRow> Of(MbaLedger ledger, DateOnly day, View view)
    {
        var sums = new SortedDictionary<(MaterialType Type, bool IsIrradiated), StockRow>();
        var reader = new BatchReader(view);
        foreach (var batch in ledger.Batches.Values)
        {
            reader.Read(batch);
            if (reader.Contents.IsEmpty)
                continue;
            var isIrradiated = batch.LastSighting(view)?.Description.EndsWith('I') ?? false;
            foreach (var (material, amount) in reader.Contents)
            {
                var key = (MaterialTypes.Of(material, amount), isIrradiated);
                var sum = sums.GetValueOrDefault(key) ?? new StockRow(ledger.Area.Code, ledger.Facility.Code, ledger.Facility.Kind,
                    key.Item1, isIrradiated, Mass.Zero, Mass.Zero, 0);
                sums[key] = sum with
                {
                    Element = sum.Element + amount.Element,
                    Fissile = sum.Fissile + amount.Fissile,
                    Batches = sum.Batches + 1,
                };
            }
        }

        return [.. sums.Values];
    }
}
