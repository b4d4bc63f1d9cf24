using Custodia.Books;
using Custodia.Commitments.Documents;
using Custodia.Commitments.Facts;
using Custodia.Commitments.Reports;
using Custodia.Commitments.Statements;
using Custodia.Commitments.Tests.Statements;
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
        new AttestationRecorded(Given.Attestation("IND-S01", "97.5", "2026-06-30", "2027-06-30")),
        new AssertionRecorded(new("IND-S02", new(2026, 7, 20), "Complete 完整")),
        new StatementWithdrawn(18, "Signed in error 誤簽"),
        new ThresholdSet(new("IND-C03", new(2026, 1, 1), "value >= 3", "Cabinet 行政院", "value >= 1")),
        new ApplicabilitySet(new("IND-M04", new(2026, 1, 1), false, "No reactor 無反應器")),
        new TargetSet(new("C14-09", "IND-T02", new(2030, 12, 31), "In force by 2030", "2030 年前生效")),
        new DocumentKept("XA-2016", "National statement", "國家聲明", new(2016, 4, 1), KeptKind.NationalStatement, "statement.txt",
            new string('a', 64), TextLanguage.En, "C16"),
        new ParagraphKept("XA-2016", new(1, 2, "We will keep it.\n(a) 甲", "C16-01", "Heading 標題")),
        new CommitmentAdded(new("XA-2016-1", "XA-2016", "ippas", ItemType.Commitment, "Invite", "邀請", ["IND-T01", "IND-T02"],
            new(2016, 4, 1), new(2030, 12, 31), "IND-T02")),
        new CommitmentEnded(new("XA-2016-1", new(2026, 7, 20), "Replaced 已取代")),
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
