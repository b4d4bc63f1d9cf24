using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Custodia.Commitments.Missions;
using Custodia.Commitments.Missions.Commands;

namespace Custodia.Server.Hosting;

/// <summary>
/// The peer reviews of the sample State, its support plan and self-assessments, with what became of each action: the official
/// records and reports, the regulator verifies. All of it is invented.
/// </summary>
internal sealed class SampleMissions(DataFolder folder)
{
    private const string First = "ippas-2012";
    private const string Second = "ippas-2017";

    private static readonly Found[] Findings =
    [
        new(First, "R1", FindingKind.Recommendation, "1", "Name in law one authority for nuclear security, with powers to inspect and enforce.",
            "AUTHORITY", "2014-06-30", "2013-09-30"),
        new(First, "R2", FindingKind.Recommendation, "1", "Adopt a design basis threat and hand it to those who need it.", "AUTHORITY", "2014-12-31",
            "2014-11-14"),
        new(First, "R3", FindingKind.Recommendation, "2", "Review the vital areas of the power plant together with safety staff.", "POWER",
            "2014-06-30", "2015-03-20"),
        new(First, "R4", FindingKind.Recommendation, "2", "Test the response together with the police at least once a year.", "POWER", "2013-12-31",
            "2013-11-29"),
        new(First, "S1", FindingKind.Suggestion, "1", "Publish what the authority expects of security plans.", "AUTHORITY", "2015-06-30",
            "2015-05-12"),
        new(First, "S2", FindingKind.Suggestion, "2", "Rotate those who watch the alarm screens more often.", "FUEL", "2013-06-30", "2013-05-03"),
        new(First, "G1", FindingKind.GoodPractice, "2", "Accountancy and protection staff compare their records each week.", null, null, null),
        new(Second, "R1", FindingKind.Recommendation, "1", "Check the trustworthiness of contractors as that of staff.", "AUTHORITY", "2019-06-30",
            "2019-04-26"),
        new(Second, "R2", FindingKind.Recommendation, "3", "Agree in writing when responsibility passes at the border.", "FUEL", "2019-12-31",
            "2020-02-14"),
        new(Second, "R3", FindingKind.Recommendation, "5", "List the digital systems that matter for security, with an owner and a level for each.",
            "POWER", "2020-12-31", null),
        new(Second, "R4", FindingKind.Recommendation, "5", "Exercise the plan for computer incidents with those who respond on site.", "POWER",
            "2026-05-15", null),
        new(Second, "S1", FindingKind.Suggestion, "1", "Assess security culture by more than a survey.", "AUTHORITY", "2021-12-31", "2021-10-08"),
        new(Second, "G1", FindingKind.GoodPractice, "3", "Each shipment is followed from one room, with the police beside the operator.", null, null,
            null),
    ];

    private static readonly Planned[] Plan =
    [
        new("inssp-01", "1", "Draft regulations on the security of radioactive sources.", ActionPriority.High, "AUTHORITY", "2013-04-15",
            "2015-12-31",
            null, "Regulation in force", "2015-10-02"),
        new("inssp-02", "3", "Set up monitors at the two largest border posts.", ActionPriority.High, "CUSTOMS", "2013-04-15", "2016-12-31", "IAEA",
            "Lanes with a working monitor", "2016-09-09"),
        new("inssp-03", "5", "Plan spare parts and calibration of border monitors for five years.", ActionPriority.Medium, "CUSTOMS", "2013-04-15",
            "2017-12-31", null, "Share of monitors available", "2018-02-23"),
        new("inssp-04", "6", "Adopt a national policy for nuclear security.", ActionPriority.High, "AUTHORITY", "2020-09-21", "2022-06-30", null,
            "Policy adopted", "2022-05-20"),
        new("inssp-05", "8", "Convert the store of the research laboratory to two-person access.", ActionPriority.High, "INSTITUTE", "2020-09-21",
            "2023-12-31", null, "Doors with two-person access", "2023-11-10"),
        new("inssp-06", "9", "Write the national strategy for detection, with roles and priorities.", ActionPriority.Medium, "CUSTOMS", "2020-09-21",
            "2025-12-31", "IAEA", "Strategy adopted", null),
        new("inssp-07", "10", "Exercise the plan for response with customs, police and operators.", ActionPriority.Medium, "POLICE", "2020-09-21",
            "2026-10-31", null, "Exercise held and evaluated", null),
        new("inssp-08", "11", "Train ten officers to teach at the border posts.", ActionPriority.Low, "CUSTOMS", "2020-09-21", "2027-06-30", "IAEA",
            "Trainers with a valid certificate", null),
    ];

