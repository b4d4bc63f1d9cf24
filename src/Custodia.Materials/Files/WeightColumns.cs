using Custodia.Books;
using Custodia.Quantities;

namespace Custodia.Materials.Files;

/// <summary>
/// The columns of weights: one for each element category and each isotope, with its unit in the header.
/// </summary>
public static class WeightColumns
{
    private static readonly Bilingual ElementMeaning = new("Weight of the element.", "元素重量。");

    private static readonly Bilingual IsotopeMeaning = new(
        "Weight of the isotope in the enriched uranium; exactly one isotope column is filled with it.",
        "濃縮鈾中該同位素的重量；與濃縮鈾一併填寫，且只填一個同位素欄。");

    private static readonly FileColumn<Mass> EnrichedUranium =
        Column("enrichedUranium", "Enriched U (g)", "濃縮鈾 (g)", ElementMeaning, "1840000", CellFormats.Grams);

    /// <summary>Elements in the order in which reports list them.</summary>
    private static readonly IReadOnlyList<(char Element, FileColumn<Mass> Column)> Elements =
    [
        ('P', Column("plutonium", "Plutonium (g)", "鈽 (g)", ElementMeaning, "20250", CellFormats.Grams)),
        ('E', EnrichedUranium),
        ('U', Column("unifiedUranium", "Unified U (g)", "合併鈾 (g)", ElementMeaning, "1200", CellFormats.Grams)),
        ('N', Column("naturalUranium", "Natural U (kg)", "天然鈾 (kg)", ElementMeaning, "400", CellFormats.Kilograms)),
        ('D', Column("depletedUranium", "Depleted U (kg)", "耗乏鈾 (kg)", ElementMeaning, "250", CellFormats.Kilograms)),
        ('T', Column("thorium", "Thorium (kg)", "釷 (kg)", ElementMeaning, "12.5", CellFormats.Kilograms)),
    ];

    private static readonly IReadOnlyList<(char Isotope, FileColumn<Mass> Column)> Isotopes =
    [
        ('G', Column("uranium235", "U-235 (g)", "鈾-235 (g)", IsotopeMeaning, "80960", CellFormats.Grams)),
        ('K', Column("uranium233", "U-233 (g)", "鈾-233 (g)", IsotopeMeaning, "12", CellFormats.Grams)),
        ('J', Column("uranium233And235", "U-233+U-235 (g)", "鈾-233+鈾-235 (g)", IsotopeMeaning, "92",
            CellFormats.Grams)),
    ];

    /// <summary>The columns in the order of the template.</summary>
    public static IReadOnlyList<FileColumn> All { get; } =
    [
        Of('N'), Of('D'), EnrichedUranium, .. Isotopes.Select(i => i.Column), Of('P'), Of('T'), Of('U'),
    ];

    /// <summary>The weights of a row, in the order in which reports list them.</summary>
    internal static IReadOnlyList<Weight> Read(RowReader row)
    {
        var weights = new List<Weight>(2);
        foreach (var (element, column) in Elements)
        {
            if (row.GetOptional(column) is { } mass)
                weights.Add(Weight.Of(element, mass));
        }

        AddIsotope(row, weights);
        if (row.IsGood && weights.Count == 0)
            row.Refuse(FileRefusals.WeightMissing, Of('N'));
        return weights;
    }

    /// <summary>As <see cref="Read"/>, for what is in stock: no weight may be negative.</summary>
    internal static IReadOnlyList<Weight> ReadStock(RowReader row)
    {
        var weights = Read(row);
        foreach (var weight in weights)
        {
            if (row.IsGood && weight.Amount.IsNegative)
                row.Refuse(FileRefusals.WeightNegative, ColumnOfNegative(weight), "≥ 0");
        }

        return weights;
    }

    /// <summary>
    /// The old weight, then the new, of a category change such as <c>DE</c>; the row must have just these two.
    /// </summary>
    internal static IReadOnlyList<Weight> InChangeOrder(RowReader row, string code, IReadOnlyList<Weight> weights)
    {
        var ordered = code.SelectMany(element => weights.Where(w => w.Material.Element == element)).ToList();
        if (row.IsGood && (ordered.Count != 2 || weights.Count != 2))
        {
            var missing = code.FirstOrDefault(element => weights.All(w => w.Material.Element != element), code[0]);
            row.Refuse(FileRefusals.CategoryChange, Of(missing), $"{Of(code[0]).Header.En}, {Of(code[1]).Header.En}");
        }

        return ordered;
    }

    internal static void Write(IReadOnlyList<Weight> weights, RowWriter row)
    {
        foreach (var weight in weights)
        {
            row.Put(Of(weight.Material.Element), (Mass?)weight.Amount.Element);
            foreach (var (isotope, column) in Isotopes)
            {
                if (isotope == weight.Material.Isotope)
                    row.Put(column, (Mass?)weight.Amount.Fissile);
            }
        }
    }

    private static void AddIsotope(RowReader row, List<Weight> weights)
    {
        var enriched = weights.FindIndex(w => w.Material.Element == 'E');
        var filled = 0;
        foreach (var (isotope, column) in Isotopes)
        {
            if (row.GetOptional(column) is not { } fissile)
                continue;
            filled++;
            if (row.IsGood && enriched < 0)
                row.Refuse(FileRefusals.IsotopeAlone, column, EnrichedUranium.Header.En);
            else if (row.IsGood && filled > 1)
                row.Refuse(FileRefusals.IsotopeTwice, column);
            else if (enriched >= 0)
                weights[enriched] = Weight.Enriched(weights[enriched].Amount.Element, fissile, isotope);
        }

        if (row.IsGood && enriched >= 0 && filled == 0)
            row.Refuse(FileRefusals.IsotopeMissing, EnrichedUranium, Isotopes[0].Column.Header.En);
    }

    private static FileColumn<Mass> ColumnOfNegative(Weight weight) =>
        weight.Amount.Element < Mass.Zero
            ? Of(weight.Material.Element)
            : Isotopes.First(i => i.Isotope == weight.Material.Isotope).Column;

    private static FileColumn<Mass> Of(char element) => Elements.First(e => e.Element == element).Column;

    private static FileColumn<Mass> Column(string key, string en, string zh, Bilingual meaning, string example,
        CellFormat<Mass> format) => new(key, new(en, zh), meaning, example, format);
}
