using Custodia.Books;
using Custodia.Commitments.Facts;
using Custodia.Commitments.Reports;
using Custodia.Testing;

namespace Custodia.Commitments.Tests;

/// <summary>What stands in a journal lives for ever: each kind and version against its golden file.</summary>
public sealed class KindTests
{
    private static readonly Fact[] Facts =
    [
        new ActRecorded(new("cppnm", ActType.Ratify, new(2026, 7, 20), "C.N.7", "With a reservation 附保留")),
        new ActTakenBack(17, "Another State's 他國"),
        new ProfileSet(new(false, "No member 非會員國")),
        new ReportPublished(new(ReportKind.ByDocument, new(2026, 6, 30), 1204, new(2026, 7, 1), new string('a', 64), ReportFormat.Docx,
            ReportLanguage.Both, new(2025, 6, 30), 17, "public")),
        new PublicationWithdrawn(1210, "Another file 他檔"),
    ];

    public static TheoryData<string> Names => [.. CommitmentsKinds.Table.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_version_that_was_ever_written_is_read_and_the_newest_is_written_byte_for_byte(string name) =>
        GoldenKinds.Check(CommitmentsKinds.Table.Find(name)!, Facts);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_body_with_a_property_that_no_version_has_is_refused(string name) =>
        GoldenKinds.CheckStrange(CommitmentsKinds.Table.Find(name)!);
}
