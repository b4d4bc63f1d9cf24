using Custodia.Books;

namespace Custodia.Commitments.Documents;

/// <summary>
/// Reads communiqués and work plans as plain text, in Chinese or English: numbered paragraphs under headings or in groups,
/// footnotes, and the furniture of pages within. Pure: the same bytes are read the same everywhere.
/// </summary>
public static class DocumentReader
{
    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="bytes">UTF-8 with or without a byte order mark, or UTF-16 with one.</param>
    /// <param name="file">Name of the file, for refusals.</param>
    /// <returns>What was read, or <see cref="DocumentRefusals"/> with the line.</returns>
    public static Answer<DocumentReading> Read(ReadOnlySpan<byte> bytes, string? file = null)
    {
        var text = FileText.Of(bytes, file);
        return text.IsGiven ? Read(text.Value, file) : Answer<DocumentReading>.Refuse(text.Refusals);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">Lines end with LF, CR LF or CR; a form feed ends a page.</param>
    /// <param name="file">Name of the file, for refusals.</param>
    /// <returns>What was read, or <see cref="DocumentRefusals"/> with the line.</returns>
    public static Answer<DocumentReading> Read(string text, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var findings = new FindingList();
        var split = new LineSplit(file, findings);
        var lines = split.Split(text);
        if (!lines.IsGiven)
            return Answer<DocumentReading>.Refuse(lines.Refusals);
        var (kept, notes) = new Footnotes(new Furniture(lines.Value, findings).Remove(), findings).Take();
        var documents = Documents(kept, notes, findings);
        if (documents.TrueForAll(document => document.Paragraphs.Count == 0))
            return DocumentRefusals.NoNumbers.At(new(file, 1, null, null), null, FindingList.Shortened(lines.Value[0].Text));
        if (documents.SelectMany(document => document.Paragraphs).ElementAtOrDefault(ReadingLimits.Paragraphs) is { } excess)
        {
            return DocumentRefusals.TooLong.At(new(file, excess.FirstLine, null, null),
                FormattableString.Invariant($"at most {ReadingLimits.Paragraphs} numbered paragraphs"));
        }

        return new DocumentReading(documents, findings.ToList(), findings.Count, split.Count);
    }

    private static List<ReadDocument> Documents(
        IReadOnlyList<SourceLine> lines, IReadOnlyList<Footnote> notes, FindingList findings)
    {
        if (lines.Count == 0)
            return [];
        var parts = DocumentParts.Of(lines).ToList();
        var documents = new List<ReadDocument>(parts.Count);
        var at = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            // The footnotes of a document's last page stand before the next document.
            var own = new List<Footnote>();
            while (at < notes.Count && (i + 1 == parts.Count || notes[at].Line < parts[i + 1][0].Number))
                own.Add(notes[at++]);
            documents.Add(new DocumentComposer(parts[i], own, findings).Compose());
        }

        return documents;
    }
}
