using System.Globalization;
using Custodia.Materials;
using Custodia.Materials.Ledger;
using Custodia.Quantities;

namespace Custodia.Sample;

/// <summary>
/// A plant that makes fuel assemblies of low-enriched uranium: cylinders of UF6 become powder, pellets, rods and
/// assemblies; scrap goes back into powder. Works from January to November; December is for the physical inventory.
/// </summary>
internal sealed class FabricationPlant
{
    private const int AssembliesPerMonth = 6;
    private const int AssembliesForReactor = 5;
    private const int RodBatchesPerAssembly = 12;
    private const int RodsPerBatch = 22;
    private const int PelletsInProcess = 8;
    private const int DrumsPerCylinder = 76;
    private const int DrumsPerPressing = 4;
    private const long HeelGrams = 3_000;
    private const long ScrapGramsPerPressing = 1_200;
    private const string Process = "3";

    private readonly Dice _dice;
    private readonly Queue<Lot> _cylinders = [];
    private readonly Queue<Lot> _powder = [];
    private readonly Queue<Lot> _pellets = [];
    private readonly Queue<Lot> _scrap = [];
    private readonly List<Lot> _heels = [];
    private readonly List<Lot> _assemblies = [];
    private Lot? _effluent;
    private int _cylinderNumber = 410;
    private int _pelletNumber;
    private int _scrapNumber;

    public FabricationPlant(Dice dice)
    {
        _dice = dice;
        for (var i = 0; i < 5; i++)
            _cylinders.Enqueue(Book.Hold(NextCylinder(), "U6CF", "A", 1, Grams.OfEnrichment(1_520_000, 44_000)));
        for (var i = 1; i <= 60; i++)
            _powder.Enqueue(Book.Hold($"PD-2212-{i:D2}", "PHDF", "B", 1, Grams.OfEnrichment(20_000, 44_000)));
        for (var i = 1; i <= 40; i++)
            _scrap.Enqueue(Book.Hold($"SC-2212-{i:D2}", "SNDF", "E", 1, Grams.OfEnrichment(5_000, 43_900)));
    }

    public SimulatedBook Book { get; } = new("XAFB");

    /// <summary>Runs a month of production.</summary>
    /// <returns>What leaves for the reactor.</returns>
    public IReadOnlyList<InventoryChange> Produce(DateOnly month)
    {
        ReceiveCylinders(month.AddDays(1));
        var presses = (AssembliesPerMonth * RodBatchesPerAssembly + PelletsInProcess - _pellets.Count) / 2;
        for (var i = 0; i < presses; i++)
        {
            var day = month.AddDays(2 + i * 13 / presses);
            while (_powder.Count < DrumsPerPressing)
                Convert(day);
            foreach (var lot in Press(day))
                _pellets.Enqueue(lot);
        }

        for (var i = 1; i <= AssembliesPerMonth; i++)
            Assemble(month, i);
        Recycle(month.AddDays(23), keep: 12);
        return Ship(month);
    }

    /// <summary>Exports what the reactor did not take.</summary>
    public void Export(DateOnly day)
    {
        foreach (var assembly in _assemblies)
            Book.Ship(day, "SF", SampleState.Supplier, assembly, "2");
        _assemblies.Clear();
    }

    /// <summary>Sends emptied cylinders back, with what still clings to their walls.</summary>
    public void ReturnHeels(DateOnly day)
    {
        foreach (var heel in _heels)
            Book.Ship(day, "SF", SampleState.Supplier, heel, "2");
        _heels.Clear();
    }

    /// <summary>Measures what is in process and lists everything. A little less is found than the book says.</summary>
    public void TakeInventory(DateOnly day)
    {
        foreach (var lot in Book.Lots.Where(l => l.Description is "PHDF" or "CPPF" or "SNDF"))
        {
            var weight = lot.Weights.Single();
            var uranium = Grams.Uranium(weight);
            var spread = lot.Description == "SNDF" ? uranium / 50 : uranium / 1_000;
            var found = uranium + _dice.Between(-spread, spread) - spread / 4;
            SimulatedBook.MeasureAgain(lot, Grams.Part(weight, found));
        }

        Book.List(day);
    }

    /// <summary>
    /// Receives natural uranium from the store, weighs it, and finds another weight than the shipper.
    /// </summary>
    public void ReceiveNatural(InventoryChange shipment, DateOnly day, Mass difference)
    {
        var lot = Book.Receive(day, shipment, "B", "1");
        if (!difference.IsZero)
            Book.Differ(day.AddDays(3), lot, shipment.Mba, Weight.Of('N', difference), "1");
    }

    private string NextCylinder() => $"CYL{++_cylinderNumber:D4}";

    private static string Month(DateOnly day) => day.ToString("yyMM", CultureInfo.InvariantCulture);

    private void ReceiveCylinders(DateOnly day)
    {
        while (_cylinders.Count < 4)
        {
            var weight = Grams.OfEnrichment(_dice.Between(1_512_000, 1_528_000), _dice.Between(42_000, 44_500));
            _cylinders.Enqueue(Book.Import(day, SampleState.Supplier, NextCylinder(), "U6CF", "A", "1", weight));
        }
    }