    /// <summary>What the last self-assessment could not answer with yes.</summary>
    private static readonly Dictionary<string, (AnswerChoice Answer, string Note)> Gaps = new(StringComparer.Ordinal)
    {
        ["th-04"] = (AnswerChoice.Partly, "Computer attack is named, without the levels that it is set against."),
        ["sr-03"] = (AnswerChoice.No, "Nine disused sources wait for a plan with money."),
        ["cs-01"] = (AnswerChoice.Partly, "The power plant has a list; the fuel plant has none yet."),
        ["cs-05"] = (AnswerChoice.No, "The plan was written in 2023 and not exercised."),
        ["de-01"] = (AnswerChoice.No, "A draft is with customs."),
        ["fo-04"] = (AnswerChoice.No, "Records are kept by each laboratory for itself."),
        ["fo-05"] = (AnswerChoice.Partly, "Named, never tested."),
        ["tr-02"] = (AnswerChoice.NotApplicable, "No shipment crossed the border in the period, and none is planned."),
    };

    private static readonly (string Question, string Words, string Owner, string Due)[] GapActions =
    [
        ("sr-03", "Agree with the supplier on the return of nine disused sources.", "INSTITUTE", "2026-12-15"),
        ("cs-01", "List the digital systems of the fuel plant.", "FUEL", "2026-09-30"),
        ("fo-04", "Bring the records of both laboratories into one library.", "INSTITUTE", "2027-12-31"),
        ("fo-05", "Test the contact points for help from other States.", "AUTHORITY", "2025-09-30"),
    ];

    /// <summary>Brings them in, after the people who record them.</summary>
    public async Task Bring(CancellationToken cancellation)
    {
        using var official = new SampleCaller(folder, "official");
        using var regulator = new SampleCaller(folder, "regulator");
        foreach (var command in Missions().Concat(Plans()).Concat(Assessments()))
            await (command is CloseAction or SendBackAction ? regulator : official).Give(command, cancellation);
    }

    private static IEnumerable<object> Missions()
    {
        yield return new RequestMission(First, "ippas", Day("2010-09-06"), ["1", "2"], Document: "XA-L-2010-118");
        yield return new AgreeMission(First, Day("2011-05-16"), Day("2012-06-11"), Day("2012-06-22"), "XA-L-2011-052");
        yield return new HoldMission(First, Day("2012-06-11"), Day("2012-06-22"));
        yield return new ReceiveReport(First, Day("2012-10-01"), DigestOf(First));
        yield return new RequestMission(Second, "ippas", Day("2015-11-02"), ["1", "2", "3", "5"], First, "XA-L-2015-201");
        yield return new AgreeMission(Second, Day("2016-08-22"), Day("2017-10-02"), Day("2017-10-13"), "XA-L-2016-097");
        yield return new HoldMission(Second, Day("2017-10-02"), Day("2017-10-13"));
        yield return new ReceiveReport(Second, Day("2018-02-05"), DigestOf(Second));
        yield return new PublishReport(Second, Day("2018-09-17"), "XA-P-2018-04 (summary)");
        yield return new RequestMission("issas-2027", "issas", Day("2026-03-02"), Document: "XA-L-2026-031");
        foreach (var found in Findings)
        {
            var on = Day(found.Mission == First ? "2012-10-15" : "2018-02-19");
            yield return new RecordFinding(found.Mission, found.Number, found.Kind, on, found.Words, found.Module, Owner: found.Owner,
                Due: found.Due is { } due ? Day(due) : null);
        }

        yield return new ChangeAction(Second + ".r4", Day("2025-02-10"), "The exercise waits for the new alarm station.", Due: Day("2026-08-31"));
        yield return new ReportAction(First + ".r3", Day("2014-06-20"), "XA-D-2014-077");
        yield return new SendBackAction(First + ".r3", Day("2014-09-12"), "The cooling water intake is missing.");
        foreach (var found in Findings.Where(found => found.Closed is not null))
        {
            foreach (var command in Done($"{found.Mission}.{found.Number.ToLowerInvariant()}", Day(found.Closed!)))
                yield return command;
        }
    }

