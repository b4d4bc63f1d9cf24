using Custodia.Books.Approvals;
using Custodia.Testing;

namespace Custodia.Books.Tests.Approvals;

/// <summary>What stands in a journal lives for ever: each kind and version against its golden file.</summary>
public sealed class KindTests
{
    private static readonly KindTable Table = Kinds();

    private static readonly Fact[] Facts =
    [
        new CommandProposed("materials", "dispatch-report", "mba:XAFB", "XAFB", "materials.approve",
            new DateTimeOffset(2026, 8, 3, 12, 0, 0, TimeSpan.Zero), 2, """{"mba":"XAFB","note":"註"""),
        new ProposalContinued(17, "XAFB", "記\"}"),
        new ProposalApproved(17),
        new ProposalRejected(17, "Wrong period 期間有誤", ""),
        new ProposalWithdrawn(17),
    ];

    public static TheoryData<string> Names => [.. Table.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_version_that_was_ever_written_is_read_and_the_newest_is_written_byte_for_byte(string name) =>
        GoldenKinds.Check(Table.Find(name)!, Facts);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_body_with_a_property_that_no_version_has_is_refused(string name) =>
        GoldenKinds.CheckStrange(Table.Find(name)!);

    private static KindTable Kinds()
    {
        using var book = new ApprovalsBook();
        return book.Kinds;
    }
}
