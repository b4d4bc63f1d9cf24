using Custodia.Books;

namespace Custodia.Commitments.Missions.Commands;

/// <summary>What a State answers itself.</summary>
public enum AnswerChoice
{
    /// <summary>It is so.</summary>
    Yes,

    /// <summary>It is so in part: a gap.</summary>
    Partly,

    /// <summary>It is not so: a gap.</summary>
    No,

    /// <summary>The question does not arise here; the note says why.</summary>
    NotApplicable,
}

/// <summary>Opens a self-assessment.</summary>
/// <param name="Id">Id that it gets.</param>
/// <param name="On">The day.</param>
/// <param name="Sets">Ids of the sets of questions; none: all of them.</param>
public sealed record OpenAssessment(
    [Meaning("Id that it gets, such as self-2026", "識別碼，如 self-2026")] string Id,
    [Meaning("Day", "日期")] DateOnly On,
    [Meaning("Ids of the sets of questions; none: all", "題組識別碼；未填為全部")] IReadOnlyList<string>? Sets = null);

/// <summary>Answers a question; answered again, the new answer stands.</summary>
/// <param name="Assessment">Id of the assessment.</param>
/// <param name="Question">Id of the question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="On">The day.</param>
/// <param name="Evidence">What shows it: number of a document or entry, address of a page, or SHA-256 of a file.</param>
/// <param name="Note">What is missing, or why it does not apply.</param>
public sealed record AnswerQuestion(
    [Meaning("Id of the assessment", "評估識別碼")] string Assessment,
    [Meaning("Id of the question, such as pp-03", "題目識別碼，如 pp-03")] string Question,
    [Meaning("Answer", "答覆")] AnswerChoice Answer,
    [Meaning("Day", "日期")] DateOnly On,
    [Meaning("What shows it", "佐證")] string? Evidence = null,
    [Meaning("What is missing, or why it does not apply", "不足之處或不適用理由")] string? Note = null);

/// <summary>Opens an action for a gap.</summary>
/// <param name="Assessment">Id of the assessment.</param>
/// <param name="Question">Id of the question that showed the gap.</param>
/// <param name="Words">What has to be done.</param>
/// <param name="Owner">Who does it.</param>
/// <param name="On">Day on which it was opened.</param>
/// <param name="Due">By when.</param>
public sealed record OpenGapAction(
    [Meaning("Id of the assessment", "評估識別碼")] string Assessment,
    [Meaning("Id of the question", "題目識別碼")] string Question,
    [Meaning("What has to be done", "應辦事項")] string Words,
    [Meaning("Owner: organisation or person", "負責人：機構或人員")] string Owner,
    [Meaning("Day on which it was opened", "開立日")] DateOnly On,
    [Meaning("Due date", "期限")] DateOnly Due);

/// <summary>Completes a self-assessment: no answer changes any more.</summary>
/// <param name="Id">Its id.</param>
/// <param name="On">The day.</param>
public sealed record CompleteAssessment(
    [Meaning("Id of the assessment", "評估識別碼")] string Id,
    [Meaning("Day", "日期")] DateOnly On);

/// <summary>Records that the State held its practice against a publication of guidance.</summary>
/// <param name="Publication">Id of the publication.</param>
/// <param name="On">The day.</param>
/// <param name="Document">The record of it.</param>
/// <param name="Gaps">How many gaps it found.</param>
/// <param name="IsApplicable">Whether the publication applies to this State at all.</param>
public sealed record AssessGuidance(
    [Meaning("Id of the publication, such as nss-13", "出版物識別碼，如 nss-13")] string Publication,
    [Meaning("Day", "日期")] DateOnly On,
    [Meaning("The record of it", "紀錄文件")] string Document,
    [Meaning("Number of gaps found", "差距數")] int Gaps,
    [Meaning("Whether it applies to this State", "是否適用於本國")] bool IsApplicable = true);
