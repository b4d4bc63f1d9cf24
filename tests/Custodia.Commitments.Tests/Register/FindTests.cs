using Custodia.Books;

namespace Custodia.Commitments.Tests;

/// <summary>A name in either script, any width and any case finds what it names.</summary>
public sealed class FindTests
{
    [Theory]
    [InlineData("核子保安高峰會", RecordKind.System, "nuclear-security-summit")]
    [InlineData("核安全峰會", RecordKind.System, "nuclear-security-summit")]
    [InlineData("核安保峰会", RecordKind.System, "nuclear-security-summit")]
    [InlineData("nuclear security summit", RecordKind.System, "nuclear-security-summit")]
    [InlineData("ＩＰＰＡＳ", RecordKind.System, "ippas")]
    [InlineData("a/cppnm", RecordKind.System, "cppnm-amendment")]
    [InlineData("Anti-ballistic missile treaty", RecordKind.System, "abm-treaty")]
    [InlineData("核研所", RecordKind.System, "taiwan-nuclear-operators")]
    [InlineData("INFCIRC/908", RecordKind.Circular, "IC908")]
    [InlineData("WP10-6.5", RecordKind.Item, "WP10-6.5")]
    [InlineData("考虑整合国内核物料存放点", RecordKind.Item, "WP10-6.1")]
    [InlineData("Treaty of Rarotonga", RecordKind.Instrument, "rarotonga")]
    [InlineData("曼谷条约", RecordKind.Instrument, "bangkok")]
    [InlineData("1566", RecordKind.Resolution, "UNSCR-1566")]
    [InlineData("NPT10-41", RecordKind.NptAction, "NPT10-41")]
    [InlineData("ICSANT-7.4", RecordKind.Duty, "ICSANT-7.4")]
    [InlineData("芬蘭", RecordKind.State, "FI")]
    public void A_name_finds_its_record_first(string text, RecordKind kind, string id)
    {
        var first = Register.Find(text)[0];
        Assert.Equal((kind, id), (first.Kind, first.Id));
    }

    [Fact]
    public void Every_system_is_found_by_each_of_its_names() => Assert.All(
        Register.Systems.SelectMany(row => Glossary.NamesOf(row.Term).Select(name => (row.Id, Name: name))),
        named => Assert.Contains(Register.Find(named.Name),
            match => match is { Kind: RecordKind.System, Rank: SearchRank.Exact } && match.Id == named.Id));

    [Fact]
    public void What_is_security_to_some_and_safety_to_others_finds_both()
    {
        var found = Register.Find("核安全").Where(match => match.Rank == SearchRank.Exact).Select(match => match.Id).ToList();
        Assert.Contains("nuclear-security", found);
        Assert.Contains("nuclear-safety", found);
    }

    [Fact]
    public void Every_item_is_found_by_its_words_and_once() => Assert.All(Register.Items, item =>
    {
        foreach (var words in new[] { item.Text.En, item.Text.Zh })
            Assert.Single(Register.Find(words), match => match.Kind == RecordKind.Item && match.Id == item.Id);
    });

    [Fact]
    public void An_empty_text_finds_nothing() => Assert.Empty(Register.Find(" \u3000"));

    [Fact]
    public void The_pairs_of_scripts_are_one_to_one_on_the_left_and_never_chain()
    {
        var left = HanFold.Pairs.Where((_, index) => index % 2 == 0).ToList();
        var right = HanFold.Pairs.Where((_, index) => index % 2 == 1).ToHashSet();
        Assert.Equal(left.Count, left.Distinct().Count());
        Assert.DoesNotContain(left, right.Contains);
    }
}
