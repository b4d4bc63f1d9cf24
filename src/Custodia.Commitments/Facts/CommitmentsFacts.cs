using System.Text.Json.Serialization;
using Custodia.Books;

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
internal sealed partial class CommitmentsJson : JsonSerializerContext;

/// <summary>The names of the book's facts in the journal: a format.</summary>
public static class CommitmentsKinds
{
    /// <summary>The table.</summary>
    public static KindTable Table { get; } = new KindTable()
        .Add("act-recorded", CommitmentsJson.Default.ActRecorded)
        .Add("act-taken-back", CommitmentsJson.Default.ActTakenBack)
        .Add("profile-set", CommitmentsJson.Default.ProfileSet)
        .Add("report-published", CommitmentsJson.Default.ReportPublished)
        .Add("publication-withdrawn", CommitmentsJson.Default.PublicationWithdrawn);
}
