using Custodia.Books;
using Custodia.Commitments.Missions.Commands;
using Custodia.Commitments.Missions.Facts;
using Custodia.Testing;

namespace Custodia.Commitments.Tests.Missions;

/// <summary>What stands in a journal lives for ever: each kind and version against its golden file.</summary>
public sealed class KindTests
{
    private static readonly DateOnly Day = new(2026, 7, 20);

    private static readonly Fact[] Facts =
    [
        new MissionRequested(new("ippas-2026", "ippas", Day, ["1", "5"], "ippas-2017", "Letter 函 7")),
        new MissionAgreed(new("ippas-2026", Day, Day, Day, "Letter 8")),
        new MissionHeld(new("ippas-2026", Day, Day, ["1"])),
        new ReportReceived(new("ippas-2026", Day, new string('a', 64))),
        new ReportPublished(new("ippas-2026", Day, "P-1")),
        new MissionCancelled(new("ippas-2026", Day, "Not now 暫緩")),
        new FindingRecorded("ippas-2026", "R1", FindingKind.Recommendation, Day, "1", true),
        new FindingWorded("ippas-2026", "R1", "Do it 辦理", "Done already"),
        new ActionOpened("inssp-01", Day, ActionSource.Plan, "2020", "CUSTOMS", Day, "Do it 辦理", new("8", ActionPriority.High, "IAEA", "Lanes")),
        new ActionChanged("inssp-01", Day, "POLICE", Day, "Late 延後"),
        new ActionReported("inssp-01", Day, "D-1"),
        new ActionSentBack("inssp-01", Day, "Half 一半"),
        new ActionClosed("inssp-01", Day, "Seen 已看"),
        new ActionWithdrawn("inssp-01", Day, "Gone 已無"),
        new ActionWorded("ippas-2026.r1", "Late 延後"),
        new PlanAdopted(new("2020", "2018", Day, "D-2")),
        new PlanReviewed(new(Day, "D-3", "Good 良好")),
        new AssessmentOpened("self-2026", Day, ["th", "pp"]),
        new QuestionAnswered(new("self-2026", "th-01", AnswerChoice.Partly, Day, "D-4", "Half 一半")),
        new AssessmentCompleted(new("self-2026", Day)),
        new GuidanceAssessed(new("nss-13", Day, "D-5", 2)),
    ];

    public static TheoryData<string> Names => [.. MissionsKinds.Table.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_version_that_was_ever_written_is_read_and_the_newest_is_written_byte_for_byte(string name) =>
        GoldenKinds.Check(MissionsKinds.Table.Find(name)!, Facts);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_body_with_a_property_that_no_version_has_is_refused(string name) =>
        GoldenKinds.CheckStrange(MissionsKinds.Table.Find(name)!);
}
