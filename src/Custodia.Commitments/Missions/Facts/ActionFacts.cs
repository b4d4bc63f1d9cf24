using System.Text.Json.Serialization;
using Custodia.Books;
using Custodia.Commitments.Missions.Commands;

namespace Custodia.Commitments.Missions.Facts;

/// <summary>A step of an action.</summary>
/// <param name="Action">Id of the action.</param>
/// <param name="On">Day of the step.</param>
public abstract record ActionFact(
    [property: JsonPropertyOrder(-2)] string Action, [property: JsonPropertyOrder(-1)] DateOnly On) : Fact;

/// <summary>What the plan says of an action besides.</summary>
/// <param name="Component">Number of the component.</param>
/// <param name="Priority">How soon.</param>
/// <param name="Donor">Who pays or helps.</param>
/// <param name="Measure">Its key indicator.</param>
public sealed record PlanTerms(string Component, ActionPriority Priority, string? Donor, string? Measure);

/// <summary>An action was opened.</summary>
/// <param name="Action">Id of the action.</param>
/// <param name="On">Day.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Reference">The finding, question, version of the plan, or whatever it comes from.</param>
/// <param name="Owner">Who does it.</param>
/// <param name="Due">By when.</param>
/// <param name="Words">What has to be done; null where that is sealed, as what it comes from is.</param>
/// <param name="Plan">What the plan says of it.</param>
public sealed record ActionOpened(string Action, DateOnly On, ActionSource Source, string Reference, string Owner, DateOnly Due,
    string? Words = null, PlanTerms? Plan = null) : ActionFact(Action, On);

/// <summary>An action got another owner or due date.</summary>
/// <param name="Action">Id of the action.</param>
/// <param name="On">Day.</param>
/// <param name="Owner">The new owner, or null.</param>
/// <param name="Due">The new due date, or null.</param>
/// <param name="Words">Why; null where that is sealed.</param>
public sealed record ActionChanged(string Action, DateOnly On, string? Owner, DateOnly? Due, string? Words = null) : ActionFact(Action, On);

/// <summary>An action was reported done.</summary>
/// <param name="Action">Id of the action.</param>
/// <param name="On">Day.</param>
/// <param name="Evidence">What shows it.</param>
public sealed record ActionReported(string Action, DateOnly On, string Evidence) : ActionFact(Action, On);

/// <summary>An action that was reported done was sent back.</summary>
/// <param name="Action">Id of the action.</param>
/// <param name="On">Day.</param>
/// <param name="Words">What is missing; null where that is sealed.</param>
public sealed record ActionSentBack(string Action, DateOnly On, string? Words = null) : ActionFact(Action, On);

/// <summary>An action was verified and closed.</summary>
/// <param name="Action">Id of the action.</param>
/// <param name="On">Day.</param>
/// <param name="Words">How it was verified; null where that is sealed or was not said.</param>
public sealed record ActionClosed(string Action, DateOnly On, string? Words = null) : ActionFact(Action, On);

/// <summary>An action was withdrawn.</summary>
/// <param name="Action">Id of the action.</param>
/// <param name="On">Day.</param>
/// <param name="Words">Why; null where that is sealed.</param>
public sealed record ActionWithdrawn(string Action, DateOnly On, string? Words = null) : ActionFact(Action, On);

/// <summary>What was said at the step of an action that the entries before this one record.</summary>
/// <param name="Action">Id of the action.</param>
/// <param name="Words">What was said.</param>
public sealed record ActionWorded(string Action, string Words) : Fact
{
    /// <inheritdoc/>
    public override string Compartment => MissionsPermissions.Compartment;
}
