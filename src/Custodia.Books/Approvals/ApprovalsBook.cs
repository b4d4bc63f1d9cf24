using Custodia.Books.Access;

namespace Custodia.Books.Approvals;

/// <summary>Approves a proposal: it takes effect at once, or is refused as its command would be.</summary>
public sealed record Approve([property: Meaning("Number of the proposal", "提案編號")] long Proposal);

/// <summary>Rejects a proposal.</summary>
public sealed record Reject(
    [property: Meaning("Number of the proposal", "提案編號")] long Proposal,
    [property: Meaning("Why", "理由")] string Reason);

/// <summary>Takes one's own proposal back.</summary>
public sealed record Withdraw([property: Meaning("Number of the proposal", "提案編號")] long Proposal);

/// <summary>
/// The book of approvals (核可): commands that wait for a second person, and what became of them. The rule itself is
/// <see cref="TwoPersonRule"/>.
/// </summary>
public sealed class ApprovalsBook : Book
{
    private readonly SortedDictionary<long, Proposal> _proposals = [];

    /// <inheritdoc/>
    public override string Name => "approvals";

    /// <inheritdoc/>
    public override KindTable Kinds { get; } = new KindTable()
        .Add("command-proposed", ApprovalsJson.Default.CommandProposed)
        .Add("proposal-continued", ApprovalsJson.Default.ProposalContinued)
        .Add("proposal-approved", ApprovalsJson.Default.ProposalApproved)
        .Add("proposal-rejected", ApprovalsJson.Default.ProposalRejected, first =>
        {
            first["inCompartment"] = "";
            return first;
        })
        .Add("proposal-withdrawn", ApprovalsJson.Default.ProposalWithdrawn);

    /// <inheritdoc/>
    public override string ReadPermission => "approvals.read";

    /// <inheritdoc/>
    public override Catalogue Catalogue => ApprovalsCatalogue.Instance;

    /// <summary>The proposals, by number.</summary>
    internal IReadOnlyDictionary<long, Proposal> All => _proposals;

    /// <summary>The newest first.</summary>
    internal IEnumerable<Proposal> NewestFirst => _proposals.Values.Reverse();

    /// <summary>The one of a number, if there is one.</summary>
    internal IEnumerable<Proposal> Numbered(long number) => _proposals.TryGetValue(number, out var found) ? [found] : [];

    /// <inheritdoc/>
    protected override void Apply(in Stamp stamp, Fact fact)
    {
        switch (fact)
        {
            case CommandProposed proposed:
                _proposals.Add(stamp.Sequence, new Proposal(stamp, proposed));
                break;
            case ProposalContinued continued when _proposals.TryGetValue(continued.Proposal, out var proposal):
                proposal.Continue(continued.Input);
                break;
            case ProposalApproved approved:
                End(approved.Proposal, stamp, ProposalState.Approved, null);
                break;
            case ProposalRejected rejected:
                End(rejected.Proposal, stamp, ProposalState.Rejected, rejected.Reason);
                break;
            case ProposalWithdrawn withdrawn:
                End(withdrawn.Proposal, stamp, ProposalState.Withdrawn, null);
                break;
            case Withheld:
                break;
            default:
                throw new InvalidOperationException($"The approvals book has no fold for {fact.GetType().Name}.");
        }
    }

    // A proposal whose compartment was erased is not here any more; that it ended changes nothing.
    private void End(long number, in Stamp stamp, ProposalState state, string? reason)
    {
        if (_proposals.TryGetValue(number, out var proposal))
            proposal.End = (stamp, state, reason);
    }
}

/// <summary>The commands and queries of the book of approvals.</summary>
public static class ApprovalsCatalogue
{
    /// <summary>The catalogue.</summary>
    public static Catalogue Instance { get; } = new Catalogue()
        .Command<ApprovalsBook, Approve>("approve", Places.SignedIn,
            new("Approve a proposal: it takes effect.", "核可提案，即時生效。"), TwoPersonRule.Decide, Target.None)
        .Command<ApprovalsBook, Reject>("reject", Places.SignedIn,
            new("Reject a proposal, with the reason.", "駁回提案並敘明理由。"), TwoPersonRule.Decide, Target.None)
        .Command<ApprovalsBook, Withdraw>("withdraw", Places.SignedIn,
            new("Take back your own proposal.", "撤回本人之提案。"), TwoPersonRule.Decide, Target.None)
        .Query<ApprovalsBook, ProposalsQuery, ProposalList>("proposals", Places.SignedIn,
            new("Proposals of yours, and those that you may decide on.", "本人之提案與得由本人決定之提案。"),
            Proposals.Ask, Target.None);
}
