using System.Text.Json;
using Custodia.Books.Access;

namespace Custodia.Books.Approvals;

/// <summary>
/// The two-person rule: a command that needs a second person is decided, and if nothing is wrong with it, proposed instead
/// of recorded. Another person who holds the right to approve it there decides; approved, it is decided anew, as given by
/// who proposed it, on the books as they stand then.
/// </summary>
internal sealed class TwoPersonRule(ApprovalsBook approvals, IReadOnlyDictionary<string, Book> books, IGate gate, PlaceTree places)
{
    /// <summary>How long a proposal waits.</summary>
    public static readonly TimeSpan OpenFor = TimeSpan.FromDays(14);

    /// <summary>Most characters of the input in one entry: four bytes each at worst stay within an entry.</summary>
    private const int PartLength = 12_000;

    /// <summary>The facts that propose a command; or why it cannot be proposed.</summary>
    public Decision Propose(Book book, CommandDefinition definition, object command, long sequence, DateTimeOffset now)
    {
        var targets = definition.TargetsOf(book, command).Distinct().ToList();
        if (targets.Count != 1)
            return Decision.Refuse(ApprovalsRefusals.OnePlace.At(default, "1", string.Join(", ", targets.Select(t => t.Name))));
        var target = targets[0];
        var compartment = target.IsCompartment ? target.Name : "";
        var json = JsonSerializer.Serialize(command, definition.Input, FaceJson.Options);
        var parts = json.Chunk(PartLength).Select(part => new string(part)).ToList();
        var place = target.IsCompartment ? places.PlaceOf(target.Name) : target.Name;
        return Decision.Accept(
        [
            new CommandProposed(book.Name, definition.Name, place, compartment, definition.ApprovalPermission!,
                now + OpenFor, parts.Count, parts[0]),
            .. parts.Skip(1).Select(part => new ProposalContinued(sequence, compartment, part)),
        ]);
    }

    /// <summary>Reads the command that a proposal holds.</summary>
    public (Book Book, CommandDefinition Definition, object Command) Read(Proposal proposal)
    {
        var book = books[proposal.Fact.Book];
        var definition = book.Catalogue.Commands.Single(command => command.Name == proposal.Fact.Command);
        var command = JsonSerializer.Deserialize(proposal.Input, definition.Input, FaceJson.Options)
            ?? throw new JsonException("A proposal without input.");
        return (book, definition, command);
    }

    /// <summary>Whether a caller may approve or reject a proposal; the refusal if not.</summary>
    /// <param name="number">Which.</param>
    /// <param name="reader">Through whose eyes: what an approval tries or refuses shows what was proposed.</param>
    public Refusal? Check(long number, Reader reader)
    {
        var caller = reader.Caller;
        if (!approvals.All.TryGetValue(number, out var proposal))
            return ApprovalsRefusals.Unknown.In("proposal", found: $"{number}");
        if (proposal.Stamp.Actor == caller.Name)
            return ApprovalsRefusals.OwnProposal.In("proposal", found: $"{number}");
        // Who may not decide on it is not told that it is there.
        if (!reader.May(proposal.Fact.Permission, proposal.Fact.Place))
            return ApprovalsRefusals.Unknown.In("proposal", found: $"{number}");
        return reader.Of(proposal.Fact.InCompartment, proposal.Fact.Permission) == Visibility.Open
            ? null
            : AccessRefusals.Withheld.In("proposal", found: proposal.Fact.Place);
    }

    /// <summary>Whether a caller who is limited to some permissions could have made the proposal; the refusal if not.</summary>
    public Refusal? CheckWithdrawal(long number, Caller caller) =>
        caller.Only is { } only && approvals.All.TryGetValue(number, out var proposal) && proposal.Stamp.Actor == caller.Name
        && !only.Contains(Read(proposal).Definition.Permission)
            ? AccessRefusals.NotAllowed.In("proposal", found: $"{number}")
            : null;

    /// <summary>Whether who proposed it still may; the refusal if not.</summary>
    public Refusal? CheckProposer(Proposal proposal, CommandDefinition definition, DateTimeOffset now)
    {
        var pass = gate.PassOf(proposal.Stamp.Actor, definition.Permission, now);
        return pass.IsGiven && pass.Value.Covers(proposal.Fact.Place)
            && (proposal.Fact.InCompartment.Length == 0 || pass.Value.IsClearedFor(proposal.Fact.Place))
            ? null
            : ApprovalsRefusals.ProposerNotAllowed.In("proposal", found: proposal.Stamp.Actor);
    }

    public static Decision Decide(ApprovalsBook book, Approve command, DecisionContext context) =>
        CheckOpen(book, command.Proposal, context) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.Accept(new ProposalApproved(command.Proposal));

    public static Decision Decide(ApprovalsBook book, Reject command, DecisionContext context)
    {
        if (CheckOpen(book, command.Proposal, context) is { } refusal)
            return Decision.Refuse(refusal);
        return GivenText.IsTaken(command.Reason, GivenText.MaxReason, hasLines: true)
            ? Decision.Accept(new ProposalRejected(command.Proposal, command.Reason.Trim(), book.All[command.Proposal].Fact.InCompartment))
            : Decision.Refuse(ApprovalsRefusals.ReasonMissing.In("reason", $"1 – {GivenText.MaxReason}", $"{command.Reason?.Length ?? 0}"));
    }

    public static Decision Decide(ApprovalsBook book, Withdraw command, DecisionContext context)
    {
        if (!book.All.TryGetValue(command.Proposal, out var proposal) || proposal.Stamp.Actor != context.Actor)
            return Decision.Refuse(ApprovalsRefusals.NotYours.In("proposal", found: $"{command.Proposal}"));
        return CheckOpen(book, command.Proposal, context) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.Accept(new ProposalWithdrawn(command.Proposal));
    }

    private static Refusal? CheckOpen(ApprovalsBook book, long number, DecisionContext context)
    {
        if (!book.All.TryGetValue(number, out var proposal))
            return ApprovalsRefusals.Unknown.In("proposal", found: $"{number}");
        var state = proposal.StateAt(View.Everything, context.Now);
        return state == ProposalState.Open
            ? null
            : ApprovalsRefusals.NotOpen.In("proposal", nameof(ProposalState.Open), state.ToString());
    }
}
