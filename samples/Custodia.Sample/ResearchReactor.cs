using Custodia.Materials;
using Custodia.Quantities;

namespace Custodia.Sample;

/// <summary>
/// A pool reactor with plate fuel that gives up high-enriched uranium: the last of it is burnt, low-enriched fuel comes
/// in, and all the high-enriched uranium goes back to the State that supplied it.
/// </summary>
internal sealed class ResearchReactor
{
    private const long HighEnrichment = 931_000;
    private const long LowEnrichment = 197_500;

    private readonly Dice _dice;
    private readonly Queue<Lot> _fresh = [];
    private readonly Queue<Lot> _core = [];
    private readonly List<Lot> _spentHigh = [];

    public ResearchReactor(Dice dice)
    {
        _dice = dice;
        for (var i = 1; i <= 20; i++)
            _core.Enqueue(HoldHigh($"HEU-C{i:D2}", "EASI", "B", _dice.Between(299, 301)));
        for (var i = 1; i <= 6; i++)
            _fresh.Enqueue(HoldHigh($"HEU-F{i:D2}", "EASF", "A", 300));
        for (var i = 1; i <= 12; i++)
            _spentHigh.Add(Book.Hold($"HEU-S{i:D2}", "EASI", "C", 1,
                Weight.Of('P', Mass.FromGrams(0.4m)), Grams.OfEnrichment(_dice.Between(186, 198), 895_000)));
    }

    public SimulatedBook Book { get; } = new("XARR");

    /// <summary>Replaces burnt high-enriched elements by the last fresh ones.</summary>
    public void Refuel(DateOnly day, int elements)
    {
        for (var i = 0; i < elements; i++)
        {
            DischargeHigh(day);
            Load(_fresh.Dequeue());
        }
    }

    /// <summary>Receives low-enriched elements.</summary>
    public void ReceiveLow(DateOnly day, int elements)
    {
        for (var i = 1; i <= elements; i++)
        {
            var weight = Grams.OfEnrichment(_dice.Between(2_020, 2_030), LowEnrichment);
            _fresh.Enqueue(Book.Import(day, SampleState.Supplier, $"LEU-{i:D2}", "EASF", "A", "1", weight));
        }
    }

    /// <summary>Empties the core of high-enriched uranium and loads low-enriched uranium.</summary>
    public void ConvertCore(DateOnly day)
    {
        var elements = _core.Count;
        for (var i = 0; i < elements; i++)
            DischargeHigh(day);
        for (var i = 0; i < elements; i++)
            Load(_fresh.Dequeue());
    }

    /// <summary>Sends all high-enriched uranium home.</summary>
    public void ReturnHigh(DateOnly day)
    {
        foreach (var lot in _spentHigh)
            Book.Ship(day, "SF", SampleState.Supplier, lot, "3");
        _spentHigh.Clear();
    }

    /// <summary>Replaces burnt low-enriched elements.</summary>
    public void RefuelLow(DateOnly day, int elements)
    {
        for (var i = 0; i < elements; i++)
        {
            var lot = _core.Dequeue();
            var loss = Grams.Leu(_dice.Between(158, 164), _dice.Between(140, 146));
            Book.Burn(day, lot, loss, Mass.FromGrams(_dice.Between(70, 80) / 10m), _dice.Between(62_000, 66_000), "2");
            lot.Kmp = "C";
            Load(_fresh.Dequeue());
        }
    }

    private void DischargeHigh(DateOnly day)
    {
        var lot = _core.Dequeue();
        // More uranium-235 vanishes than uranium, for some of it becomes uranium-236; the operator states the loss
        // rounded so that the isotope stays within the element.
        var fissile = _dice.Between(96, 112);
        var loss = Grams.Leu(fissile + 2, fissile);
        Book.Burn(day, lot, loss, Mass.FromGrams(_dice.Between(3, 6) / 10m), _dice.Between(280_000, 330_000), "2");
        lot.Kmp = "C";
        _spentHigh.Add(lot);
    }

    private void Load(Lot lot)
    {
        lot.Kmp = "B";
        lot.Description = "EASI";
        _core.Enqueue(lot);
    }

    private Lot HoldHigh(string name, string description, string kmp, long uranium) =>
        Book.Hold(name, description, kmp, 1, Grams.OfEnrichment(uranium, HighEnrichment));
}
