using System.Text.Json.Serialization;
using Custodia.Books;
using Custodia.Books.Access;

namespace Custodia.People.Access;

/// <summary>Somebody saw what is kept of places: recorded before it was shown, once an hour for each query and place.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Via">How the caller came in.</param>
/// <param name="What">Through which query: <c>book/name</c>.</param>
/// <param name="Places">The places whose content was opened.</param>
public sealed record ContentSeen(string Holder, CallerVia Via, string What, IReadOnlyList<string> Places) : Fact;

/// <summary>Somebody was refused for want of a right.</summary>
/// <param name="Holder">Who; empty: nobody was signed in, or several together.</param>
/// <param name="What">What was asked; <c>*</c>: several together.</param>
/// <param name="Code">Code of the refusal; <c>*</c>: several together.</param>
/// <param name="Count">How often, since the last such entry.</param>
public sealed record AccessDenied(string Holder, string What, string Code, int Count) : Fact;

/// <summary>What happens at the door.</summary>
public enum DoorEvent
{
    /// <summary>Signed in.</summary>
    SignedIn,

    /// <summary>Signed out.</summary>
    SignedOut,

    /// <summary>A sign-in failed: wrong name, password, code or token.</summary>
    SignInFailed,

    /// <summary>Too many failures: locked for a time.</summary>
    LockedOut,

    /// <summary>A session was revoked.</summary>
    SessionRevoked,

    /// <summary>The password was changed.</summary>
    PasswordChanged,

    /// <summary>The second factor was set, changed or removed.</summary>
    SecondFactorChanged,

    /// <summary>A passkey was added or removed.</summary>
    PasskeysChanged,

    /// <summary>An API token was made.</summary>
    TokenMade,

    /// <summary>An API token was revoked.</summary>
    TokenRevoked,

    /// <summary>A client certificate was registered or removed.</summary>
    CertificateChanged,

    /// <summary>A one-time code for enrolment was made.</summary>
    EnrolmentMade,

    /// <summary>Enrolled with a one-time code.</summary>
    Enrolled,
}

/// <summary>Something happened at the door. Never a secret, nor a name that was typed and is not known.</summary>
/// <param name="Event">What.</param>
/// <param name="Holder">Whom it concerns; empty: nobody known, or several together.</param>
/// <param name="By">Who did it, where that is somebody else.</param>
/// <param name="Count">How often, since the last such entry.</param>
public sealed record DoorUsed(DoorEvent Event, string Holder, string? By, int Count) : Fact;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ContentSeen))]
[JsonSerializable(typeof(AccessDenied))]
[JsonSerializable(typeof(DoorUsed))]
internal sealed partial class AccessJson : JsonSerializerContext;
