namespace Custodia.Books.Access;

/// <summary>
/// The one gate before the books: everything passes it, whichever face it came by, and what it refuses does not happen.
/// Safe on any thread.
/// </summary>
public interface IGate
{
    /// <summary>Lets a caller in under a permission, or says why not.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="permission">What the command or query states.</param>
    /// <param name="now">The moment for which it is asked.</param>
    Answer<Pass> Admit(Caller caller, string permission, DateTimeOffset now);

    /// <summary>What somebody may do by the book alone, whether or not signed in: for who proposed what is now approved.</summary>
    /// <param name="name">Id of the person or device.</param>
    /// <param name="permission">What the command states.</param>
    /// <param name="now">The moment for which it is asked.</param>
    Answer<Pass> PassOf(string name, string permission, DateTimeOffset now);

    /// <summary>
    /// Records that a caller is about to see what is kept in compartments. It returns when that is durable: nobody sees
    /// what is not on the journal as seen.
    /// </summary>
    /// <param name="caller">Who.</param>
    /// <param name="what">Through which query: <c>book/name</c>.</param>
    /// <param name="compartments">The places whose content was opened; not empty.</param>
    void Saw(Caller caller, string what, IReadOnlyCollection<string> compartments);

    /// <summary>Records that a caller was refused, within limits.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="what">What was asked: <c>book/name</c>.</param>
    /// <param name="refusal">Why it was refused.</param>
    void Denied(Caller caller, string what, Refusal refusal);
}

/// <summary>The gate of a node without a book of people: it admits the house alone.</summary>
public sealed class HouseGate : IGate
{
    /// <summary>The gate.</summary>
    public static HouseGate Instance { get; } = new();

    /// <inheritdoc/>
    public Answer<Pass> Admit(Caller caller, string permission, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.IsHouse ? Pass.Everywhere : AccessRefusals.NotAllowed.At(default, permission, caller.Name);
    }

    /// <inheritdoc/>
    public Answer<Pass> PassOf(string name, string permission, DateTimeOffset now) =>
        AccessRefusals.NotAllowed.At(default, permission, name);

    /// <inheritdoc/>
    public void Saw(Caller caller, string what, IReadOnlyCollection<string> compartments)
    {
        // The house keeps no log of itself.
    }

    /// <inheritdoc/>
    public void Denied(Caller caller, string what, Refusal refusal)
    {
        // Nobody but the house is known here, and nothing is kept of others.
    }
}
