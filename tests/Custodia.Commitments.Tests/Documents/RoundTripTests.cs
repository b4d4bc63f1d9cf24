using Custodia.Commitments.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace Custodia.Commitments.Tests.Documents;

public sealed class RoundTripTests
{
    private static readonly Config _many = Config.QuickThrowOnFailure.WithMaxTest(1_000);

    [Fact]
    public void A_document_that_was_printed_on_pages_is_read_back_exactly() =>
        Prop.ForAll(ModelDocuments.All.ToArbitrary(), given =>
        {
            var (model, cuts) = given;
            var text = model.Print(cuts);
            var document = Given.Document(text);
            Assert.True(model.Title == document.Title, text);
            Assert.True(model.Paragraphs().SequenceEqual(
                document.Paragraphs.Select(paragraph => (paragraph.Group, paragraph.Number, paragraph.Text))), text);
            Assert.True(model.Groups.Select(group => group.Heading).SequenceEqual(document.Groups.Select(group => group.Heading)), text);
            Assert.True((model.Preamble, model.Closing) == (document.Preamble, document.Closing), text);
        }).Check(_many);

    [Fact]
    public void What_is_dropped_is_in_the_report_with_its_line() =>
        Prop.ForAll(ModelDocuments.All.ToArbitrary(), given =>
        {
            var (model, cuts) = given;
            var text = model.Print(cuts);
            var lines = text.Split(model.Style.LineEnd);
            var reading = Given.Reading(text);
            var dropped = reading.Findings.Where(finding => finding.Kind is FindingKind.PageNumber or FindingKind.PageFurniture)
                .Select(finding => finding.Line).ToHashSet();
            var furniture = Enumerable.Range(2, 8).SelectMany(model.Style.Furniture).ToHashSet();
            var printed = Enumerable.Range(1, lines.Length).Where(line => furniture.Contains(lines[line - 1])).ToHashSet();
            Assert.True(printed.SetEquals(dropped), text);
        }).Check(_many);
}
