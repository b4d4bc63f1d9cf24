using System.Globalization;
using Custodia.Materials;
using Custodia.Materials.Ledger;
using Custodia.Materials.Measurement;
using Custodia.Materials.Structure;
using Custodia.Quantities;

namespace Custodia.Sample;

/// <summary>A month of the drill.</summary>
/// <param name="Pit">Day at whose end the inventory is taken.</param>
/// <param name="Changes">Its inventory changes.</param>
/// <param name="Listed">What is found.</param>
public sealed record DrillMonth(DateOnly Pit, IReadOnlyList<InventoryChange> Changes, IReadOnlyList<InventoryItem> Listed);

/// <summary>
/// An exercise for those who evaluate balances: a blending line that is balanced every month, from which a little more is
/// taken than anybody wrote down. What is measured follows the errors of its methods; what is lost is known here alone.
/// </summary>
public sealed class BalanceDrill
{
    /// <summary>Grams of uranium that leave unseen in each month of the loss.</summary>
    public const int MonthlyLoss = 350;

    /// <summary>Code of the MBA.</summary>
    public const string Mba = "XADR";

    private const string Form = "PHDF";
    private const string LineForm = "U8DF";
    private const decimal Enrichment = 0.044m;

    /// <summary>First month of the loss.</summary>
    public static readonly DateOnly LossFrom = new(2025, 5, 1);

    /// <summary>Last day of the loss.</summary>
    public static readonly DateOnly LossTo = new(2025, 9, 30);

    private static readonly DateOnly Opening = new(2024, 12, 31);
    private static readonly DateOnly From = new(2024, 12, 1);

    private readonly Dice _dice;
    private readonly decimal _receiptScale;
    private readonly decimal _laboratory;
    private readonly decimal _productScale;
    private readonly decimal _lineGauge;
    private decimal _line = 40_000;
    private decimal _listed;
    private int _number;

    /// <summary>Runs the year.</summary>
    /// <param name="seed">The same seed gives the same data.</param>
    public BalanceDrill(ulong seed = SampleState.DefaultSeed)
    {
        _dice = new Dice(seed);
        (_receiptScale, _laboratory) = (Gauss() * 0.0002m, Gauss() * 0.0005m);
        (_productScale, _lineGauge) = (Gauss() * 0.0002m, Gauss() * 0.002m);
        _listed = Line();
        Initial = [Item(LineName(Opening), _listed)];
        Months = [.. Enumerable.Range(1, 12).Select(month => Run(new DateOnly(2025, month, 1)))];
    }

    /// <summary>The facility: its name says what it is.</summary>
    public static Facility Facility { get; } =
        new("XA-DR", "Drill: blending line with an invented loss", "演練：含虛構損失之混料線", FacilityKind.Fabrication, From);

    /// <summary>The MBA.</summary>
    public static MaterialBalanceArea Area { get; } =
        new(Mba, "XA-DR", "Drill: balanced every month", "演練：每月平衡", AccountingKind.Bulk, 5m, From);

    /// <summary>Its key measurement points.</summary>
    public static IReadOnlyList<KeyMeasurementPoint> Points { get; } =
    [
        new(Mba, "1", KmpKind.Flow, "Receipts", "接收", From, ["RF"]),
        new(Mba, "2", KmpKind.Flow, "Shipments", "運出", From, ["SF"]),
        new(Mba, "3", KmpKind.Flow, "Blending", "混料", From, ["RM", "RP"]),
        new(Mba, "A", KmpKind.Inventory, "Blending line", "混料線", From, null, [LineForm]),
    ];

    /// <summary>Its measurement methods, with the errors that the year was made with.</summary>
    public static IReadOnlyList<MeasurementMethod> Methods { get; } =
    [
        Method("SCALE-IN", "Receipt scale", "接收磅秤", MeasuredQuantity.Bulk, 0.05m, 0.02m, "1", Form),
        Method("SCALE-OUT", "Product scale", "產品磅秤", MeasuredQuantity.Bulk, 0.05m, 0.02m, "3", Form),
        Method("LAB", "Laboratory", "實驗室", MeasuredQuantity.Element, 0.1m, 0.05m, "13", Form),
        Method("GAUGE", "Line gauge", "產線計測", MeasuredQuantity.Nda, 0.4m, 0.2m, "3A", LineForm),
        Method("MS", "Mass spectrometry", "質譜分析", MeasuredQuantity.Isotope, 0.07m, 0.07m, "13A", "????"),
    ];

