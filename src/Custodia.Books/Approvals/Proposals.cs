using Custodia.Books.Access;

namespace Custodia.Books.Approvals;

/// <summary>Which proposals.</summary>
public enum ProposalChoice
{
    /// <summary>Those that wait for the one who asks.</summary>
    Mine,

    /// <summary>All open ones that one may see.</summary>
    Open,

    /// <summary>All that one may see.</summary>
    All,
}

/// <summary>Asks for proposals.</summary>
public sealed record ProposalsQuery(
    [property: Meaning("Which: mine (to decide), open, all", "範圍：mine（待本人決定）、open、all")] ProposalChoice Which = ProposalChoice.Open,
    [property: Meaning("Rows on a page, at most 5,000; 0: only how many there are", "每頁列數，最多 5,000；0 則僅計數")] int Size = 100,
    [property: Meaning("Page, from 1", "頁碼，自 1 起")] int Page = 1,
    [property: Meaning("Only the proposal of this number", "僅此編號之提案")] long? Proposal = null);

/// <summary>Proposals, the newest first.</summary>
/// <param name="Total">How many there are of those that were asked for.</param>
/// <param name="Rows">Those of the page.</param>
public sealed record ProposalList(int Total, IReadOnlyList<ProposalRow> Rows);

/// <summary>A proposal.</summary>
/// <param name="Number">Its number: the entry that made it.</param>
/// <param name="Book">Book of the command.</param>
/// <param name="Command">Name of the command.</param>
/// <param name="Place">Where it acts.</param>
/// <param name="ProposedBy">Who proposed it.</param>
/// <param name="ProposedAt">When (UTC).</param>
/// <param name="Expires">Until when it can be approved (UTC).</param>
/// <param name="State">How it stands.</param>
/// <param name="DecidedBy">Who ended it.</param>
/// <param name="Reason">Why it was rejected; absent where it is withheld.</param>
/// <param name="MayDecide">Whether the one who asks may approve or reject it.</param>
/// <param name="Input">The command's input, JSON; absent where it is withheld.</param>
public sealed record ProposalRow(long Number, string Book, string Command, string Place, string ProposedBy,
    DateTimeOffset ProposedAt, DateTimeOffset Expires, ProposalState State, string? DecidedBy, string? Reason,
    bool MayDecide, string? Input);

/// <summary>Answers questions on proposals.</summary>
internal static class Proposals
{
    private const int MaxSize = 5_000;

    public static Answer<ProposalList> Ask(ApprovalsBook book, ProposalsQuery query, View view)
    {
        if (query.Page < 1 || query.Size is < 0 or > MaxSize)
            return Faces.InputRefusals.Malformed.In("size", $"0 – {MaxSize}", $"{query.Page}, {query.Size}");
        if (view.Reader is not { } reader)
            throw new InvalidOperationException("Proposals are shown to somebody.");
        var rows = new List<ProposalRow>();
        var (total, skip) = (0, (query.Page - 1L) * query.Size);
        foreach (var proposal in query.Proposal is { } number ? book.Numbered(number) : book.NewestFirst)
        {
            if (!view.Knows(proposal.Stamp.Sequence) || !IsShown(proposal, query.Which, reader, view))
                continue;
            if (total >= skip && rows.Count < query.Size)
                rows.Add(Row(proposal, reader, view));
            total++;
        }

        return new ProposalList(total, rows);
    }

    private static bool IsShown(Proposal proposal, ProposalChoice which, Reader reader, View view)
    {
        var isOpen = proposal.StateAt(view, reader.Now) == ProposalState.Open;
        return which switch
        {
            ProposalChoice.Mine => isOpen && MayDecide(proposal, reader),
            ProposalChoice.Open => isOpen && MaySee(proposal, reader),
            ProposalChoice.All => MaySee(proposal, reader),
            _ => throw new ArgumentOutOfRangeException(nameof(which)),
        };
    }

    private static bool MaySee(Proposal proposal, Reader reader) =>
        proposal.Stamp.Actor == reader.Caller.Name || reader.May(proposal.Fact.Permission, proposal.Fact.Place);

    private static bool MayDecide(Proposal proposal, Reader reader) =>
        proposal.Stamp.Actor != reader.Caller.Name && reader.May(proposal.Fact.Permission, proposal.Fact.Place);

    private static ProposalRow Row(Proposal proposal, Reader reader, View view)
    {
        var (fact, stamp) = (proposal.Fact, proposal.Stamp);
        var state = proposal.StateAt(view, reader.Now);
        var end = state is ProposalState.Open or ProposalState.Expired ? null : proposal.End;
        // Who proposed it knows what was proposed; another person needs the clearance as well.
        var isOpen = !reader.IsErased(fact.InCompartment)
            && (stamp.Actor == reader.Caller.Name || reader.Of(fact.InCompartment, fact.Permission) == Visibility.Open);
        return new ProposalRow(stamp.Sequence, fact.Book, fact.Command, fact.Place, stamp.Actor, stamp.RecordedAt, fact.Expires,
            state, end?.Stamp.Actor, isOpen ? end?.Reason : null, state == ProposalState.Open && MayDecide(proposal, reader),
            isOpen ? proposal.Input : null);
    }
}
