using Custodia.Books;
using Custodia.Materials.Tables;

namespace Custodia.Materials.Ledger;

/// <summary>The ledgers of an MBA: its book, and the two beside it (notes on retained waste and exempt material).</summary>
public enum LedgerKind
{
    /// <summary>The book inventory.</summary>
    Book,

    /// <summary>Retained waste (TW, FW).</summary>
    Waste,

    /// <summary>Exempted material (EU, EQ, DU, DQ).</summary>
    Exempt,
}

/// <summary>One signed amount in an account, with what a question needs to decide whether it counts.</summary>
/// <param name="Sequence">The entry that made it.</param>
/// <param name="Day">Accounting date.</param>
/// <param name="Code">Change code; <c>PB</c> for an initial inventory, <c>MF</c> for what a physical inventory changed.</param>
/// <param name="Amount">Signed: plus adds to the account.</param>
public readonly record struct Posting(long Sequence, DateOnly Day, string Code, Amount Amount);

/// <summary>What a line does to the accounts: the one place where signs are decided.</summary>
public static class Effects
{
    /// <summary>How a line of the initial inventory stands in the ledger: no change code, and no operator can use it.</summary>
    public static ChangeCode Opening { get; } =
        new("PB", "Beginning physical inventory", "期初實際存量", ChangeEffect.Increase, true, [], "none");

    /// <summary>What a weight of a line adds to the book: signed.</summary>
    /// <param name="change">The line.</param>
    /// <param name="code">Its code, from the tables in force.</param>
    /// <param name="position">Which of its weights, from 0.</param>
    public static Amount OnBook(InventoryChange change, ChangeCode code, int position)
    {
        var amount = change.Weights[position].Amount;
        return Sign(code.Effect, position) > 0 ? amount : -amount;
    }

    /// <summary>The ledger beside the book that takes the opposite of what the book takes, or <c>null</c>.</summary>
    public static LedgerKind? Counter(ChangeCode code) => code.Counter switch
    {
        null => null,
        "waste" => LedgerKind.Waste,
        _ => LedgerKind.Exempt,
    };

    /// <summary>What a change does to the number of items of its batch.</summary>
    public static int Items(InventoryChange change, ChangeCode code) => code.Code switch
    {
        // A loss or production inside the fuel, a recategorisation and a difference leave the items where they are.
        "LN" or "NP" => 0,
        _ => code.Effect switch
        {
            ChangeEffect.Increase => change.Items,
            ChangeEffect.Decrease => -change.Items,
            ChangeEffect.CategoryChange or ChangeEffect.Difference or ChangeEffect.Adjustment => 0,
            _ => throw new ArgumentOutOfRangeException(nameof(code)),
        },
    };

    private static int Sign(ChangeEffect effect, int position) => effect switch
    {
        ChangeEffect.Increase or ChangeEffect.Adjustment => 1,
        ChangeEffect.Decrease => -1,
        ChangeEffect.CategoryChange => position == 0 ? -1 : 1,
        // DI = shipper − receiver, and BA = BE − DI (INFCIRC/153 ¶98 ff): a positive difference takes from the book.
        ChangeEffect.Difference => -1,
        _ => throw new ArgumentOutOfRangeException(nameof(effect)),
    };
}

/// <summary>The account of one material in one ledger of an MBA: postings in the order of their entries.</summary>
public sealed class Account
{
    private readonly List<Posting> _postings = [];

    /// <summary>All postings, by entry.</summary>
    public IReadOnlyList<Posting> Postings => _postings;

    /// <summary>The balance after every posting.</summary>
    public Amount Current { get; private set; }

    /// <summary>The balance that a view sees.</summary>
    public Amount Balance(View view)
    {
        var sum = Amount.Zero;
        foreach (ref readonly var posting in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_postings))
        {
            // The list is in entry order: the first unknown entry ends it.
            if (!view.Knows(posting.Sequence))
                break;
            if (posting.Day <= view.AsOf)
                sum += posting.Amount;
        }

        return sum;
    }

    internal void Post(in Posting posting)
    {
        _postings.Add(posting);
        Current += posting.Amount;
    }
}
