using Custodia.Books;
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
        [.. Sight.Mbas(book, null, view).SelectMany(ledger => ledger.Stock.Of(ledger, view))]);
}
