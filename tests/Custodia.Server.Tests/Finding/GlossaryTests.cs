using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Custodia.Commitments;
using Custodia.Server.Finding;

namespace Custodia.Server.Tests.Finding;

public sealed partial class GlossaryTests(RunningServer server)
{
    /// <summary>What people call each term, one name a line behind its id: Taiwan, mainland and other names in both scripts,
    /// English names and abbreviations.</summary>
    private static readonly (string Id, string Name)[] Names =
        [.. File.ReadLines(NamesFile()).Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1]))];

    [Fact]
    public void Every_term_is_found_by_each_of_its_names()
    {
        Assert.True(Names.Length > 1_400);
        Assert.All(Names, name => Assert.Contains(Glossary.Search(name.Name), match => match.Term.Id == name.Id));
        Assert.Equal(Glossary.All.Select(term => term.Id).Order(), Names.Select(name => name.Id).Distinct().Order());
    }

    [Fact]
    public void Every_term_is_found_by_its_names_in_small_and_in_wide_letters() => Assert.All(
        Names.Where(name => name.Name.Any(char.IsAsciiLetter)), name =>
        {
            var wide = new string([.. name.Name.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c)]);
            Assert.Contains(Glossary.Search(name.Name.ToLowerInvariant()), match => match.Term.Id == name.Id);
            Assert.Contains(Glossary.Search(wide), match => match.Term.Id == name.Id);
        });

    [Fact]
    public void The_exact_name_comes_first_then_names_that_begin_with_the_text_then_others()
    {
        Assert.Equal("muf", Glossary.Search("muf")[0].Term.Id);
        var found = Glossary.Search("核子保安");
        Assert.Equal("nuclear-security", found[0].Term.Id);
        Assert.Equal(found.Select(match => match.Rank).Order(), found.Select(match => match.Rank));
        Assert.Equal(3, found.Select(match => match.Rank).Distinct().Count());
        Assert.Equal(found.Count, found.Select(match => match.Term.Id).Distinct().Count());
    }

    [Fact]
    public void A_name_that_is_security_to_some_and_safety_to_others_finds_both() =>
        Assert.Equal(["nuclear-safety", "nuclear-security"], Glossary.Search("核安全").Take(2).Select(match => match.Term.Id).Order());

    [Fact]
    public void An_empty_text_finds_nothing() => Assert.Empty(Glossary.Search(" \u3000"));

    [Fact]
    public void Every_term_has_an_address_and_both_languages()
    {
        Assert.Equal(Glossary.All.Count, Glossary.All.Select(term => term.Id).Distinct().Count());
        Assert.All(Glossary.All, term =>
        {
            Assert.Matches(Slug(), term.Id);
            Assert.All([term.Zh, term.En, term.MeaningEn, term.MeaningZh], text => Assert.False(string.IsNullOrWhiteSpace(text)));
            Assert.Contains(term.MeaningZh, c => c is >= '\u4E00' and <= '\u9FFF');
            Assert.DoesNotContain(term.MeaningEn, c => c is >= '\u4E00' and <= '\u9FFF');
        });
    }

    [Fact]
    public async Task The_page_that_serves_a_term_is_there()
    {
        var pages = Glossary.All.Select(term => term.Page).OfType<string>().Distinct().ToList();
        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.Contains(PageSource.Pages, known => known.Path == page));
        foreach (var (_, path, _) in PageSource.Pages)
            Assert.Contains("<h1", await server.PageAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_term_has_its_card_in_both_languages()
    {
        foreach (var term in Glossary.All)
        {
            var page = WebUtility.HtmlDecode(await server.PageAsync(term.Card));
            Assert.All([term.Zh, term.En, term.MeaningZh, term.MeaningEn],
                text => Assert.Contains(text, page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_glossary_shows_what_its_filter_finds_by_subject_and_by_letter()
    {
        var bySubject = await server.PageAsync("/glossary?contains=MUF");
        Assert.Contains("/glossary/muf", bySubject, StringComparison.Ordinal);
        Assert.DoesNotContain("/glossary/npt", bySubject, StringComparison.Ordinal);
        Assert.Contains("<h2>M</h2>", await server.PageAsync("/glossary?by=az&contains=MUF"), StringComparison.Ordinal);
        Assert.Contains("No term is called that", await server.PageAsync("/glossary?contains=zzzz"), StringComparison.Ordinal);
        Assert.Contains("There is no such term", await server.PageAsync("/glossary/zzzz"), StringComparison.Ordinal);
    }

    private static string NamesFile([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "names.txt");

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Slug();
}
