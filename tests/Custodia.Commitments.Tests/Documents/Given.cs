using Custodia.Commitments.Documents;

namespace Custodia.Commitments.Tests.Documents;

internal static class Given
{
    public static DocumentReading Reading(string text)
    {
        var answer = DocumentReader.Read(text, "draft.txt");
        Assert.True(answer.IsGiven, string.Join('\n', answer.Refusals));
        return answer.Value;
    }

    public static ReadDocument Document(string text) => Assert.Single(Reading(text).Documents);

    public static IEnumerable<(int Number, string Text)> Numbered(this ReadDocument document) =>
        document.Paragraphs.Select(paragraph => (paragraph.Number, paragraph.Text));

    public static IEnumerable<int> Counts(this ReadDocument document) => document.Groups.Select(group => group.Count);
}
