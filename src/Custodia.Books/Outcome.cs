namespace Custodia.Books;

/// <summary>Who gives a command, as the journal names them.</summary>
/// <param name="Name">1 to 64 UTF-8 bytes.</param>
public readonly record struct Actor(string Name);

/// <summary>What became of a command.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>It was taken: its entries are durable.</summary>
    /// <param name="First">Number of its first entry; where it made none, of the entry that would have come next.</param>
    /// <param name="Count">How many entries it made; 0: there was nothing left to record.</param>
    /// <param name="IsRepeat">Whether this is the answer that the same command id had before.</param>
    public sealed record Recorded(long First, int Count, bool IsRepeat) : Outcome;

    /// <summary>It was refused whole; nothing changed.</summary>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : Outcome;

    /// <summary>It was only tried: these facts it would record.</summary>
    public sealed record WouldRecord(IReadOnlyList<Fact> Facts) : Outcome;
}
