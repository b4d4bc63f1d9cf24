using Custodia.Books;
using Custodia.Books.Access;

namespace Custodia.People;

/// <summary>The gate by the book of people: deny by default. Safe on any thread.</summary>
/// <param name="book">The book.</param>
/// <param name="places">Which place lies in which.</param>
/// <param name="isAlive">Whether a caller's session or token still stands.</param>
/// <param name="log">Where sights and denials are recorded.</param>
public sealed class PeopleGate(PeopleBook book, PlaceTree places, Func<Caller, bool> isAlive, IAccessLog log) : IGate
{
    /// <inheritdoc/>
    public Answer<Pass> Admit(Caller caller, string permission, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (caller.IsHouse)
            return Pass.Everywhere;
        if (!isAlive(caller))
            return AccessRefusals.SignInRequired.At(default);
        return caller.Only is { } only && permission != Places.SignedIn && !only.Contains(permission)
            ? AccessRefusals.NotAllowed.At(default, permission)
            : PassOf(caller.Name, permission, now);
    }

    /// <inheritdoc/>
    public Answer<Pass> PassOf(string name, string permission, DateTimeOffset now) =>
        Node.Ask(book, found => Rights.PassOf(found, name, permission, now, places));

    /// <inheritdoc/>
    public void Saw(Caller caller, string what, IReadOnlyCollection<string> compartments)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!caller.IsHouse)
            log.Saw(caller, what, compartments);
    }

    /// <inheritdoc/>
    public void Denied(Caller caller, string what, Refusal refusal) => log.Denied(caller, what, refusal);
}

/// <summary>Where the gate records who saw what, and who was refused.</summary>
public interface IAccessLog
{
    /// <summary>Records a sight; returns when it is durable.</summary>
    void Saw(Caller caller, string what, IReadOnlyCollection<string> places);

    /// <summary>Records a denial, within limits.</summary>
    void Denied(Caller caller, string what, Refusal refusal);
}
