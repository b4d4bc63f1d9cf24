using System.Globalization;
using Custodia.Materials;
using Custodia.Materials.Ledger;
using Custodia.Quantities;

namespace Custodia.Sample;

/// <summary>
/// A store of natural and depleted uranium and of thorium: few records, but of the rarer kinds. In a locked part lie targets and
/// residues of high-enriched uranium that were to be gone by now.
/// </summary>
internal sealed class SmallStore
{
    private const string Special = "3";
    private const long HighEnrichment = 930_000;

    private readonly Queue<Lot> _natural = [];
    private readonly Lot _sample;
    private readonly Lot _thorium;
    private IReadOnlyList<Weight> _exempt = [];

    public SmallStore(Dice dice)
    {
        for (var i = 1; i <= 24; i++)
            _natural.Enqueue(Book.Hold($"NU-{i:D2}", "U8DF", "A", 1, Kilograms('N', 39_000 + dice.Between(0, 1_500))));
        for (var i = 1; i <= 5; i++)
            Book.Hold($"DU-{i:D2}", "MPOF", "B", 1, Kilograms('D', 249_000 + dice.Between(0, 2_000)));
        _thorium = Book.Hold("TH-01", "T2DF", "C", 1, Kilograms('T', 12_500));
        Book.Hold("TH-02", "T2DF", "C", 1, Kilograms('T', 12_480));
        _sample = Book.Hold("TH-S1", "SSFF", "C", 1, Kilograms('T', 50));
        for (var i = 1; i <= 4; i++)
            Book.Hold($"HEU-T{i}", "SSFF", "D", 1, Grams.OfEnrichment(100, HighEnrichment));
        for (var i = 1; i <= 2; i++)
            Book.Hold($"HEU-R{i}", "SSFF", "D", 1, Grams.OfEnrichment(400, HighEnrichment));
    }

    public SimulatedBook Book { get; } = new("XAST");

    public void ReceiveShielding(DateOnly day, int number) => Book.Import(day, SampleState.Supplier,
        $"DU-{number.ToString("D2", CultureInfo.InvariantCulture)}", "MPOF", "B", "1", Kilograms('D', 201_300));

    /// <summary>Sends a drum of natural uranium to the fabrication plant.</summary>
    public InventoryChange Ship(DateOnly day) => Book.Ship(day, "SD", "XAFB", _natural.Dequeue(), "2");

    /// <summary>Exempts a drum of thorium by quantity (INFCIRC/153 ¶37).</summary>
    public void Exempt(DateOnly day)
    {
        _exempt = _thorium.Weights;
        Book.Remove(day, "EQ", _thorium, 1, _exempt, Special, c => c with { Consent = "XA-AG-2023-02" });
    }

    /// <summary>Takes the exemption back.</summary>
    public void EndExemption(DateOnly day) =>
        Book.BringBack(day, "DQ", _thorium, 1, _exempt, Special, c => c with { Consent = "XA-AG-2024-07" });

    /// <summary>Declares a drum depleted after depleted uranium was blended in.</summary>
    public void Recategorise(DateOnly day) => Book.Recategorise(day, "ND", _natural.Dequeue(), "B", Special,
        "Blended with depleted residues; measured at 0.55 % uranium-235");

    /// <summary>Loses a small sample for good.</summary>
    public void Lose(DateOnly day) => Book.Remove(day, "LA", _sample, 1, _sample.Weights, Special,
        c => c with { SpecialReport = "XA-SR-2025-01", Note = "Bottle broken; contents washed away" });

    private static Weight Kilograms(char element, long grams) => Weight.Of(element, Mass.FromGrams(grams));
}
