using Custodia.Commitments.Indicators;
using Custodia.Commitments.Missions;
using Custodia.Commitments.Missions.Commands;
using Custodia.Commitments.Missions.Queries;
using static Custodia.Commitments.Tests.Missions.MissionsJournal;

namespace Custodia.Commitments.Tests.Missions;

/// <summary>The support plan, self-assessments and guidance.</summary>
public sealed class PlanTests : IDisposable
{
    private readonly MissionsJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task A_plan_has_the_components_of_its_edition_and_keeps_the_actions_of_the_one_before()
    {
        await _journal.Do(new AdoptPlan("2013", "2006", On("2013-04-15"), "D-1"), Action("inssp-01", "2", "2013-04-15", "2014-01-01"),
            new AdoptPlan("2020", "2018", On("2020-09-21"), "D-2"), Action("inssp-02", "8", "2020-09-21", "2026-07-20"),
            Action("inssp-03", "8", "2020-09-21", "2026-07-21"), new ReviewPlan(On("2025-07-20"), "D-3"));
        Assert.Equal([("1", 0), ("2", 1), ("3", 0), ("4", 0), ("5", 0)], Components("2020-09-20"));
        Assert.Equal([("6", 0), ("7", 0), ("8", 2), ("9", 0), ("10", 0), ("11", 0), ("2", 1)], Components("2026-07-20"));
        var plan = Plan("2026-07-20");
        Assert.Equal(("2020", 2, 0, 365), (plan.Version, plan.Due, plan.Closed, plan.DaysSinceReview));
        Assert.Null(Plan("2013-04-14").Version);
    }

    [Fact]
    public async Task The_share_closed_counts_what_is_due_and_not_what_was_withdrawn()
    {
        Assert.Null(Value("IND-I03", "2026-07-20"));
        await _journal.Do(new AdoptPlan("2020", "2018", On("2020-09-21"), "D-2"), Action("inssp-02", "8", "2020-09-21", "2026-07-20"),
            Action("inssp-03", "8", "2020-09-21", "2026-07-21"), Action("inssp-04", "9", "2020-09-21", "2022-01-01"),
            new WithdrawAction("inssp-04", On("2023-01-01"), "Out of date"), new ReportAction("inssp-02", On("2026-07-01"), "D-9"));
        await _journal.Do("bob", new CloseAction("inssp-02", On("2026-07-02")));
        Assert.Null(Value("IND-I03", "2021-01-01"));
        Assert.Equal("0", Value("IND-I03", "2022-01-01"));
        Assert.Equal("100", Value("IND-I03", "2026-07-20"));
        Assert.Equal("50", Value("IND-I03", "2026-07-21"));
    }

    [Fact]
    public async Task Questions_answered_with_evidence_are_counted_and_a_gap_leads_to_one_action()
    {
        Assert.Null(Value("IND-I08", "2026-07-20"));
        await _journal.Do(new OpenAssessment("self-2026", On("2026-02-01"), ["th"]), Answer("th-01", AnswerChoice.Yes, "D-1"),
            Answer("th-02", AnswerChoice.No), Answer("th-03", AnswerChoice.NotApplicable, note: "No such place"),
                Answer("th-04", AnswerChoice.Partly),
            Answer("th-05", AnswerChoice.Yes), Answer("th-04", AnswerChoice.Yes, "D-2"));
        var row = AssessmentQueries.Ask(_journal.Book, new AssessmentsQuery(Today), _journal.Now).Value!.Rows.Single();
        Assert.Equal((5, 5, 2, 1, 0), (row.Questions, row.Answered, row.WithEvidence, row.Gaps, row.WithAction));
        await _journal.Do(new OpenGapAction("self-2026", "th-02", "Write it", "AUTHORITY", On("2026-03-01"), On("2026-12-31")),
            new CompleteAssessment("self-2026", On("2026-04-01")));
        row = AssessmentQueries.Ask(_journal.Book, new AssessmentsQuery(On("2026-04-11")), _journal.Now).Value!.Rows.Single();
        Assert.Equal((1, On("2026-04-01"), 10), (row.WithAction, row.Completed, row.AgeDays));
        Assert.Equal((ActionSource.Gap, "Write it"), (_journal.Action("self-2026.th-02", "2026-07-20").Source,
            _journal.Action("self-2026.th-02", "2026-07-20").Words));
        var questions = QuestionSets.All.Sum(set => set.Questions.Count) - 1;
        Assert.Equal(decimal.Divide(200, questions), decimal.Parse(Value("IND-I08", "2026-07-20")!,
            System.Globalization.CultureInfo.InvariantCulture));
        var view = AssessmentQueries.Ask(_journal.Book, new AssessmentQuery("self-2026", On("2026-02-28")), _journal.Now).Value!;
        Assert.Equal(["th-02"], view.Sets.Single().Questions.Where(question => question.Answer == AnswerChoice.No).Select(question => question.Id));
        Assert.All(view.Sets.Single().Questions, question => Assert.Null(question.Action));
    }

