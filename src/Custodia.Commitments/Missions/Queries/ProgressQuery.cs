using Custodia.Books;
using Custodia.Commitments.Missions.Commands;
using Custodia.Commitments.Missions.Folds;

namespace Custodia.Commitments.Missions.Queries;

/// <summary>Asks how far it all is, in days and numbers alone: what the indicators are made of, and what may be published.</summary>
/// <param name="Day">On which day.</param>
public sealed record ProgressQuery([Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>How far missions, plan and self-assessment are.</summary>
/// <param name="Day">The day.</param>
/// <param name="Missions">The missions that were held.</param>
/// <param name="Findings">Recommendations and suggestions, without their words.</param>
/// <param name="MedianDaysOpen">Days that the recommendations that are not closed are open, in the middle; null where all are closed.</param>
/// <param name="Plan">The actions of the plan.</param>
/// <param name="DaysSincePlanReview">Days since the plan was reviewed, or agreed.</param>
/// <param name="Questions">All questions that apply, with the last answer that any self-assessment gave.</param>
/// <param name="AssessmentAgeDays">Days since the last self-assessment was completed, or opened; null where there was none.</param>
public sealed record Progress(DateOnly Day, IReadOnlyList<HeldMission> Missions, IReadOnlyList<FindingProgress> Findings,
    decimal? MedianDaysOpen, IReadOnlyList<ActionProgress> Plan, int? DaysSincePlanReview, IReadOnlyList<QuestionProgress> Questions,
    int? AssessmentAgeDays);

/// <summary>A mission that was held.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Service">Id of the service.</param>
/// <param name="Ended">Its last day.</param>
/// <param name="Entries">The entries of its steps.</param>
public sealed record HeldMission(string Id, string Service, DateOnly Ended, IReadOnlyList<long> Entries);

/// <summary>A recommendation or suggestion.</summary>
/// <param name="Mission">Id of the mission.</param>
/// <param name="Kind">Which of both.</param>
/// <param name="State">How its action stands; null where it was not accepted.</param>
/// <param name="DaysOpen">Days from its opening to its end, or to the day.</param>
/// <param name="Entries">The entries of the finding and of the steps of its action.</param>
public sealed record FindingProgress(string Mission, FindingKind Kind, ActionState? State, int? DaysOpen, IReadOnlyList<long> Entries);

/// <summary>An action of the plan.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">How it stands.</param>
/// <param name="Due">By when.</param>
/// <param name="Entries">The entries of its steps.</param>
public sealed record ActionProgress(string Id, ActionState State, DateOnly Due, IReadOnlyList<long> Entries);

/// <summary>A question of a self-assessment.</summary>
/// <param name="Id">Its id.</param>
/// <param name="HasEvidence">Whether it was answered with evidence.</param>
/// <param name="Entry">The entry of the answer.</param>
public sealed record QuestionProgress(string Id, bool HasEvidence, long? Entry);

/// <summary>Answers <see cref="ProgressQuery"/>.</summary>
public static class ProgressQueries
{
    /// <summary>Answers it.</summary>
    public static Answer<Progress> Ask(MissionsBook book, ProgressQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (Sight.DayOf(query.Day, view) is not { } day)
            return Sight.DayMissing;
        List<FindingProgress> findings = [.. Findings(book, day, view)];
        return new Progress(day,
            [
                .. book.Missions.Select(mission => mission.On(day, view)).OfType<MissionStanding>().Where(found => found.IsHeld)
                    .Select(found => new HeldMission(found.File.Requested.Id, found.File.Requested.Service, found.To!.Value, found.Entries)),
            ],
            findings, Median(findings), [.. Plan(book, day, view)], PlanQueries.Age(book, day, view), [.. Questions(book, day, view)],
            Age(book, day, view));
    }

    private static IEnumerable<FindingProgress> Findings(MissionsBook book, DateOnly day, View view) =>
        from mission in book.Missions
        from finding in MissionQueries.Findings(mission, day, view)
        where finding.Fact.Kind != FindingKind.GoodPractice
        let action = MissionQueries.ActionOf(book, finding, day, view)
        select new FindingProgress(mission.Requested.Id, finding.Fact.Kind, action?.State, action?.DaysOpen(day),
            [finding.Stamp.Sequence, .. action is null ? [] : Entries(action, day, view)]);

    private static IEnumerable<ActionProgress> Plan(MissionsBook book, DateOnly day, View view) =>
        from action in book.Actions
        where action.Opened.Source == ActionSource.Plan
        let standing = action.On(day, view)
        where standing is not null
        select new ActionProgress(action.Opened.Action, standing.State, standing.Due, [.. Entries(standing, day, view)]);

    // Nobody asked itself anything: then there is nothing of which a share could be told.
    private static IEnumerable<QuestionProgress> Questions(MissionsBook book, DateOnly day, View view)
    {
        var last = new Dictionary<string, (Stamp Stamp, AnswerQuestion Answer)>(StringComparer.Ordinal);
        var known = book.Assessments.Where(assessment => assessment.Counts(day, view)).OrderBy(assessment => assessment.Opened.On).ToList();
        foreach (var (question, answer) in known.SelectMany(assessment => assessment.Answers(day, view)))
            last[question] = answer;
        return
            from question in known.Count > 0 ? QuestionSets.All.SelectMany(set => set.Questions) : []
            let found = last.TryGetValue(question.Id, out var answer) ? answer : default
            where found.Answer?.Answer != AnswerChoice.NotApplicable
            select new QuestionProgress(question.Id, found.Answer?.Evidence is not null, found.Answer is null ? null : found.Stamp.Sequence);
    }

    private static IEnumerable<long> Entries(ActionStanding action, DateOnly day, View view) =>
        action.File.Steps.Where(step => step.Counts(day, view)).Select(step => step.Stamp.Sequence);

    private static decimal? Median(List<FindingProgress> findings)
    {
        var days = findings.Where(finding => finding is { Kind: FindingKind.Recommendation, State: ActionState.Open or ActionState.ReportedDone })
            .Select(finding => (decimal)finding.DaysOpen!.Value).Order().ToList();
        return days.Count == 0 ? null : (days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2;
    }

    private static int? Age(MissionsBook book, DateOnly day, View view)
    {
        var days = book.Assessments.Where(assessment => assessment.Counts(day, view))
            .Select(assessment => assessment.CompletedOn(day, view) ?? assessment.Opened.On).ToList();
        return days.Count == 0 ? null : day.DayNumber - days.Max().DayNumber;
    }
}
