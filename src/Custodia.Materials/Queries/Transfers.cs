using Custodia.Books;

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
        var all = Seen(book, query.OpenOnly, view).Where(sides => query.Mba is null || sides.Concerns(query.Mba))
            .OrderBy(sides => sides.First).ThenBy(sides => sides.Batch, StringComparer.Ordinal)
            .ThenBy(sides => sides.Shipper, StringComparer.Ordinal)
            .ThenBy(sides => sides.Receiver, StringComparer.Ordinal)
            .ThenBy(sides => sides.Material).Select(sides => sides.Row(today)).ToList();
        return Paging.Cut(Orders.Apply(all, query.Sort), query.Page, query.Size, row => row);
    }

    /// <summary>How many transfers do not agree.</summary>
    internal static int CountOpen(MaterialsBook book, View view) => Seen(book, openOnly: true, view).Count();

    /// <summary>The transfers of which a view may show a side, with the other one left out where it is withheld.</summary>
    private static IEnumerable<TransferSides> Seen(MaterialsBook book, bool openOnly, View view)
    {
        var shown = Sight.Mbas(book, null, view).Select(ledger => ledger.Area.Code).ToHashSet(StringComparer.Ordinal);
        var all = book.Transfers.Of(book, view);
        return
            from sides in openOnly ? all.Open : all.All
            let seen = sides.Seen(IsShown(sides.Shipper), IsShown(sides.Receiver))
            where seen is not null && (!openOnly || seen.State != TransferState.Withheld)
            select seen;

        // A side that is no MBA of this State has nothing to withhold.
        bool IsShown(string mba) => shown.Contains(mba) || !book.Mbas.ContainsKey(mba);
    }
}
