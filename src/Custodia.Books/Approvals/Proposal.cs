using System.Text;

namespace Custodia.Books.Approvals;

/// <summary>How a proposal stands.</summary>
public enum ProposalState
{
    /// <summary>It waits for a second person.</summary>
    Open,

    /// <summary>Approved, and in effect.</summary>
    Approved,

    /// <summary>Rejected by a second person.</summary>
    Rejected,

    /// <summary>Taken back by who made it.</summary>
    Withdrawn,

    /// <summary>Nobody approved it in time.</summary>
    Expired,
}

/// <summary>A proposed command, as the approvals book keeps it.</summary>
public sealed class Proposal
{
    private readonly StringBuilder _input;

    internal Proposal(Stamp stamp, CommandProposed fact)
    {
        Stamp = stamp;
        Fact = fact;
        _input = new StringBuilder(fact.Input);
    }

    /// <summary>The entry that proposed it; its number is the proposal's.</summary>
    public Stamp Stamp { get; }

    /// <summary>What was proposed.</summary>
    public CommandProposed Fact { get; }

    /// <summary>The command's input, JSON.</summary>
    public string Input => _input.ToString();

    /// <summary>How many characters the input has.</summary>
    public int InputLength => _input.Length;

    /// <summary>How it ended, and by which entry; null while it did not.</summary>
    public (Stamp Stamp, ProposalState State, string? Reason)? End { get; internal set; }

    /// <summary>How it stands.</summary>
    /// <param name="view">As known at which entry.</param>
    /// <param name="now">The moment by which it may have expired.</param>
    public ProposalState StateAt(View view, DateTimeOffset now) =>
        End is { } end && view.Knows(end.Stamp.Sequence) ? end.State
        : now >= Fact.Expires ? ProposalState.Expired : ProposalState.Open;

    internal void Continue(string input) => _input.Append(input);
}