    private static IEnumerable<object> Plans()
    {
        yield return new AdoptPlan("2013", "2006", Day("2013-04-15"), "XA-D-2013-040");
        foreach (var action in Plan.Where(action => action.On.StartsWith("2013", StringComparison.Ordinal)))
            yield return Action(action);
        yield return new AdoptPlan("2020", "2018", Day("2020-09-21"), "XA-D-2020-112");
        foreach (var action in Plan.Where(action => action.On.StartsWith("2020", StringComparison.Ordinal)))
            yield return Action(action);
        foreach (var action in Plan.Where(action => action.Closed is not null))
        {
            foreach (var command in Done(action.Id, Day(action.Closed!)))
                yield return command;
        }

        yield return new ReportAction("inssp-06", Day("2026-06-08"), "XA-D-2026-061");
        foreach (var year in Enumerable.Range(2021, 5))
            yield return new ReviewPlan(new DateOnly(year, 10, 4), $"XA-D-{year}-130", "Actions and owners were gone through one by one.");
        foreach (var (publication, on, gaps) in new[] { ("nss-13", "2024-03-11", 2), ("nss-11-g", "2024-06-03", 1), ("nss-17-t", "2022-05-09", 6),
            ("nss-20", "2025-01-20", 0) })
            yield return new AssessGuidance(publication, Day(on), $"XA-D-{on[..4]}-{publication}", gaps);
    }

    private static IEnumerable<object> Assessments()
    {
        const string Last = "self-2025";
        yield return new OpenAssessment(Last, Day("2025-03-03"));
        foreach (var question in QuestionSets.All.SelectMany(set => set.Questions))
        {
            yield return Gaps.TryGetValue(question.Id, out var gap)
                ? new AnswerQuestion(Last, question.Id, gap.Answer, Day("2025-04-14"), Note: gap.Note)
                : new AnswerQuestion(Last, question.Id, AnswerChoice.Yes, Day("2025-04-14"), "XA-E-2025-" + question.Id);
        }

        yield return new CompleteAssessment(Last, Day("2025-05-30"));
        foreach (var (question, words, owner, due) in GapActions)
            yield return new OpenGapAction(Last, question, words, owner, Day("2025-06-02"), Day(due));
        foreach (var command in Done(Last + ".fo-05", Day("2025-09-19")))
            yield return command;
        yield return new OpenAction("ex-2026-01", "Give the gate a second radio channel.", "FUEL", Day("2026-04-20"), Day("2026-11-30"),
            "Exercise of 2026-04-16");
    }

    private static IEnumerable<object> Done(string action, DateOnly closed)
    {
        yield return new ReportAction(action, closed.AddDays(-21), $"XA-E-{closed.Year}-{action}");
        yield return new CloseAction(action, closed);
    }

    private static AddPlanAction Action(Planned action) => new(action.Id, action.Component, action.Words, action.Priority, action.Owner,
        Day(action.On), Day(action.Due), action.Donor, action.Measure);

    // There is no report: its digest is that of the mission's name.
    private static string DigestOf(string mission) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mission)));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A finding, with owner and due date of its action, and the day on which that was closed.</summary>
    private sealed record Found(string Mission, string Number, FindingKind Kind, string Module, string Words, string? Owner,
        string? Due, string? Closed);

    /// <summary>An action of the plan, and the day on which it was closed.</summary>
    private sealed record Planned(string Id, string Component, string Words, ActionPriority Priority, string Owner, string On, string Due,
        string? Donor, string? Measure, string? Closed);
}
