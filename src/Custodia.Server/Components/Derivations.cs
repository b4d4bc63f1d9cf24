using System.Globalization;
using Custodia.Books;
using Custodia.Materials.Queries;
using Custodia.Quantities;
using Custodia.Server.Language;
using Custodia.Server.Reading;
using Microsoft.Extensions.Localization;

namespace Custodia.Server.Components;

/// <summary>How figures that are not masses come from the masses: computed anew from the books, so that they can be compared.</summary>
public static class Derivations
{
    private const int MostNamed = 12;
    private const int PageSize = 5_000;

    /// <summary>Significant quantities: the mass that counts, by the mass of one.</summary>
    public static Derivation SignificantQuantity(IStringLocalizer<Text> text, Holding held)
    {
        var one = SignificantQuantities.One(held.Type);
        var countsIsotope = SignificantQuantities.CountsIsotope(held.Type);
        return new Derivation(text["Derive.Significant"],
        [
            new(countsIsotope ? text["Column.Fissile"] : text["Column.Element"],
                QuantityFormat.WithUnit(countsIsotope ? held.Fissile : held.Element, MassUnit.Gram)),
            new(text["Overview.Quantity"], QuantityFormat.WithUnit(one, MassUnit.Kilogram)),
        ], Number(SignificantQuantities.In(held.Type, held.Element, held.Fissile)) + " SQ");
    }

    /// <summary>Effective kilograms: batch by batch, the largest by name.</summary>
    /// <param name="text">The reader's language.</param>
    /// <param name="desk">Where the batches are asked for.</param>
    /// <param name="type">Type of the material.</param>
    /// <param name="view">From where to look.</param>
    public static Derivation Effective(IStringLocalizer<Text> text, Desk desk, MaterialType type, ViewRequest view)
    {
        var parts = Contributions(desk, type, view).OrderByDescending(part => part.Kilograms).ToList();
        var steps = parts.Take(MostNamed).Select(part => new DerivationStep(part.Batch, Number(part.Kilograms) + " ekg")).ToList();
        if (parts.Count > MostNamed)
            steps.Add(new(text["Derive.More", parts.Count - MostNamed], Number(parts.Skip(MostNamed).Sum(part => part.Kilograms)) + " ekg"));
        return new Derivation(text["Derive.Effective"], steps, Number(parts.Sum(part => part.Kilograms)) + " ekg");
    }

    /// <summary>Items: counted entry by entry, not weighed.</summary>
    /// <param name="text">The reader's language.</param>
    /// <param name="title">Name of what holds them.</param>
    /// <param name="items">How many.</param>
    /// <param name="query">The question that lists the entries.</param>
    public static AskedFigure Items(IStringLocalizer<Text> text, string title, int items, FigureQuery query) =>
        new($"{text["Column.Items"]} · {title}", [new FigureSource(title, query)],
            Derivation: new Derivation(text["Derive.Items"], [], Wording.Number(items)));

    private static IEnumerable<(string Batch, decimal Kilograms)> Contributions(Desk desk, MaterialType type, ViewRequest view)
    {
        foreach (var area in desk.Ask<OverviewQuery, Overview>(new OverviewQuery(), view).Value?.Mbas ?? [])
        {
            foreach (var batch in Batches(desk, area.Mba, view))
            {
                foreach (var (material, amount) in batch.Contents)
                {
                    if (MaterialTypes.Of(material, amount) == type)
                        yield return ($"{area.Mba} · {batch.Name}", EffectiveKilograms.In(type, amount.Element, amount.Fissile));
                }
            }
        }
    }

    private static IEnumerable<BatchRow> Batches(Desk desk, string mba, ViewRequest view)
    {
        for (var page = 1; ; page++)
        {
            var rows = desk.Ask<BatchesQuery, Page<BatchRow>>(new BatchesQuery(mba, Page: page, Size: PageSize), view).Value?.Rows ?? [];
            foreach (var row in rows)
                yield return row;
            if (rows.Count < PageSize)
                yield break;
        }
    }

    private static string Number(decimal number) => number.ToString("#,##0.00####", CultureInfo.InvariantCulture);
}
