using Custodia.Books;
using Custodia.Commitments.Missions.Facts;

namespace Custodia.Commitments.Missions.Commands;

/// <summary>Decides the commands on self-assessments and on guidance.</summary>
internal static class AssessmentDecisions
{
    private const int MaxGaps = 10_000;

    public static Decision Decide(MissionsBook book, OpenAssessment command, DecisionContext context)
    {
        var checks = new Checks(context);
        checks.NewId(command.Id, book.AssessmentOf(command.Id ?? "") is not null);
        checks.Day(command.On);
        var sets = command.Sets is { Count: > 0 } chosen ? chosen : [.. QuestionSets.All.Select(set => set.Id)];
        if (sets.FirstOrDefault(set => QuestionSets.Find(set) is null) is { } unknown)
            checks.Refuse(MissionsRefusals.PartUnknown.In(
                "sets", string.Join(" | ", QuestionSets.All.Select(set => set.Id)), GivenText.Quote(unknown)));
        return checks.Take(() =>
            [new AssessmentOpened(command.Id!, command.On, [.. QuestionSets.All.Select(set => set.Id).Where(sets.Contains)])]);
    }

    public static Decision Decide(MissionsBook book, AnswerQuestion command, DecisionContext context)
    {
        if (book.AssessmentOf(command.Assessment ?? "") is not { } assessment)
            return Decision.Refuse(MissionsRefusals.Unknown.In("assessment", found: GivenText.Quote(command.Assessment)));
        var checks = new Checks(context);
        if (assessment.Completed is not null)
            checks.Refuse(MissionsRefusals.NotNow.In("assessment", found: command.Assessment));
        if (assessment.Questions.All(question => question.Id != command.Question))
            checks.Refuse(MissionsRefusals.PartUnknown.In("question", found: GivenText.Quote(command.Question)));
        checks.Day(command.On, assessment.Opened.On);
        checks.Text(command.Evidence, "evidence", Checks.MaxName, isRequired: false);
        checks.Text(command.Note, "note", isRequired: command.Answer == AnswerChoice.NotApplicable);
        return checks.Take(() => [new QuestionAnswered(command)]);
    }

    public static Decision Decide(MissionsBook book, OpenGapAction command, DecisionContext context)
    {
        if (book.AssessmentOf(command.Assessment ?? "") is not { } assessment)
            return Decision.Refuse(MissionsRefusals.Unknown.In("assessment", found: GivenText.Quote(command.Assessment)));
        var checks = new Checks(context);
        var answers = assessment.Answers(DateOnly.MaxValue, View.Everything);
        if (!answers.TryGetValue(command.Question ?? "", out var answer) || answer.Answer.Answer is not (AnswerChoice.Partly or AnswerChoice.No))
            checks.Refuse(MissionsRefusals.NoGap.In("question", found: GivenText.Quote(command.Question)));
        var id = $"{command.Assessment}.{command.Question}";
        if (book.ActionOf(id) is not null)
            checks.Refuse(MissionsRefusals.IdTaken.In("question", found: GivenText.Quote(command.Question)));
        checks.Day(command.On, answer.Answer?.On ?? default);
        checks.Text(command.Words, "words");
        checks.Terms(command.Owner, command.On, command.Due);
        return checks.Take(() => [new ActionOpened(id, command.On, ActionSource.Gap, id, command.Owner, command.Due, command.Words)]);
    }

    public static Decision Decide(MissionsBook book, CompleteAssessment command, DecisionContext context)
    {
        if (book.AssessmentOf(command.Id ?? "") is not { } assessment)
            return Decision.Refuse(MissionsRefusals.Unknown.In("id", found: GivenText.Quote(command.Id)));
        var checks = new Checks(context);
        var open = assessment.Questions.Count() - assessment.Answers(DateOnly.MaxValue, View.Everything).Count;
        if (assessment.Completed is not null || open > 0)
            checks.Refuse(MissionsRefusals.NotNow.In("id", "0", $"{open}"));
        checks.Day(command.On, assessment.LastDay);
        return checks.Take(() => [new AssessmentCompleted(command)]);
    }

    public static Decision Decide(MissionsBook book, AssessGuidance command, DecisionContext context)
    {
        var checks = new Checks(context);
        if (GuidanceLibrary.Find(command.Publication ?? "") is null)
            checks.Refuse(MissionsRefusals.Unknown.In("publication", found: GivenText.Quote(command.Publication)));
        checks.Day(command.On);
        checks.Text(command.Document, "document", Checks.MaxName);
        if (command.Gaps is < 0 or > MaxGaps)
            checks.Refuse(MissionsRefusals.PartUnknown.In("gaps", $"0 – {MaxGaps}", $"{command.Gaps}"));
        return checks.Take(() => [new GuidanceAssessed(command)]);
    }
}
