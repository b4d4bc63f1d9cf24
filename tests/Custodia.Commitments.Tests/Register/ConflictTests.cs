using Custodia.Testing;

namespace Custodia.Commitments.Tests;

/// <summary>Where sources disagree, both values are kept.</summary>
public sealed class ConflictTests
{
    [Theory]
    [InlineData("nss2010-attendance", "47", "46")]
    [InlineData("iaea-name", "國際原子能總署", "國際原子能委員會", "國際原子能機構")]
    [InlineData("pelindaba-in-force", "2009-08-14", "2009-07-15")]
    [InlineData("revcon-2010-pages", "28", "31")]
    [InlineData("new-start-cut", "one-third", "29.5")]
    [InlineData("new-start-expiry", "10", "2026-02-05")]
    [InlineData("npt-depositary", "united-nations", "three-governments")]
    [InlineData("agreement-1955", "1955-04", "1955-07-18")]
    [InlineData("ippas-missions", "62", "73", "96", "100")]
    [InlineData("ippas-states", "40", "46", "57", "60")]
    [InlineData("bwc-name", "禁止生化武器公約", "禁止生物武器公約")]
    [InlineData("c10-item-12", "12. 12.", "12")]
    [InlineData("c14-headings", "with-page-headers", "17")]
    public void Facts_that_disagree_stand_side_by_side(string conflict, params string[] values)
    {
        var facts = Register.Conflicts[conflict].ToList();
        Assert.Equal(values, facts.Select(fact => fact.Value));
        Assert.Single(facts.Select(fact => fact.Subject).Distinct());
    }

    [Fact]
    public void A_conflict_has_two_values_at_least() =>
        Assert.All(Register.Conflicts, conflict => Assert.True(conflict.Select(fact => fact.Value).Distinct().Count() > 1));

    [Fact]
    public void Values_of_one_conflict_differ_in_their_source_or_their_day() => Assert.All(Register.Conflicts, conflict =>
        Assert.Equal(conflict.Count(), conflict.Select(fact => (fact.Source.Source, fact.Source.Place, fact.AsAt, fact.Value)).Distinct().Count()));

    [Fact]
    public void The_reduction_of_New_START_is_what_its_limits_give()
    {
        var (before, after) = (Number("new-start-warheads-before"), Number("new-start-warheads"));
        Assert.Equal(Number("new-start-cut-computed"), decimal.Round(100 * (before - after) / before, 1));
    }

    [Fact]
    public void Numbers_of_the_register_agree_with_its_records()
    {
        Assert.Equal(Number("nss2010-states"), Number("nss2010-leaders") + Number("nss2010-representatives"));
        foreach (var year in new[] { 2010, 2012, 2014, 2016 })
            Assert.Equal(Number($"nss{year}-states"), Register.Summits.Find($"NSS{year}")!.Participants.Count);
        Assert.Equal(Number("nss2014-paragraphs"), Register.Documents.Find("C14")!.Items().Count());
        Assert.Equal(Number("c14-headings"), Register.Documents.Find("C14")!.Groups.Count);
        Assert.Equal(Number("revcon-2010-actions"), Register.NptActions.Count);
        Assert.Equal(Number("terror-resolutions"), Register.Systems.Find("unsc-counter-terrorism-resolutions")!.Opens.Count);
        Assert.Equal((int)Number("icsant-articles"), Register.Instruments.Find("icsant")!.Articles);
        Assert.Equal(Number("nss2010-bilateral"), Register.Groups.Find("bilateral-2010")!.States.Count);
        Assert.Equal(Number("nss2010-absent-power-states"), Register.Groups.Find("power-states-absent-2010")!.States.Count);
        Assert.Equal(Number("nss2010-not-invited"), Register.Groups.Find("not-invited-2010")!.States.Count);
        Assert.Equal(Number("host-2016-cleared"), Register.Groups.Find("heu-cleared-2016")!.States.Count);
        Assert.Equal(Number("ippas-2023-missions"),
            new[] { "africa", "asia-and-the-pacific", "europe", "latin-america", "north-america" }.Sum(region => Number($"ippas-2023-{region}")));
    }

    [Fact]
    public void A_value_that_is_neither_number_date_nor_name_is_told_in_words() => Assert.All(Register.Facts, fact => Assert.True(
        fact.Text is not null || char.IsAsciiDigit(fact.Value[0]) || ChineseWriting.IsChinese(fact.Value), fact.Id));

    [Fact]
    public void A_bound_belongs_to_a_number()
    {
        Assert.All(Register.Facts.Where(fact => fact.Bound != Bound.Exact), fact => Assert.True(Number(fact.Id) > 0));
        Assert.Equal((Bound.MoreThan, 1500m), (Register.Facts.Find("itdb-1993-2008")!.Bound, Number("itdb-1993-2008")));
        Assert.Equal(Bound.LessThan, Register.Facts.Find("psi-participants-2005")!.Bound);
    }

    private static decimal Number(string fact) =>
        decimal.Parse(Register.Facts.Find(fact)!.Value, System.Globalization.CultureInfo.InvariantCulture);
}
