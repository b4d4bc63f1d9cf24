using Custodia.Books;
using Custodia.Materials.Commands;
using Custodia.Materials.Queries;
using Custodia.Materials.Reports;
using FsCheck;
using FsCheck.Fluent;
using static Custodia.Materials.Tests.Queries.Examples;
using static Custodia.Materials.Tests.Scenario;

namespace Custodia.Materials.Tests.Queries;

public sealed class FindTests
{
    [Fact]
    public void Batches_are_found_as_a_naive_scan_finds_them()
    {
        using var scenario = Streams.Random(7);
        var parts = from letters in Gen.ArrayOf(Gen.Elements("abcABC0123456789-pPrR".ToCharArray()))
                    where letters.Length is > 0 and < 4
                    select new string(letters);
        var views = from count in Gen.Choose(1, (int)scenario.Now.Count)
                    from days in Gen.Choose(0, 600)
                    select new View(count, Day("2025-06-30").AddDays(days));
        var questions = from text in parts
                        from view in views
                        from size in Gen.Choose(1, 20)
                        select (text, view, size);
        Prop.ForAll(questions.ToArbitrary(), question =>
        {
            var found = Finds.Ask(scenario.Book, new FindQuery(question.text, question.size), question.view).Value!.Batches;
            Assert.Equal(Naive(scenario.Book, question.text, question.size, question.view), found);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_exact_name_comes_before_names_that_begin_with_it_and_those_before_others()
    {
        using var s = Small();
        foreach (var batch in new[] { "XC1", "C11", "C1", "C1-A" })
            s.Do(Receive(batch, 100_000, 4_400, "2026-01-05"));
        Assert.Equal(["C1", "C1-A", "C11", "XC1"], Names(s, "c1"));
        Assert.Equal(["C1", "C1-A"], Names(s, "c1", size: 2));
        Assert.Equal(["C1-A"], Names(s, "Ｃ１－ａ"));
        Assert.Equal(["C1-A"], Names(s, "1–A"));
    }

    [Fact]
    public void A_text_that_spans_two_names_finds_neither()
    {
        using var s = Small();
        s.Do(Receive("AB", 100_000, 4_400, "2026-01-05"));
        s.Do(Receive("CD", 100_000, 4_400, "2026-01-06"));
        Assert.Empty(Names(s, "BC"));
        Assert.Empty(Names(s, "B\nC"));
    }

    [Fact]
    public void A_batch_is_not_found_before_its_entry_nor_before_its_day()
    {
        using var s = Small();
        var entry = s.Do(Receive("CYL", 100_000, 4_400, "2026-01-05"));
        Assert.Equal(["CYL"], Names(s, "CYL", s.Now));
        Assert.Empty(Names(s, "CYL", s.Now with { Count = entry }));
        Assert.Empty(Names(s, "CYL", s.Now with { AsOf = Day("2026-01-04") }));
    }

    [Fact]
    public void Areas_and_facilities_are_found_by_code_and_by_name_in_either_language()
    {
        using var s = Small();
        FoundPlace[] Places(string text) => [.. Finds.Ask(s.Book, new FindQuery(text), s.Now).Value!.Places];
        Assert.Equal(new FoundPlace("XA-F", "Fuel plant", "燃料廠", "XAFB", true), Places("fuel PLANT").Single());
        Assert.Equal("XA-F", Places("燃料").Single().Code);
        Assert.Equal(("XAFB", false), Places("xafb").Select(place => (place.Code, place.IsFacility)).Single());
        Assert.Equal(["XACA", "XA-C", "XAFB", "XA-F", "XARA", "XA-R"], Places("xa").Select(place => place.Code));
    }

    [Theory]
    [InlineData("XAFB-MBR-001")]
    [InlineData("xafb/mbr/1")]
    [InlineData("xafb mbr 1")]
    [InlineData("mbr 1")]
    public void A_report_is_found_by_the_name_of_its_file_by_its_address_and_as_people_say_it(string text)
    {
        using var s = Plant();
        s.Do(new PrepareReport("XAFB", ReportType.Mbr, Day("2026-06-30")));
        var report = Finds.Ask(s.Book, new FindQuery(text), s.Now).Value!.Reports.Single();
        Assert.Equal(("XAFB", ReportType.Mbr, 1, Day("2026-06-30")), (report.Mba, report.Type, report.Number, report.To));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void Nothing_to_search_for_is_refused(string text) => Assert.Equal(QueryRefusals.FindTextOutside.Code, Code(text));

    [Fact]
    public void A_text_or_a_size_beyond_its_limit_is_refused()
    {
        Assert.Null(Code(new string('A', SearchText.MaxLength)));
        Assert.Equal(QueryRefusals.FindTextOutside.Code, Code(new string('A', SearchText.MaxLength + 1)));
        Assert.Equal(QueryRefusals.PageOutside.Code, Code("A", 5_001));
    }

    private static string? Code(string text, int size = 20)
    {
        using var s = Small();
        return Finds.Ask(s.Book, new FindQuery(text, size), s.Now).Refusals is [var refusal, ..] ? refusal.Code : null;
    }

    private static IEnumerable<string> Names(Scenario scenario, string text, View? view = null, int size = 20) =>
        Finds.Ask(scenario.Book, new FindQuery(text, size), view ?? scenario.Now).Value!.Batches.Select(batch => batch.Name);

    private static List<FoundBatch> Naive(MaterialsBook book, string text, int size, View view) =>
    [
        .. (from ledger in book.Mbas.Values
            where view.Knows(ledger.Stamp.Sequence)
            from batch in ledger.Batches.Values
            let at = batch.Name.IndexOf(text, StringComparison.OrdinalIgnoreCase)
            where at >= 0 && batch.Postings.Any(posting => view.Sees(posting.Sequence, posting.Day))
            select (batch, rank: batch.Name.Length == text.Length ? 0 : at == 0 ? 1 : 2))
            .OrderBy(found => found.rank).ThenBy(found => found.batch.Name, StringComparer.Ordinal)
            .ThenBy(found => found.batch.Mba, StringComparer.Ordinal)
            .Take(size).Select(found => new FoundBatch(found.batch.Mba, found.batch.Name)),
    ];
}
