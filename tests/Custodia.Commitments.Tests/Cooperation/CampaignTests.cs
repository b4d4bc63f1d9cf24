using Custodia.Commitments.Cooperation.Facts;
using Custodia.Commitments.Cooperation.Queries;
using Custodia.Commitments.Documents;
using Custodia.Commitments.Facts;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Reports;
using Custodia.Materials.Commands;
using static Custodia.Commitments.Tests.Cooperation.CooperationJournal;

namespace Custodia.Commitments.Tests.Cooperation;

/// <summary>A campaign is over when the ledger shows nothing left, and not before: whatever anybody declares.</summary>
public sealed class CampaignTests : IAsyncLifetime
{
    private CooperationJournal _journal = null!;

    public async ValueTask InitializeAsync() => _journal = await WithReactor();

    public ValueTask DisposeAsync()
    {
        _journal.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_campaign_may_keep_a_promise_of_the_States_own_while_it_stands()
    {
        var own = Conversion with { Items = ["XA-2016-1"] };
        Assert.Equal(["item-unknown"], await _journal.Refused(own));
        await _journal.Do(new KeepDocument("XA-2016", "Statement", "聲明", Day("2016-04-01"), KeptKind.NationalStatement, "statement.txt",
            KeptFile, TextLanguage.En, [new(1, 1, "We will convert.")]));
        await _journal.Do(new AddCommitment("XA-2016-1", "XA-2016", "heu-pu", ItemType.Commitment, "Convert", "轉換", ["IND-M04"], Day("2016-04-01")));
        await _journal.Do(own);
        Assert.Equal(["XA-2016-1"], _journal.Row("2024-01-01").Campaign.Items!);
        await _journal.Do(new AnnounceMeasure("Publish", Day("2024-01-01"), "Statement 1", ["XA-2016-1"]));
        await _journal.Do(new EndCommitment("XA-2016-1", Day("2025-01-01"), "Replaced"));
        Assert.Equal(["item-unknown"], await _journal.Refused(own with { Id = "another" }));
    }

    [Fact]
    public async Task It_is_open_then_overdue_and_closed_on_the_day_of_the_last_shipment()
    {
        await _journal.Do(Conversion);
        Assert.Equal((CampaignState.Open, 0.6m), Standing("2025-06-30"));
        Assert.Equal((CampaignState.Overdue, 0.6m), Standing("2025-07-01"));
        await _journal.ShipAll("2025-08-01");
        Assert.Equal((CampaignState.Overdue, 0.6m), Standing("2025-07-31"));
        var row = _journal.Row("2025-08-01");
        Assert.Equal((CampaignState.Closed, Day("2025-08-01"), 0m, 0.6m, 0.6m),
            (row.State, row.ClearSince, row.HeldKg, row.AbroadKg, row.AtStartKg));
    }

    [Fact]
    public async Task What_is_due_by_a_day_is_a_campaign_or_a_milestone_that_was_not_reached()
    {
        var entry = await _journal.Do(Conversion);
        Assert.Equal([false, true], Due("2023-12-31", "2024-01-01"));
        await _journal.Do(new RecordStep(entry, StepKind.Reached, Day("2023-11-01"), "Licence 4", 1));
        Assert.Equal([false, true], Due("2025-06-29", "2025-06-30"));

        bool[] Due(params string[] days) => [.. days.Select(day => Campaigns.Ask(_journal.Book,
            new CampaignsQuery(Day("2023-12-15"), IsBrief: true, DueBy: Day(day)), _journal.Now).Value!.Rows.Count == 1)];
    }

    [Fact]
    public async Task What_is_declared_completed_is_contradicted_while_the_ledger_shows_some()
    {
        var entry = await _journal.Do(Conversion);
        var declared = await _journal.Do(new RecordStep(entry, StepKind.Completed, Day("2025-05-01"), "Press release 9"));
        Assert.Equal(CampaignState.Open, _journal.Row("2025-04-30").State);
        Assert.Equal(CampaignState.Contradicted, _journal.Row("2025-05-01").State);
        Assert.Equal(CampaignState.Contradicted, _journal.Row("2026-01-01").State);
        await _journal.Do(new TakeBack(declared, "too early"));
        Assert.Equal(CampaignState.Overdue, _journal.Row("2026-01-01").State);
    }

    [Fact]
    public async Task Deleting_or_correcting_a_line_of_the_ledger_moves_the_campaign_and_the_indicators_name_the_lines()
    {
        await _journal.Do(Conversion);
        var (first, second) = await _journal.ShipAll();
        Assert.Equal(("0.6", "0"), (Number("IND-M06"), Number("IND-M04")));
        Assert.Equal([first, second], _journal.Value("IND-M06", "2026-01-01").Entries);
        var before = _journal.Now;

        await _journal.Do(new CorrectChanges([new(second)], "was not shipped"));
        Assert.Equal((CampaignState.Overdue, 0.3m), Standing("2026-01-01"));
        Assert.Equal(("0.3", "1"), (Number("IND-M06"), Number("IND-M04")));
        Assert.Equal(CampaignState.Closed, _journal.Row("2026-01-01", view: before).State);

        await _journal.Do(new CorrectChanges([new(first, Change("2025-05-02", "SF", "H1", 300, 279, to: "XB"))], "date of the bill"));
        Assert.Equal((CampaignState.Open, 0.6m), Standing("2025-05-01"));
        await _journal.Do(Change("2025-06-01", "SF", "H2", 300, 279, to: "XB"));
        Assert.Equal((CampaignState.Closed, 0m), Standing("2025-06-01"));
    }

    [Fact]
    public void A_figure_for_the_public_comes_without_what_its_parts_are_whoever_makes_the_report()
    {
        var query = new ProgressReportQuery(ReportKind.OnePager, Day("2026-01-01"), null, null, "public");
        var held = ReportFigures.Ask(_journal.Commitments, query, _journal.Now).Value!.Figures.Single(figure => figure.Value.Indicator == "IND-M01");
        Assert.NotNull(_journal.Value("IND-M01", "2026-01-01").Parts);
        Assert.Equal((null, null), (held.Value.Value, held.Value.Parts));
    }

    [Fact]
    public async Task Another_name_and_another_store_are_no_way_out_for_named_batches()
    {
        await _journal.Do(Conversion with { Id = "one", Kind = CampaignKind.Repatriation, Batches = ["H1"] });
        await _journal.Do(new RecordChanges(
        [
            new(1, Change("2024-01-10", "RM", "H1", 300, 279, operation: "OP1")),
            new(2, Change("2024-01-10", "RP", "N1", 300, 279, operation: "OP1")),
        ]));
        Assert.Equal(0.3m, _journal.Row("2024-01-10", "one").HeldKg);
        await _journal.Do(Change("2024-02-01", "SD", "N1", 300, 279, to: "XAST"));
        Assert.Equal(0.3m, _journal.Row("2024-02-01", "one").HeldKg);
        await _journal.Do(Change("2024-02-03", "RD", "N1", 300, 279, from: "XARR", mba: "XAST") with { Basis = "N" });
        var stored = _journal.Row("2024-02-03", "one");
        Assert.Equal((CampaignState.Open, 0.3m, 0m), (stored.State, stored.HeldKg, stored.BlendedKg));
        await _journal.Do(Change("2024-03-01", "SF", "N1", 300, 279, to: "XB", mba: "XAST"));
        Assert.Equal((CampaignState.Closed, 0.3m), (_journal.Row("2024-03-01", "one").State, _journal.Row("2024-03-01", "one").AbroadKg));
    }

    [Fact]
    public async Task What_is_blended_below_a_fifth_is_gone_and_counts_as_blended()
    {
        await _journal.Do(Conversion with { Kind = CampaignKind.DownBlending });
        await _journal.Do(Change("2024-01-05", "RF", "NU", 2_700, 108, from: "XB"));
        await _journal.Do(new RecordChanges(
        [
            new(1, Change("2024-02-01", "RM", "H1", 300, 279, operation: "OP2")),
            new(2, Change("2024-02-01", "RM", "NU", 2_700, 108, operation: "OP2")),
            new(3, Change("2024-02-01", "RP", "LEU", 3_000, 387, operation: "OP2")),
        ]));
        var row = _journal.Row("2024-02-01");
        Assert.Equal((0.3m, 0.3m, 0m), (row.HeldKg, row.BlendedKg, row.AbroadKg));
    }

    [Fact]
    public async Task A_burnt_part_is_told_from_what_was_shipped_and_milestones_from_what_the_ledger_shows()
    {
        var entry = await _journal.Do(Conversion);
        await _journal.Do(Change("2024-05-01", "LN", "H1", 100, 96));
        await _journal.Do(new RecordStep(entry, StepKind.Reached, Day("2024-02-01"), "Licence 4", 1));
        var row = _journal.Row("2024-06-01");
        Assert.Equal((0.1m, 0m, 0.5m), (row.BurntKg, row.AbroadKg, row.HeldKg));
        Assert.Equal([Day("2024-02-01"), null], row.Milestones.Select(milestone => milestone.Reached));
        var view = Campaigns.Ask(_journal.Book, new CampaignQuery("rr-conversion", Day("2024-06-01")), _journal.Now).Value!;
        Assert.Equal([(Day("2022-12-31"), 0.6m), (Day("2024-05-01"), 0.5m)], view.Level.Select(point => (point.Day, point.Kilograms)));
    }

    [Fact]
    public async Task Two_campaigns_on_the_same_material_count_it_once()
    {
        await _journal.Do(Conversion);
        await _journal.Do(Conversion with { Id = "again", Batches = ["H1"] });
        await _journal.ShipAll();
        Assert.Equal("0.6", Number("IND-M06"));
    }

    [Fact]
    public async Task What_never_had_any_is_no_evidence()
    {
        await _journal.Do(Conversion with { Id = "store", Places = ["XAST"] });
        Assert.Equal(CampaignState.NoEvidence, _journal.Row("2026-01-01", "store").State);
        Assert.Equal((MissingReason.NothingToCount, "1"), (_journal.Value("IND-M06", "2022-01-01").Missing, Number("IND-M04")));
    }

    [Fact]
    public async Task Bad_campaigns_and_questions_are_refused()
    {
        Assert.Equal(["not-in-ledger", "not-in-ledger"], await _journal.Refused(Conversion with { Places = ["XA-RR", "XAXX"], Batches = ["H9"] }));
        Assert.Equal(["id-malformed", "text-missing", "day-ahead", "day-before", "list-length", "item-unknown"], await _journal.Refused(
            Conversion with { Id = "A b", NameEn = "\u0007", On = Today.AddDays(1), Due = Today, Places = [], Items = ["C10-99"] }));
        Assert.Equal(["pledge-missing"], await _journal.Refused(Conversion with { Items = null }));
        var entry = await _journal.Do(Conversion);
        Assert.Equal(["id-taken"], await _journal.Refused(Conversion));
        Assert.Equal(["milestone-unknown"], await _journal.Refused(new RecordStep(entry, StepKind.Reached, Today, "x", 3)));
        Assert.Equal(["step-unfit"], await _journal.Refused(new RecordStep(entry, StepKind.Matched, Today, "x")));
        Assert.Equal("cooperation.day-missing", Campaigns.Ask(_journal.Book, new CampaignsQuery(), _journal.Now).Refusals.Single().Code);
        Assert.Equal("cooperation.campaign-unknown",
            Campaigns.Ask(_journal.Book, new CampaignQuery("none", Today), _journal.Now).Refusals.Single().Code);
    }

    private (CampaignState, decimal) Standing(string day) => (_journal.Row(day).State, _journal.Row(day).HeldKg!.Value);

    private string? Number(string id) => _journal.Value(id, "2026-01-01").Value is { } text
        ? decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture).ToString("0.###", System.Globalization.CultureInfo.InvariantCulture)
        : null;
}
