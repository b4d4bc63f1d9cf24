using Custodia.Books;
using Custodia.Materials.Reports;
using Custodia.Materials.Tables;
using Custodia.Quantities;

namespace Custodia.Materials.Tests.Reports;

public sealed class CheckTests
{
    private static readonly ReportEntry First = Examples.Icr27.Entries[0];

    private static readonly List<(RefusalCode Rule, string Case, ReportDocument Document)> Cases =
    [
        (ReportRules.EntryNumbers, "gap", Icr(First with { Number = 2 })),
        (ReportRules.EntryNumbers, "twice", Examples.Icr27 with { Entries = [First, First] }),
        (ReportRules.PeriodOrder, "ends before it begins",
            Examples.Icr27 with { From = new(2026, 7, 1), Entries = [] }),
        (ReportRules.PeriodOrder, "listing with two dates", Examples.Pil12 with { From = new(2026, 6, 29) }),
        (ReportRules.DateOutside, "day before", Icr(First with { Date = new(2026, 5, 31) })),
        (ReportRules.DateOutside, "day after", Icr(First with { Date = new(2026, 7, 1) })),
        (ReportRules.CorrectionPointer, "correction of nothing", Icr(First with { Status = EntryStatus.Correction })),
        (ReportRules.CorrectionPointer, "new entry that corrects", Icr(First with { Corrects = new(1, 1) })),
        (ReportRules.UnknownCode, "change", Icr(First with { Code = "ZZ" })),
        (ReportRules.UnknownCode, "line of a balance in an ICR", Icr(First with { Code = "PB" })),
        (ReportRules.UnknownCode, "description", Icr(First with { Description = "XXXX" })),
        (ReportRules.UnknownCode, "basis", Icr(First with { Basis = "X" })),
        (ReportRules.BadField, "MBA", Examples.Icr27 with { Mba = "XAF" }),
        (ReportRules.BadField, "facility", Examples.Icr27 with { Facility = "XA-FACTORY" }),
        (ReportRules.BadField, "batch", Icr(First with { Batch = "A23456789012345678901" })),
        (ReportRules.BadField, "small letters", Icr(First with { ShipperBatch = "cyl" })),
        (ReportRules.Items, "none", Icr(First with { Items = 0 })),
        (ReportRules.Items, "absent", Icr(First with { Items = null })),
        (ReportRules.NoWeight, "none", Icr(First with { Weights = [] })),
        (ReportRules.NegativeWeight, "receipt", Icr(First with { Weights = [Examples.Leu(-1, -1)] })),
        (ReportRules.IsotopeExceeds, "receipt", Icr(First with { Weights = [Examples.Leu(1, 2)] })),
        (ReportRules.IsotopeMissing, "enriched", Icr(First with { Weights = [Weight.Of('E', Mass.FromGrams(1))] })),
        (ReportRules.IsotopeForbidden, "natural",
            Icr(First with { Weights = [new(new('N', 'G'), new(Mass.FromKilograms(1), Mass.FromGrams(7)))] })),
        (ReportRules.MbrLineMissing, "PE", Without("PE")),
        (ReportRules.MbrLineMissing, "BA", Without("BA")),
        (ReportRules.MbrLineRepeated, "RD",
            Mbr([.. Examples.Mbr12.Entries, Examples.Line(10, "RD", Examples.Leu(0, 0))])),
        (ReportRules.MbrArithmetic, "BE", Off("BE")),
        (ReportRules.MbrArithmetic, "BA", Off("BA")),
        (ReportRules.MbrArithmetic, "MF", Off("MF")),
    ];

    public static TheoryData<string> Names => [.. Cases.Select(c => $"{c.Rule.Code}: {c.Case}")];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_faulty_report_is_found_by_its_rule(string name)
    {
        var (rule, _, document) = Cases.Single(c => $"{c.Rule.Code}: {c.Case}" == name);
        Assert.Contains(rule, Check(document).Select(finding => finding.Rule));
    }

