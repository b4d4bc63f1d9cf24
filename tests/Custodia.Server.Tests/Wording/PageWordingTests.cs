using System.Globalization;
using System.Text.RegularExpressions;
using Custodia.Books.Access;
using Custodia.Browser.Tests;
using Custodia.Commitments;
using Custodia.Materials.Reports;
using Custodia.Server.Language;
using Custodia.Server.Reading;
using Custodia.Testing;

namespace Custodia.Server.Tests.Wording;

/// <summary>
/// What holds for every page in both languages. The style guide, which shows invented content, is not served here.
/// </summary>
public sealed partial class PageWordingTests(FilledServer server)
{
    // What people of the small State wrote, shown as they wrote it; names and units that are the same in both.
    private static readonly string[] Recorded =
    [
        "Weight misread on the ticket", "Found when the weighing was evaluated", "waste arrangement 3", "registrar",
        "certificate 7", "custodia-balance-evaluation/2", "Page",
        "iaea-c10-labelled-draft", "iaea · code10-draft-1", "fixed-r01", "ekg", "Custodia", "MWd",
        "Mend the second gate", "ippas-2021", "inssp-01", "self-2026", "ippas-2026", "mission-findings",
        "custodia", "people", "commitments", "test", "custodia witness keygen", "custodia journal cosign", "witness.pub", "https://",
    ];

    public static TheoryData<string> Addresses => new(PageSamples.All);

    [Fact]
    public void Every_page_has_an_address_by_which_it_is_read() =>
        Assert.Equal(PageSamples.Templates.Order(StringComparer.Ordinal), PageSamples.Addresses.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task An_English_page_is_English(string address)
    {
        var texts = await Read(address, ProductLanguages.English);
        Findings.None(texts.Where(text => KeyLike().IsMatch(text.Words)));
        Findings.None(texts.Where(text =>
            text.Language == ProductLanguages.English && ChineseWriting.IsChinese(text.Words)));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_Chinese_page_is_Chinese_as_in_Taiwan(string address)
    {
        var texts = await Read(address, ProductLanguages.Chinese);
        Findings.None(texts.Where(text => KeyLike().IsMatch(text.Words)));
        var chinese = texts.Where(text => text.Language == ProductLanguages.Chinese).ToList();
        Findings.None(chinese.Where(text => LatinWords().IsMatch(WithoutRecorded(text.Words))));
        // A term is called what its sources call it.
        chinese.RemoveAll(text => Glossary.All.Any(term => term.Zh == text.Words));
        Findings.None(chinese.SelectMany(text => ChineseWriting.Simplified(text.Words)
            .Concat(ChineseWriting.Foreign(text.Words))
            .Concat(ChineseWriting.HalfWidth(text.Words)).Select(found => $"{found} in {text.Words}")));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    public void A_printed_report_is_in_one_language(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var view = new Desk(server.Folder, () => Caller.House("registrar"))
            .Ask<ReportQuery, ReportView>(new ReportQuery("ZLFB", ReportType.Icr, 1), default).Value!;
        var texts = new RenderedPage("", language, ReportPdf.Html(view, server.Texts)).Texts().ToList();
        Assert.Contains(texts, text => text.Words == (language == "en" ? "New" : "新增"));
        Findings.None(texts.Where(text => language == "en" ? ChineseWriting.IsChinese(text.Words)
            : LatinWords().IsMatch(text.Words) && text.Words != view.FileName));
    }

    private static string WithoutRecorded(string text) =>
        Recorded.OrderByDescending(known => known.Length).Aggregate(text, (words, known) => words.Replace(known, "", StringComparison.Ordinal));

    private async Task<List<PageText>> Read(string address, string language)
    {
        var texts = (await server.PageAsync(address, language)).Texts().ToList();
        Assert.Contains(texts, text => text.Words == "衡守" && text.Language == ProductLanguages.Chinese);
        return texts;
    }

    /// <summary>The name of a text that is not there stands for it: <c>Overview.Title</c>.</summary>
    [GeneratedRegex(@"\b[A-Z][A-Za-z]+\.[A-Z][A-Za-z]+\b")]
    private static partial Regex KeyLike();

    /// <summary>Two words in small letters, or one that is too long to be taken for a code.</summary>
    [GeneratedRegex(@"\b[A-Za-z]*[a-z]{2,}[ -]+[a-z]{2,}\b|\b[A-Z]?[a-z]{3,}\b")]
    private static partial Regex LatinWords();
}
