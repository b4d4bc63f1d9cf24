using Custodia.Materials;
using Custodia.Materials.Ledger;
using Custodia.Quantities;

namespace Custodia.Sample;

/// <summary>
/// A pressurised-water reactor of 157 assemblies. A third of the core is replaced each May; loss and production of what
/// is
/// discharged are recorded on that day.
/// </summary>
internal sealed class PowerReactor
{
    private const int Reload = 52;

    /// <summary>
    /// Thermal energy from a gram of heavy metal that fissions, in MWd (about 0.95: 200 MeV a fission).
    /// </summary>
    private const decimal EnergyPerGram = 0.95m;

    private readonly Dice _dice;
    private readonly Queue<Lot> _fresh = [];
    private readonly Queue<Lot> _core = [];
    private readonly Queue<Lot> _pool = [];

    public PowerReactor(Dice dice)
    {
        _dice = dice;
        for (var i = 1; i <= 157; i++)
            _core.Enqueue(HoldFuel($"FA{20 + (i - 1) / Reload}05-{(i - 1) % Reload + 1:D2}", "EASI", "B"));
        for (var i = 1; i <= 36; i++)
            _fresh.Enqueue(HoldFuel($"FA2211-{i:D2}", "EASF", "A"));
        for (var i = 1; i <= 80; i++)
            _pool.Enqueue(HoldSpent($"FA1805-{i:D2}"));
    }

    public SimulatedBook Book { get; } = new("XARA");

    public void Receive(IEnumerable<InventoryChange> shipments, DateOnly day)
    {
        foreach (var shipment in shipments)
            _fresh.Enqueue(Book.Receive(day, shipment, "A", "1"));
    }

    /// <summary>Discharges the oldest third of the core and loads fresh fuel.</summary>
    public void Refuel(DateOnly day)
    {
        for (var i = 0; i < Reload; i++)
        {
            var lot = _core.Dequeue();
            var record = Discharge(day, lot);
            if (day.Year == 2024 && i == 10)
                MistakePlutonium(record);
            lot.Kmp = "C";
            _pool.Enqueue(lot);
        }

        for (var i = 0; i < Reload; i++)
        {
            var lot = _fresh.Dequeue();
            lot.Kmp = "B";
            // In the core fuel counts as irradiated, though its loss is recorded at discharge.
            lot.Description = "EASI";
            _core.Enqueue(lot);
        }
    }

    /// <summary>Sends old spent fuel abroad for reprocessing.</summary>
    public void ExportSpent(DateOnly day, int assemblies)
    {
        for (var i = 0; i < assemblies; i++)
            Book.Ship(day, "SF", SampleState.Reprocessor, _pool.Dequeue(), "3");
    }

    private InventoryChange Discharge(DateOnly day, Lot lot)
    {
        var fresh = lot.Weights.Single();
        var uranium = fresh.Amount.Element.Grams;
        var burnUp = _dice.Between(42_000, 48_000);
        var fissioned = burnUp * (uranium / 1_000_000m) / EnergyPerGram;
        var plutonium = decimal.Round(uranium * _dice.Between(1_060, 1_120) / 100_000m);
        var lost = decimal.Round(fissioned * _dice.Between(98, 102) / 100m) + plutonium;
        var fissileLeft = decimal.Round((uranium - lost) * _dice.Between(780, 900) / 100_000m);
        var loss = Weight.Enriched(Mass.FromGrams(lost), Mass.FromGrams(fresh.Amount.Fissile.Grams - fissileLeft));
        return Book.Burn(day, lot, loss, Mass.FromGrams(plutonium), burnUp, "2");
    }

    private void MistakePlutonium(InventoryChange production)
    {
        var wrong = Weight.Of('P', production.Weights[0].Amount.Element - Mass.FromGrams(90));
        Book.Mistake(production, production with { Weights = [wrong] }, new(2024, 6, 20),
            "The core-follow calculation was repeated with the final power history: 90 g more plutonium.");
    }

    private Lot HoldFuel(string name, string description, string kmp) =>
        Book.Hold(name, description, kmp, 1,
            Grams.OfEnrichment(_dice.Between(458_000, 464_000), _dice.Between(43_000, 44_500)));

    private Lot HoldSpent(string name)
    {
        var uranium = _dice.Between(431_000, 436_000);
        return Book.Hold(name, "EASI", "C", 1, Weight.Of('P', Mass.FromGrams(_dice.Between(4_800, 5_200))),
            Grams.OfEnrichment(uranium, _dice.Between(7_900, 9_000)));
    }
}
