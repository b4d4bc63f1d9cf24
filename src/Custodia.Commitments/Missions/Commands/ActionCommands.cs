using Custodia.Books;

namespace Custodia.Commitments.Missions.Commands;

/// <summary>Where an action comes from.</summary>
public enum ActionSource
{
    /// <summary>A finding of a mission.</summary>
    Finding,

    /// <summary>A gap that a self-assessment showed.</summary>
    Gap,

    /// <summary>A component of the support plan.</summary>
    Plan,

    /// <summary>Anything else, as its reference says.</summary>
    Other,
}

/// <summary>How soon something has to be done.</summary>
public enum ActionPriority
{
    /// <summary>First.</summary>
    High,

    /// <summary>Then.</summary>
    Medium,

    /// <summary>Last.</summary>
    Low,
}

/// <summary>Opens an action that comes neither from a finding, nor a gap, nor the plan.</summary>
/// <param name="Id">Id that it gets.</param>
/// <param name="Words">What has to be done.</param>
/// <param name="Owner">Who does it: id of an organisation or person.</param>
/// <param name="On">Day on which it was opened.</param>
/// <param name="Due">By when.</param>
/// <param name="Reference">Where it comes from.</param>
public sealed record OpenAction(
    [Meaning("Id that it gets, such as ex-2026-01", "識別碼，如 ex-2026-01")] string Id,
    [Meaning("What has to be done", "應辦事項")] string Words,
    [Meaning("Owner: organisation or person", "負責人：機構或人員")] string Owner,
    [Meaning("Day on which it was opened", "開立日")] DateOnly On,
    [Meaning("Due date", "期限")] DateOnly Due,
    [Meaning("Where it comes from, such as an exercise", "來源，如演練")] string Reference);

/// <summary>Gives an action another owner or due date.</summary>
/// <param name="Action">Its id.</param>
/// <param name="On">The day.</param>
/// <param name="Reason">Why.</param>
/// <param name="Owner">The new owner; left out: as before.</param>
/// <param name="Due">The new due date; left out: as before.</param>
public sealed record ChangeAction(
    [Meaning("Id of the action", "行動識別碼")] string Action,
    [Meaning("Day", "日期")] DateOnly On,
    [Meaning("Why", "理由")] string Reason,
    [Meaning("New owner", "新負責人")] string? Owner = null,
    [Meaning("New due date", "新期限")] DateOnly? Due = null);

/// <summary>Reports an action done.</summary>
/// <param name="Action">Its id.</param>
/// <param name="On">The day.</param>
/// <param name="Evidence">What shows it: number of a document or entry, or SHA-256 of a file.</param>
public sealed record ReportAction(
    [Meaning("Id of the action", "行動識別碼")] string Action,
    [Meaning("Day", "日期")] DateOnly On,
    [Meaning("What shows it: document, entry or digest", "佐證：文件、分錄或摘要")] string Evidence);

/// <summary>Verifies, as another person than who reported it, that an action is done, and closes it.</summary>
/// <param name="Action">Its id.</param>
/// <param name="On">The day.</param>
/// <param name="Note">How it was verified.</param>
public sealed record CloseAction(
    [Meaning("Id of the action", "行動識別碼")] string Action,
    [Meaning("Day", "日期")] DateOnly On,
    [Meaning("How it was verified", "查證方式")] string? Note = null);

/// <summary>Refuses, as another person than who reported it, that an action is done: it is open again.</summary>
/// <param name="Action">Its id.</param>
/// <param name="On">The day.</param>
/// <param name="Reason">What is missing.</param>
public sealed record SendBackAction(
    [Meaning("Id of the action", "行動識別碼")] string Action,
    [Meaning("Day", "日期")] DateOnly On,
    [Meaning("What is missing", "不足之處")] string Reason);

/// <summary>Withdraws an action that will not be carried out.</summary>
/// <param name="Action">Its id.</param>
/// <param name="On">The day.</param>
/// <param name="Reason">Why.</param>
public sealed record WithdrawAction(
    [Meaning("Id of the action", "行動識別碼")] string Action,
    [Meaning("Day", "日期")] DateOnly On,
    [Meaning("Why", "理由")] string Reason);
