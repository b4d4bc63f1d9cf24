using Custodia.Books;
using Custodia.Commitments.Law;
using Custodia.Testing;

namespace Custodia.Commitments.Tests.Law;

/// <summary>What stands in a journal lives for ever: each kind and version against its golden file.</summary>
public sealed class KindTests
{
    private static readonly string Digest = new('a', 64);

    private static readonly Fact[] Facts =
    [
        new LawEnacted(new("NSA-2012", LawKind.Act, "Nuclear Security Act", "核子保安法", "Act 12", new(2012, 7, 1), 5)),
        new LawRepealed(new("NSA-2012", new(2026, 6, 30), "Act 3 of 2026 法")),
        new LawReviewed(new("NSA-2012", new(2017, 6, 15), "Report 4", "No change 無修正")),
        new ClauseAdded(new("NSA-2012", "12.3", new(2012, 7, 1), "Theft", "竊盜", RuleStyle.Prescriptive, "5 years", "五年")),
        new ClauseAmended(new("NSA-2012", "12.3", new(2016, 7, 1), "Theft, robbery", "竊盜、強盜", "Act 9 法", RuleStyle.PerformanceBased, "9 years", "九年")),
        new ClauseEnded(new("NSA-2012", "12.3", new(2019, 12, 31), "Act 8 法")),
        new DutyMapped(new("ICSANT-8", "NSA-2012", "12.3", "gv-04", "Report 5 報告", Digest, 17)),
        new DutyUnmapped(new(18, new(2020, 1, 31), "Another clause 他條")),
        new MeasureRecorded(new("ICSANT-18", "Kept", "保管", new(2014, 5, 1), "NSA-2012", "12.3", "Report 6 報告", Digest, 19)),
        new MeasureEnded(new(20, new(2021, 1, 31), "Moved 移置")),
        new IndependenceRecorded(new(IndependenceItem.ReportingLine, "NSA-2012", "12.3", "Report 7 報告", Digest, 22)),
        new LawTakenBack(21, "Another act 他法"),
    ];

    public static TheoryData<string> Names => [.. LawKinds.Table.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_version_that_was_ever_written_is_read_and_the_newest_is_written_byte_for_byte(string name) =>
        GoldenKinds.Check(LawKinds.Table.Find(name)!, Facts);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_body_with_a_property_that_no_version_has_is_refused(string name) =>
        GoldenKinds.CheckStrange(LawKinds.Table.Find(name)!);
}
