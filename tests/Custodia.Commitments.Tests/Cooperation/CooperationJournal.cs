using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Approvals;
using Custodia.Commitments.Cooperation;
using Custodia.Commitments.Cooperation.Facts;
using Custodia.Commitments.Cooperation.Queries;
using Custodia.Commitments.Indicators;
using Custodia.Journal;
using Custodia.Materials;
using Custodia.Materials.Commands;
using Custodia.Materials.Ledger;
using Custodia.Materials.Structure;
using Custodia.Materials.Tables;
using Custodia.Quantities;
using Custodia.Testing;

namespace Custodia.Commitments.Tests.Cooperation;

/// <summary>A journal of the books of materials, cooperation and commitments: a reactor XARR with 600 g of highly enriched uranium.</summary>
internal sealed class CooperationJournal : IDisposable
{
    public static readonly DateOnly Today = new(2026, 7, 20);

    public static readonly string KeptFile = new('a', 64);

    private readonly MemoryStore _store = new();
    private readonly ApprovalsBook _approvals = new();
    private readonly MaterialsBook _materials = new();
    private readonly Node _node;

    private CooperationJournal()
    {
        Book = new CooperationBook([_materials], id => Commitments!.HasOwnPromise(id));
        Commitments = new CommitmentsBook([_materials, Book], digest => digest == KeptFile);
        _node = new Node([_materials, Book, Commitments, _approvals]);
        _node.Start(_store, new JournalOptions(), new NoonClock(Today));
    }

    public CooperationBook Book { get; }

    public CommitmentsBook Commitments { get; }

    public long Count => _node.Count;

    public View Now => new(_node.Count, DateOnly.MaxValue);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>With the ledger: batches H1 and H2 of 300 g at 93 % in the reactor, and a store XAST.</summary>
    public static async Task<CooperationJournal> WithReactor()
    {
        var journal = new CooperationJournal();
        await journal.Do(new NameState("XA", "Xanadu", "仙那度"));
        await journal.Do(new AdoptCodeTables(CodeTablesFile.Shipped));
        await journal.Place("XA-RR", "XARR", FacilityKind.ResearchReactor);
        await journal.Place("XA-ST", "XAST", FacilityKind.Storage);
        await journal.Do(new OpenBook("XARR", Day("2022-12-31"), [new(1, Element("H1")), new(2, Element("H2"))]));
        await journal.Do(new OpenBook("XAST", Day("2022-12-31"), []));
        return journal;
    }

    public static AnnounceCampaign Conversion => new("rr-conversion", "Reactor conversion", "反應器轉換", CampaignKind.Conversion,
        Day("2023-01-01"), Day("2025-06-30"), ["XA-RR"], Items: ["WP10-6.5"],
        Milestones: [new("LEU fuel qualified", "低濃縮鈾燃料核准", Day("2024-01-01")), new("Last HEU shipped", "最後一批運出", Day("2025-06-30"))]);

    public static InventoryChange Change(string day, string code, string batch, decimal uranium, decimal fissile, int items = 1,
        string? to = null, string? from = null, string? operation = null, string mba = "XARR") =>
        new(mba, Day(day), code, batch, items, "EASI", code is "RP" or "RF" ? "N" : "L",
            [Weight.Enriched(Mass.FromGrams(uranium), Mass.FromGrams(fissile))], "1", from, to, code is "RD" or "RF" ? batch : null, operation);

    /// <summary>Sends both batches abroad; the entries.</summary>
    public async Task<(long First, long Second)> ShipAll(string day = "2025-03-18") =>
        (await Do(Change(day, "SF", "H1", 300, 279, to: "XB")), await Do(Change(day, "SF", "H2", 300, 279, to: "XB")));

    public CampaignRow Row(string day, string id = "rr-conversion", View? view = null) =>
        Campaigns.Ask(Book, new CampaignsQuery(Day(day)), view ?? Now).Value!.Rows.Single(row => row.Campaign.Id == id);

    public IndicatorValue Value(string id, string day) =>
        Commitments.Engine.At(Now with { AsOf = Day(day) }).Of(IndicatorCatalogue.Find(id)!);

    /// <summary>Gives a command that must be taken; the number of its first entry.</summary>
    public async Task<long> Do(object command)
    {
        var outcome = await Give(command);
        if (outcome is Outcome.Refused refused)
            Assert.Fail(string.Join('\n', refused.Refusals));
        return Assert.IsType<Outcome.Recorded>(outcome).First;
    }

    /// <summary>Gives a command that must be refused; the codes, without the book's name.</summary>
    public async Task<string[]> Refused(object command) =>
        [.. Assert.IsType<Outcome.Refused>(await Give(command)).Refusals.Select(refusal => refusal.Code.Split('.')[1])];

    public Task<Outcome> Give(object command)
    {
        var (book, definition) = _node.Books.SelectMany(book => book.Catalogue.Commands, (book, known) => (book, known))
            .Single(pair => pair.known.Input == command.GetType());
        return _node.Execute(book, definition, command, Caller.House("test"), Guid.NewGuid());
    }

    public void Dispose()
    {
        _node.Dispose();
        _approvals.Dispose();
        _store.Dispose();
    }

    private static InventoryItem Element(string name) =>
        new(name, "A", 1, "EASI", "M", [Weight.Enriched(Mass.FromGrams(300), Mass.FromGrams(279))]);

    private async Task Place(string facility, string mba, FacilityKind kind)
    {
        var from = Day("2020-01-01");
        await Do(new Facility(facility, "Reactor " + facility, "反應器", kind, from));
        await Do(new MaterialBalanceArea(mba, facility, mba, mba, AccountingKind.Item, 94m, from));
        await Do(new KeyMeasurementPoint(mba, "1", KmpKind.Flow, "Flow", "流動", from));
        await Do(new KeyMeasurementPoint(mba, "A", KmpKind.Inventory, "Store", "庫存", from));
    }
}
