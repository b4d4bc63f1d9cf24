using Custodia.Books;
using Custodia.Commitments.Cooperation.Facts;
using Custodia.Testing;

namespace Custodia.Commitments.Tests.Cooperation;

/// <summary>What stands in a journal lives for ever: each kind and version against its golden file.</summary>
public sealed class KindTests
{
    private static readonly DateOnly Day = new(2026, 7, 20);

    private static readonly Fact[] Facts =
    [
        new CampaignAnnounced(CooperationJournal.Conversion with { Batches = ["H1"], Pledge = "All of it 全部" }),
        new ContributionRecorded(new("nuclear-security-fund", Day, 50_000.50m, "EUR", 60_000, "Two detectors", "R-7")),
        new ContactNamed(new(ContactFunction.Resolution1540, "Desk 1540 小組", Day, 180, "Telephone")),
        new ForumRecorded(new("Conference", Day, true, ForumLevel.Minister, "Statement")),
        new AssistanceRecorded(new(AssistanceWay.Requested, "Border detection", "Portals", Day, "State XB", "Letter 4")),
        new ActivityRecorded(new(ActivityKind.Research, "Low enriched targets", Day, "State XB")),
        new MeasureAnnounced(new("Publish the law", Day, "Statement 1", ["C12-05"])),
        new FrameworkPublished(new("Laws", "3", new string('a', 64), Day, "Library")),
        new ProductionRecorded(new("Mo-99", IsotopeRoute.LowEnriched, 12.5m, Day, "Reactor 反應器")),
        new PlutoniumPlanned(new(2030, 120.5m, Day, "Plan 計畫 3")),
        new ExpertsLent(new(ExpertPurpose.Drafting, "Guide 導則", 7.5m, Day)),
        new StepRecorded(new(17, StepKind.Reached, Day, "Licence 4", 1, 12)),
        new CooperationTakenBack(new(17, "Another State's 他國")),
        new MatrixFilled(new("2026-1", [new("2-01.n.f", MatrixValue.Yes, Day, "Act 1", "Gazette", 12, "Note 註")])),
        new MatrixSent(new(Day, "S/AC.44/1", "With annex"), "2026-1", 12, new string('b', 64)),
    ];

    public static TheoryData<string> Names => [.. CooperationKinds.Table.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_version_that_was_ever_written_is_read_and_the_newest_is_written_byte_for_byte(string name) =>
        GoldenKinds.Check(CooperationKinds.Table.Find(name)!, Facts);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_body_with_a_property_that_no_version_has_is_refused(string name) =>
        GoldenKinds.CheckStrange(CooperationKinds.Table.Find(name)!);
}
