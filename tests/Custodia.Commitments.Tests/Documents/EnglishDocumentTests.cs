using Custodia.Commitments.Documents;

namespace Custodia.Commitments.Tests.Documents;

public sealed class EnglishDocumentTests
{
    [Fact]
    public void Paragraphs_under_headings_are_read_with_their_words_joined()
    {
        var document = Given.Document("""
            Harbour Lights Communiqué

            We, the keepers of the northern harbours, met in spring and agreed:

            1. We will keep every lamp lit between sunset and sunrise, and we will
            record each night when a lamp was dark.

            Training of keepers

            2. We encourage every harbour to train two keepers for each lamp, and to
            send them to a common course once in three years. We welcome the offer
            of the island harbours.

            3. We will meet again.
            """);
        Assert.Equal(("Harbour Lights Communiqué", "en"), (document.Title, document.Language));
        Assert.Equal([("", 1), ("Training of keepers", 2)], document.Groups.Select(group => (group.Heading, group.Count)));
        Assert.Equal("We will keep every lamp lit between sunset and sunrise, and we will record each night when a lamp was dark.",
            document.Paragraphs[0].Text);
        Assert.Equal("We encourage every harbour to train two keepers for each lamp, and to send them to a common course once in three "
            + "years. We welcome the offer of the island harbours.", document.Paragraphs[1].Text);
    }

    [Fact]
    public void A_figure_that_happens_to_begin_a_line_numbers_no_paragraph()
    {
        var reading = Given.Reading("""
            Harbour Lights Communiqué
            1. We will act on the resolutions of the harbour council, on number
            3. and on number 7, before the end of the coming winter season.
            2. We recall the meeting of the keepers in the island harbour in May
            2014. The harbours there have since grown by more than one half, by
            3.5 boats a day.
            3. We will meet again.
            """);
        var document = Assert.Single(reading.Documents);
        Assert.Equal([1, 2, 3], document.Paragraphs.Select(paragraph => paragraph.Number));
        Assert.Equal("We will meet again.", document.Paragraphs[2].Text);
        Assert.Contains("on number 3. and on number 7", document.Paragraphs[0].Text, StringComparison.Ordinal);
        Assert.Contains("in May 2014. The harbours", document.Paragraphs[1].Text, StringComparison.Ordinal);
        Assert.Contains(reading.Findings, finding => finding is { Kind: FindingKind.NumberInText, Line: 3 });
    }

    [Fact]
    public void A_missing_number_is_reported_at_the_line_after_it()
    {
        var reading = Given.Reading("Communiqué\n1. Keep the lamps.\n2. Train the keepers.\n5. Store the oil.\n7. Meet again.\n");
        Assert.Equal([1, 2, 5, 7], reading.Documents[0].Paragraphs.Select(paragraph => paragraph.Number));
        Assert.Equal([(4, "3–4"), (5, "6")],
            reading.Findings.Where(finding => finding.Kind == FindingKind.NumberMissing).Select(finding => (finding.Line, finding.Found)));
    }

    [Fact]
    public void A_doubled_number_is_read_once_and_reported()
    {
        var reading = Given.Reading("Communiqué\n1. Keep the lamps.\n2. 2. Train the keepers.\n3. Store the oil.\n");
        Assert.Equal([(1, "Keep the lamps."), (2, "Train the keepers."), (3, "Store the oil.")], reading.Documents[0].Numbered());
        Assert.Contains(reading.Findings, finding => finding is { Kind: FindingKind.DoubledNumber, Line: 3, Found: "2. 2." });
    }

    [Fact]
    public void A_word_broken_at_the_end_of_a_line_is_joined_and_reported()
    {
        var reading = Given.Reading("Communiqué\n1. We will keep every lamp in the har-\nbour lit through the whole of the night.\n");
        Assert.Equal("We will keep every lamp in the harbour lit through the whole of the night.", reading.Documents[0].Paragraphs[0].Text);
        Assert.Contains(reading.Findings, finding => finding is { Kind: FindingKind.HyphenJoined, Line: 3 });
    }

    [Fact]
    public void Parts_of_a_paragraph_stay_in_it_on_lines_of_their_own()
    {
        var document = Given.Document("""
            Work plan
            1. Every harbour will, in each of the coming years and without being asked:
            (a) keep its lamps lit;
            (b) train its keepers.
            2. Every harbour will report to the others what it did in the year before.
            """);
        Assert.Equal("Every harbour will, in each of the coming years and without being asked:\n(a) keep its lamps lit;\n"
            + "(b) train its keepers.", document.Paragraphs[0].Text);
        Assert.Equal(2, document.Paragraphs.Count);
    }

    [Fact]
    public void Words_after_the_last_paragraph_are_its_closing_and_not_its_text()
    {
        var document = Given.Document("""
            Communiqué
            1. Every harbour will keep its lamps lit through the whole of the night
            and record it.
            Done in the island harbour, in one copy that the host harbour will keep
            for all.
            """);
        Assert.Equal("Every harbour will keep its lamps lit through the whole of the night and record it.", document.Paragraphs[0].Text);
        Assert.Equal("Done in the island harbour, in one copy that the host harbour will keep for all.", document.Closing);
    }

    [Fact]
    public void Numbers_that_begin_anew_without_a_heading_are_reported()
    {
        var reading = Given.Reading("Plan\n1. Keep the lamps.\n2. Store the oil.\n1. Train the keepers.\n2. Meet again.\n");
        Assert.Equal([2, 2], reading.Documents[0].Counts());
        Assert.Contains(reading.Findings, finding => finding is { Kind: FindingKind.GroupWithoutHeading, Line: 4 });
    }

    [Fact]
    public void A_list_of_annexes_begins_no_document()
    {
        var reading = Given.Reading("""
            Meeting of the harbours
            Annex 1: Communiqué
            Annex 2: Work plan

            The harbours met in spring.

            Annex 1: Communiqué
            1. Keep the lamps.
            Annex 2: Work plan
            1. Train the keepers.
            """);
        Assert.Equal([(null, 0), ("Annex 1", 1), ("Annex 2", 1)],
            reading.Documents.Select(document => (document.Label, document.Paragraphs.Count)));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\n")]
    public void Every_kind_of_line_end_counts_lines_alike(string end)
    {
        var document = Given.Document($"Communiqué{end}{end}1. Keep the lamps.{end}2. Store the oil.{end}");
        Assert.Equal([3, 4], document.Paragraphs.Select(paragraph => paragraph.FirstLine));
    }
}
