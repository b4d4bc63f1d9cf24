using Custodia.Books;

namespace Custodia.Commitments.Documents;

/// <summary>What was read from one file.</summary>
/// <param name="Documents">The documents inside the file, in its order; at least one has numbered paragraphs.</param>
/// <param name="Findings">What was dropped, repaired or is doubtful, by line; at most <see cref="ReadingLimits.Findings"/>.</param>
/// <param name="FindingCount">All findings, also those no longer listed.</param>
/// <param name="LineCount">Lines of the file, empty ones included.</param>
public sealed record DocumentReading(
    IReadOnlyList<ReadDocument> Documents, IReadOnlyList<Finding> Findings, int FindingCount, int LineCount);

/// <summary>One document: a communiqué, a work plan, or a paper that carries them as annexes.</summary>
/// <param name="Label">The annex label as printed, such as <c>Annex 1</c>, or <c>null</c>.</param>
/// <param name="Title">Its title; empty where none was found.</param>
/// <param name="Language"><c>zh</c> where a tenth of the letters or more are Han characters, else <c>en</c>.</param>
/// <param name="FirstLine">First line in the file, from 1.</param>
/// <param name="LastLine">Last line in the file.</param>
/// <param name="Preamble">The text before the first group or paragraph; paragraphs on lines of their own.</param>
/// <param name="Groups">The groups in their order; a document without headings has one group.</param>
/// <param name="Paragraphs">The numbered paragraphs in their order; empty where the document has none.</param>
/// <param name="Closing">The text after the last numbered paragraph.</param>
/// <param name="Footnotes">The footnotes, kept apart from the text.</param>
public sealed record ReadDocument(
    string? Label, string Title, string Language, int FirstLine, int LastLine, string Preamble,
    IReadOnlyList<ParagraphGroup> Groups, IReadOnlyList<NumberedParagraph> Paragraphs, string Closing,
    IReadOnlyList<Footnote> Footnotes);

/// <summary>Paragraphs under one heading, or one run of numbers that begins anew.</summary>
/// <param name="Number">From 1 in the document.</param>
/// <param name="Heading">The heading or the words that lead in; empty where there are none.</param>
/// <param name="Line">Line of the heading, or of the first paragraph.</param>
/// <param name="Count">How many paragraphs.</param>
public sealed record ParagraphGroup(int Number, string Heading, int Line, int Count);

/// <summary>One numbered paragraph.</summary>
/// <param name="Group">The <see cref="ParagraphGroup.Number"/> of its group.</param>
/// <param name="Number">Its number.</param>
/// <param name="Printed">Its number as printed, once, with its sign, such as <c>（一）</c> or <c>12.</c>.</param>
/// <param name="Text">Its words without number, line breaks, page furniture or footnote marks; parts that begin a line of
/// their own, such as <c>(a)</c>, are on lines of their own.</param>
/// <param name="FirstLine">First line in the file, from 1.</param>
/// <param name="LastLine">Last line in the file.</param>
/// <param name="Notes">Marks of the footnotes that it refers to, in order.</param>
public sealed record NumberedParagraph(
    int Group, int Number, string Printed, string Text, int FirstLine, int LastLine, IReadOnlyList<string> Notes);

/// <summary>A footnote.</summary>
/// <param name="Mark">Its mark: a number in European digits, or asterisks.</param>
/// <param name="Text">Its words.</param>
/// <param name="Line">Its first line in the file.</param>
public sealed record Footnote(string Mark, string Text, int Line);

/// <summary>What kind of thing a finding reports.</summary>
public enum FindingKind
{
    /// <summary>A page number was dropped.</summary>
    PageNumber,

    /// <summary>A page header or footer was dropped.</summary>
    PageFurniture,

    /// <summary>A rule drawn with signs was dropped.</summary>
    Rule,

    /// <summary>A footnote was taken out of the text.</summary>
    Footnote,

    /// <summary>A sentence that page furniture or a footnote had cut was joined.</summary>
    SentenceJoined,

    /// <summary>A number printed twice was read once.</summary>
    DoubledNumber,

    /// <summary>Numbers are missing before this line.</summary>
    NumberMissing,

    /// <summary>A number that begins a line was left in the text because it does not go on from the one before.</summary>
    NumberInText,

    /// <summary>A mark that says that the text is complete was dropped.</summary>
    EndMark,

    /// <summary>A word that was broken at the end of a line was joined.</summary>
    HyphenJoined,

    /// <summary>Spaces between the characters of a line were removed.</summary>
    SpacedCharacters,

    /// <summary>Numbers begin anew without a heading.</summary>
    GroupWithoutHeading,

    /// <summary>The file has lost characters.</summary>
    LostCharacter,
}

/// <summary>One line of the quality report.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Line">Where, from 1.</param>
/// <param name="Found">The words concerned, shortened to 120 characters.</param>
public sealed record Finding(FindingKind Kind, int Line, string Found)
{
    /// <summary>What it means, in both languages.</summary>
    public Bilingual Meaning => Kind switch
    {
        FindingKind.PageNumber => new("Page number dropped", "移除頁碼"),
        FindingKind.PageFurniture => new("Page header or footer dropped", "移除頁首或頁尾"),
        FindingKind.Rule => new("Drawn line dropped", "移除分隔線"),
        FindingKind.Footnote => new("Footnote kept apart", "註腳另行保存"),
        FindingKind.SentenceJoined => new("Sentence cut by the page joined", "接合因換頁中斷之文句"),
        FindingKind.DoubledNumber => new("Number printed twice read once", "重複編號僅計一次"),
        FindingKind.NumberMissing => new("Numbers missing before this line", "本行之前缺少編號"),
        FindingKind.NumberInText => new("Number at the start of a line left in the text", "行首數字視為內文"),
        FindingKind.EndMark => new("Mark of the text's end dropped", "移除文末標記"),
        FindingKind.HyphenJoined => new("Word broken at the end of the line joined", "接合行末斷字"),
        FindingKind.SpacedCharacters => new("Spaces between characters removed", "移除字元間空格"),
        FindingKind.GroupWithoutHeading => new("Numbers begin anew without a heading", "編號重新起算而無標題"),
        FindingKind.LostCharacter => new("Characters lost before the file came here", "檔案字元已遺失"),
        _ => throw new ArgumentOutOfRangeException(nameof(Kind)),
    };
}
