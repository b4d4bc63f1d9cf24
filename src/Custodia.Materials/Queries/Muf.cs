using Custodia.Books;
using Custodia.Materials.Ledger;

namespace Custodia.Materials.Queries;

/// <summary>
/// MUF of closed periods. A closing brings the book to the physical inventory by postings of code MF on the PIT date,
/// and
/// all that comes later for a day of that period adds to them: so MUF = BA − PE is their sum with its sign turned.
/// </summary>
internal static class Muf
{
    /// <summary>MUF of the closed periods of an MBA that a view sees, by PIT date and material, zero ones
    /// included.</summary>
    public static SortedDictionary<DateOnly, SortedDictionary<MaterialCode, Amount>> ByPeriod(
        MbaLedger ledger, View view)
    {
        var periods = new SortedDictionary<DateOnly, SortedDictionary<MaterialCode, Amount>>();
        foreach (var closing in ledger.Closings)
        {
            if (!view.Sees(closing.Stamp.Sequence, closing.Fact.To))
                continue;
            periods[closing.Fact.To] = [];
            foreach (var line in closing.Fact.Lines.Where(line => line.Name == "MF"))
                periods[closing.Fact.To][line.Weight.Material] = Amount.Zero;
        }

        foreach (var (material, account) in ledger.Accounts(LedgerKind.Book))
            Add(periods, material, account.Postings, view);
        return periods;
    }

    /// <summary>The amounts as weights.</summary>
    public static IReadOnlyList<Weight> Weights(SortedDictionary<MaterialCode, Amount> amounts) =>
        [.. amounts.Select(pair => new Weight(pair.Key, pair.Value))];

    private static void Add(SortedDictionary<DateOnly, SortedDictionary<MaterialCode, Amount>> periods,
        MaterialCode material, IReadOnlyList<Posting> postings, View view)
    {
        var known = periods.Count == 0 ? 0 : Sight.Known(postings, view, posting => posting.Sequence);
        for (var i = 0; i < known; i++)
        {
            var posting = postings[i];
            if (posting.Code == "MF" && periods.TryGetValue(posting.Day, out var period))
                period[material] = period.GetValueOrDefault(material) - posting.Amount;
        }
    }
}