    [Fact]
    public async Task Guidance_counts_for_three_years_and_only_where_it_applies()
    {
        Assert.Null(Value("IND-I04", "2026-07-20"));
        await _journal.Do(new AssessGuidance("nss-13", On("2023-07-21"), "D-1", 2), new AssessGuidance("nss-20", On("2023-07-20"), "D-2", 0),
            new AssessGuidance("nss-2-g", On("2024-01-01"), "D-3", 0, IsApplicable: false));
        var count = GuidanceLibrary.All.Count - 1;
        Assert.Equal(decimal.Divide(100, count), decimal.Parse(Value("IND-I04", "2026-07-20")!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("0", Value("IND-I04", "2026-07-21"));
        Assert.Equal([("nss-13", true), ("nss-20", false)], AssessmentQueries.Ask(_journal.Book, new GuidanceQuery(Today), _journal.Now).Value!.Rows
            .Where(row => row is { IsApplicable: true, AssessedOn: not null }).Select(row => (row.Id, row.IsCurrent)));
    }

    [Fact]
    public void The_sets_of_questions_are_those_of_the_register_each_with_four_to_six_questions_in_both_languages()
    {
        Assert.Equal(Register.Programmes.Find("nusims")!.Parts.Select(part => part.Id), QuestionSets.All.Select(set => set.Part));
        foreach (var set in QuestionSets.All)
        {
            Assert.InRange(set.Questions.Count, 4, 6);
            Assert.All(set.Questions, question => Assert.True(
                question.Id.StartsWith(set.Id + "-", StringComparison.Ordinal) && question.Text.En.EndsWith('?') && question.Text.Zh.EndsWith('？')
                && question.Follows.Count > 0));
        }

        Assert.Equal(60, QuestionSets.All.SelectMany(set => set.Questions).DistinctBy(question => question.Id).Count());
    }

    [Fact]
    public async Task Every_bad_entry_is_refused_with_its_reason()
    {
        Assert.Equal(["not-now component"], await _journal.Refused(Action("inssp-01", "1", "2026-01-01", "2026-02-01")));
        Assert.Equal(["not-now on"], await _journal.Refused(new ReviewPlan(Today, "D")));
        Assert.Equal(["text-wrong version", "part-unknown edition", "day-ahead on", "text-wrong document"],
            await _journal.Refused(new AdoptPlan("", "1999", Today.AddDays(1), "")));
        await _journal.Do(new AdoptPlan("2020", "2018", On("2020-09-21"), "D-2"));
        Assert.Equal(["id-taken version", "day-too-early on"], await _journal.Refused(new AdoptPlan("2020", "2018", On("2020-09-20"), "D")));
        Assert.Equal(["part-unknown component"], await _journal.Refused(Action("inssp-01", "1", "2026-01-01", "2026-02-01")));
        Assert.Equal(["day-too-early on"], await _journal.Refused(Action("inssp-01", "8", "2020-09-20", "2026-02-01")));
        Assert.Equal(["part-unknown sets"], await _journal.Refused(new OpenAssessment("self-2026", Today, ["xx"])));
        await _journal.Do(new OpenAssessment("self-2026", On("2026-02-01"), ["th"]));
        Assert.Equal(["id-taken id"], await _journal.Refused(new OpenAssessment("self-2026", Today)));
        Assert.Equal(["unknown assessment"], await _journal.Refused(new AnswerQuestion("none", "th-01", AnswerChoice.Yes, Today)));
        Assert.Equal(["part-unknown question", "text-wrong note"],
            await _journal.Refused(new AnswerQuestion("self-2026", "pp-01", AnswerChoice.NotApplicable, Today)));
        Assert.Equal(["no-gap question"], await _journal.Refused(new OpenGapAction("self-2026", "th-01", "w", "o", Today, Today)));
        await _journal.Do(Answer("th-01", AnswerChoice.No), new OpenGapAction("self-2026", "th-01", "w", "o", Today, Today));
        Assert.Equal(["id-taken question"], await _journal.Refused(new OpenGapAction("self-2026", "th-01", "w", "o", Today, Today)));
        Assert.Equal(["not-now id"], await _journal.Refused(new CompleteAssessment("self-2026", Today)));
        Assert.Equal(["unknown id"], await _journal.Refused(new CompleteAssessment("none", Today)));
        await _journal.Do(Answer("th-02", AnswerChoice.Yes), Answer("th-03", AnswerChoice.Yes), Answer("th-04", AnswerChoice.Yes),
            Answer("th-05", AnswerChoice.Yes),
            new CompleteAssessment("self-2026", Today));
        Assert.Equal(["not-now assessment"], await _journal.Refused(new AnswerQuestion("self-2026", "th-01", AnswerChoice.Yes, Today)));
        Assert.Equal(["unknown publication", "text-wrong document", "part-unknown gaps"],
            await _journal.Refused(new AssessGuidance("nss-0", Today, "", -1)));
    }

    private static AddPlanAction Action(string id, string component, string on, string due) =>
        new(id, component, "Do it", ActionPriority.High, "CUSTOMS", On(on), On(due));

    private static AnswerQuestion Answer(string question, AnswerChoice answer, string? evidence = null, string? note = null) =>
        new("self-2026", question, answer, On("2026-02-10"), evidence, note);

    private PlanView Plan(string day) => PlanQueries.Ask(_journal.Book, new PlanQuery(On(day)), _journal.Now).Value!;

    private IEnumerable<(string, int)> Components(string day) =>
        Plan(day).Components.Where(component => component.Edition == Plan(day).Edition || component.Actions.Count > 0)
            .Select(component => (component.Id, component.Actions.Count));

    private string? Value(string id, string day) =>
        _journal.Commitments.Engine.At(_journal.Now with { AsOf = On(day) }).Of(IndicatorCatalogue.Find(id)!).Value;
}
