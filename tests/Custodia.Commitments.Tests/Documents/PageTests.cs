using Custodia.Commitments.Documents;

namespace Custodia.Commitments.Tests.Documents;

public sealed class PageTests
{
    [Fact]
    public void A_header_with_a_page_number_in_the_midst_of_a_sentence_is_dropped()
    {
        var reading = Given.Reading("""
            Communiqué
            1. We will keep every lamp lit between sunset and sunrise, and we will


            Office of the harbour master Page 3


            record each night when a lamp was dark.
            2. We will meet again.
            """);
        Assert.Equal("We will keep every lamp lit between sunset and sunrise, and we will record each night when a lamp was dark.",
            reading.Documents[0].Paragraphs[0].Text);
        Assert.Contains(reading.Findings, finding => finding is { Kind: FindingKind.PageFurniture, Line: 5 });
        Assert.Contains(reading.Findings, finding => finding is { Kind: FindingKind.SentenceJoined, Line: 8 });
    }

    [Fact]
    public void A_sentence_that_speaks_of_a_page_stays()
    {
        var document = Given.Document("""
            Communiqué
            1. We take note of the table of lamps that the harbour master gave on page 3
            of the report of the year before, and we thank the harbour master.
            2. We will meet again.
            """);
        Assert.Contains("gave on page 3 of the report", document.Paragraphs[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- 2 -", "- 3 -")]
    [InlineData("2", "3")]
    [InlineData("Page 2 of 9", "Page 3 of 9")]
    [InlineData("2/9", "3/9")]
    [InlineData("第 2 頁", "第 3 頁")]
    [InlineData("第２頁，共９頁", "第３頁，共９頁")]
    public void Page_numbers_and_the_header_beside_them_are_dropped(string second, string third)
    {
        var reading = Given.Reading($"""
            港口燈塔公報
            1. 各港應於日落以前點亮燈塔，並於日出
            {second}
            港口燈塔會議
            以後熄滅之。
            2. 守燈人每夜應記錄燈火之狀況，並應將
            {third}
            港口燈塔會議
            紀錄送交港務機關備查。
            """);
        Assert.Equal([(1, "各港應於日落以前點亮燈塔，並於日出以後熄滅之。"), (2, "守燈人每夜應記錄燈火之狀況，並應將紀錄送交港務機關備查。")],
            reading.Documents[0].Numbered());
        Assert.Equal([3, 7], reading.Findings.Where(finding => finding.Kind == FindingKind.PageNumber).Select(finding => finding.Line));
        Assert.Equal([4, 8], reading.Findings.Where(finding => finding.Kind == FindingKind.PageFurniture).Select(finding => finding.Line));
    }

    [Fact]
    public void A_header_that_repeats_the_title_leaves_the_title()
    {
        var document = Given.Document("""
            Harbour Lights Communiqué
            1. We will keep every lamp lit between sunset and sunrise, and we will
            Harbour Lights Communiqué
            record each night when a lamp was dark, and we will tell the others of
            Harbour Lights Communiqué
            every such night.
            """);
        Assert.Equal("Harbour Lights Communiqué", document.Title);
        Assert.EndsWith("and we will record each night when a lamp was dark, and we will tell the others of every such night.",
            document.Paragraphs[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_feed_ends_a_page_and_not_a_line()
    {
        var document = Given.Document("Communiqué\n1. We will keep every lamp lit between sunset and\n\fsunrise.\n2. Meet again.\n");
        Assert.Equal([(2, 3), (4, 4)], document.Paragraphs.Select(paragraph => (paragraph.FirstLine, paragraph.LastLine)));
        Assert.Equal("We will keep every lamp lit between sunset and sunrise.", document.Paragraphs[0].Text);
    }

    [Fact]
    public void The_same_words_in_two_paragraphs_are_no_furniture()
    {
        var document = Given.Document("""
            Work plan
            1. Support the fund.
            2. Keep the lamps.
            Of the island harbours
            1. Support the fund.
            2. Keep the lamps.
            Of the island harbours
            1. Support the fund.
            2. Keep the lamps.
            """);
        Assert.Equal([2, 2, 2], document.Counts());
        Assert.All(document.Paragraphs, paragraph => Assert.Contains(paragraph.Text, new[] { "Support the fund.", "Keep the lamps." }));
    }

    [Fact]
    public void Footnotes_below_a_line_are_kept_apart_and_their_marks_with_the_paragraph()
    {
        var reading = Given.Reading("""
            燈塔公報
            1. 各港應依前次會議之決議1，於日落以前點
            ____________________
            1 前次會議於海島港舉行。
            2 油料之清單另附，由各港自行
            增補。
            亮燈塔。
            2. 油料應存放於乾燥之處2。
            """);
        var document = reading.Documents[0];
        Assert.Equal([(1, "各港應依前次會議之決議，於日落以前點亮燈塔。"), (2, "油料應存放於乾燥之處。")], document.Numbered());
        Assert.Equal([("1", "前次會議於海島港舉行。", 4), ("2", "油料之清單另附，由各港自行增補。", 5)],
            document.Footnotes.Select(note => (note.Mark, note.Text, note.Line)));
        Assert.Equal([["1"], ["2"]], document.Paragraphs.Select(paragraph => paragraph.Notes));
        Assert.Contains(reading.Findings, finding => finding is { Kind: FindingKind.Rule, Line: 3 });
    }

    [Fact]
    public void Notes_at_the_end_are_kept_apart_and_marks_in_brackets_are_known()
    {
        var document = Given.Document("""
            Communiqué
            1. We will act on what the council said [1] and on nothing else.
            2. We will store 20 barrels [3].
            Notes
            1. The council of the northern harbours,
            in its spring meeting.
            2. Never used.
            """);
        Assert.Equal([(1, "We will act on what the council said and on nothing else."), (2, "We will store 20 barrels [3].")], document.Numbered());
        Assert.Equal(["The council of the northern harbours, in its spring meeting.", "Never used."],
            document.Footnotes.Select(note => note.Text));
    }
}
