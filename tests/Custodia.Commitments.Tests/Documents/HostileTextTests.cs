using System.Text;
using Custodia.Commitments.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace Custodia.Commitments.Tests.Documents;

public sealed class HostileTextTests
{
    private static readonly string[] _pieces =
    [
        "\n", "\n\n", "\r\n", "\r", "\f", " ", "                         \n", "\t", "\u3000", "\uFEFF", "\uFFFD", "\uD83D", "\uDD25", "\u200B",
        "1. ", "2、", "一、", "（三）", "第四條", "Article 5", "IV. ", "6. 6. ", "①", "(a) ", "• ", "999. ", "1000. ", "壹、", "百百百、",
        "Page 3", "第 3 頁", "- 4 -", "____", "[1]", "註1：", "¹", "*", "Notes\n", "附件一、", "Annex 1", "（完）",
        "燈塔", "港口。", "keep the lamps", "oil.", "; and", "har-", "，", ":", "2010", "港 口 燈 塔 守 望",
    ];

    private static readonly Gen<string> _texts = Gen.Choose(0, int.MaxValue - 1).Select(seed =>
    {
        var random = new Random(seed);
        return string.Concat(random.GetItems(_pieces, random.Next(121)));
    });

    [Fact]
    public void Any_mixture_of_troubles_is_read_or_refused_and_never_throws() =>
        Prop.ForAll(_texts.ToArbitrary(), text =>
        {
            var answer = DocumentReader.Read(text);
            Assert.Equal(answer.IsGiven, answer.Refusals.Count == 0);
            if (answer.IsGiven)
                Sound(answer.Value);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));

    [Fact]
    public void Any_bytes_are_read_or_refused_and_never_throw() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            var answer = DocumentReader.Read(bytes);
            Assert.Equal(answer.IsGiven, answer.Refusals.Count == 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void A_text_at_every_limit_is_read_with_no_more_findings_than_are_listed()
    {
        // Each line could number a paragraph, be a header, a footnote or a break: the worst that the limits let in.
        var text = new StringBuilder("1. Keep the lamps.\n");
        for (var i = 2; i < ReadingLimits.Lines; i++)
            text.Append(i % 5 == 0 ? "- 7 -\n" : i % 7 == 0 ? "____\n" : i % 3 == 0 ? "900. lamps\n" : "har-\n");
        var answer = DocumentReader.Read(text.ToString());
        Assert.True(answer.IsGiven);
        Assert.Equal(ReadingLimits.Findings, answer.Value.Findings.Count);
        Assert.True(answer.Value.FindingCount > ReadingLimits.Findings);
        Assert.Equal(ReadingLimits.Lines - 1, answer.Value.LineCount);
    }

    [Fact]
    public void A_million_empty_lines_or_pages_are_refused_after_the_limit()
    {
        Assert.Equal(DocumentRefusals.TooLong, Assert.Single(DocumentReader.Read(new string('\n', 1_000_000)).Refusals).Reason);
        Assert.Equal(DocumentRefusals.TooLong, Assert.Single(DocumentReader.Read(new string('\f', 1_000_000)).Refusals).Reason);
    }

    private static void Sound(DocumentReading reading)
    {
        Assert.Contains(reading.Documents, document => document.Paragraphs.Count > 0);
        foreach (var document in reading.Documents)
        {
            Assert.True(document.FirstLine >= 1 && document.FirstLine <= document.LastLine && document.LastLine <= reading.LineCount);
            Assert.Equal(document.Paragraphs.Count, document.Groups.Sum(group => group.Count));
            Assert.All(document.Groups, group => Assert.True(group.Count > 0));
            Assert.All(document.Paragraphs, paragraph => Assert.InRange(paragraph.Number, 1, 999));
            var known = document.Footnotes.Select(note => note.Mark).ToHashSet();
            Assert.All(document.Paragraphs.SelectMany(paragraph => paragraph.Notes), mark => Assert.Contains(mark, known));
        }

        Assert.All(reading.Findings, finding => Assert.InRange(finding.Line, 1, reading.LineCount));
    }
}
