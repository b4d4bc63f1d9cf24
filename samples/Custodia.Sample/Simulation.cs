using Custodia.Materials.Ledger;
using Custodia.Quantities;

namespace Custodia.Sample;

/// <summary>Three years in the sample State, month by month.</summary>
internal sealed class Simulation
{
    private readonly Dice _dice;
    private readonly FabricationPlant _plant;
    private readonly PowerReactor _reactor;
    private readonly ResearchReactor _research;
    private readonly SmallStore _store;
    private (IReadOnlyList<InventoryChange> Shipments, DateOnly Arrival)? _underWay;

    public Simulation(ulong seed)
    {
        _dice = new Dice(seed);
        _plant = new FabricationPlant(_dice);
        _reactor = new PowerReactor(_dice);
        _research = new ResearchReactor(_dice);
        _store = new SmallStore(_dice);
    }

    /// <summary>The books, shippers before receivers.</summary>
    public IReadOnlyList<SimulatedBook> Books => [_store.Book, _plant.Book, _reactor.Book, _research.Book];

    public void Run()
    {
        for (var month = SampleState.From; month <= SampleState.To; month = month.AddMonths(1))
        {
            RunStore(month);
            RunPlant(month);
            if (month.Month == 5)
                _reactor.Refuel(month.AddDays(13));
            if (month is { Year: 2025, Month: 10 })
                _reactor.ExportSpent(month.AddDays(20), 7);
            RunResearch(month);
            TakeInventories(month.AddMonths(1).AddDays(-1));
        }
    }

    private void RunStore(DateOnly month)
    {
        if (month.Month == 2)
            _store.ReceiveShielding(month.AddDays(8), 6 + month.Year - SampleState.From.Year);
        if (month.Month is 3 or 8)
        {
            // The plant weighs each drum; once it finds less than the store had stated.
            var isShort = month is { Year: 2024, Month: 8 };
            var difference = isShort ? Mass.FromKilograms(0.037m) : Mass.Zero;
            _plant.ReceiveNatural(_store.Ship(month.AddDays(4)), month.AddDays(5), difference);
        }

        if (month is { Year: 2023, Month: 5 })
            _store.Exempt(month.AddDays(10));
        if (month is { Year: 2024, Month: 10 })
            _store.EndExemption(month.AddDays(6));
        if (month is { Year: 2024, Month: 4 })
            _store.Recategorise(month.AddDays(15));
        if (month is { Year: 2025, Month: 2 })
            _store.Lose(month.AddDays(18));
    }

    private void RunPlant(DateOnly month)
    {
        Deliver(month);
        if (month.Month != 12)
        {
            // Sometimes the fuel arrives in the next month: then the match of shipment and receipt waits for it.
            var shipments = _plant.Produce(month);
            _underWay = (shipments, shipments[0].Date.AddDays((int)_dice.Between(0, 7)));
            Deliver(month);
        }

        if (month.Month == 11)
            _plant.Export(month.AddDays(27));
        if (month.Month % 3 == 0)
            _plant.ReturnHeels(month.AddDays(26));
    }

    private void Deliver(DateOnly month)
    {
        if (_underWay is not { } consignment || consignment.Arrival >= month.AddMonths(1))
            return;
        _reactor.Receive(consignment.Shipments, consignment.Arrival);
        _underWay = null;
    }

    private void RunResearch(DateOnly month)
    {
        switch ((month.Year, month.Month))
        {
            case (2023, 3):
                _research.Refuel(month.AddDays(6), 4);
                break;
            case (2023, 10):
                _research.Refuel(month.AddDays(9), 2);
                break;
            case (2024, 2):
                _research.ReceiveLow(month.AddDays(12), 26);
                break;
            case (2024, 4):
                _research.ConvertCore(month.AddDays(21));
                break;
            case (2025, 3):
                _research.ReturnHigh(month.AddDays(17));
                break;
            case (2025, 6):
                _research.RefuelLow(month.AddDays(10), 4);
                break;
        }
    }

    private void TakeInventories(DateOnly day)
    {
        switch (day.Month)
        {
            case 3:
                _store.Book.List(day);
                break;
            case 6:
                _reactor.Book.List(day);
                break;
            case 9:
                _research.Book.List(day);
                break;
            case 12:
                _plant.TakeInventory(day);
                break;
        }
    }
}
