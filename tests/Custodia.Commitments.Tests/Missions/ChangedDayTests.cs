using System.Text.Json;
using Custodia.Books;
using Custodia.Commitments.Missions.Commands;
using Custodia.Commitments.Missions.Queries;
using Custodia.Testing;
using static Custodia.Commitments.Tests.Missions.MissionsJournal;

namespace Custodia.Commitments.Tests.Missions;

/// <summary>What was worked out as of a day stays so until an entry reaches back to it: the book says how far each reaches.</summary>
public sealed class ChangedDayTests : IDisposable
{
    private readonly MissionsJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task No_entry_changes_an_answer_as_of_a_day_before_that_which_the_book_names()
    {
        await Fill();
        List<DateOnly> days = [.. Enumerable.Range(2009, 18).SelectMany(year => new[] { new DateOnly(year, 1, 1), new DateOnly(year, 7, 1) })];
        ReachedDays.Hold((0, _journal.Now.Count), _journal.Book.ChangedSince, days, Answers);
    }

    private async Task Fill()
    {
        await _journal.Do(new RequestMission("ippas-2012", "ippas", On("2010-03-01"), ["1"]),
            new AgreeMission("ippas-2012", On("2011-03-01"), On("2012-02-01"), On("2012-02-10")),
            new HoldMission("ippas-2012", On("2012-06-11"), On("2012-06-22")), new ReceiveReport("ippas-2012", On("2012-09-01"), new string('0', 64)),
            new PublishReport("ippas-2012", On("2013-02-01"), "P"), new RequestMission("issas-2014", "issas", On("2013-03-01")),
            new CancelMission("issas-2014", On("2014-03-01"), "No"),
            new RecordFinding("ippas-2012", "R1", FindingKind.Recommendation, On("2012-10-01"), "Do it", Owner: "POWER", Due: On("2014-02-01")),
            new ChangeAction("ippas-2012.r1", On("2014-01-15"), "Late", Due: On("2015-01-15")),
                new ReportAction("ippas-2012.r1", On("2015-02-01"), "D"));
        await _journal.Do("bob", new SendBackAction("ippas-2012.r1", On("2015-03-01"), "Half"),
            new ReportAction("ippas-2012.r1", On("2015-08-01"), "D"));
        await _journal.Do(new CloseAction("ippas-2012.r1", On("2016-02-01"), "Seen"), new AdoptPlan("2013", "2006", On("2013-04-15"), "D"),
            new AddPlanAction("inssp-01", "2", "Do it", ActionPriority.Low, "POWER", On("2013-04-15"), On("2015-01-01")),
            new WithdrawAction("inssp-01", On("2017-02-01"), "Gone"), new ReviewPlan(On("2014-04-15"), "D"),
                new AdoptPlan("2020", "2018", On("2020-04-15"), "D"),
            new OpenAssessment("self-2018", On("2018-02-01"), ["su"]), new AnswerQuestion("self-2018", "su-01", AnswerChoice.No, On("2018-03-01")),
            new OpenGapAction("self-2018", "su-01", "Do it", "POWER", On("2018-08-01"), On("2019-01-01")));
        foreach (var question in new[] { "su-01", "su-02", "su-03", "su-04", "su-05" })
            await _journal.Do(new AnswerQuestion("self-2018", question, AnswerChoice.Yes, On("2018-09-01"), "D"));
        await _journal.Do(new CompleteAssessment("self-2018", On("2019-03-01")), new AssessGuidance("nss-13", On("2011-03-01"), "D", 1),
            new OpenAction("ex-01", "Do it", "POWER", On("2009-03-01"), On("2010-01-01"), "Late entry"));
    }

    private string Answers(DateOnly day, long count)
    {
        var view = new View(count, day);
        object?[] answers =
        [
            MissionQueries.Ask(_journal.Book, new MissionsQuery(), view).Value, MissionQueries.Ask(_journal.Book, new FindingsQuery(), view).Value,
            ActionQueries.Ask(_journal.Book, new ActionsQuery(), view).Value, PlanQueries.Ask(_journal.Book, new PlanQuery(), view).Value,
            AssessmentQueries.Ask(_journal.Book, new AssessmentsQuery(), view).Value,
                AssessmentQueries.Ask(_journal.Book, new GuidanceQuery(), view).Value,
            ProgressQueries.Ask(_journal.Book, new ProgressQuery(), view).Value,
        ];
        return JsonSerializer.Serialize(answers, FaceJson.Options);
    }
}
