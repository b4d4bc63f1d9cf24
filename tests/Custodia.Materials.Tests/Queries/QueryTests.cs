using Custodia.Books;
using Custodia.Materials.Commands;
using Custodia.Materials.Ledger;
using Custodia.Materials.Queries;
using Custodia.Materials.Reports;
using Custodia.Materials.Rules;
using Custodia.Quantities;
using static Custodia.Materials.Tests.Queries.Examples;
using static Custodia.Materials.Tests.Scenario;

namespace Custodia.Materials.Tests.Queries;

public sealed class QueryTests
{
    private static readonly MaterialCode Enriched = new('E', 'G');

    [Fact]
    public void The_statement_shows_what_late_knowledge_changed_since_it_was_struck()
    {
        using var s = Plant();
        var struck = s.Now;
        s.Do(new RecordLateChanges([new InventoryChange("XAFB", Day("2026-06-20"), "DI", "CYL-R", 20, "U6CF", "L",
            [E(900, 40)], "1", "XACA", "XAFB", "CYL-R")], "found when the weighing was evaluated"));

        var before = StatementAnswers.Ask(s.Book, new("XAFB", Day("2026-06-30")), struck).Value!;
        Assert.Empty(before.Changed);
        Assert.Equal(6_800m, before.Periods[0].Muf.Single().Amount.Element.Grams);

        var after = StatementAnswers.Ask(s.Book, new("XAFB", Day("2026-06-30")), s.Now).Value!;
        Assert.Equal([("DI", 0m, 900m), ("BA", 11_785_000, 11_784_100), ("MF", 6_800, 5_900)],
            after.Changed.Select(c => (c.Name, c.Struck.Element.Grams, c.Now.Element.Grams)));
        Assert.Equal([Day("2026-06-30"), null], after.Periods.Select(p => p.To));
        Assert.Equal(after.ClosedAt, after.Periods[0].ClosedAt);
    }

    [Fact]
    public void Before_its_date_has_come_a_closing_does_not_bound_the_period()
    {
        using var s = Plant();
        var view = s.Now with { AsOf = Day("2026-01-31") };
        var statement = StatementAnswers.Ask(s.Book, new("XAFB"), view).Value!.Statement;
        Assert.Equal((Day("2026-01-31"), false, 39_400_000m), (statement.To, statement.IsClosed,
            statement.Materials.Single()["BE"].Element.Grams));
    }

    [Fact]
    public void The_balance_counts_items_once_and_keeps_waste_beside_the_book()
    {
        using var s = Plant();
        var balance = Balances.Ask(s.Book, new("XAFB"), s.Now).Value!;
        Assert.Equal((171, 11_778_200m), (balance.Items, balance.Book.Single().Amount.Element.Grams));
        Assert.Equal(171, balance.Book.Single().Items);
        Assert.Equal(15_000m, balance.Waste.Single().Amount.Element.Grams);
        Assert.Empty(balance.Exempt);
    }

    [Fact]
    public void A_physical_inventory_shows_what_it_found_beyond_and_short_of_the_book_before_it_was_closed()
    {
        using var s = Plant();
        var inventory = PhysicalInventories.Ask(s.Book, new InventoryQuery("XAFB", Day("2026-06-30")), s.Now).Value!;
        var open = s.Now with { Count = inventory.Inventory.ClosedAt!.Value };
        var before = PhysicalInventories.Ask(s.Book, new InventoryQuery("XAFB", Day("2026-06-30")), open).Value!;

        Assert.Equal(["CYL-R", "POW-2606", "POWDER", "SCR-2606", "SCRAP", "UF6", "UF6-STOCK"],
            inventory.Discrepancies.Select(d => d.Batch));
        Assert.Equal(inventory.Discrepancies.Select(d => (d.Batch, d.Items, string.Join(' ', d.Weights))),
            before.Discrepancies.Select(d => (d.Batch, d.Items, string.Join(' ', d.Weights))));
        Assert.Null(before.Inventory.ClosedAt);
        Assert.Equal((3, 171, "E:11778200/G:518241"),
            (inventory.Inventory.Lines, inventory.Inventory.Items, inventory.Inventory.Totals.Single().ToString()));
    }

