namespace Custodia.Books;

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

    /// <summary>It needs a second person, and waits for one.</summary>
    /// <param name="Proposal">Number of the proposal: the entry that made it.</param>
    /// <param name="Expires">Until when it can be approved (UTC).</param>
    /// <param name="IsRepeat">Whether this is the answer that the same command id had before.</param>
    public sealed record Proposed(long Proposal, DateTimeOffset Expires, bool IsRepeat) : Outcome;

    /// <summary>It was only tried: these facts it would record.</summary>
    /// <param name="Facts">The facts.</param>
    /// <param name="NeedsApproval">Whether a second person would have to approve them first.</param>
    public sealed record WouldRecord(IReadOnlyList<Fact> Facts, bool NeedsApproval) : Outcome;
}
