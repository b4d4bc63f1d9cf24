using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Materials.Ledger;

namespace Custodia.Materials.Queries;

/// <summary>How the two sides of a transfer agree.</summary>
public enum TransferState
{
    /// <summary>Shipment and receipt state the same.</summary>
    Matched,

    /// <summary>They differ by what the receiver's shipper/receiver differences (DI) state.</summary>
    Explained,

    /// <summary>They differ, and no DI says why.</summary>
    Mismatch,

    /// <summary>Shipped, and no receipt.</summary>
    ShipmentOpen,

    /// <summary>Received, and no shipment.</summary>
    ReceiptOpen,

    /// <summary>The other side is withheld from the one who asks.</summary>
    Withheld,
}

/// <summary>Asks how transfers inside the State agree.</summary>
/// <param name="Mba">Only those that this MBA ships or receives.</param>
/// <param name="OpenOnly">Leave out what agrees or is explained.</param>
/// <param name="Day">Day on which ages are counted.</param>
/// <param name="Page">Page number, from 1.</param>
/// <param name="Size">Rows on a page, at most 5,000.</param>
/// <param name="Sort">Name of a column, turned round by a leading minus; left out: the list's own order.</param>
public sealed record TransfersQuery(
    [Meaning("MBA that ships or receives", "發貨或收貨之物料平衡區")] string? Mba = null,
    [Meaning("Only what does not agree", "僅列不符者")] bool OpenOnly = true,
    [Meaning("Day on which ages are counted", "計算天數之日")] DateOnly? Day = null,
    [Meaning("Page, from 1", "頁碼，自 1 起")] int Page = 1,
    [Meaning("Rows on a page, at most 5,000", "每頁列數，最多 5,000")] int Size = 100,
    [Meaning("Order: way, batch, material, state, difference, date; -name turns it round", "排序：way, batch, material, state, difference, date；前加 - 為反序")] string? Sort = null);

/// <summary>A batch of one material on its way from one MBA to another: all its shipments against all its
/// receipts.</summary>
/// <param name="Shipper">MBA that ships.</param>
/// <param name="Receiver">MBA that receives.</param>
/// <param name="Batch">The shipper's name of the batch.</param>
/// <param name="Material">Which material.</param>
/// <param name="State">How the sides agree.</param>
/// <param name="Shipped">What the shipper's lines (SD) state.</param>
/// <param name="Received">What the receiver's lines (RD) state.</param>
/// <param name="Difference">Shipped less received.</param>
/// <param name="Stated">What the receiver's DI of that batch state: shipper less receiver.</param>
/// <param name="Date">Day of the first line of either side.</param>
/// <param name="AgeDays">Days since then.</param>
/// <param name="Shipments">Entries of the shipper.</param>
/// <param name="Receipts">Entries of the receiver.</param>
public sealed record Transfer(string Shipper, string Receiver, string Batch, MaterialCode Material, TransferState State,
    Amount Shipped, Amount Received, Amount Difference, Amount Stated, DateOnly Date, int AgeDays,
    IReadOnlyList<long> Shipments, IReadOnlyList<long> Receipts);

/// <summary>Matches shipments and receipts inside the State (SD, RD).</summary>
public static class Transfers
{
    private static readonly Sorting<Transfer> Orders = new Sorting<Transfer>()
        .ByText("way", row => row.Shipper + "\n" + row.Receiver).ByText("batch", row => row.Batch).By("material", row => row.Material)
        .By("state", row => row.State).By("difference", row => row.Difference.Element).By("date", row => row.Date);

    /// <summary>Answers <see cref="TransfersQuery"/>: the oldest first where no order is asked for.</summary>
    public static Answer<Page<Transfer>> Ask(MaterialsBook book, TransfersQuery query, View view)
    {
        if (query.Mba is { } mba && Sight.Mba(book, mba, view) is null)
            return Sight.NoMba(mba);
        if (Paging.Check(query.Page, query.Size) is { } refusal)
            return refusal;
        if (Orders.Check(query.Sort) is { } unknown)
            return unknown;
        var today = Sight.Today(book, query.Day, view);
        var all = Match(book, view).Where(sides => query.Mba is null || sides.Concerns(query.Mba))
            .Where(sides => !query.OpenOnly || IsOpen(sides.State))
            .OrderBy(sides => sides.First).ThenBy(sides => sides.Batch, StringComparer.Ordinal)
            .ThenBy(sides => sides.Shipper, StringComparer.Ordinal)
            .ThenBy(sides => sides.Receiver, StringComparer.Ordinal)
            .ThenBy(sides => sides.Material).Select(sides => sides.Row(today)).ToList();
        return Paging.Cut(Orders.Apply(all, query.Sort), query.Page, query.Size, row => row);
    }

