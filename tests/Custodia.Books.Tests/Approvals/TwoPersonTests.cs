using Custodia.Books.Access;
using Custodia.Books.Approvals;

namespace Custodia.Books.Tests.Approvals;

public sealed class TwoPersonTests : IDisposable
{
    private readonly TwoPersonJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task What_is_proposed_takes_effect_when_another_approves_it_and_each_is_named_for_what_they_did()
    {
        var proposal = await _journal.Propose("ann");
        Assert.Equal(0, _journal.Total());
        var approved = Assert.IsType<Outcome.Recorded>(await _journal.Give("bob", new Approve(proposal)));
        Assert.Equal((2, 100), (approved.Count, _journal.Total()));
        Assert.Equal([("ann", "command-proposed"), ("bob", "proposal-approved"), ("ann", "counted")],
            Enumerable.Range(0, 3).Select(entry => _journal.Entry(entry)));
        Assert.Equal("approvals.not-open", await _journal.Refusal("bob", new Approve(proposal)));
    }

    [Fact]
    public async Task What_needs_nobody_else_is_recorded_at_once()
    {
        Assert.IsType<Outcome.Recorded>(await _journal.Give("ann", new Count([99])));
        Assert.Equal(99, _journal.Total());
    }

    [Fact]
    public async Task What_would_be_refused_is_not_even_proposed()
    {
        Assert.Equal("tally.below-zero", await _journal.Refusal("ann", new Count([-1, 100])));
        Assert.Equal(0, _journal.Count);
    }

    [Fact]
    public async Task A_trial_says_that_a_second_person_is_needed_and_proposes_nothing()
    {
        var tried = Assert.IsType<Outcome.WouldRecord>(await _journal.Give("ann", new Count([100]), tryOnly: true));
        Assert.True(tried.NeedsApproval);
        Assert.Equal(0, _journal.Count);
    }

    [Fact]
    public async Task Who_may_not_give_the_command_cannot_propose_it()
    {
        Assert.Equal(AccessRefusals.NotAllowed.Code, await _journal.Refusal("eve", new Count([100])));
        Assert.Equal(0, _journal.Count);
    }

    [Fact]
    public async Task A_rejection_keeps_its_reason_and_ends_it()
    {
        var proposal = await _journal.Propose("ann");
        Assert.IsType<Outcome.Recorded>(await _journal.Give("bob", new Reject(proposal, " not now ")));
        var row = Assert.Single(_journal.Proposals("ann", ProposalChoice.All).Rows);
        Assert.Equal((ProposalState.Rejected, "bob", "not now", false), (row.State, row.DecidedBy, row.Reason, row.MayDecide));
        Assert.Equal("approvals.not-open", await _journal.Refusal("bob", new Approve(proposal)));
        Assert.Equal(0, _journal.Total());
    }

    [Fact]
    public async Task Why_it_was_rejected_is_kept_where_what_was_proposed_is()
    {
        var proposal = await _journal.Propose("ann", compartment: "A");
        Assert.IsType<Outcome.Recorded>(await _journal.Give("bob", new Reject(proposal, "one too many of batch 7")));
        Assert.Equal("A", _journal.CompartmentOf(_journal.Count - 1));
        _journal.Gate.NotCleared.Add(("bob", "compartment:A"));
        var row = Assert.Single(_journal.Proposals("bob", ProposalChoice.All).Rows);
        Assert.Equal((ProposalState.Rejected, null, null), (row.State, row.Reason, row.Input));
    }

    [Fact]
    public async Task Whoever_tries_an_approval_sees_what_was_proposed_and_that_is_noted()
    {
        var proposal = await _journal.Propose("ann", compartment: "A");
        Assert.IsType<Outcome.WouldRecord>(await _journal.Give("bob", new Approve(proposal), tryOnly: true));
        Assert.Equal([("bob", "approvals/approve", "compartment:A")], _journal.Gate.Seen);
    }

