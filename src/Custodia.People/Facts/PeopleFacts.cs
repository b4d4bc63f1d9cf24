using System.Text.Json.Serialization;
using Custodia.Books;

namespace Custodia.People.Facts;

/// <summary>A fact about a person: it is sealed, so that it can be erased.</summary>
public abstract record PersonalFact : Fact
{
    /// <summary>The compartment of what concerns persons.</summary>
    public const string People = "people";

    /// <inheritdoc/>
    public override string Compartment => People;
}

/// <summary>An organisation was registered; or, with an id that is known, stands as said here from now on.</summary>
public sealed record OrganisationRegistered(Organisation Organisation) : Fact;

/// <summary>A role was adopted; or, with an id that is known, stands as said here from now on.</summary>
public sealed record RoleAdopted(Role Role) : Fact;

/// <summary>A person or device was registered.</summary>
public sealed record HolderRegistered(Holder Holder) : PersonalFact;

/// <summary>Somebody left: all rights end with that day.</summary>
/// <param name="Holder">Who.</param>
/// <param name="LastDay">Last day on which any right holds.</param>
/// <param name="Reason">Why.</param>
public sealed record HolderLeft(string Holder, DateOnly LastDay, string Reason) : PersonalFact;

/// <summary>Somebody was appointed to a role at a place.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Role">Which role.</param>
/// <param name="Place">Where it holds.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, or null.</param>
public sealed record Appointed(string Holder, string Role, string Place, DateOnly From, DateOnly? Until) : PersonalFact;

/// <summary>An appointment or clearance was ended.</summary>
/// <param name="Entry">The entry that gave it.</param>
/// <param name="LastDay">Last day on which it holds.</param>
/// <param name="Reason">Why.</param>
public sealed record GrantEnded(long Entry, DateOnly LastDay, string Reason) : PersonalFact;

/// <summary>Somebody was cleared to read what is kept of a place.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Place">Which place: an MBA, a facility with all of its MBAs, a named compartment, the State.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
public sealed record ClearanceGranted(string Holder, string Place, DateOnly From, DateOnly Until) : PersonalFact;

/// <summary>A certificate of training was recorded.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Course">Which course.</param>
/// <param name="Issued">Day of issue.</param>
/// <param name="ValidUntil">Last day on which it is valid.</param>
/// <param name="Issuer">Who issued it.</param>
public sealed record CertificateRecorded(string Holder, string Course, DateOnly Issued, DateOnly ValidUntil, string Issuer)
    : PersonalFact;

/// <summary>A certificate was withdrawn.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="LastDay">Last day on which it counts.</param>
/// <param name="Reason">Why.</param>
public sealed record CertificateWithdrawn(long Entry, DateOnly LastDay, string Reason) : PersonalFact;

/// <summary>Somebody broke the glass: took, for a short time, the sight of a place that was not theirs.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Place">Of which place.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">Until when (UTC).</param>
public sealed record GlassBroken(string Holder, string Place, string Reason, DateTimeOffset Until) : PersonalFact;

/// <summary>A breaking of the glass was reviewed by somebody else.</summary>
/// <param name="Entry">The entry of the breaking.</param>
/// <param name="WasJustified">Whether it was justified.</param>
/// <param name="Finding">What the review found.</param>
public sealed record GlassReviewed(long Entry, bool WasJustified, string Finding) : PersonalFact;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(OrganisationRegistered))]
[JsonSerializable(typeof(RoleAdopted))]
[JsonSerializable(typeof(HolderRegistered))]
[JsonSerializable(typeof(HolderLeft))]
[JsonSerializable(typeof(PostSet))]
[JsonSerializable(typeof(Appointed))]
[JsonSerializable(typeof(GrantEnded))]
[JsonSerializable(typeof(ClearanceGranted))]
[JsonSerializable(typeof(CertificateRecorded))]
[JsonSerializable(typeof(CertificateWithdrawn))]
[JsonSerializable(typeof(GlassBroken))]
[JsonSerializable(typeof(GlassReviewed))]
[JsonSerializable(typeof(IReadOnlyList<Role>))]
internal sealed partial class PeopleJson : JsonSerializerContext;

/// <summary>The names of the book's facts in the journal: a format.</summary>
public static class PeopleKinds
{
    /// <summary>The table.</summary>
    public static KindTable Table { get; } = new KindTable()
        .Add("organisation-registered", PeopleJson.Default.OrganisationRegistered)
        .Add("role-adopted", PeopleJson.Default.RoleAdopted)
        .Add("holder-registered", PeopleJson.Default.HolderRegistered)
        .Add("holder-left", PeopleJson.Default.HolderLeft)
        .Add("post-set", PeopleJson.Default.PostSet)
        .Add("appointed", PeopleJson.Default.Appointed)
        .Add("grant-ended", PeopleJson.Default.GrantEnded)
        .Add("clearance-granted", PeopleJson.Default.ClearanceGranted)
        .Add("certificate-recorded", PeopleJson.Default.CertificateRecorded)
        .Add("certificate-withdrawn", PeopleJson.Default.CertificateWithdrawn)
        .Add("glass-broken", PeopleJson.Default.GlassBroken)
        .Add("glass-reviewed", PeopleJson.Default.GlassReviewed);
}
