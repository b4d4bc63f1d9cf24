namespace Custodia.Books;

/// <summary>What a decision may know besides the books and the command.</summary>
/// <param name="Now">When the entries will be recorded (UTC); the only clock a rule sees.</param>
/// <param name="Actor">Who gives the command; of an approved one, who proposed it.</param>
/// <param name="Approver">Who approves it as the second person, or null.</param>
public readonly record struct DecisionContext(DateTimeOffset Now, string Actor, string? Approver = null)
{
    /// <summary>The day of <see cref="Now"/> in UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);
}

/// <summary>What a book decides on a command: the facts to record, or why not.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>The command is taken; these facts are recorded together, in this order. None: there was nothing left to record.</summary>
    public sealed record Accepted(IReadOnlyList<Fact> Facts) : Decision;

    /// <summary>The command is refused whole.</summary>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : Decision;

    /// <summary>Takes the command with these facts.</summary>
    public static Decision Accept(params IReadOnlyList<Fact> facts) => new Accepted(facts);

    /// <summary>Refuses the command.</summary>
    public static Decision Refuse(params IReadOnlyList<Refusal> refusals) => new Refused(refusals);
}