    [Fact]
    public void A_corrected_shipment_opens_its_match_again_until_a_difference_is_stated()
    {
        var (s, shipment) = Delivery();
        using var disposed = s;
        Transfer Delivered(View view) => Transfers.Ask(s.Book, new TransfersQuery("XARA", OpenOnly: false), view).Value!.Rows.Single();
        var known = s.Now;
        Assert.Equal(TransferState.Matched, Delivered(known).State);

        s.Do(new CorrectChanges([new(shipment, Ship("FA2606-01", 1_841_200, 81_013, "2026-06-11"))], "weight misread"));
        var open = Delivered(s.Now);
        Assert.Equal((TransferState.Mismatch, "1200 g"), (open.State, open.Difference.Element.ToString()));
        Assert.Equal(TransferState.Matched, Delivered(known).State);

        s.Do(new InventoryChange("XARA", Day("2026-06-20"), "DI", "FA2606-01", 4, "EASF", "L", [E(1_200, 53)], "1",
            "XAFB", "XARA", "FA2606-01"));
        Assert.Equal(TransferState.Explained, Delivered(s.Now).State);
    }

    [Fact]
    public void A_shipment_without_a_receipt_grows_old()
    {
        var (s, _) = Delivery();
        using var disposed = s;
        var view = s.Now with { AsOf = Day("2026-06-11") };
        var open = Transfers.Ask(s.Book, new TransfersQuery(Day: Day("2026-07-11")), view).Value!.Rows;
        Assert.Equal([(TransferState.ReceiptOpen, "CYL", 37), (TransferState.ShipmentOpen, "FA2606-01", 30)],
            open.Select(t => (t.State, t.Batch, t.AgeDays)));
    }

    [Fact]
    public void The_ledger_shows_the_whole_corrected_line_and_the_effect_of_the_difference()
    {
        var (s, shipment) = Delivery();
        using var disposed = s;
        var correction = s.Do(new CorrectChanges(
            [new(shipment, Ship("FA2606-01", 1_841_200, 81_013, "2026-06-11"))], "weight misread"));
        var rows = LedgerPages.Ask(s.Book, new LedgerQuery("XAFB", Enriched), s.Now).Value!.Rows;

        var row = rows.Single(r => r.Entry == correction);
        Assert.Equal(("E:1841200/G:81013", "E:-1200/G:-53", shipment), (row.Weights.Single().ToString(),
            row.Effect.Single().ToString(), row.Corrects));
        Assert.Equal(1_158_800m, row.Balance!.Value.Element.Grams);
        var corrected = rows.Single(r => r.Entry == shipment);
        Assert.Equal((false, correction), (corrected.IsEffective, corrected.CorrectedBy));
        var effective = LedgerPages.Ask(s.Book, new LedgerQuery("XAFB", Status: LedgerStatus.Effective), s.Now).Value!;
        Assert.DoesNotContain(effective.Rows, r => r.Entry == shipment);
        Assert.Equal((4, null), (effective.Total, effective.Rows[0].Balance));
    }

    [Fact]
    public void A_correction_of_the_date_takes_the_line_back_on_its_own_day()
    {
        var (s, shipment) = Delivery();
        using var disposed = s;
        var correction = s.Do(new CorrectChanges(
            [new(shipment, Ship("FA2606-01", 1_840_000, 80_960, "2026-06-15"))], "wrong day"));
        var rows = LedgerPages.Ask(s.Book, new LedgerQuery("XAFB", Enriched, Code: "SD"), s.Now).Value!.Rows;
        Assert.Equal(
            [(shipment, LedgerRowKind.Change, 1_160_000m), (correction, LedgerRowKind.TakenBack, 3_000_000m),
                (correction, LedgerRowKind.Correction, 1_160_000m)],
            rows.Select(r => (r.Entry, r.Kind, r.Balance!.Value.Element.Grams)));
    }

