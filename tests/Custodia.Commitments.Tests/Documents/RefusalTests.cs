using System.Text;
using Custodia.Books;
using Custodia.Commitments.Documents;

namespace Custodia.Commitments.Tests.Documents;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData(" \r\n\t\n\u3000\n")]
    public void A_file_without_text_is_refused(string text) => Refused(DocumentReader.Read(text, "draft.txt"), DocumentRefusals.Empty, null);

    [Fact]
    public void A_text_without_a_numbered_paragraph_is_refused() =>
        Refused(DocumentReader.Read("Communiqué\n\nWe met in spring.\n", "draft.txt"), DocumentRefusals.NoNumbers, 1);

    [Fact]
    public void Bytes_that_are_no_text_are_refused_at_their_line()
    {
        Refused(DocumentReader.Read([(byte)'a', (byte)'\n', 0xC3, 0x28], "draft.txt"), DocumentRefusals.NotText, 2);
        Refused(DocumentReader.Read("1. Keep\n2. \0Store"u8, "draft.txt"), DocumentRefusals.NotText, 2);
    }

    [Fact]
    public void A_file_beyond_the_limits_is_refused_and_one_at_them_is_not()
    {
        var words = "1. Keep.\n";
        Refused(DocumentReader.Read(words + new string('\n', ReadingLimits.Lines), "draft.txt"), DocumentRefusals.TooLong,
            ReadingLimits.Lines + 1);
        Assert.True(DocumentReader.Read(words + new string('\n', ReadingLimits.Lines - 1)).IsGiven);
        Refused(DocumentReader.Read(words + new string('x', ReadingLimits.LineCharacters + 1), "draft.txt"), DocumentRefusals.LineTooLong, 2);
        Assert.True(DocumentReader.Read(words + new string('x', ReadingLimits.LineCharacters)).IsGiven);
        Refused(DocumentReader.Read(new string('x', ReadingLimits.Characters + 1), "draft.txt"), DocumentRefusals.TooLong, null);
        Refused(DocumentReader.Read(new byte[ReadingLimits.Bytes + 1], "draft.txt"), DocumentRefusals.TooLong, null);
        var many = string.Concat(Enumerable.Repeat("1. Keep.\n2. Store.\nHeading\n", ReadingLimits.Paragraphs / 2));
        Assert.True(DocumentReader.Read(many).IsGiven);
        Refused(DocumentReader.Read(many + "1. Keep.\n", "draft.txt"), DocumentRefusals.TooLong, ReadingLimits.Paragraphs / 2 * 3 + 1);
    }

    [Fact]
    public void A_byte_order_mark_and_its_encoding_are_understood()
    {
        const string Text = "燈塔公報\n1. 各港應點亮燈塔。\n";
        Encoding[] encodings = [new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)];
        Assert.All(encodings, encoding =>
        {
            var answer = DocumentReader.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]);
            Assert.Equal(("燈塔公報", "各港應點亮燈塔。"), (answer.Value!.Documents[0].Title, answer.Value.Documents[0].Paragraphs[0].Text));
        });
    }

    [Fact]
    public void Every_reason_has_its_code_and_texts_and_every_kind_of_finding_its_meaning()
    {
        var codes = RefusalCatalogue.Of(typeof(DocumentRefusals));
        Assert.Equal(18, codes.Count);
        Assert.All(codes, code => Assert.StartsWith("commitments.document-", code.Code, StringComparison.Ordinal));
        Assert.All(codes, code => Assert.All([code.Message, code.Remedy], text => Assert.NotEqual(text.En, text.Zh)));
        var meanings = Enum.GetValues<FindingKind>().Select(kind => new Finding(kind, 1, "").Meaning).ToList();
        Assert.All(meanings, meaning => Assert.NotEqual(meaning.En, meaning.Zh));
        Assert.Equal(meanings.Count, meanings.Select(meaning => meaning.En).Distinct().Count());
    }

    private static void Refused(Answer<DocumentReading> answer, RefusalCode reason, int? line)
    {
        Assert.False(answer.IsGiven);
        var refusal = Assert.Single(answer.Refusals);
        Assert.Equal((reason, "draft.txt", line), (refusal.Reason, refusal.Place.File, refusal.Place.Row));
    }
}
