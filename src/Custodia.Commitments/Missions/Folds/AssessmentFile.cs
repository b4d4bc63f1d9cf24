using Custodia.Books;
using Custodia.Commitments.Missions.Commands;
using Custodia.Commitments.Missions.Facts;

namespace Custodia.Commitments.Missions.Folds;

/// <summary>A self-assessment with its answers.</summary>
/// <param name="stamp">The entry that opened it.</param>
/// <param name="opened">What it said.</param>
internal sealed class AssessmentFile(Stamp stamp, AssessmentOpened opened)
{
    private readonly List<(Stamp Stamp, AnswerQuestion Answer)> _answers = [];

    public Stamp Stamp { get; } = stamp;

    public AssessmentOpened Opened { get; } = opened;

    public (Stamp Stamp, DateOnly On)? Completed { get; set; }

    /// <summary>The questions, set by set.</summary>
    public IEnumerable<Question> Questions => Opened.Sets.Select(QuestionSets.Find).OfType<QuestionSet>().SelectMany(set => set.Questions);

    /// <summary>The day of what was recorded last.</summary>
    public DateOnly LastDay => _answers.Count > 0 ? _answers.Max(answer => answer.Answer.On) : Opened.On;

    public void Add(Stamp stamp, AnswerQuestion answer) => _answers.Add((stamp, answer));

    public bool Counts(DateOnly day, View view) => view.Knows(Stamp.Sequence) && Opened.On <= day;

    /// <summary>Day of completion, where a view on a day knows of one.</summary>
    public DateOnly? CompletedOn(DateOnly day, View view) =>
        Completed is { } done && view.Knows(done.Stamp.Sequence) && done.On <= day ? done.On : null;

    /// <summary>The answers that stand on a day, as a view knows them: of each question the last recorded.</summary>
    public Dictionary<string, (Stamp Stamp, AnswerQuestion Answer)> Answers(DateOnly day, View view)
    {
        var standing = new Dictionary<string, (Stamp, AnswerQuestion)>(StringComparer.Ordinal);
        foreach (var answer in _answers.Where(answer => view.Knows(answer.Stamp.Sequence) && answer.Answer.On <= day))
            standing[answer.Answer.Question] = answer;
        return standing;
    }
}
