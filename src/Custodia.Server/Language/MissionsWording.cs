using Custodia.Books;
using Custodia.Commitments;
using Custodia.Commitments.Missions;
using Custodia.Commitments.Missions.Commands;
using Custodia.Commitments.Missions.Folds;
using Custodia.Commitments.Missions.Queries;

namespace Custodia.Server.Language;

/// <summary>The words for what the book of missions says, in the reader's language.</summary>
public static class MissionsWording
{
    /// <summary>How far a mission is.</summary>
    public static string Of(MissionStage stage) => Wording.Of(stage switch
    {
        MissionStage.Requested => new Bilingual("Requested", "已申請"),
        MissionStage.Agreed => new("Agreed", "已議定"),
        MissionStage.Held => new("Held", "已執行"),
        MissionStage.Reported => new("Report received", "已收報告"),
        MissionStage.Cancelled => new("Called off", "已取消"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    });

    /// <summary>What a finding is.</summary>
    public static string Of(FindingKind kind) => Wording.Of(kind switch
    {
        FindingKind.Recommendation => new Bilingual("Recommendation", "建議"),
        FindingKind.Suggestion => new("Suggestion", "提議"),
        FindingKind.GoodPractice => new("Good practice", "良好作法"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });

    /// <summary>Where an action comes from.</summary>
    public static string Of(ActionSource source) => Wording.Of(source switch
    {
        ActionSource.Finding => new Bilingual("Peer review", "同儕審查"),
        ActionSource.Gap => new("Self-assessment", "自我評估"),
        ActionSource.Plan => new("Support plan", "支援計畫"),
        ActionSource.Other => new("Other", "其他"),
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    });

    /// <summary>How an action stands.</summary>
    public static string Of(ActionState state) => Wording.Of(state switch
    {
        ActionState.Open => new Bilingual("Open", "進行中"),
        ActionState.ReportedDone => new("Reported done, to be verified", "已回報完成，待查證"),
        ActionState.Closed => new("Verified and closed", "查證結案"),
        ActionState.Withdrawn => new("Withdrawn", "已撤銷"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    });

    /// <summary>What a step of an action was.</summary>
    public static string Of(ActionEventKind kind) => Wording.Of(kind switch
    {
        ActionEventKind.Opened => new Bilingual("Opened", "開立"),
        ActionEventKind.Changed => new("Changed", "變更"),
        ActionEventKind.Reported => new("Reported done", "回報完成"),
        ActionEventKind.SentBack => new("Sent back", "退回"),
        ActionEventKind.Closed => new("Verified and closed", "查證結案"),
        ActionEventKind.Withdrawn => new("Withdrawn", "撤銷"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });

    /// <summary>How soon something has to be done.</summary>
    public static string Of(ActionPriority priority) => Wording.Of(priority switch
    {
        ActionPriority.High => new Bilingual("High", "高"),
        ActionPriority.Medium => new("Medium", "中"),
        ActionPriority.Low => new("Low", "低"),
        _ => throw new ArgumentOutOfRangeException(nameof(priority)),
    });

    /// <summary>What a State answers itself; null: nothing yet.</summary>
    public static string Of(AnswerChoice? answer) => Wording.Of(answer switch
    {
        AnswerChoice.Yes => new Bilingual("Yes", "是"),
        AnswerChoice.Partly => new("Partly", "部分"),
        AnswerChoice.No => new("No", "否"),
        AnswerChoice.NotApplicable => new("Not applicable", "不適用"),
        null => new("Not answered", "未作答"),
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    });

    /// <summary>A step of the ladder by its id; of what has ended, nothing.</summary>
    public static string? Step(string? id) =>
        DueLadder.Steps.FirstOrDefault(step => step.Id == id) is { } found ? Name(found.Name) : null;

    /// <summary>A service by its id, with its abbreviation.</summary>
    public static string Service(string id) => Register.Programmes.Find(id) is { } service
        ? $"{id.ToUpperInvariant()} · {Name(service.Title)}"
        : id;

    /// <summary>A name of the register.</summary>
    public static string Name(Custodia.Commitments.Words words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Wording.Name(words.En, words.Zh);
    }
}
