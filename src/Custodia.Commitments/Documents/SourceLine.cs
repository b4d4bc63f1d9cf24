namespace Custodia.Commitments.Documents;

/// <summary>A line of the file that is not empty.</summary>
/// <param name="Number">In the file, from 1.</param>
/// <param name="Text">Without spaces at its ends.</param>
/// <param name="Indent">Columns before the text.</param>
/// <param name="Gap">Empty lines before it; 0 where page furniture or the end of a page stood between.</param>
/// <param name="PageStart">Whether a form feed stands before it.</param>
/// <param name="AfterCut">Whether page furniture, a footnote or the end of a page stood between it and the line before.</param>
internal sealed record SourceLine(int Number, string Text, int Indent, int Gap, bool PageStart, bool AfterCut)
{
    /// <summary>Columns of the text.</summary>
    public int Width { get; } = Letters.Width(Text);

    /// <summary>Whether a sentence ends at its end.</summary>
    public bool EndsSentence { get; } = Letters.EndsSentence(Text);

    /// <summary>A line drawn above footnotes: of spaces alone, or of strokes.</summary>
    public bool IsRule { get; } = Text.Length == 0 || Text.Length >= 3 && Text.All(sign => sign is '_' or '-' or '─' or '—' or '=' or '*' or ' ');
}
