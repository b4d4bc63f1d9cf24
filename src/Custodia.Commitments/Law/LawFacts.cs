using System.Text.Json.Serialization;
using Custodia.Books;

namespace Custodia.Commitments.Law;

/// <summary>An act, regulation or standard was recorded.</summary>
public sealed record LawEnacted(EnactLaw Law) : Fact;

/// <summary>An act, regulation or standard ended.</summary>
public sealed record LawRepealed(RepealLaw Repeal) : Fact;

/// <summary>An act, regulation or standard was reviewed.</summary>
public sealed record LawReviewed(ReviewLaw Review) : Fact;

/// <summary>A clause was recorded.</summary>
public sealed record ClauseAdded(AddClause Clause) : Fact;

/// <summary>A clause was amended.</summary>
public sealed record ClauseAmended(AmendClause Amendment) : Fact;

/// <summary>A clause ended.</summary>
public sealed record ClauseEnded(EndClause End) : Fact;

/// <summary>A duty was mapped to a clause.</summary>
public sealed record DutyMapped(MapDuty Mapping) : Fact;

/// <summary>A mapping ended.</summary>
public sealed record DutyUnmapped(UnmapDuty End) : Fact;

/// <summary>An equivalent measure was recorded.</summary>
public sealed record MeasureRecorded(RecordMeasure Measure) : Fact;

/// <summary>An equivalent measure ended.</summary>
public sealed record MeasureEnded(EndMeasure End) : Fact;

/// <summary>A clause was recorded that provides for the regulator's independence.</summary>
public sealed record IndependenceRecorded(RecordIndependence Provision) : Fact;

/// <summary>An entry of this book that was recorded wrongly was taken back.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Reason">Why.</param>
public sealed record LawTakenBack(long Entry, string Reason) : Fact;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(LawEnacted))]
[JsonSerializable(typeof(LawRepealed))]
[JsonSerializable(typeof(LawReviewed))]
[JsonSerializable(typeof(ClauseAdded))]
[JsonSerializable(typeof(ClauseAmended))]
[JsonSerializable(typeof(ClauseEnded))]
[JsonSerializable(typeof(DutyMapped))]
[JsonSerializable(typeof(DutyUnmapped))]
[JsonSerializable(typeof(MeasureRecorded))]
[JsonSerializable(typeof(MeasureEnded))]
[JsonSerializable(typeof(IndependenceRecorded))]
[JsonSerializable(typeof(LawTakenBack))]
internal sealed partial class LawJson : JsonSerializerContext;

/// <summary>The names of the book's facts in the journal: a format.</summary>
public static class LawKinds
{
    /// <summary>The table.</summary>
    public static KindTable Table { get; } = new KindTable()
        .Add("law-enacted", LawJson.Default.LawEnacted)
        .Add("law-repealed", LawJson.Default.LawRepealed)
        .Add("law-reviewed", LawJson.Default.LawReviewed)
        .Add("clause-added", LawJson.Default.ClauseAdded)
        .Add("clause-amended", LawJson.Default.ClauseAmended)
        .Add("clause-ended", LawJson.Default.ClauseEnded)
        .Add("duty-mapped", LawJson.Default.DutyMapped)
        .Add("duty-unmapped", LawJson.Default.DutyUnmapped)
        .Add("measure-recorded", LawJson.Default.MeasureRecorded)
        .Add("measure-ended", LawJson.Default.MeasureEnded)
        .Add("independence-recorded", LawJson.Default.IndependenceRecorded)
        .Add("law-taken-back", LawJson.Default.LawTakenBack);
}