    /// <summary>Day at whose end the initial inventory is held.</summary>
    public static DateOnly OpeningDay => Opening;

    /// <summary>What the line holds in the beginning.</summary>
    public IReadOnlyList<InventoryItem> Initial { get; }

    /// <summary>The months.</summary>
    public IReadOnlyList<DrillMonth> Months { get; }

    private DrillMonth Run(DateOnly month)
    {
        var changes = new List<InventoryChange>();
        var (pit, before) = (month.AddMonths(1).AddDays(-1), LineName(month.AddDays(-1)));
        var book = _listed;
        changes.Add(Change(month.AddDays(14), "RM", before, LineForm, "T", book, "3", month));
        for (var drum = 1; drum <= 4; drum++)
        {
            var truth = 30_000 + _dice.Between(-500, 500);
            var measured = Measured(truth, _receiptScale);
            var name = string.Create(CultureInfo.InvariantCulture, $"IN{month:yyMM}-{drum}");
            changes.Add(Change(month.AddDays(2 + drum), "RF", name, Form, "N", measured, "1", null)
                with
            { From = SampleState.Supplier, ShipperBatch = name });
            changes.Add(Change(month.AddDays(14), "RM", name, Form, "L", measured, "3", month));
            (_line, book) = (_line + truth, book + measured);
        }

        for (var can = 1; can <= 3; can++)
        {
            // The last can takes what brings the line back to its usual content.
            var truth = can < 3 ? 40_000 + _dice.Between(-300, 300) : decimal.Round(_line - 40_000);
            var measured = Measured(truth, _productScale);
            var name = string.Create(CultureInfo.InvariantCulture, $"OUT{month:yyMM}-{can}");
            changes.Add(Change(month.AddDays(14), "RP", name, Form, "M", measured, "3", month));
            changes.Add(Change(month.AddDays(20 + can), "SF", name, Form, "T", measured, "2", null) with { To = SampleState.Supplier });
            (_line, book) = (_line - truth, book - measured);
        }

        changes.Add(Change(month.AddDays(14), "RP", LineName(pit), LineForm, "M", book, "3", month));
        if (month >= LossFrom && month <= LossTo)
            _line -= MonthlyLoss;
        _listed = Line();
        return new DrillMonth(pit, [.. changes.OrderBy(change => change.Date)], [Item(LineName(pit), _listed)]);
    }

    private decimal Measured(decimal truth, decimal scale) =>
        decimal.Round(truth * (1 + Gauss() * 0.0005m + scale + Gauss() * 0.001m + _laboratory));

    private decimal Line() => decimal.Round(_line * (1 + Gauss() * 0.004m + _lineGauge));

    // The sum of twelve even numbers, near enough to a normal one, and the same on every machine.
    private decimal Gauss()
    {
        var sum = 0L;
        for (var i = 0; i < 12; i++)
            sum += _dice.Between(0, 1_000_000);
        return sum / 1_000_000m - 6;
    }

    private InventoryChange Change(
        DateOnly day, string code, string batch, string form, string basis, decimal grams, string kmp, DateOnly? operation) =>
        new(Mba, day, code, batch, 1, form, basis, [Uranium(grams)], kmp,
            Operation: operation?.ToString("'OP-'yyMM", CultureInfo.InvariantCulture),
            Reference: string.Create(CultureInfo.InvariantCulture, $"{Mba}-{++_number:D4}"));

    private static InventoryItem Item(string batch, decimal grams) => new(batch, "A", 1, LineForm, "M", [Uranium(grams)]);

    // The isotope follows the element, so that rebatching conserves both.
    private static Weight Uranium(decimal grams) => Weight.Enriched(Mass.FromGrams(grams), Mass.FromGrams(grams * Enrichment));

    private static string LineName(DateOnly pit) => "LINE-" + pit.ToString("yyMM", CultureInfo.InvariantCulture);

    private static MeasurementMethod Method(string code, string en, string zh, MeasuredQuantity measures, decimal random,
        decimal systematic, string kmps, string description) =>
        new(Mba, code, en, zh, measures, random, systematic, "Drill: the errors that the data were made with", From,
            [.. kmps.Select(kmp => $"{kmp}")], [description]);
}
