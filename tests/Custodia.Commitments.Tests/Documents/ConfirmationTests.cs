using System.Text;
using Custodia.Commitments.Documents;

namespace Custodia.Commitments.Tests.Documents;

public sealed class ConfirmationTests
{
    private static readonly string AsPrinted = "Communiqué\n\n" + string.Join("\n\n",
        Register.Documents.Find("C10")!.Items().Select((item, i) => $"{i + 1}. {item.Text.En}"));

    [Fact]
    public void The_words_of_the_catalogue_are_confirmed_as_its_promises_by_words_and_by_order()
    {
        var document = Part(AsPrinted, "C10");
        var items = Register.Documents.Find("C10")!.Items().Select(item => item.Id).ToList();
        Assert.Equal(items, ConfirmedParagraphs.Of(document, "C10", Confirmation.Best).Value!.Select(paragraph => paragraph.Item));
        Assert.Equal(items, ConfirmedParagraphs.Of(document, "C10", Confirmation.Order).Value!.Select(paragraph => paragraph.Item));
        Assert.All(ConfirmedParagraphs.Of(document, "C10", Confirmation.None).Value!, paragraph => Assert.Null(paragraph.Item));
        Assert.All(ConfirmedParagraphs.Of(document, null, Confirmation.Best).Value!, paragraph => Assert.Null(paragraph.Item));
    }

    [Fact]
    public void Of_two_paragraphs_for_one_promise_the_likelier_is_confirmed()
    {
        var first = Register.Items.Find("C10-01")!.Text.En;
        var confirmed = ConfirmedParagraphs.Of(Part($"Draft\n\n1. {first}\n\n2. {first}\n", "C10"), "C10", Confirmation.Best).Value!;
        Assert.Single(confirmed, paragraph => paragraph.Item == "C10-01");
    }

    [Fact]
    public void Only_promises_of_the_document_are_proposed() =>
        Assert.All(Part(AsPrinted, "C14").Paragraphs, paragraph => Assert.StartsWith("C14-", paragraph.Item ?? "C14-", StringComparison.Ordinal));

    [Fact]
    public void As_many_paragraphs_as_promises_are_needed_for_order() =>
        Assert.Equal(DocumentRefusals.OrderWrong, Assert.Single(
            ConfirmedParagraphs.Of(Part("Draft\n\n1. Keep.\n\n2. Store.\n", "C10"), "C10", Confirmation.Order).Refusals).Reason);

    [Fact]
    public void Of_several_documents_in_a_file_one_must_be_named()
    {
        var preview = Preview("Annex 1 First\n\n1. Keep.\n\n2. Store.\n\nAnnex 2 Second\n\n1. Guard.\n\n2. Count.\n", null);
        Assert.Equal(2, preview.Documents.Count(document => document.Paragraphs.Count > 0));
        Assert.Equal(DocumentRefusals.Several, Assert.Single(ConfirmedParagraphs.Part(preview, null).Refusals).Reason);
        Assert.Equal(DocumentRefusals.Several, Assert.Single(ConfirmedParagraphs.Part(preview, 3).Refusals).Reason);
        Assert.Equal("Guard.", ConfirmedParagraphs.Part(preview, 2).Value!.Paragraphs[0].Text);
    }

    [Fact]
    public void A_document_that_the_catalogue_does_not_have_is_refused() =>
        Assert.Equal(CommitmentsRefusals.Unknown, Assert.Single(DocumentPreview.Of("1. Keep."u8, null, "C11").Refusals).Reason);

    private static PreviewedDocument Part(string text, string? catalogue) => ConfirmedParagraphs.Part(Preview(text, catalogue), null).Value!;

    private static DocumentPreview Preview(string text, string? catalogue)
    {
        var read = DocumentPreview.Of(Encoding.UTF8.GetBytes(text), "draft.txt", catalogue);
        Assert.True(read.IsGiven, string.Join('\n', read.Refusals));
        return read.Value;
    }
}
