using System.Text.Json.Serialization;
using Custodia.Books;
using Custodia.Commitments.Documents;
using Custodia.Commitments.Statements;

namespace Custodia.Commitments.Facts;

/// <summary>The State did something with an instrument.</summary>
public sealed record ActRecorded(RecordAct Act) : Fact;

/// <summary>An act that was recorded wrongly was taken back.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="Reason">Why.</param>
public sealed record ActTakenBack(long Entry, string Reason) : Fact;

/// <summary>The State's profile was set.</summary>
public sealed record ProfileSet(SetProfile Profile) : Fact;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ActRecorded))]
[JsonSerializable(typeof(ActTakenBack))]
[JsonSerializable(typeof(ProfileSet))]
[JsonSerializable(typeof(ReportPublished))]
[JsonSerializable(typeof(PublicationWithdrawn))]
[JsonSerializable(typeof(AttestationRecorded))]
[JsonSerializable(typeof(AssertionRecorded))]
[JsonSerializable(typeof(StatementWithdrawn))]
[JsonSerializable(typeof(ThresholdSet))]
[JsonSerializable(typeof(ApplicabilitySet))]
[JsonSerializable(typeof(TargetSet))]
[JsonSerializable(typeof(DocumentKept))]
[JsonSerializable(typeof(ParagraphKept))]
[JsonSerializable(typeof(CommitmentAdded))]
[JsonSerializable(typeof(CommitmentEnded))]
internal sealed partial class CommitmentsJson : JsonSerializerContext;

/// <summary>The names of the book's facts in the journal: a format.</summary>
public static class CommitmentsKinds
{
    /// <summary>The table.</summary>
    public static KindTable Table { get; } = new KindTable()
        .Add("act-recorded", CommitmentsJson.Default.ActRecorded)
        .Add("act-taken-back", CommitmentsJson.Default.ActTakenBack)
        .Add("profile-set", CommitmentsJson.Default.ProfileSet)
        .Add("attestation-recorded", CommitmentsJson.Default.AttestationRecorded)
        .Add("assertion-recorded", CommitmentsJson.Default.AssertionRecorded)
        .Add("statement-withdrawn", CommitmentsJson.Default.StatementWithdrawn)
        .Add("threshold-set", CommitmentsJson.Default.ThresholdSet)
        .Add("applicability-set", CommitmentsJson.Default.ApplicabilitySet)
        .Add("target-set", CommitmentsJson.Default.TargetSet)
        .Add("document-kept", CommitmentsJson.Default.DocumentKept)
        .Add("paragraph-kept", CommitmentsJson.Default.ParagraphKept)
        .Add("commitment-added", CommitmentsJson.Default.CommitmentAdded)
        .Add("commitment-ended", CommitmentsJson.Default.CommitmentEnded)
        .Add("report-published", CommitmentsJson.Default.ReportPublished)
        .Add("publication-withdrawn", CommitmentsJson.Default.PublicationWithdrawn);
}