    [Fact]
    public async Task What_its_proposer_took_back_cannot_be_approved()
    {
        var proposal = await _journal.Propose("clerk");
        Assert.IsType<Outcome.Recorded>(await _journal.Give("clerk", new Withdraw(proposal)));
        Assert.Equal("approvals.not-open", await _journal.Refusal("bob", new Approve(proposal)));
        Assert.Equal("approvals.not-open", await _journal.Refusal("clerk", new Withdraw(proposal)));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public async Task It_can_be_approved_for_fourteen_days(int seconds, bool isTaken)
    {
        var proposal = await _journal.Propose("ann");
        _journal.Now = TwoPersonJournal.Noon.AddDays(14).AddSeconds(seconds);
        var outcome = await _journal.Give("bob", new Approve(proposal));
        Assert.Equal(isTaken, outcome is Outcome.Recorded);
        Assert.Equal(isTaken ? ProposalState.Approved : ProposalState.Expired,
            Assert.Single(_journal.Proposals("ann", ProposalChoice.All).Rows).State);
    }

    [Fact]
    public async Task What_the_books_no_longer_allow_is_refused_when_it_is_approved_and_stays_open()
    {
        await _journal.Give("clerk", new Count([50]));
        // Down by 40, up by 100: from 50 it never falls below zero.
        var proposal = Assert.IsType<Outcome.Proposed>(await _journal.Give("ann", new Count([-40, 100]))).Proposal;
        await _journal.Give("clerk", new Count([-20]));
        var count = _journal.Count;
        Assert.Equal("tally.below-zero", await _journal.Refusal("bob", new Approve(proposal)));
        Assert.Equal((count, 30), (_journal.Count, _journal.Total()));
        await _journal.Give("clerk", new Count([10]));
        Assert.IsType<Outcome.Recorded>(await _journal.Give("bob", new Approve(proposal)));
        Assert.Equal(100, _journal.Total());
    }

    [Fact]
    public async Task A_repeated_command_id_has_the_first_answer_for_the_proposal_and_for_the_approval()
    {
        var (proposing, approving) = (Guid.NewGuid(), Guid.NewGuid());
        var first = Assert.IsType<Outcome.Proposed>(await _journal.Give("ann", new Count([100]), proposing));
        var again = Assert.IsType<Outcome.Proposed>(await _journal.Give("ann", new Count([100]), proposing));
        Assert.Equal((first.Proposal, true), (again.Proposal, again.IsRepeat));
        var approved = Assert.IsType<Outcome.Recorded>(await _journal.Give("bob", new Approve(first.Proposal), approving));
        var repeated = Assert.IsType<Outcome.Recorded>(await _journal.Give("bob", new Approve(first.Proposal), approving));
        Assert.Equal((approved.First, approved.Count, true), (repeated.First, repeated.Count, repeated.IsRepeat));
        Assert.Equal((3L, 100), (_journal.Count, _journal.Total()));
    }

    [Fact]
    public async Task A_restart_between_proposing_and_approving_changes_nothing()
    {
        var proposal = await _journal.Propose("ann");
        _journal.Restart();
        Assert.Equal("approvals.own-proposal", await _journal.Refusal("ann", new Approve(proposal)));
        Assert.IsType<Outcome.Recorded>(await _journal.Give("bob", new Approve(proposal)));
        _journal.Restart();
        Assert.Equal(100, _journal.Total());
        Assert.Equal(ProposalState.Approved, Assert.Single(_journal.Proposals("bob", ProposalChoice.All).Rows).State);
    }

    [Theory]
    [InlineData(7_000)]
    [InlineData(20_000)]
    public async Task A_proposal_of_any_length_is_kept_in_parts_and_approved_whole(int numbers)
    {
        int[] many = [100, .. Enumerable.Repeat(1, numbers)];
        var proposal = Assert.IsType<Outcome.Proposed>(await _journal.Give("ann", new CountTwice(["", ""], 100, many))).Proposal;
        Assert.True(_journal.Count > 1);
        _journal.Restart();
        Assert.IsType<Outcome.Recorded>(await _journal.Give("bob", new Approve(proposal)));
        Assert.Equal(100, _journal.Total());
    }

    [Fact]
    public async Task The_list_shows_each_what_is_theirs_to_decide_and_withholds_what_they_are_not_cleared_for()
    {
        await _journal.Propose("ann", compartment: "A");
        await _journal.Propose("clerk");
        _journal.Gate.NotCleared.Add(("bob", "compartment:A"));
        Assert.Equal([1L], _journal.Proposals("ann", ProposalChoice.Mine).Rows.Select(row => row.Number));
        Assert.Equal([1L, 0L], _journal.Proposals("bob", ProposalChoice.Mine).Rows.Select(row => row.Number));
        Assert.Equal([true, false], _journal.Proposals("bob", ProposalChoice.Open).Rows.Select(row => row.Input is not null));
        Assert.Equal([1L], _journal.Proposals("clerk", ProposalChoice.All).Rows.Select(row => row.Number));
        Assert.Empty(_journal.Proposals("eve", ProposalChoice.All).Rows);
    }
}
