using Custodia.Commitments.Documents;

namespace Custodia.Commitments.Tests.Documents;

public sealed class ItemMatcherTests
{
    private static readonly CatalogueText[] _catalogue =
    [
        new("A-1", "日落前點亮燈塔", "Light the lamps before sunset"),
        new("A-2", "訓練守燈人並每年考核", "Train keepers and examine them each year"),
        new("A-3", "油料存放於乾燥處", "Store oil in a dry place"),
        new("B-1", "公布航道水深", "Publish the depth of the channels"),
        new("B-2", "維護浮標", "Maintain the buoys"),
        new("B-3", "各港互通停用消息", "Tell other harbours when a light is out of use"),
        new("B-4", "訓練領港人", "Train pilots"),
    ];

    private static readonly ItemMatcher _matcher = new(_catalogue);

    [Fact]
    public void Each_paragraph_finds_its_own_item_in_either_language()
    {
        var zh = Given.Document("""
            公報
            1. 各港應於每日日落以前點亮其所屬之燈塔。
            2. 我們鼓勵各港訓練守燈人，並建立考核制度。
            3. 油料應妥為存放。
            """);
        var en = Given.Document("""
            Communiqué
            1. All lamps are to be lighted well before the sunset.
            2. We encourage the training of keepers and yearly examinations.
            3. The oil is to be stored dry.
            """);
        Assert.Equal(["A-1", "A-2", "A-3"], _matcher.Match(zh).Select(match => match.Best?.Id));
        Assert.Equal(["A-1", "A-2", "A-3"], _matcher.Match(en).Select(match => match.Best?.Id));
    }

    [Fact]
    public void The_order_decides_where_words_do_not()
    {
        var document = Given.Document("""
            Work plan
            1. The depth of channels will be published.
            2. Buoys will be maintained.
            3. Harbours will tell each other of lights out of use.
            4. There will be training.
            """);
        // "Training" is as much in A-2 as in B-4; the paragraphs before it are B-1 to B-3.
        var last = _matcher.Match(document)[3];
        Assert.Equal(("B-4", "A-2"), (last.Best?.Id, last.RunnerUp?.Id));
        var alone = _matcher.Match(document with { Paragraphs = [document.Paragraphs[1]] })[0];
        Assert.Equal("B-2", alone.Best?.Id);
    }

    [Fact]
    public void The_heading_above_a_paragraph_helps_where_the_paragraph_names_nothing()
    {
        var document = Given.Document("""
            Work plan
            The buoys
            1. They will be kept in good repair in every season.
            """);
        Assert.Equal("B-2", _matcher.Match(document)[0].Best?.Id);
    }

    [Fact]
    public void A_paragraph_that_shares_no_word_has_no_item()
    {
        var match = Assert.Single(_matcher.Match(Given.Document("Communiqué\n1. Nothing whatsoever.\n")));
        Assert.Null(match.Best);
        Assert.Null(match.RunnerUp);
    }

    [Fact]
    public void Words_of_an_item_itself_score_higher_than_its_paraphrase_and_no_score_leaves_its_bounds()
    {
        var same = _matcher.Match(Given.Document("Communiqué\n1. Store oil in a dry place.\n"))[0];
        var near = _matcher.Match(Given.Document("Communiqué\n1. Let oil be put where rain and the sea never come.\n"))[0];
        Assert.Equal(("A-3", "A-3"), (same.Best?.Id, near.Best?.Id));
        Assert.True(same.Best!.Score > near.Best!.Score);
        Assert.InRange(same.Best.Score, 0.9, 1);
        Assert.InRange(same.Best.WordScore, 0.9, 1);
    }

    [Fact]
    public void A_document_without_paragraphs_or_a_catalogue_without_items_gives_no_match()
    {
        var document = Given.Document("Communiqué\n1. Keep.\n");
        Assert.Empty(_matcher.Match(document with { Paragraphs = [] }));
        Assert.Null(Assert.Single(new ItemMatcher([]).Match(document)).Best);
    }
}
