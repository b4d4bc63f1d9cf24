using System.Globalization;
using Custodia.Materials;
using Custodia.Materials.Files;
using Custodia.Materials.Ledger;
using Custodia.Quantities;

namespace Custodia.Sample;

/// <summary>
/// The stock of one MBA and the records that its operator keeps of it: every record changes the stock, so that the
/// files
/// can't say what could not have happened.
/// </summary>
internal sealed class SimulatedBook(string mba)
{
    private readonly Dictionary<string, Lot> _lots = [];
    private readonly HashSet<string> _names = [];
    private readonly List<InventoryChange> _changes = [];
    private readonly Dictionary<string, int> _numbers = [];

    public string Mba { get; } = mba;

    /// <summary>What is in stock, in the order in which it came.</summary>
    public IEnumerable<Lot> Lots => _lots.Values;

    public IReadOnlyList<InventoryChange> Changes => _changes;

    public IReadOnlyList<InventoryRow> Initial { get; private set; } = [];

    public List<(DateOnly Date, IReadOnlyList<InventoryRow> Rows)> Listings { get; } = [];

    public List<SampleCorrection> Corrections { get; } = [];

    /// <summary>Puts a batch into the initial stock.</summary>
    public Lot Hold(string name, string description, string kmp, int items, params IReadOnlyList<Weight> weights)
    {
        var lot = Create(name, description, kmp, items, measuredElsewhere: false, weights);
        Initial = [.. Initial, new(Mba, SampleState.Opening, Item(lot, kmp))];
        lot.IsReported = true;
        return lot;
    }

    /// <summary>Receives from another State.</summary>
    public Lot Import(DateOnly date, string from, string name, string description, string kmp, string flow,
        params IReadOnlyList<Weight> weights)
    {
        var lot = Create(name, description, kmp, 1, measuredElsewhere: true, weights);
        Record(lot, date, "RF", 1, weights, flow, c => c with { From = from, ShipperBatch = name });
        return lot;
    }

    /// <summary>
    /// Receives what another MBA of the State shipped, on the shipper's weights and under the shipper's name.
    /// </summary>
    public Lot Receive(DateOnly date, InventoryChange shipment, string kmp, string flow)
    {
        var lot = Create(shipment.Batch, shipment.Description, kmp, shipment.Items, measuredElsewhere: true,
            shipment.Weights);
        Record(lot, date, "RD", lot.Items, shipment.Weights, flow,
            c => c with { From = shipment.Mba, ShipperBatch = shipment.Batch });
        return lot;
    }

    /// <summary>Ships the whole batch.</summary>
    public InventoryChange Ship(DateOnly date, string code, string to, Lot lot, string flow) =>
        Remove(date, code, lot, lot.Items, lot.Weights, flow, c => c with { To = to });

    /// <summary>Takes a part of a batch, or all of it, out of the book.</summary>
    public InventoryChange Remove(DateOnly date, string code, Lot lot, int items, IReadOnlyList<Weight> weights,
        string flow, Func<InventoryChange, InventoryChange>? with = null)
    {
        lot.Add(weights, -1);
        lot.Items -= items;
        var isGone = lot.Weights.Count == 0;
        if (isGone != (lot.Items == 0) || lot.Items < 0)
            throw new InvalidOperationException($"{lot.Name} would be left with {lot.Items} items.");
        if (isGone)
            _lots.Remove(lot.Name);
        return Record(lot, date, code, items, weights, flow, with);
    }

    /// <summary>Brings back what was taken out of the book under the same name (DQ, FW).</summary>
    public void BringBack(DateOnly date, string code, Lot lot, int items, IReadOnlyList<Weight> weights, string flow,
        Func<InventoryChange, InventoryChange>? with = null)
    {
        lot.Add(weights, 1);
        lot.Items += items;
        _lots.TryAdd(lot.Name, lot);
        Record(lot, date, code, items, weights, flow, with);
    }

    /// <summary>Makes new batches of whole old ones; the amounts must agree.</summary>
    public IReadOnlyList<Lot> Rebatch(DateOnly date, string flow, IReadOnlyList<Lot> from,
        params IReadOnlyList<NewLot> into)
    {
        var operation = $"OP-{Month(date)}-{Number("OP" + Month(date)):D4}";
        if (Grams.Sum(from).Amount != into.Aggregate(Amount.Zero, (sum, lot) => sum + lot.Weight.Amount))
            throw new InvalidOperationException($"{operation} does not conserve uranium.");
        foreach (var lot in from)
            Remove(date, "RM", lot, lot.Items, lot.Weights, flow, c => c with { Operation = operation });
        var made = new List<Lot>();
        foreach (var spec in into)
        {
            var lot = Create(spec.Name, spec.Description, spec.Kmp, spec.Items, measuredElsewhere: false,
                [spec.Weight]);
            Record(lot, date, "RP", spec.Items, [spec.Weight], flow, c => c with { Operation = operation });
            made.Add(lot);
        }

        return made;
    }

