using Custodia.Materials.Ledger;

namespace Custodia.Materials.Queries;

/// <summary>The two sides of a transfer: what the shipper's and the receiver's ledgers state of one batch of one material.</summary>
internal sealed class TransferSides(string shipper, string receiver, string batch, MaterialCode material)
{
    private readonly Side _shipped = new();
    private readonly Side _received = new();
    private bool _isHalf;

    public string Shipper { get; } = shipper;

    public string Receiver { get; } = receiver;

    public string Batch { get; } = batch;

    public MaterialCode Material { get; } = material;

    /// <summary>Day of the first line of either side.</summary>
    public DateOnly First => _shipped.First < _received.First ? _shipped.First : _received.First;

    /// <summary>The receiver's names of the batch.</summary>
    public HashSet<string> ReceivedBatches { get; } = new(StringComparer.Ordinal);

    /// <summary>What the receiver's differences state.</summary>
    public Amount Stated { get; set; }

    public TransferState State =>
        _isHalf ? TransferState.Withheld
        : _received.Entries.Count == 0 ? TransferState.ShipmentOpen
        : _shipped.Entries.Count == 0 ? TransferState.ReceiptOpen
        : _shipped.Amount == _received.Amount ? TransferState.Matched
        : _shipped.Amount - _received.Amount == Stated ? TransferState.Explained
        : TransferState.Mismatch;

    /// <summary>Whether the sides do not agree.</summary>
    public bool IsOpen => State is not (TransferState.Matched or TransferState.Explained or TransferState.Withheld);

    public bool Concerns(string mba) => Shipper == mba || Receiver == mba;

    public void Add(LedgerLine line, Amount amount)
    {
        if (line.Change.Code == "SD")
        {
            _shipped.Add(line, amount);
            return;
        }

        _received.Add(line, amount);
        ReceivedBatches.Add(line.Change.Batch);
    }

    /// <summary>What is left of it for one who may see these sides; <c>null</c> where that is nothing.</summary>
    public TransferSides? Seen(bool shipper, bool receiver)
    {
        if (shipper && receiver)
            return this;
        if ((!shipper || _shipped.Entries.Count == 0) && (!receiver || _received.Entries.Count == 0))
            return null;
        var half = new TransferSides(Shipper, Receiver, Batch, Material) { _isHalf = true, Stated = receiver ? Stated : Amount.Zero };
        if (shipper)
            half._shipped.Take(_shipped);
        if (receiver)
            half._received.Take(_received);
        return half;
    }

    public Transfer Row(DateOnly today) => new(Shipper, Receiver, Batch, Material, State, _shipped.Amount, _received.Amount,
        _shipped.Amount - _received.Amount, Stated, First, today.DayNumber - First.DayNumber, _shipped.Entries, _received.Entries);

    private sealed class Side
    {
        public List<long> Entries { get; private set; } = [];

        public Amount Amount { get; private set; }

        public DateOnly First { get; private set; } = DateOnly.MaxValue;

        public void Add(LedgerLine line, Amount amount)
        {
            Entries.Add(line.Stamp.Sequence);
            Amount += amount;
            First = line.Change.Date < First ? line.Change.Date : First;
        }

        public void Take(Side other) => (Entries, Amount, First) = (other.Entries, other.Amount, other.First);
    }
}
