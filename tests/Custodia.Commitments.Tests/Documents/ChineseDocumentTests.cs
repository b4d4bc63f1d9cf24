using Custodia.Commitments.Documents;

namespace Custodia.Commitments.Tests.Documents;

public sealed class ChineseDocumentTests
{
    [Fact]
    public void Lines_broken_by_the_page_are_joined_without_spaces()
    {
        var document = Given.Document("""
            港口燈塔公報

            各港代表於春季集會，就燈塔守望之事
            達成下列各項：

            1. 各港應於日落以前點亮燈塔，並於日出
            以後熄滅之。
            2.守燈人每夜應記錄燈火之狀況，不得遺
            漏。
            ３．油料應存放於乾燥之處。
            """);
        Assert.Equal(("港口燈塔公報", "zh"), (document.Title, document.Language));
        Assert.Equal([(1, "各港應於日落以前點亮燈塔，並於日出以後熄滅之。"), (2, "守燈人每夜應記錄燈火之狀況，不得遺漏。"), (3, "油料應存放於乾燥之處。")],
            document.Numbered());
        Assert.Equal("各港代表於春季集會，就燈塔守望之事達成下列各項：", document.Preamble);
        Assert.Equal(["1.", "2.", "３．"], document.Paragraphs.Select(paragraph => paragraph.Printed));
        Assert.Equal([(6, 7), (8, 9), (10, 10)], document.Paragraphs.Select(paragraph => (paragraph.FirstLine, paragraph.LastLine)));
    }

    [Fact]
    public void Headings_without_a_number_open_groups_while_the_numbers_go_on()
    {
        var document = Given.Document("""
            港口燈塔公報
            1. 各港應點亮燈塔。
            守燈人
            2. 守燈人應受訓練，並應每年考核一次，考核之結果應送交港務機關
            備查。
            3. 守燈人不得擅離職守。
            油料與燈具
            4. 油料應存放於乾燥之處。
            """);
        Assert.Equal([("", 1), ("守燈人", 2), ("油料與燈具", 1)], document.Groups.Select(group => (group.Heading, group.Count)));
        Assert.Equal([1, 2, 3, 4], document.Paragraphs.Select(paragraph => paragraph.Number));
    }

    [Fact]
    public void Groups_that_are_led_in_by_sentences_begin_their_numbers_anew()
    {
        var document = Given.Document("""
            燈塔工作計畫
            本計畫支持前述公報，由各港自願施行之。
            確認燈塔為航行安全所必需，並應由各港妥為維護，不因季節而有所
            不同。
            1、各港將於日落以前點亮燈塔；
            2、各港將互通燈塔停用之消息，並於恢復後三日之內通知鄰近之各港
            及船舶。
            注意到守燈人之辛勞。
            1、各港將改善守燈人之住所；
            2、各港將提供冬季之衣物。
            """);
        Assert.Equal([2, 2], document.Counts());
        Assert.Equal(["確認燈塔為航行安全所必需，並應由各港妥為維護，不因季節而有所不同。", "注意到守燈人之辛勞。"],
            document.Groups.Select(group => group.Heading));
        Assert.Equal("本計畫支持前述公報，由各港自願施行之。", document.Preamble);
        Assert.Equal([1, 1, 2, 2], document.Paragraphs.Select(paragraph => paragraph.Group));
        Assert.Equal("各港將互通燈塔停用之消息，並於恢復後三日之內通知鄰近之各港及船舶。", document.Paragraphs[1].Text);
    }

    [Fact]
    public void Numbers_of_headings_are_told_from_numbers_of_paragraphs()
    {
        var document = Given.Document("""
            燈塔工作計畫
            一、守燈人
            （一）守燈人應受訓練。
            （二）守燈人不得擅離職守。
            二、油料
            （一）油料應存放於乾燥之處。
            """);
        Assert.Equal([("一、守燈人", 2), ("二、油料", 1)], document.Groups.Select(group => (group.Heading, group.Count)));
        Assert.Equal(["（一）", "（二）", "（一）"], document.Paragraphs.Select(paragraph => paragraph.Printed));
    }

    [Fact]
    public void Numbers_within_a_paragraph_stay_in_its_text()
    {
        var document = Given.Document("""
            燈塔公報
            一、各港將於三年之內完成下列工作，並將結果通知各港及船東，以利航行：
            （一）點亮燈塔。
            （二）訓練守燈人。
            二、各港將於第四年舉行下一次會議，並檢討前述各項工作之成果與不足之處。
            三、本公報自通過之日起生效，各港並應將其公告於港務機關之門首以資周知。
            """);
        Assert.Equal([1, 2, 3], document.Paragraphs.Select(paragraph => paragraph.Number));
        Assert.Equal("各港將於三年之內完成下列工作，並將結果通知各港及船東，以利航行：\n（一）點亮燈塔。\n（二）訓練守燈人。",
            document.Paragraphs[0].Text);
    }

    [Fact]
    public void Two_annexes_in_one_file_are_two_documents()
    {
        var reading = Given.Reading("""
            燈塔會議紀要
            去年春季各港集會，通過兩份文件。

            附件一、燈塔公報
            1. 各港應點亮燈塔。
            2. 守燈人應受訓練。
            附件二
            燈塔工作計畫
            1、各港將改善守燈人之住所。
            """);
        Assert.Equal([(null, "燈塔會議紀要", 0), ("附件一", "燈塔公報", 2), ("附件二", "燈塔工作計畫", 1)],
            reading.Documents.Select(document => (document.Label, document.Title, document.Paragraphs.Count)));
    }

    [Fact]
    public void Spaces_that_scanning_set_between_characters_are_removed()
    {
        var reading = Given.Reading("燈 塔 公 報\n1. 各 港 應 點 亮 燈 塔 。\n2. 守燈人 應受訓練。\n");
        Assert.Equal("各港應點亮燈塔。", reading.Documents[0].Paragraphs[0].Text);
        Assert.Equal("守燈人 應受訓練。", reading.Documents[0].Paragraphs[1].Text);
        Assert.Contains(reading.Findings, finding => finding is { Kind: FindingKind.SpacedCharacters, Line: 2 });
    }

    [Fact]
    public void A_mark_at_the_end_of_the_text_is_dropped()
    {
        var reading = Given.Reading("燈塔公報\n1. 各港應點亮燈塔。\n2. 守燈人應受訓練。（完）\n");
        Assert.Equal("守燈人應受訓練。", reading.Documents[0].Paragraphs[1].Text);
        Assert.Contains(reading.Findings, finding => finding is { Kind: FindingKind.EndMark, Line: 3 });
    }
}
