using System.Text.Json.Serialization;

namespace Custodia.Books.Approvals;

/// <summary>A command was proposed: it takes effect when a second person approves it.</summary>
/// <param name="Book">Name of the command's book.</param>
/// <param name="Command">Name of the command.</param>
/// <param name="Place">Where it acts.</param>
/// <param name="InCompartment">The compartment that it concerns, or empty.</param>
/// <param name="Permission">What the second person must hold there.</param>
/// <param name="Expires">From when it can be approved no longer (UTC).</param>
/// <param name="Parts">In how many parts its input stands: this fact has the first.</param>
/// <param name="Input">The first part of its input, as JSON text.</param>
public sealed record CommandProposed(string Book, string Command, string Place, string InCompartment, string Permission,
    DateTimeOffset Expires, int Parts, string Input) : Fact
{
    /// <inheritdoc/>
    public override string Compartment => InCompartment;
}

/// <summary>A further part of a proposal's input: one entry holds only so much.</summary>
/// <param name="Proposal">Entry of the proposal.</param>
/// <param name="InCompartment">Its compartment.</param>
/// <param name="Input">The part, JSON text that goes on where the one before ended.</param>
public sealed record ProposalContinued(long Proposal, string InCompartment, string Input) : Fact
{
    /// <inheritdoc/>
    public override string Compartment => InCompartment;
}

/// <summary>A second person approved a proposal; the entries that follow with the same command id are its effect.</summary>
/// <param name="Proposal">Entry of the proposal.</param>
public sealed record ProposalApproved(long Proposal) : Fact;

/// <summary>A second person rejected a proposal.</summary>
/// <param name="Proposal">Entry of the proposal.</param>
/// <param name="Reason">Why: it may speak of what was proposed.</param>
/// <param name="InCompartment">The compartment of the proposal; of what was written before there was this field, none.</param>
public sealed record ProposalRejected(long Proposal, string Reason, string InCompartment) : Fact
{
    /// <inheritdoc/>
    public override string Compartment => InCompartment;
}

/// <summary>Who made a proposal took it back.</summary>
/// <param name="Proposal">Entry of the proposal.</param>
public sealed record ProposalWithdrawn(long Proposal) : Fact;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(CommandProposed))]
[JsonSerializable(typeof(ProposalContinued))]
[JsonSerializable(typeof(ProposalApproved))]
[JsonSerializable(typeof(ProposalRejected))]
[JsonSerializable(typeof(ProposalWithdrawn))]
internal sealed partial class ApprovalsJson : JsonSerializerContext;
