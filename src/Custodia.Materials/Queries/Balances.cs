using Custodia.Books;
using Custodia.Materials.Ledger;

namespace Custodia.Materials.Queries;

/// <summary>Asks what an MBA holds by its book, and in the ledgers beside it.</summary>
/// <param name="Mba">MBA code.</param>
public sealed record BalanceQuery([Meaning("MBA code", "物料平衡區代碼")] string Mba);

/// <summary>What an MBA holds.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Items">Items in its book.</param>
/// <param name="Book">The book, by material.</param>
/// <param name="Waste">Retained waste.</param>
/// <param name="Exempt">Exempted material.</param>
public sealed record MbaBalance(string Mba, int Items, IReadOnlyList<AccountBalance> Book,
    IReadOnlyList<AccountBalance> Waste, IReadOnlyList<AccountBalance> Exempt);

/// <summary>The balance of one account.</summary>
/// <param name="Material">Which material.</param>
/// <param name="Amount">Its amount.</param>
/// <param name="Items">
/// Items of the batches whose first material, in the order P, E, U, N, D, T, is this one: so each item counts once. Of
/// the
/// ledgers beside the book items are not kept: 0.
/// </param>
/// <param name="Entries">How many postings make it.</param>
public sealed record AccountBalance(MaterialCode Material, Amount Amount, int Items, int Entries);

/// <summary>Balances of accounts.</summary>
public static class Balances
{
    /// <summary>Answers <see cref="BalanceQuery"/>.</summary>
    public static Answer<MbaBalance> Ask(MaterialsBook book, BalanceQuery query, View view)
    {
        if (Sight.Mba(book, query.Mba, view) is not { } ledger)
            return Sight.NoMba(query.Mba);
        var items = new Dictionary<MaterialCode, int>();
        var total = 0;
        var reader = new BatchReader(view);
        foreach (var batch in ledger.Batches.Values)
        {
            reader.Read(batch);
            total += reader.Items;
            if (reader is { Items: not 0, Contents: [var first, ..] })
                items[first.Material] = items.GetValueOrDefault(first.Material) + reader.Items;
        }

        return new MbaBalance(query.Mba, total, Accounts(ledger, LedgerKind.Book, items, view),
            Accounts(ledger, LedgerKind.Waste, [], view), Accounts(ledger, LedgerKind.Exempt, [], view));
    }

    private static List<AccountBalance> Accounts(
        MbaLedger ledger, LedgerKind kind, Dictionary<MaterialCode, int> items, View view)
    {
        var balances = new List<AccountBalance>();
        foreach (var (material, account) in ledger.Accounts(kind))
        {
            var (sum, count) = Sum(account, view);
            if (count > 0)
                balances.Add(new AccountBalance(material, sum, items.GetValueOrDefault(material), count));
        }

        return balances;
    }

    private static (Amount Sum, int Count) Sum(Account account, View view)
    {
        var (sum, count) = (Amount.Zero, 0);
        var postings = account.Postings;
        if (postings.Count > 0 && view.AsOf == DateOnly.MaxValue && view.Knows(postings[^1].Sequence))
            return (account.Current, postings.Count);
        var known = Sight.Known(postings, view, posting => posting.Sequence);
        for (var i = 0; i < known; i++)
        {
            var posting = postings[i];
            if (posting.Day > view.AsOf)
                continue;
            sum += posting.Amount;
            count++;
        }

        return (sum, count);
    }
}
