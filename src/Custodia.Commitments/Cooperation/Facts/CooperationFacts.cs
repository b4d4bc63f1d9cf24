using System.Text.Json.Serialization;
using Custodia.Books;

namespace Custodia.Commitments.Cooperation.Facts;

/// <summary>A campaign was announced.</summary>
public sealed record CampaignAnnounced(AnnounceCampaign Campaign) : Fact;

/// <summary>A contribution was recorded.</summary>
public sealed record ContributionRecorded(RecordContribution Contribution) : Fact;

/// <summary>A point of contact was named.</summary>
public sealed record ContactNamed(NameContact Contact) : Fact;

/// <summary>An invitation to a forum was recorded.</summary>
public sealed record ForumRecorded(RecordForum Forum) : Fact;

/// <summary>A request or offer of assistance was recorded.</summary>
public sealed record AssistanceRecorded(RecordAssistance Assistance) : Fact;

/// <summary>A cooperation was recorded.</summary>
public sealed record ActivityRecorded(RecordActivity Activity) : Fact;

/// <summary>A voluntary measure was announced.</summary>
public sealed record MeasureAnnounced(AnnounceMeasure Measure) : Fact;

/// <summary>A description of laws and organisation was published.</summary>
public sealed record FrameworkPublished(PublishFramework Publication) : Fact;

/// <summary>A production of isotopes was recorded.</summary>
public sealed record ProductionRecorded(RecordProduction Production) : Fact;

/// <summary>A use of plutonium was planned.</summary>
public sealed record PlutoniumPlanned(PlanPlutonium Plan) : Fact;

/// <summary>Experts were lent.</summary>
public sealed record ExpertsLent(LendExperts Loan) : Fact;

/// <summary>Something that was recorded went on.</summary>
public sealed record StepRecorded(RecordStep Step) : Fact;

/// <summary>Something that was recorded wrongly was taken back.</summary>
public sealed record CooperationTakenBack(TakeBack Back) : Fact;

/// <summary>Cells of the matrix were filled.</summary>
public sealed record MatrixFilled(FillMatrix Filled) : Fact;

/// <summary>A report went to the 1540 Committee.</summary>
/// <param name="Sent">When and under which number.</param>
/// <param name="Template">Version of the template.</param>
/// <param name="Cells">How many cells said something.</param>
/// <param name="Digest">SHA-256 of the matrix as it was, in the form of <c>matrix-file</c>.</param>
public sealed record MatrixSent(SendMatrix Sent, string Template, int Cells, string Digest) : Fact;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(CampaignAnnounced))]
[JsonSerializable(typeof(ContributionRecorded))]
[JsonSerializable(typeof(ContactNamed))]
[JsonSerializable(typeof(ForumRecorded))]
[JsonSerializable(typeof(AssistanceRecorded))]
[JsonSerializable(typeof(ActivityRecorded))]
[JsonSerializable(typeof(MeasureAnnounced))]
[JsonSerializable(typeof(FrameworkPublished))]
[JsonSerializable(typeof(ProductionRecorded))]
[JsonSerializable(typeof(PlutoniumPlanned))]
[JsonSerializable(typeof(ExpertsLent))]
[JsonSerializable(typeof(StepRecorded))]
[JsonSerializable(typeof(CooperationTakenBack))]
[JsonSerializable(typeof(MatrixFilled))]
[JsonSerializable(typeof(MatrixSent))]
internal sealed partial class CooperationJson : JsonSerializerContext;

/// <summary>The names of the book's facts in the journal: a format.</summary>
public static class CooperationKinds
{
    /// <summary>The table.</summary>
    public static KindTable Table { get; } = new KindTable()
        .Add("campaign-announced", CooperationJson.Default.CampaignAnnounced)
        .Add("contribution-recorded", CooperationJson.Default.ContributionRecorded)
        .Add("contact-named", CooperationJson.Default.ContactNamed)
        .Add("forum-recorded", CooperationJson.Default.ForumRecorded)
        .Add("assistance-recorded", CooperationJson.Default.AssistanceRecorded)
        .Add("activity-recorded", CooperationJson.Default.ActivityRecorded)
        .Add("measure-announced", CooperationJson.Default.MeasureAnnounced)
        .Add("framework-published", CooperationJson.Default.FrameworkPublished)
        .Add("production-recorded", CooperationJson.Default.ProductionRecorded)
        .Add("plutonium-planned", CooperationJson.Default.PlutoniumPlanned)
        .Add("experts-lent", CooperationJson.Default.ExpertsLent)
        .Add("cooperation-step", CooperationJson.Default.StepRecorded)
        .Add("cooperation-taken-back", CooperationJson.Default.CooperationTakenBack)
        .Add("matrix-filled", CooperationJson.Default.MatrixFilled)
        .Add("matrix-sent", CooperationJson.Default.MatrixSent);
}
