using System.Text.Json.Serialization;
using Custodia.Books;

namespace Custodia.Commitments.Missions.Facts;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(MissionRequested))]
[JsonSerializable(typeof(MissionAgreed))]
[JsonSerializable(typeof(MissionHeld))]
[JsonSerializable(typeof(ReportReceived))]
[JsonSerializable(typeof(ReportPublished))]
[JsonSerializable(typeof(MissionCancelled))]
[JsonSerializable(typeof(FindingRecorded))]
[JsonSerializable(typeof(FindingWorded))]
[JsonSerializable(typeof(ActionOpened))]
[JsonSerializable(typeof(ActionChanged))]
[JsonSerializable(typeof(ActionReported))]
[JsonSerializable(typeof(ActionSentBack))]
[JsonSerializable(typeof(ActionClosed))]
[JsonSerializable(typeof(ActionWithdrawn))]
[JsonSerializable(typeof(ActionWorded))]
[JsonSerializable(typeof(PlanAdopted))]
[JsonSerializable(typeof(PlanReviewed))]
[JsonSerializable(typeof(AssessmentOpened))]
[JsonSerializable(typeof(QuestionAnswered))]
[JsonSerializable(typeof(AssessmentCompleted))]
[JsonSerializable(typeof(GuidanceAssessed))]
internal sealed partial class MissionsJson : JsonSerializerContext;

/// <summary>The names of the book's facts in the journal: a format.</summary>
public static class MissionsKinds
{
    /// <summary>The table.</summary>
    public static KindTable Table { get; } = new KindTable()
        .Add("mission-requested", MissionsJson.Default.MissionRequested)
        .Add("mission-agreed", MissionsJson.Default.MissionAgreed)
        .Add("mission-held", MissionsJson.Default.MissionHeld)
        .Add("mission-report-received", MissionsJson.Default.ReportReceived)
        .Add("mission-report-published", MissionsJson.Default.ReportPublished)
        .Add("mission-cancelled", MissionsJson.Default.MissionCancelled)
        .Add("finding-recorded", MissionsJson.Default.FindingRecorded)
        .Add("finding-worded", MissionsJson.Default.FindingWorded)
        .Add("action-opened", MissionsJson.Default.ActionOpened)
        .Add("action-changed", MissionsJson.Default.ActionChanged)
        .Add("action-reported", MissionsJson.Default.ActionReported)
        .Add("action-sent-back", MissionsJson.Default.ActionSentBack)
        .Add("action-closed", MissionsJson.Default.ActionClosed)
        .Add("action-withdrawn", MissionsJson.Default.ActionWithdrawn)
        .Add("action-worded", MissionsJson.Default.ActionWorded)
        .Add("plan-adopted", MissionsJson.Default.PlanAdopted)
        .Add("plan-reviewed", MissionsJson.Default.PlanReviewed)
        .Add("assessment-opened", MissionsJson.Default.AssessmentOpened)
        .Add("question-answered", MissionsJson.Default.QuestionAnswered)
        .Add("assessment-completed", MissionsJson.Default.AssessmentCompleted)
        .Add("guidance-assessed", MissionsJson.Default.GuidanceAssessed);
}
