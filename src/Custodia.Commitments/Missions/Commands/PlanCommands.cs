using Custodia.Books;

namespace Custodia.Commitments.Missions.Commands;

/// <summary>Records the support plan (INSSP) as the State and the IAEA agreed on it, in place of the one before.</summary>
/// <param name="Version">What it is called.</param>
/// <param name="Edition">Edition of the list of components: 2006 (five components) or 2018 (six functional areas).</param>
/// <param name="On">Day on which it was agreed.</param>
/// <param name="Document">The document.</param>
public sealed record AdoptPlan(
    [Meaning("Version, such as 2023", "版本，如 2023")] string Version,
    [Meaning("Edition of the list of components: 2006 or 2018", "構成清單版次：2006 或 2018")] string Edition,
    [Meaning("Day on which it was agreed", "議定日")] DateOnly On,
    [Meaning("The document", "文件")] string Document);

/// <summary>Opens an action under a component of the plan.</summary>
/// <param name="Id">Id that it gets.</param>
/// <param name="Component">Number of the component.</param>
/// <param name="Words">What has to be done.</param>
/// <param name="Priority">How soon.</param>
/// <param name="Owner">Who does it.</param>
/// <param name="On">Day on which it was opened.</param>
/// <param name="Due">By when.</param>
/// <param name="Donor">Who pays or helps.</param>
/// <param name="Measure">By what one sees that it is done: its key indicator.</param>
public sealed record AddPlanAction(
    [Meaning("Id that it gets, such as inssp-07", "識別碼，如 inssp-07")] string Id,
    [Meaning("Number of the component", "構成編號")] string Component,
    [Meaning("What has to be done", "應辦事項")] string Words,
    [Meaning("Priority", "優先順序")] ActionPriority Priority,
    [Meaning("Owner: organisation or person", "負責人：機構或人員")] string Owner,
    [Meaning("Day on which it was opened", "開立日")] DateOnly On,
    [Meaning("Due date", "期限")] DateOnly Due,
    [Meaning("Who pays or helps", "捐助者")] string? Donor = null,
    [Meaning("Key indicator", "關鍵績效指標")] string? Measure = null);

/// <summary>Records a yearly review of the plan.</summary>
/// <param name="On">The day.</param>
/// <param name="Document">The record of it.</param>
/// <param name="Note">What came of it.</param>
public sealed record ReviewPlan(
    [Meaning("Day", "日期")] DateOnly On,
    [Meaning("The record of it", "紀錄文件")] string Document,
    [Meaning("What came of it", "結論")] string? Note = null);
