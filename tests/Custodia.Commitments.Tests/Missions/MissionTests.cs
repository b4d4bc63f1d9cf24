using Custodia.Books;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Missions;
using Custodia.Commitments.Missions.Commands;
using Custodia.Commitments.Missions.Folds;
using Custodia.Commitments.Missions.Queries;
using static Custodia.Commitments.Tests.Missions.MissionsJournal;

namespace Custodia.Commitments.Tests.Missions;

/// <summary>Peer reviews from request to report, and what they found.</summary>
public sealed class MissionTests : IDisposable
{
    private readonly MissionsJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task A_mission_goes_from_request_to_a_published_report()
    {
        await _journal.Do(new RequestMission("ippas-2021", "ippas", On("2019-05-01"), ["1", "2"], Document: "L-1"),
            new AgreeMission("ippas-2021", On("2020-02-01"), On("2021-03-01"), On("2021-03-12")),
            new HoldMission("ippas-2021", On("2021-04-05"), On("2021-04-16"), ["1"]),
            new ReceiveReport("ippas-2021", On("2021-08-01"), new string('A', 64)),
            new PublishReport("ippas-2021", On("2022-01-10"), "P-1"));
        Assert.Equal((MissionStage.Requested, null), Stage("2020-01-31"));
        Assert.Equal((MissionStage.Agreed, On("2021-03-12")), Stage("2020-02-01"));
        Assert.Equal((MissionStage.Held, On("2021-04-16")), Stage("2021-04-16"));
        var view = MissionQueries.Ask(_journal.Book, new MissionQuery("ippas-2021", Today), _journal.Now).Value!;
        Assert.Equal((MissionStage.Reported, true, new string('a', 64), "P-1"),
            (view.Row.Stage, view.Row.IsPublished, view.ReportDigest, view.Published));
        Assert.Equal(["1"], view.Row.Modules);
        Assert.Equal(5, view.Row.Entries.Count);
    }

    [Fact]
    public async Task Five_years_count_from_the_end_of_the_last_peer_review_that_was_held()
    {
        await _journal.Held("ippas-2012", "ippas", "2012-06-11", "2012-06-22", "1");
        await _journal.Held("ippas-2017", "ippas", "2017-10-02", "2017-10-13", "1");
        await _journal.Held("issas-2024", "issas", "2024-03-04", "2024-03-15");
        await _journal.Do(new RequestMission("ippas-2027", "ippas", On("2026-01-05")));
        Assert.Equal((On("2012-06-22"), On("2017-06-22")), Clock("2017-10-12"));
        Assert.Equal((On("2017-10-13"), On("2022-10-13")), Clock("2026-07-20"));
        Assert.Equal((Standing.Met, "5"), Indicator("IND-I01", "2022-10-13"));
        Assert.Equal(Standing.OffTrack, Indicator("IND-I01", "2022-10-14").Standing);
        Assert.Equal(Standing.NoEvidence, Indicator("IND-I01", "2012-06-21").Standing);
    }

    [Fact]
    public async Task What_is_accepted_and_to_be_done_opens_an_action_and_the_share_closed_is_told()
    {
        await _journal.Held("ippas-2021", "ippas", "2021-04-05", "2021-04-16", "1", "2");
        await _journal.Do(Found("R1", FindingKind.Recommendation), Found("R2", FindingKind.Recommendation), Found("S1", FindingKind.Suggestion),
            new RecordFinding("ippas-2021", "G1", FindingKind.GoodPractice, On("2021-09-01"), "Well done", "2"),
            new RecordFinding("ippas-2021", "R3", FindingKind.Recommendation, On("2021-09-01"), "Do it twice", "1", IsAccepted: false,
                Reason: "Done already"));
        Assert.Equal((Standing.Measured, "0"), Indicator("IND-I02", "2026-07-20"));
        await _journal.Do("ann", new ReportAction("ippas-2021.r1", On("2022-01-01"), "D-1"));
        await _journal.Do("bob", new CloseAction("ippas-2021.r1", On("2022-02-01"), "Seen"));
        var row = MissionQueries.Ask(_journal.Book, new MissionQuery("ippas-2021", Today), _journal.Now).Value!;
        Assert.Equal((3, 1, 1, 3, 1, 2), (row.Row.Recommendations, row.Row.Suggestions, row.Row.GoodPractices, row.Row.Actions, row.Row.Closed,
            row.Row.Overdue));
        Assert.Equal([("1", 3, 1, 0, 1), ("2", 0, 0, 1, 0)],
            row.Modules.Select(module => (module.Id, module.Recommendations, module.Suggestions, module.GoodPractices, module.Closed)));
        // What was not accepted was issued all the same.
        Assert.Equal("33.3333", Indicator("IND-I02", "2026-07-20").Value![..7]);
        Assert.Equal("0", Indicator("IND-I02", "2022-01-31").Value);
        var progress = ProgressQueries.Ask(_journal.Book, new ProgressQuery(On("2021-09-11")), _journal.Now).Value!;
        Assert.Equal((10m, 4), (progress.MedianDaysOpen, progress.Findings.Count));
        Assert.Equal("Do it: R1", _journal.Action("ippas-2021.r1", "2026-07-20").Words);
    }

