using Custodia.Books;
using Custodia.Materials.Commands;
using Custodia.Materials.Reports;
using static Custodia.Materials.Tests.Scenario;

namespace Custodia.Materials.Tests;

/// <summary>Reports of the ledger: what they hold, how corrections point, and that both texts read back as the document.</summary>
public sealed class ReportTests
{
    [Fact]
    public void An_inventory_change_report_holds_the_changes_that_no_report_held()
    {
        using var s = WithCylinder();
        s.Do(new PrepareReport("XAFB", ReportType.Icr, Day("2025-07-31"), Day("2025-08-20")));
        s.Do(Cylinder() with { Batch = "CYL2", Date = Day("2025-08-03") });
        s.Do(new PrepareReport("XAFB", ReportType.Icr, Day("2025-08-31"), Day("2025-09-20")));
        var (first, second) = (Report(s, ReportType.Icr, 1), Report(s, ReportType.Icr, 2));
        Assert.Equal(["CYL"], first.Document.Entries.Select(e => e.Batch));
        Assert.Equal(["CYL2"], second.Document.Entries.Select(e => e.Batch));
        Assert.Equal(Day("2025-08-01"), second.Document.From);
        Assert.Contains("630:1000000G", first.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_of_a_reported_line_repeats_it_and_points_at_report_and_entry()
    {
        using var s = WithCylinder();
        var entry = s.Last;
        s.Do(new PrepareReport("XAFB", ReportType.Icr, Day("2025-07-31"), Day("2025-08-20")));
        s.Do(new CorrectChanges([new(entry, Cylinder() with { Weights = [Weight.Enriched(G(999_000), G(43_956))] })], "misread"));
        s.Do(new PrepareReport("XAFB", ReportType.Icr, Day("2025-08-31"), Day("2025-09-20")));
        var line = Assert.Single(Report(s, ReportType.Icr, 2).Document.Entries);
        Assert.Equal((EntryStatus.Correction, new EntryReference(1, 1)), (line.Status, line.Corrects));
        Assert.Equal(999_000m, line.Weights[0].Amount.Element.Grams);
    }

    [Fact]
    public void A_line_corrected_before_it_was_reported_is_reported_once_as_corrected()
    {
        using var s = WithCylinder();
        s.Do(new CorrectChanges([new(s.Last, Cylinder() with { Items = 3 })], "miscounted"));
        s.Do(new PrepareReport("XAFB", ReportType.Icr, Day("2025-07-31"), Day("2025-08-20")));
        var line = Assert.Single(Report(s, ReportType.Icr, 1).Document.Entries);
        Assert.Equal((EntryStatus.New, 3), (line.Status, line.Items));
    }

    [Fact]
    public void A_deletion_of_a_reported_line_is_reported_and_one_of_an_unreported_line_is_not()
    {
        using var s = WithCylinder();
        var first = s.Last;
        s.Do(new PrepareReport("XAFB", ReportType.Icr, Day("2025-07-31"), Day("2025-08-20")));
        var second = s.Do(Cylinder() with { Batch = "CYL2", Date = Day("2025-08-03") });
        s.Do(new CorrectChanges([new(first), new(second)], "entered by mistake"));
        s.Do(new PrepareReport("XAFB", ReportType.Icr, Day("2025-08-31"), Day("2025-09-20")));
        var line = Assert.Single(Report(s, ReportType.Icr, 2).Document.Entries);
        Assert.Equal((EntryStatus.Deletion, "CYL"), (line.Status, line.Batch));
    }

    [Fact]
    public void Listing_and_balance_of_a_closed_period_agree_and_the_next_period_opens_with_them()
    {
        using var s = Closed();
        s.Do(new PrepareReport("XAFB", ReportType.Pil, Day("2026-06-30"), Day("2026-07-20")));
        s.Do(new PrepareReport("XAFB", ReportType.Mbr, Day("2026-06-30"), Day("2026-07-20")));
        var listing = Report(s, ReportType.Pil, 1).Document;
        var balance = Report(s, ReportType.Mbr, 1).Document;
        var physical = balance.Entries.Single(e => e.Code == "PE").Weights[0];
        Assert.Equal(physical.Amount.Element, listing.Entries[0].Weights[0].Amount.Element);
        Assert.Equal(["PB", "RD", "BE", "BA", "PE", "MF"], balance.Entries.Select(e => e.Code));
        Assert.Equal(1_000m, balance.Entries[^1].Weights[0].Amount.Element.Grams);
        Assert.Equal(999_000m, s.Balance("XAFB", "E/G").Element);
        Assert.Empty(ReportCheck.Check(balance, s.Book.TablesOn(Day("2026-06-30"))!));
    }

    [Fact]
    public void A_correction_into_a_closed_period_gives_a_correcting_balance_report_of_the_lines_that_changed()
    {
        using var s = WithCylinder();
        var entry = s.Last;
        Close(s);
        s.Do(new PrepareReport("XAFB", ReportType.Mbr, Day("2026-06-30"), Day("2026-07-20")));
        Assert.Contains("report-nothing", s.Refused(new PrepareReport("XAFB", ReportType.Mbr, Day("2026-06-30"), Day("2026-08-20"))));
        s.Do(new CorrectChanges([new(entry, Cylinder() with { Weights = [Weight.Enriched(G(999_500), G(43_978))] })], "misread"));
        s.Do(new PrepareReport("XAFB", ReportType.Mbr, Day("2026-06-30"), Day("2026-08-20")));
        var again = Report(s, ReportType.Mbr, 2).Document.Entries;
        Assert.Equal(["RD", "BE", "BA", "MF"], again.Select(e => e.Code));
        Assert.All(again, e => Assert.Equal(EntryStatus.Correction, e.Status));
        Assert.Equal(500m, again[^1].Weights[0].Amount.Element.Grams);
        Assert.Equal(999_000m, s.Balance("XAFB", "E/G").Element);
    }

    [Fact]
    public void A_prepared_report_never_changes_whatever_is_recorded_after_it()
    {
        using var s = WithCylinder();
        var entry = s.Last;
        Close(s);
        s.Do(new PrepareReport("XAFB", ReportType.Icr, Day("2026-06-30"), Day("2026-07-20")));
        s.Do(new PrepareReport("XAFB", ReportType.Mbr, Day("2026-06-30"), Day("2026-07-20")));
        var before = (Report(s, ReportType.Icr, 1).Text, Report(s, ReportType.Mbr, 1).Text);
        s.Do(new CorrectChanges([new(entry, Cylinder() with { Items = 1 })], "miscounted"));
        s.Do(new PrepareReport("XAFB", ReportType.Icr, Day("2026-07-31"), Day("2026-08-20")));
        Assert.Equal(before, (Report(s, ReportType.Icr, 1).Text, Report(s, ReportType.Mbr, 1).Text));
    }

    [Theory]
    [InlineData("iaea-c10-labelled-draft")]
    [InlineData("fixed-r01")]
    public void The_text_reads_back_as_the_document_and_stands_its_check(string profile)
    {
        using var s = Closed();
        foreach (var type in Enum.GetValues<ReportType>())
        {
            s.Do(new PrepareReport("XAFB", type, Day("2026-06-30"), Day("2026-07-20")));
            var report = Report(s, type, 1, profile);
            var reading = ReportQueries.Ask(s.Book, new ReportTextQuery(report.Text, profile), s.Now);
            Assert.True(reading.IsGiven, string.Join('\n', reading.Refusals));
            Assert.Empty(reading.Value.Findings);
            Assert.Equal(report.Document.Entries.Count, reading.Value.Document.Entries.Count);
        }
    }

    [Fact]
    public void A_report_that_does_not_exist_or_a_profile_that_does_not_is_refused()
    {
        using var s = WithCylinder();
        Assert.Equal("materials.report-unknown",
            ReportQueries.Ask(s.Book, new ReportQuery("XAFB", ReportType.Icr, 1), s.Now).Refusals[0].Code);
        Assert.Equal("materials.profile-unknown",
            ReportQueries.Ask(s.Book, new ReportTextQuery("x", "none"), s.Now).Refusals[0].Code);
    }

    private static Scenario Closed()
    {
        var s = WithCylinder();
        Close(s);
        return s;
    }

    private static void Close(Scenario s)
    {
        s.Do(new TakeInventory("XAFB", Day("2026-06-30"),
            [new(2, new("CYL", "A", 2, "U6CF", "M", [Weight.Enriched(G(999_000), G(43_956))]))]));
        s.Do(new CloseBalance("XAFB", Day("2026-06-30")));
    }

    private static ReportView Report(Scenario s, ReportType type, int number, string? profile = null)
    {
        var answer = ReportQueries.Ask(s.Book, new ReportQuery("XAFB", type, number, profile), s.Now);
        Assert.True(answer.IsGiven, string.Join('\n', answer.Refusals));
        return answer.Value;
    }
}
