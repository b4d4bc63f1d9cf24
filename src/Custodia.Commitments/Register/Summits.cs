namespace Custodia.Commitments;

/// <summary>Who came for a State.</summary>
public enum Representation
{
    /// <summary>No source of the register says.</summary>
    Unknown,

    /// <summary>Its head of State or government.</summary>
    Leader,

    /// <summary>A minister.</summary>
    Minister,

    /// <summary>An envoy.</summary>
    Envoy,
}

/// <summary>A State at a summit.</summary>
/// <param name="State">Its code.</param>
/// <param name="RepresentedBy">Who came for it.</param>
public sealed record Participant(string State, Representation RepresentedBy);

/// <summary>One Nuclear Security Summit.</summary>
/// <param name="Id">Such as <c>NSS2010</c>.</param>
/// <param name="System">Its term.</param>
/// <param name="Number">First to fourth.</param>
/// <param name="Name">Its name.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="City">City.</param>
/// <param name="Venue">Building.</param>
/// <param name="Host">Code of the State that was host.</param>
/// <param name="HostLeader">Who presided.</param>
/// <param name="Participants">The States.</param>
/// <param name="ParticipantsConfidence">How far their list was checked.</param>
/// <param name="Organisations">Terms of the organisations present.</param>
/// <param name="Documents">Ids of the documents that it made.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record Summit(string Id, string System, int Number, Words Name, DateOnly From, DateOnly To, Words City, Words Venue,
    string Host, Words HostLeader, IReadOnlyList<Participant> Participants, Confidence ParticipantsConfidence,
    IReadOnlyList<string> Organisations, IReadOnlyList<string> Documents, Words Outcome);