    [Fact]
    public void Discharged_fuel_counts_as_plutonium_and_uranium_of_its_new_enrichment()
    {
        using var s = Small();
        s.Do(new InventoryChange("XARA", Day("2025-07-10"), "RD", "FA2606-01", 4, "EASF", "N", [E(1_841_200, 81_013)],
            "1", "XAFB", "XARA", "FA2606-01"));
        InventoryChange Burnt(string code, Weight weight) => new("XARA", Day("2026-06-01"), code, "FA2606-01", 4, "EASI",
            "T", [weight], "2", Operation: "DISCHARGE-1", BurnUp: 45_000);
        s.Do(new RecordChanges(
            [new(2, Burnt("LN", E(109_250, 67_113))), new(3, Burnt("NP", Weight.Of('P', G(20_250))))]));

        var row = Batches.Ask(s.Book, new BatchesQuery("XARA"), s.Now).Value!.Rows.Single();
        Assert.Equal((4, "EASI", 0.8026m), (row.Items, row.Description, decimal.Round(row.EnrichmentPercent!.Value, 4)));
        var holdings = Overviews.Ask(s.Book, new OverviewQuery(), s.Now).Value!.Holdings;
        Assert.Equal([(MaterialType.Plutonium, 2.53125m), (MaterialType.LowEnrichedUranium, 0.1853m)],
            holdings.Select(h => (h.Type, decimal.Round(h.SignificantQuantities, 5, MidpointRounding.ToZero) is var q
                && h.Type == MaterialType.Plutonium ? q : decimal.Round(q, 4))));
        var items = Balances.Ask(s.Book, new("XARA"), s.Now).Value!.Book.Select(b => (b.Material.Element, b.Items));
        Assert.Equal([('P', 4), ('E', 0)], items);
    }

    [Fact]
    public void The_genealogy_goes_from_the_cylinder_to_the_reactor_and_back()
    {
        var (s, _) = Delivery();
        using var disposed = s;
        var whole = BatchHistories.Ask(s.Book, new BatchQuery("XARA", "FA2606-01"), s.Now).Value!.Genealogy;
        Assert.Equal([("XARA", "FA2606-01"), ("XAFB", "FA2606-01"), ("XAFB", "CYL"), ("XACA", "CYL")],
            whole.Nodes.Select(n => (n.Mba, n.Batch)));
        Assert.Equal(
            [(1, 0, BatchEdgeKind.Transfer), (2, 1, BatchEdgeKind.Rebatching), (3, 2, BatchEdgeKind.Transfer)],
            whole.Edges.Select(e => (e.From, e.To, e.Kind)));
        Assert.False(whole.IsCut);
        var near = BatchHistories.Ask(s.Book, new BatchQuery("XARA", "FA2606-01", Depth: 1), s.Now).Value!.Genealogy;
        Assert.Equal((2, true), (near.Nodes.Count, near.IsCut));
    }