    [Fact]
    public void Every_rule_has_a_case_here() =>
        Assert.Equal(RefusalCatalogue.Of(typeof(ReportRules)).Select(code => code.Code),
            Cases.Select(c => c.Rule.Code).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("DI")]
    [InlineData("RA")]
    public void A_difference_and_a_rounding_adjustment_may_be_below_zero(string code) =>
        Assert.Empty(Check(Icr(First with { Code = code, Weights = [Examples.Leu(-9, 1)] })));

    [Fact]
    public void A_correction_keeps_the_date_of_the_older_period_and_a_deletion_may_have_no_weight() =>
        Assert.Empty(Check(Icr(First with
        {
            Status = EntryStatus.Deletion,
            Corrects = new(20, 1),
            Date = new(2025, 1, 1),
            Weights = [],
        })));

    [Fact]
    public void Any_single_gram_of_a_balance_that_is_wrong_is_found()
    {
        Assert.Empty(Check(Examples.Mbr12));
        Assert.All(Examples.Mbr12.Entries, entry => Assert.NotEmpty(Check(Off(entry.Code!))));
    }

    [Fact]
    public void Category_changes_and_the_rounding_adjustment_count_in_the_balance_of_each_category()
    {
        Weight Natural(int kg) => Weight.Of('N', Mass.FromKilograms(kg));
        ReportEntry[] lines =
        [
            Examples.Line(1, "PB", Natural(100)), Examples.Line(2, "PB", Examples.Leu(5_000, 200)),
            Examples.Line(3, "NE", Natural(30)), Examples.Line(4, "NE", Examples.Leu(3_000, 100)),
            Examples.Line(5, "RA", Natural(-1)), Examples.Line(6, "BE", Natural(69)),
            Examples.Line(7, "BE", Examples.Leu(8_000, 300)), Examples.Line(8, "PE", Natural(69)),
            Examples.Line(9, "PE", Examples.Leu(7_990, 301)), Examples.Line(10, "MF", Natural(0)),
            Examples.Line(11, "MF", Examples.Leu(10, -1)),
        ];
        Assert.Empty(Check(Mbr(lines)));
    }

    [Fact]
    public void Weights_at_the_end_of_the_range_are_summed_without_overflow()
    {
        var most = new Weight(new('P', '\0'), new(Mass.MaxValue, Mass.Zero));
        Assert.NotEmpty(Check(Mbr([.. new[] { "PB", "RD", "NP", "BE", "PE", "MF" }.Select((code, i) =>
            Examples.Line(i + 1, code, most))])));
    }

    [Fact]
    public void A_finding_can_be_given_as_a_refusal()
    {
        var refusal = Assert.Single(Check(Icr(First with { Items = 0 }))).ToRefusal();
        Assert.Equal(("report.rule-items", "entry 1.items", "0"), (refusal.Code, refusal.Place.Field, refusal.Found));
    }

    private static IReadOnlyList<ReportFinding> Check(ReportDocument document) =>
        ReportCheck.Check(document, CodeTablesFile.Shipped);

    private static ReportDocument Icr(ReportEntry entry) => Examples.Icr27 with { Entries = [entry] };

    private static ReportDocument Mbr(IReadOnlyList<ReportEntry> entries) => Examples.Mbr12 with { Entries = entries };

    private static ReportDocument Without(string line) =>
        Mbr([.. Examples.Mbr12.Entries.Where(entry => entry.Code != line)]);

    private static ReportDocument Off(string line) =>
        Mbr([.. Examples.Mbr12.Entries.Select(entry => entry.Code == line ? OffByOne(entry) : entry)]);

    private static ReportEntry OffByOne(ReportEntry entry)
    {
        var amount = entry.Weights[0].Amount + new Amount(Mass.FromGrams(1), Mass.Zero);
        return entry with { Weights = [new(entry.Weights[0].Material, amount)] };
    }
}
