using Custodia.Books;
using Custodia.Materials.Queries;

namespace Custodia.Materials.Tests.Queries;

/// <summary>A list in another order has the same rows, in that order, and pages that fit together.</summary>
public sealed class SortingTests
{
    private static readonly Scenario Plant = Examples.Plant();
    private static readonly MaterialCode Enriched = new('E', 'G');

    [Theory]
    [InlineData("name"), InlineData("kmp"), InlineData("form"), InlineData("items"), InlineData("contents")]
    [InlineData("enrichment"), InlineData("first"), InlineData("last")]
    public void Batches_turned_round_are_the_same_batches_and_pages_never_overlap(string sort)
    {
        var all = Names(null, 1, 500);
        foreach (var order in new[] { sort, "-" + sort })
        {
            var paged = Enumerable.Range(1, all.Count).SelectMany(page => Names(order, page, 1)).ToList();
            Assert.Equal(Names(order, 1, 500), paged);
            Assert.Equal(all.Order(StringComparer.Ordinal), paged.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Batches_stand_by_what_they_hold()
    {
        var held = Batches.Ask(Plant.Book, new BatchesQuery("XAFB", Sort: "-contents"), Plant.Now).Value!.Rows
            .Select(row => row.Contents[0].Amount.Element).ToList();
        Assert.True(held.Count > 2);
        Assert.Equal(held.OrderDescending(), held);
    }

    [Theory]
    [InlineData("date"), InlineData("-date"), InlineData("entry"), InlineData("-entry"), InlineData("code")]
    [InlineData("-kmp"), InlineData("batch"), InlineData("-batch"), InlineData("items")]
    public void A_ledger_row_has_the_same_balance_in_every_order(string sort)
    {
        var query = new LedgerQuery("XAFB", Enriched, Size: 500);
        var known = LedgerPages.Ask(Plant.Book, query, Plant.Now).Value!.Rows;
        for (var page = 1; page <= known.Count; page++)
        {
            var row = LedgerPages.Ask(Plant.Book, query with { Sort = sort, Page = page, Size = 1 }, Plant.Now).Value!.Rows[0];
            Assert.Equal(known.Single(same => (same.Entry, same.Kind) == (row.Entry, row.Kind)).Balance, row.Balance);
        }

        var whole = LedgerPages.Ask(Plant.Book, query with { Sort = sort }, Plant.Now).Value!.Rows;
        Assert.Equal(known.Select(row => row.Entry).Order(), whole.Select(row => row.Entry).Order());
    }

    [Fact]
    public void The_newest_day_comes_first_where_a_ledger_is_turned_round()
    {
        var days = LedgerPages.Ask(Plant.Book, new LedgerQuery("XAFB", Sort: "-date"), Plant.Now).Value!.Rows.Select(row => row.Date).ToList();
        Assert.Equal(days.OrderDescending(), days);
        Assert.NotEqual(days[0], days[^1]);
    }

    [Fact]
    public void An_order_that_a_list_does_not_have_is_refused_with_those_that_it_has()
    {
        Refusal[] refused =
        [
            LedgerPages.Ask(Plant.Book, new LedgerQuery("XAFB", Sort: "weight"), Plant.Now).Refusals[0],
            Batches.Ask(Plant.Book, new BatchesQuery("XAFB", Sort: "--name"), Plant.Now).Refusals[0],
            Transfers.Ask(Plant.Book, new TransfersQuery(Sort: ""), Plant.Now).Refusals[0],
            Records.Ask(Plant.Book, new ReportsQuery(Sort: "-"), Plant.Now).Refusals[0],
            PhysicalInventories.Ask(Plant.Book,
                new InventoryQuery("XAFB", Scenario.Day("2026-06-30"), Sort: "note"), Plant.Now).Refusals[0],
        ];
        Assert.All(refused, refusal => Assert.Equal(QueryRefusals.SortUnknown.Code, refusal.Code));
        Assert.Equal("batch, code, date, entry, items, kmp", refused[0].Expected);
    }

    private static List<string> Names(string? sort, int page, int size) =>
    [
        .. Batches.Ask(Plant.Book, new BatchesQuery("XAFB", IncludeEmpty: true, Page: page, Size: size, Sort: sort), Plant.Now)
            .Value!.Rows.Select(row => row.Name),
    ];
}