    [Fact]
    public void Reports_and_inventories_are_due_by_their_days_and_then_late()
    {
        using var s = Plant();
        IReadOnlyList<DueItem> Due(string day, bool done = false) =>
            Deadlines.Ask(s.Book, new DueQuery("XAFB", done, Day(day)), s.Now).Value!.Items;
        Assert.Equal((Day("2025-08-30"), DueState.Due), Of(Due("2025-08-30")));
        Assert.Equal((Day("2025-08-30"), DueState.Overdue), Of(Due("2025-08-31")));
        Assert.Equal(DueState.Due, Due("2026-07-30").Single(i => i.Kind == DueKind.MaterialBalanceReport).State);
        Assert.Equal(DueState.Overdue, Due("2026-07-31").Single(i => i.Kind == DueKind.PhysicalInventoryListing).State);
        Assert.Equal([DueState.Ahead, DueState.Due, DueState.Due, DueState.Overdue],
            new[] { "2027-06-30", "2027-07-01", "2027-08-30", "2027-08-31" }
                .Select(day => Due(day).Single(i => i.Kind == DueKind.PhysicalInventory).State));

        s.Do(new PrepareReport("XAFB", ReportType.Mbr, Day("2026-06-30"), Day("2026-08-01")));
        var report = Records.Ask(s.Book, new ReportsQuery("XAFB"), s.Now).Value!.Rows.Single();
        Assert.Equal((Day("2026-07-30"), 2), (report.Latest, report.DaysLate));
        var item = Due("2026-09-01", done: true).Single(i => i.Kind == DueKind.MaterialBalanceReport);
        Assert.Equal((DueState.Done, 2, report.Number), (item.State, item.DaysLate, item.Report));
        Assert.DoesNotContain(Due("2026-09-01"), i => i.Kind == DueKind.MaterialBalanceReport);

        static (DateOnly, DueState) Of(IReadOnlyList<DueItem> items) => (items[0].Latest, items[0].State);
    }

    [Fact]
    public void A_reported_month_is_due_no_longer()
    {
        using var s = WithCylinder();
        s.Do(new PrepareReport("XAFB", ReportType.Icr, Day("2025-07-31"), Day("2025-08-10")));
        var items = Deadlines.Ask(s.Book, new DueQuery("XAFB", true, Day("2025-12-01")), s.Now).Value!.Items;
        var month = items.Single(i => i.Kind == DueKind.InventoryChangeReport);
        Assert.Equal((DueState.Done, -20, 1), (month.State, month.DaysLate, month.Lines));
    }

    [Fact]
    public void A_line_that_was_corrected_or_deleted_before_it_was_reported_waits_for_no_report()
    {
        using var s = Small();
        var (first, second) = (s.Do(Cylinder()), s.Do(Cylinder() with { Batch = "CYL-2", ShipperBatch = "CYL-2" }));
        s.Do(new CorrectChanges([new(first, Cylinder() with { Items = 3 })], "counted again"));
        s.Do(new CorrectChanges([new(second, null)], "never came"));
        s.Do(new PrepareReport("XAFB", ReportType.Icr, Day("2025-07-31"), Day("2025-08-10")));
        var items = Deadlines.Ask(s.Book, new DueQuery("XAFB", true, Day("2026-12-01")), s.Now).Value!.Items;
        Assert.Equal([(DueState.Done, 1)],
            items.Where(item => item.Kind == DueKind.InventoryChangeReport).Select(item => (item.State, item.Lines)));
    }

    [Fact]
    public void A_correction_that_moves_a_line_into_a_dispatched_balance_needs_a_second_person()
    {
        using var s = Plant();
        s.Do(new PrepareReport("XAFB", ReportType.Mbr, Day("2026-06-30"), Day("2026-07-01")));
        s.Do(new DispatchReport("XAFB", ReportType.Mbr, 1, "letter 7", Day("2026-07-02")));
        var entry = s.Do(Receive("LATER", 100_000, 4_400, "2026-07-05"));
        var correct = s.Book.Catalogue.Commands.Single(command => command.Input == typeof(CorrectChanges));
        Assert.True(correct.NeedsTwoPersons(s.Book, To("2026-06-20")));
        Assert.False(correct.NeedsTwoPersons(s.Book, To("2026-07-06")));

        CorrectChanges To(string day) => new([new(entry, Receive("LATER", 100_000, 4_400, day))], "wrong day");
    }