    /// <summary>Nuclear loss and production of irradiated fuel.</summary>
    public InventoryChange Burn(DateOnly date, Lot lot, Weight loss, Mass plutonium, decimal burnUp, string flow)
    {
        lot.Description = string.Concat(lot.Description.AsSpan(0, 3), "I");
        var operation = $"BU-{lot.Name}";
        Weight[] produced = [Weight.Of('P', plutonium)];
        lot.Add([loss], -1);
        Record(lot, date, "LN", lot.Items, [loss], flow, c => c with { Operation = operation, BurnUp = burnUp });
        lot.Add(produced, 1);
        return Record(lot, date, "NP", lot.Items, produced, flow, c =>
            c with { Operation = operation, BurnUp = burnUp });
    }

    /// <summary>A shipper/receiver difference of a receipt: shipper's weight less receiver's.</summary>
    public void Differ(DateOnly date, Lot lot, string from, Weight difference, string flow)
    {
        lot.Add([difference], -1);
        lot.IsMeasuredAgain = true;
        Record(lot, date, "DI", lot.Items, [difference], flow, c => c with { From = from, ShipperBatch = lot.Name });
        lot.IsMeasuredAgain = false;
    }

    /// <summary>Moves a whole batch from one category to another.</summary>
    public void Recategorise(DateOnly date, string code, Lot lot, string kmp, string flow, string note)
    {
        var old = lot.Weights.Single();
        var renewed = Weight.Of(code[1], old.Amount.Element);
        lot.Add([old], -1);
        lot.Add([renewed], 1);
        lot.Kmp = kmp;
        Record(lot, date, code, lot.Items, [old, renewed], flow, c => c with { Note = note });
    }

    /// <summary>Measures a batch anew at a physical inventory.</summary>
    public static void MeasureAgain(Lot lot, Weight found)
    {
        lot.IsMeasuredAgain = lot.Weights.Single() != found;
        lot.Contents[found.Material] = found.Amount;
    }

    /// <summary>Lists what is in stock.</summary>
    public void List(DateOnly date)
    {
        Listings.Add((date, [.. _lots.Values.OrderBy(l => l.Kmp, StringComparer.Ordinal)
            .ThenBy(l => l.Name, StringComparer.Ordinal).Select(l => new InventoryRow(Mba, date, Item(l, l.Kmp)))]));
        foreach (var lot in _lots.Values)
            lot.IsMeasuredAgain = false;
    }

    /// <summary>
    /// Replaces a record by what the operator wrote by mistake, and notes the correction that follows.
    /// </summary>
    public void Mistake(InventoryChange truth, InventoryChange mistake, DateOnly noticed, string reason)
    {
        _changes[_changes.IndexOf(truth)] = mistake;
        Corrections.Add(new SampleCorrection(noticed, Mba, truth.Reference!, reason, truth));
    }

    private static string Month(DateOnly date) => date.ToString("yyMM", CultureInfo.InvariantCulture);

    private static InventoryItem Item(Lot lot, string kmp) =>
        new(lot.Name, kmp, lot.Items, lot.Description, lot.Basis, lot.Weights);

    private Lot Create(string name, string description, string kmp, int items, bool measuredElsewhere,
        IReadOnlyList<Weight> weights)
    {
        if (!_names.Add(name))
            throw new InvalidOperationException($"{name} was used before in {Mba}.");
        var lot = new Lot(name, description, kmp, items) { IsMeasuredElsewhere = measuredElsewhere };
        lot.Add(weights, 1);
        _lots.Add(name, lot);
        return lot;
    }

    private InventoryChange Record(Lot lot, DateOnly date, string code, int items, IReadOnlyList<Weight> weights,
        string flow, Func<InventoryChange, InventoryChange>? with)
    {
        var reference = $"{Mba}-{Month(date)}-{Number(Month(date)):D5}";
        var change = new InventoryChange(Mba, date, code, lot.Name, items, lot.Description, lot.Basis, weights, flow,
            Reference: reference);
        change = with?.Invoke(change) ?? change;
        lot.IsReported = true;
        _changes.Add(change);
        return change;
    }

    private int Number(string series) => _numbers[series] = _numbers.GetValueOrDefault(series) + 1;
}

/// <summary>A batch to be made.</summary>
internal sealed record NewLot(string Name, string Description, string Kmp, int Items, Weight Weight);