    [Fact]
    public async Task What_is_said_of_the_action_of_a_finding_stands_in_the_compartment_of_findings()
    {
        await _journal.Held("ippas-2021", "ippas", "2021-04-05", "2021-04-16", "1");
        await _journal.Do(Found("R1", FindingKind.Recommendation));
        await _journal.Do(new ChangeAction("ippas-2021.r1", On("2022-01-01"), "The wall is open", Due: On("2024-01-01")));
        var action = _journal.Book.ActionOf("ippas-2021.r1")!;
        Assert.All(action.Steps, step => Assert.Null(step.Words));
        Assert.Equal("The wall is open", action.Steps[^1].Sealed);
        Assert.Equal(MissionsPermissions.Compartment, new Custodia.Commitments.Missions.Facts.FindingWorded("m", "1", "w", null).Compartment);
        Assert.Equal(MissionsPermissions.Findings, _journal.Book.ReadPermissionOf(MissionsPermissions.Compartment));
        Assert.Equal(CommitmentsPermissions.Read, _journal.Book.ReadPermissionOf(""));
    }

    [Fact]
    public async Task Every_bad_mission_and_finding_is_refused_with_its_reason()
    {
        Assert.Equal(["id-wrong id", "unknown service", "day-ahead on", "unknown followUpOf", "text-wrong document"],
            await _journal.Refused(new RequestMission("a", "none", Today.AddDays(1), null, "no-such", "")));
        Assert.Equal(["part-unknown modules"], await _journal.Refused(new RequestMission("ippas-1", "ippas", Today, ["9"])));
        Assert.Equal(["part-unknown modules"], await _journal.Refused(new RequestMission("ippas-1", "ippas", Today, ["1", "1"])));
        await _journal.Do(new RequestMission("ippas-1", "ippas", On("2026-01-01"), ["1"]));
        Assert.Equal(["id-taken id"], await _journal.Refused(new RequestMission("ippas-1", "ippas", Today)));
        Assert.Equal(["unknown id"], await _journal.Refused(new AgreeMission("ippas-2", Today)));
        Assert.Equal(["day-too-early on", "day-too-early to"],
            await _journal.Refused(new AgreeMission("ippas-1", On("2025-12-31"), Today, Today.AddDays(-1))));
        Assert.Equal(["day-too-early to"], await _journal.Refused(new HoldMission("ippas-1", Today, Today.AddDays(-1))));
        Assert.Equal(["not-now id"], await _journal.Refused(new ReceiveReport("ippas-1", Today, new string('0', 64))));
        Assert.Equal(["not-now mission", "part-unknown module", "day-ahead on"],
            await _journal.Refused(new RecordFinding("ippas-1", "1", FindingKind.GoodPractice, Today.AddDays(1), "w", "2")));
        Assert.Equal(["text-wrong reason"], await _journal.Refused(new CancelMission("ippas-1", Today, "")));
        await _journal.Do(new HoldMission("ippas-1", On("2026-03-02"), On("2026-03-13")));
        Assert.Equal(["digest-wrong digest"], await _journal.Refused(new ReceiveReport("ippas-1", Today, new string('g', 64))));
        Assert.Equal(["not-now id", "text-wrong document"], await _journal.Refused(new PublishReport("ippas-1", Today, "")));
        Assert.Equal(["unknown mission"], await _journal.Refused(new RecordFinding("none", "1", FindingKind.GoodPractice, Today, "w")));
        Assert.Equal(["id-wrong number", "text-wrong words", "action-terms owner"],
            await _journal.Refused(new RecordFinding("ippas-1", "1/2", FindingKind.Suggestion, Today, "a\nb", Owner: "POWER")));
        Assert.Equal(["action-terms owner"], await _journal.Refused(new RecordFinding("ippas-1", "G", FindingKind.GoodPractice, Today, "w",
            Due: Today)));
        Assert.Equal(["text-wrong reason"], await _journal.Refused(new RecordFinding("ippas-1", "R", FindingKind.Suggestion, Today, "w",
            IsAccepted: false)));
        await _journal.Do(new RecordFinding("ippas-1", "g", FindingKind.GoodPractice, Today, "w"));
        Assert.Equal(["id-taken number"], await _journal.Refused(new RecordFinding("ippas-1", "G", FindingKind.GoodPractice, Today, "w")));
        Assert.Equal(["missions.unknown", "missions.unknown"], new[]
        {
            MissionQueries.Ask(_journal.Book, new MissionQuery("none", Today), _journal.Now).Refusals[0].Code,
            MissionQueries.Ask(_journal.Book, new FindingsQuery("none", Today), _journal.Now).Refusals[0].Code,
        });
    }

    private static RecordFinding Found(string number, FindingKind kind) =>
        new("ippas-2021", number, kind, On("2021-09-01"), "Do it: " + number, "1", Owner: "POWER", Due: On("2023-01-01"));

    private (MissionStage Stage, DateOnly? To) Stage(string day)
    {
        var row = MissionQueries.Ask(_journal.Book, new MissionQuery("ippas-2021", On(day)), _journal.Now).Value!.Row;
        return (row.Stage, row.To);
    }

    private (DateOnly?, DateOnly?) Clock(string day)
    {
        var list = MissionQueries.Ask(_journal.Book, new MissionsQuery(On(day)), _journal.Now).Value!;
        return (list.LastReview, list.NextReview);
    }

    private (Standing Standing, string? Value) Indicator(string id, string day)
    {
        var value = _journal.Commitments.Engine.At(_journal.Now with { AsOf = On(day) }).Of(IndicatorCatalogue.Find(id)!);
        return (value.Standing, value.Value);
    }
}