    [Fact]
    public void What_ended_is_no_longer_in_the_structure_and_needs_no_inventory()
    {
        using var s = Small();
        s.Do(new EndStructure("XACA", Day("2026-01-31")));
        var view = s.Now with { AsOf = Day("2026-02-01") };
        var mbas = StructureTrees.Ask(s.Book, new(), view).Value!.Facilities.SelectMany(f => f.Mbas).Select(m => m.Mba.Code);
        Assert.Equal(["XAFB", "XARA"], mbas);
        var states = Overviews.Ask(s.Book, new OverviewQuery(Day("2026-08-01")), s.Now).Value!.Mbas.Select(m => (m.Mba, m.State));
        Assert.Equal([("XACA", BalanceState.Ended), ("XAFB", BalanceState.InventoryDue), ("XARA", BalanceState.InventoryDue)],
            states);
        Assert.Empty(Deadlines.Ask(s.Book, new DueQuery("XACA"), s.Now with { AsOf = Day("2027-12-01") }).Value!.Items);
    }

    [Fact]
    public void Questions_that_cannot_be_answered_are_refused_with_their_reason()
    {
        using var s = WithCylinder();
        Assert.Equal(MaterialsRefusals.MbaUnknown.Code, Code(LedgerPages.Ask(s.Book, new LedgerQuery("XAZZ"), s.Now)));
        Assert.Equal(MaterialsRefusals.MbaUnknown.Code, Code(Balances.Ask(s.Book, new("XAFB"), s.Now with { Count = 2 })));
        Assert.Equal(QueryRefusals.PageOutside.Code, Code(LedgerPages.Ask(s.Book, new LedgerQuery("XAFB", Page: 0), s.Now)));
        Assert.Equal(QueryRefusals.PageOutside.Code, Code(Batches.Ask(s.Book, new BatchesQuery("XAFB", Size: 5_001), s.Now)));
        Assert.Equal(QueryRefusals.DepthOutside.Code, Code(BatchHistories.Ask(s.Book, new BatchQuery("XAFB", "CYL", 21), s.Now)));
        Assert.Equal(MaterialsRefusals.BatchUnknown.Code, Code(BatchHistories.Ask(s.Book, new BatchQuery("XAFB", "NONE"), s.Now)));
        Assert.Equal(MaterialsRefusals.InventoryMissing.Code,
            Code(PhysicalInventories.Ask(s.Book, new InventoryQuery("XAFB", Day("2026-06-30")), s.Now)));
        Assert.Equal(MaterialsRefusals.TablesMissing.Code,
            Code(Records.Ask(s.Book, new CodesQuery(), s.Now with { Count = 1 })));
    }

    [Fact]
    public void A_page_past_the_last_is_empty_and_still_says_how_many_rows_there_are()
    {
        using var s = WithCylinder();
        var page = LedgerPages.Ask(s.Book, new LedgerQuery("XAFB", Enriched, Page: 9), s.Now).Value!;
        Assert.Equal((0, 1), (page.Rows.Count, page.Total));
    }

    [Fact]
    public void Every_field_of_every_query_says_in_both_languages_what_it_means()
    {
        var queries = typeof(LedgerQuery).Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(LedgerQuery).Namespace && t.Name.EndsWith("Query", StringComparison.Ordinal)).ToList();
        Assert.Contains(typeof(FigureQuery), queries);
        Assert.All(queries.SelectMany(FieldDefinition.Of), field =>
        {
            Assert.NotEmpty(field.Meaning.En);
            Assert.NotEmpty(field.Meaning.Zh);
        });
    }

    /// <summary>INFCIRC/153 ¶37: 0.2 kg Pu + 0.8 kg U at 35 % + 3 kg U at 4.5 % = 0.2 + 0.28 + 0.030375 kg.</summary>
    [Fact]
    public void Exemptions_are_weighed_by_enrichment() =>
        Assert.Equal(510.375m, ExemptionCeilings.SpecialFissionable(
            [Weight.Of('P', G(200)), E(800, 280), Weight.Enriched(G(3_000), G(135))]));

    private static string Code<T>(Answer<T> answer) => Assert.Single(answer.Refusals).Code;
}