    /// <summary>How many transfers do not agree.</summary>
    internal static int CountOpen(MaterialsBook book, View view) =>
        Match(book, view).Count(sides => IsOpen(sides.State));

    private static bool IsOpen(TransferState state) => state is not (TransferState.Matched or TransferState.Explained or TransferState.Withheld);

    private static Dictionary<(string, string, string, MaterialCode), Sides>.ValueCollection Match(
        MaterialsBook book, View view)
    {
        var found = new Dictionary<(string, string, string, MaterialCode), Sides>();
        foreach (var ledger in Sight.Mbas(book, null, view))
        {
            foreach (var line in Lines(ledger, view))
            {
                if (line.Change is { Code: "SD", To: { } to })
                    Add(found, line, ledger.Area.Code, to, line.Change.Batch);
                else if (line.Change is { Code: "RD", From: { } from })
                    Add(found, line, from, ledger.Area.Code, line.Change.ShipperBatch ?? line.Change.Batch);
            }
        }

        AddDifferences(book, found.Values, view);
        foreach (var sides in found.Values)
            sides.IsHalf = !IsShown(book, sides.Shipper, view) || !IsShown(book, sides.Receiver, view);
        return found.Values;
    }

    // A side that is no MBA of this State has nothing to withhold.
    private static bool IsShown(MaterialsBook book, string mba, View view) =>
        !book.Mbas.ContainsKey(mba) || view.Of(mba) == Visibility.Open;

    private static IEnumerable<LedgerLine> Lines(MbaLedger ledger, View view) =>
        ledger.Lines.Where(line => line.IsEffective(view) && line.Change.Date <= view.AsOf);

    private static void Add(Dictionary<(string, string, string, MaterialCode), Sides> found, LedgerLine line,
        string shipper, string receiver, string batch)
    {
        foreach (var (material, amount) in line.Change.Weights)
        {
            var key = (shipper, receiver, batch, material);
            if (!found.TryGetValue(key, out var sides))
                found.Add(key, sides = new Sides(shipper, receiver, batch, material));
            sides.Add(line, amount);
        }
    }

    private static void AddDifferences(MaterialsBook book, IReadOnlyCollection<Sides> found, View view)
    {
        var byReceipt = found
            .SelectMany(sides => sides.ReceivedBatches, (sides, batch) => (Key: (sides.Receiver, batch, sides.Material), sides))
            .ToLookup(pair => pair.Key, pair => pair.sides);
        foreach (var ledger in Sight.Mbas(book, null, view))
        {
            foreach (var line in Lines(ledger, view).Where(line => line.Change.Code == "DI"))
            {
                foreach (var (material, amount) in line.Change.Weights)
                {
                    foreach (var sides in byReceipt[(ledger.Area.Code, line.Change.Batch, material)])
                        sides.Stated += amount;
                }
            }
        }
    }

    /// <summary>The two sides of a transfer while they are gathered.</summary>
    private sealed class Sides(string shipper, string receiver, string batch, MaterialCode material)
    {
        private readonly List<long> _shipments = [];
        private readonly List<long> _receipts = [];
        private Amount _shipped;
        private Amount _received;

        public string Shipper { get; } = shipper;

        public string Receiver { get; } = receiver;

        public string Batch { get; } = batch;

        public MaterialCode Material { get; } = material;

        public DateOnly First { get; private set; } = DateOnly.MaxValue;

        public HashSet<string> ReceivedBatches { get; } = new(StringComparer.Ordinal);

        public Amount Stated { get; set; }

        /// <summary>Whether one of its sides may not be shown.</summary>
        public bool IsHalf { get; set; }

        public TransferState State =>
            IsHalf ? TransferState.Withheld
            : _receipts.Count == 0 ? TransferState.ShipmentOpen
            : _shipments.Count == 0 ? TransferState.ReceiptOpen
            : _shipped == _received ? TransferState.Matched
            : _shipped - _received == Stated ? TransferState.Explained
            : TransferState.Mismatch;

        public bool Concerns(string mba) => Shipper == mba || Receiver == mba;

        public void Add(LedgerLine line, Amount amount)
        {
            First = line.Change.Date < First ? line.Change.Date : First;
            if (line.Change.Code == "SD")
            {
                _shipped += amount;
                _shipments.Add(line.Stamp.Sequence);
                return;
            }

            _received += amount;
            _receipts.Add(line.Stamp.Sequence);
            ReceivedBatches.Add(line.Change.Batch);
        }

        public Transfer Row(DateOnly today) => new(Shipper, Receiver, Batch, Material, State, _shipped, _received,
            _shipped - _received, Stated, First, today.DayNumber - First.DayNumber, _shipments, _receipts);
    }
}