    /// <summary>A cylinder becomes drums of powder, and a heel that stays in it.</summary>
    private void Convert(DateOnly day)
    {
        var cylinder = _cylinders.Dequeue();
        var number = cylinder.Name[3..];
        var whole = cylinder.Weights.Single();
        var heel = Grams.Part(whole, HeelGrams + _dice.Between(-500, 500));
        var drums = Grams.Share(Grams.Less(whole, heel), DrumsPerCylinder)
            .Select((weight, i) => new NewLot($"PD-{number}-{i + 1:D2}", "PHDF", "B", 1, weight));
        var made = Book.Rebatch(day, Process, [cylinder], [new NewLot($"HL-{number}", "U6CF", "A", 1, heel), .. drums]);
        _heels.Add(made[0]);
        foreach (var drum in made.Skip(1))
            _powder.Enqueue(drum);
    }

    /// <summary>Powder becomes two batches of pellets and some scrap.</summary>
    private IEnumerable<Lot> Press(DateOnly day)
    {
        var drums = Enumerable.Range(0, DrumsPerPressing).Select(_ => _powder.Dequeue()).ToList();
        var whole = Grams.Sum(drums);
        var scrap = Grams.Part(whole, ScrapGramsPerPressing + _dice.Between(-300, 300));
        var pellets = Grams.Share(Grams.Less(whole, scrap), 2);
        var made = Book.Rebatch(day, Process, drums,
            new NewLot($"PL-{++_pelletNumber:D5}", "CPPF", "C", 10, pellets[0]),
            new NewLot($"PL-{++_pelletNumber:D5}", "CPPF", "C", 10, pellets[1]),
            new NewLot($"SC-{++_scrapNumber:D5}", "SNDF", "E", 1, scrap));
        _scrap.Enqueue(made[2]);
        return made.Take(2);
    }

    /// <summary>Pellets become batches of rods, and those one assembly.</summary>
    private void Assemble(DateOnly month, int number)
    {
        var rodDay = month.AddDays(13 + number);
        var rods = new List<Lot>();
        for (var i = 0; i < RodBatchesPerAssembly; i++)
        {
            var lot = _pellets.Dequeue();
            var name = string.Concat("RB", lot.Name.AsSpan(2));
            rods.AddRange(Book.Rebatch(rodDay, Process, [lot],
                new NewLot(name, "ERSF", "D", RodsPerBatch, lot.Weights.Single())));
        }

        _assemblies.AddRange(Book.Rebatch(rodDay.AddDays(2), Process, rods,
            new NewLot($"FA{Month(month)}-{number:D2}", "EASF", "D", 1, Grams.Sum(rods))));
    }

    /// <summary>Scrap becomes powder again; what can't be recovered is discarded or goes into retained waste.</summary>
    private void Recycle(DateOnly day, int keep)
    {
        var scrap = new List<Lot>();
        while (_scrap.Count > keep)
            scrap.Add(_scrap.Dequeue());
        var month = Month(day);
        var whole = Grams.Sum(scrap);
        var waste = Grams.Part(whole, _dice.Between(800, 1_200));
        var effluent = Grams.Part(whole, 2_000);
        var powder = Grams.Less(whole, waste, effluent);
        var drums = Grams.Share(powder, (int)(Grams.Uranium(powder) / 20_000) + 1)
            .Select((weight, i) => new NewLot($"PR-{month}-{i + 1:D2}", "PHDF", "B", 1, weight));
        var made = Book.Rebatch(day, Process, scrap,
            [
                new NewLot($"WD-{month}", "AMDF", "E", 12, waste),
                new NewLot($"EF-{month}", "WLTF", "E", 5, effluent),
                .. drums,
            ]);
        foreach (var drum in made.Skip(2))
            _powder.Enqueue(drum);
        Retain(day.AddDays(1), made[0]);
        Discard(day.AddDays(1), made[1]);
    }

    private void Retain(DateOnly day, Lot waste)
    {
        waste.Description = "AMDW";
        Book.Remove(day, "TW", waste, waste.Items, waste.Weights, Process, c => c with { Consent = "XA-AG-2019-04" });
    }

    /// <summary>Discards four tanks of five, and the one that was left last time.</summary>
    private void Discard(DateOnly day, Lot effluent)
    {
        if (_effluent is { } left)
            Book.Remove(day, "LD", left, left.Items, left.Weights, Process);
        var isMeasuredWrongly = Month(day) == "2404";
        var whole = effluent.Weights.Single();
        var part = Grams.Part(whole, isMeasuredWrongly ? 1_648 : 1_600);
        var record = Book.Remove(day, "LD", effluent, 4, [part], Process);
        if (isMeasuredWrongly)
            Book.Mistake(record, record with { Weights = [Grams.Part(whole, 1_600)] }, new(2024, 5, 20),
                "The laboratory repeated the analysis of tank 3: 48 g more uranium were discarded than reported.");
        _effluent = effluent;
    }

    private List<InventoryChange> Ship(DateOnly month)
    {
        var leaving = _assemblies.TakeLast(AssembliesForReactor).ToList();
        _assemblies.RemoveRange(_assemblies.Count - AssembliesForReactor, AssembliesForReactor);
        return [.. leaving.Select(assembly => Book.Ship(month.AddDays(25), "SD", "XARA", assembly, "2"))];
    }
}
