using Custodia.Books;
using Custodia.Commitments.Missions.Commands;
using Custodia.Commitments.Missions.Folds;

namespace Custodia.Commitments.Missions.Queries;

/// <summary>Asks for the self-assessments.</summary>
/// <param name="Day">On which day.</param>
public sealed record AssessmentsQuery([Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>The self-assessments on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Rows">The newest first.</param>
public sealed record AssessmentList(DateOnly Day, IReadOnlyList<AssessmentRow> Rows);

/// <summary>A self-assessment.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Opened">The day on which it was opened.</param>
/// <param name="Completed">The day on which it was completed.</param>
/// <param name="Sets">Ids of its sets of questions.</param>
/// <param name="Questions">How many questions it has.</param>
/// <param name="Answered">How many are answered.</param>
/// <param name="WithEvidence">How many are answered with evidence.</param>
/// <param name="Gaps">How many are answered partly or no.</param>
/// <param name="WithAction">How many of these have an action.</param>
/// <param name="AgeDays">Days since it was completed; where it is not, since it was opened.</param>
/// <param name="Entry">The entry that opened it.</param>
public sealed record AssessmentRow(string Id, DateOnly Opened, DateOnly? Completed, IReadOnlyList<string> Sets, int Questions, int Answered,
    int WithEvidence, int Gaps, int WithAction, int AgeDays, long Entry);

/// <summary>Asks for one self-assessment.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Day">On which day.</param>
public sealed record AssessmentQuery(
    [Meaning("Id of the assessment", "評估識別碼")] string Id,
    [Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>One self-assessment.</summary>
/// <param name="Day">The day.</param>
/// <param name="Row">As it stands.</param>
/// <param name="Sets">Its questions, set by set.</param>
public sealed record AssessmentView(DateOnly Day, AssessmentRow Row, IReadOnlyList<SetRow> Sets);

/// <summary>A set of questions with its answers.</summary>
/// <param name="Id">Its id.</param>
/// <param name="NameEn">Its name in English.</param>
/// <param name="NameZh">Its name in Chinese.</param>
/// <param name="Questions">The questions.</param>
public sealed record SetRow(string Id, string NameEn, string NameZh, IReadOnlyList<QuestionRow> Questions);

/// <summary>A question with its answer.</summary>
/// <param name="Id">Its id.</param>
/// <param name="TextEn">The question in English.</param>
/// <param name="TextZh">The question in Chinese.</param>
/// <param name="Follows">The publications whose sense it follows.</param>
/// <param name="Answer">The answer; null where there is none.</param>
/// <param name="On">Day of the answer.</param>
/// <param name="Evidence">What shows it.</param>
/// <param name="Note">What is missing, or why it does not apply.</param>
/// <param name="Action">Id of the action that the gap led to.</param>
/// <param name="Entry">The entry of the answer.</param>
public sealed record QuestionRow(string Id, string TextEn, string TextZh, IReadOnlyList<string> Follows, AnswerChoice? Answer, DateOnly? On,
    string? Evidence, string? Note, string? Action, long? Entry);

/// <summary>Asks how the State holds its practice against guidance.</summary>
/// <param name="Day">On which day.</param>
public sealed record GuidanceQuery([Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>Guidance on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Rows">In the order of the library.</param>
public sealed record GuidanceList(DateOnly Day, IReadOnlyList<GuidanceRow> Rows);

/// <summary>A publication.</summary>
/// <param name="Id">Its id.</param>
/// <param name="NameEn">Its name in English.</param>
/// <param name="NameZh">Its name in Chinese.</param>
/// <param name="IsApplicable">Whether it applies to this State, as was last said; true where nothing was.</param>
/// <param name="AssessedOn">Day of the last assessment.</param>
/// <param name="IsCurrent">Whether that is less than three years ago.</param>
/// <param name="Gaps">How many gaps it found.</param>
/// <param name="Document">The record of it.</param>
/// <param name="Entry">The entry.</param>
public sealed record GuidanceRow(string Id, string NameEn, string NameZh, bool IsApplicable, DateOnly? AssessedOn, bool IsCurrent, int? Gaps,
    string? Document, long? Entry);

/// <summary>Answers questions on self-assessments and guidance.</summary>
public static class AssessmentQueries
{
    /// <summary>Years after which an assessment of guidance no longer counts (IND-I04).</summary>
    public const int GuidanceYears = 3;

    /// <summary>Answers <see cref="AssessmentsQuery"/>.</summary>
    public static Answer<AssessmentList> Ask(MissionsBook book, AssessmentsQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (Sight.DayOf(query.Day, view) is not { } day)
            return Sight.DayMissing;
        return new AssessmentList(day,
        [
            .. book.Assessments.Where(assessment => assessment.Counts(day, view)).OrderByDescending(assessment => assessment.Opened.On)
                .Select(assessment => Row(book, assessment, day, view)),
        ]);
    }

    /// <summary>Answers <see cref="AssessmentQuery"/>.</summary>
    public static Answer<AssessmentView> Ask(MissionsBook book, AssessmentQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (Sight.DayOf(query.Day, view) is not { } day)
            return Sight.DayMissing;
        if (book.AssessmentOf(query.Id) is not { } assessment || !assessment.Counts(day, view))
            return MissionsRefusals.Unknown.In("id", found: GivenText.Quote(query.Id));
        var answers = assessment.Answers(day, view);
        return new AssessmentView(day, Row(book, assessment, day, view),
        [
            .. assessment.Opened.Sets.Select(QuestionSets.Find).OfType<QuestionSet>().Select(set => new SetRow(set.Id, set.Name.En, set.Name.Zh,
                [.. set.Questions.Select(question => Row(book, assessment, question, answers, day, view))])),
        ]);
    }

    /// <summary>Answers <see cref="GuidanceQuery"/>.</summary>
    public static Answer<GuidanceList> Ask(MissionsBook book, GuidanceQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (Sight.DayOf(query.Day, view) is not { } day)
            return Sight.DayMissing;
        var known = book.GuidanceAssessed.Where(found => view.Knows(found.Stamp.Sequence) && found.Assessed.On <= day)
            .ToLookup(found => found.Assessed.Publication, StringComparer.Ordinal);
        return new GuidanceList(day, [.. GuidanceLibrary.All.Select(publication =>
        {
            var last = known[publication.Id].OrderBy(found => found.Assessed.On).ThenBy(found => found.Stamp.Sequence).LastOrDefault();
            return last.Assessed is { } assessed
                ? new GuidanceRow(publication.Id, publication.Name.En, publication.Name.Zh, assessed.IsApplicable, assessed.On,
                    assessed.On.AddYears(GuidanceYears) > day, assessed.Gaps, assessed.Document, last.Stamp.Sequence)
                : new GuidanceRow(publication.Id, publication.Name.En, publication.Name.Zh, true, null, false, null, null, null);
        })]);
    }

    private static AssessmentRow Row(MissionsBook book, AssessmentFile assessment, DateOnly day, View view)
    {
        var answers = assessment.Answers(day, view).Values.Select(answer => answer.Answer).ToList();
        var gaps = answers.Where(IsGap).ToList();
        var completed = assessment.CompletedOn(day, view);
        return new AssessmentRow(assessment.Opened.Id, assessment.Opened.On, completed, assessment.Opened.Sets, assessment.Questions.Count(),
            answers.Count, answers.Count(answer => answer.Evidence is not null), gaps.Count,
            gaps.Count(gap => ActionOf(book, assessment, gap.Question, day, view) is not null),
            day.DayNumber - (completed ?? assessment.Opened.On).DayNumber, assessment.Stamp.Sequence);
    }

    private static QuestionRow Row(MissionsBook book, AssessmentFile assessment, Question question,
        Dictionary<string, (Stamp Stamp, AnswerQuestion Answer)> answers, DateOnly day, View view)
    {
        var row = new QuestionRow(question.Id, question.Text.En, question.Text.Zh, question.Follows, null, null, null, null, null, null);
        return answers.TryGetValue(question.Id, out var found)
            ? row with
            {
                Answer = found.Answer.Answer,
                On = found.Answer.On,
                Evidence = found.Answer.Evidence,
                Note = found.Answer.Note,
                Action = ActionOf(book, assessment, question.Id, day, view),
                Entry = found.Stamp.Sequence,
            }
            : row;
    }

    private static bool IsGap(AnswerQuestion answer) => answer.Answer is AnswerChoice.Partly or AnswerChoice.No;

    private static string? ActionOf(MissionsBook book, AssessmentFile assessment, string question, DateOnly day, View view) =>
        book.ActionOf($"{assessment.Opened.Id}.{question}") is { Opened.Source: ActionSource.Gap } action && action.On(day, view) is not null
            ? action.Opened.Action
            : null;
}
