using Custodia.Books.Access;
using Custodia.Books.Approvals;

namespace Custodia.Books.Tests.Approvals;

/// <summary>Each refusal of the two-person rule, by the input that produces it.</summary>
public sealed class RefusalTests : IDisposable
{
    private static readonly Dictionary<string, Func<TwoPersonJournal, Task<(string Who, object Command)>>> Cases = new()
    {
        ["unknown"] = async j => ("clerk", new Approve(await j.Propose("ann"))),
        ["not-open"] = Withdrawn,
        ["own-proposal"] = async j => ("ann", new Reject(await j.Propose("ann"), "mine")),
        ["not-yours"] = async j => ("bob", new Withdraw(await j.Propose("ann"))),
        ["reason-missing"] = async j => ("bob", new Reject(await j.Propose("ann"), " ")),
        ["one-place"] = _ => Task.FromResult(("ann", (object)new CountTwice(["A", "B"], 100))),
        ["proposer-not-allowed"] = Dismissed,
    };

    private readonly TwoPersonJournal _journal = new();

    public static TheoryData<string> Codes => [.. Cases.Keys];

    public void Dispose() => _journal.Dispose();

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Is_produced_by_a_bad_variant_of_a_good_command(string code)
    {
        var (who, command) = await Cases[code](_journal);
        var count = _journal.Count;
        Assert.Equal("approvals." + code, await _journal.Refusal(who, command));
        Assert.Equal(count, _journal.Count);
    }

    [Fact]
    public void Every_code_has_a_case_and_both_languages()
    {
        var codes = RefusalCatalogue.Of(typeof(ApprovalsRefusals));
        Assert.Equal(codes.Select(code => code.Code).Order(StringComparer.Ordinal),
            Cases.Keys.Select(code => "approvals." + code).Order(StringComparer.Ordinal));
        Assert.All(codes, code => Assert.All((string[])[code.Message.En, code.Message.Zh, code.Remedy.En, code.Remedy.Zh],
            text => Assert.False(string.IsNullOrWhiteSpace(text))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(long.MaxValue)]
    [InlineData(-1)]
    public async Task A_number_that_is_no_proposal_is_as_unknown_as_one_that_is_not_for_the_asker(long number)
    {
        await _journal.Propose("ann", 1_000);
        var none = number == 0 ? 99 : number;
        Assert.Equal("approvals.unknown", await _journal.Refusal("clerk", new Approve(none)));
        Assert.Equal("approvals.unknown", await _journal.Refusal("clerk", new Reject(none, "no")));
        Assert.Equal("approvals.unknown", await _journal.Refusal("clerk", new Approve(0)));
        Assert.Equal("approvals.not-yours", await _journal.Refusal("clerk", new Withdraw(none)));
        Assert.Equal("approvals.not-yours", await _journal.Refusal("clerk", new Withdraw(0)));
    }

    [Fact]
    public async Task Who_is_not_cleared_for_what_was_proposed_does_not_decide_on_it()
    {
        var proposal = await _journal.Propose("ann", compartment: "A");
        _journal.Gate.NotCleared.Add(("bob", "compartment:A"));
        Assert.Equal(AccessRefusals.Withheld.Code, await _journal.Refusal("bob", new Approve(proposal)));
        Assert.Equal(AccessRefusals.Withheld.Code, await _journal.Refusal("bob", new Reject(proposal, "no")));
    }

    private static async Task<(string, object)> Withdrawn(TwoPersonJournal journal)
    {
        var proposal = await journal.Propose("ann");
        Assert.IsType<Outcome.Recorded>(await journal.Give("ann", new Withdraw(proposal)));
        return ("bob", new Approve(proposal));
    }

    private static async Task<(string, object)> Dismissed(TwoPersonJournal journal)
    {
        var proposal = await journal.Propose("ann");
        journal.Gate.Rights.Remove(("ann", "tally.count"));
        return ("bob", new Approve(proposal));
    }
}
