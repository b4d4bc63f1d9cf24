using System.Text.RegularExpressions;
using Custodia.Books;
using Custodia.Commitments.Commands;
using Custodia.Commitments.Indicators;

namespace Custodia.Commitments.Documents;

/// <summary>Decides what is kept of documents, and the State's own promises.</summary>
internal static partial class DocumentDecisions
{
    /// <summary>Most paragraphs of a document that is kept.</summary>
    public const int MaxParagraphs = 500;

    /// <summary>Longest paragraph, in UTF-16 units: with room, in any language, in one entry of the journal.</summary>
    public const int MaxParagraph = 8_000;

    /// <summary>All paragraphs together, in UTF-16 units: with room, in any language, in one batch of the journal.</summary>
    public const int MaxText = 120_000;

    private const int MaxHeading = 2_000;
    private const int MaxId = 40;
    private const int MaxIndicators = 10;

    public static Decision Decide(CommitmentsBook book, KeepDocument command, DecisionContext context)
    {
        var refusals = new List<Refusal>();
        CheckId(command.Id, "id", refusals);
        Texts.Check(command.NameEn, "nameEn", isRequired: true, refusals);
        Texts.Check(command.NameZh, "nameZh", isRequired: true, refusals);
        Texts.Check(command.File, "file", isRequired: true, refusals);
        if (command.Date > context.Today)
            refusals.Add(CommitmentsRefusals.DayAhead.In("date", $"≤ {context.Today:yyyy-MM-dd}", $"{command.Date:yyyy-MM-dd}"));
        if (command.Catalogue is { } catalogue && Register.Documents.Find(catalogue) is null)
            refusals.Add(CommitmentsRefusals.Unknown.In("catalogue", string.Join(" | ", Register.Documents.Select(document => document.Id)),
                GivenText.Quote(catalogue)));
        if (book.Documents.Find(command.Id ?? "", View.Everything) is { } known && known.Head.Catalogue != command.Catalogue)
            refusals.Add(DocumentRefusals.Another.In("id", known.Head.Catalogue, command.Catalogue));
        if (!Texts.IsDigest(command.Digest))
            refusals.Add(CommitmentsRefusals.DigestWrong.In("digest", "[0-9a-f]{64}", GivenText.Quote(command.Digest)));
        else if (!book.KeepsFile(command.Digest))
            refusals.Add(DocumentRefusals.FileNotKept.In("digest", found: command.Digest));
        CheckParagraphs(command, refusals);
        if (refusals.Count > 0)
            return Decision.Refuse(refusals);
        return Decision.Accept(
        [
            new DocumentKept(command.Id!, command.NameEn, command.NameZh, command.Date, command.Kind, command.File, command.Digest,
                command.Language, command.Catalogue),
            .. command.Paragraphs.Select(paragraph => new ParagraphKept(command.Id!, paragraph)),
        ]);
    }

    public static Decision Decide(CommitmentsBook book, AddCommitment command, DecisionContext context)
    {
        var refusals = new List<Refusal>();
        var document = book.Documents.Find(command.Document ?? "", View.Everything);
        if (document is not { Head.Catalogue: null })
            refusals.Add(DocumentRefusals.NotOwn.In("document", found: GivenText.Quote(command.Document)));
        CheckId(command.Id, "id", refusals);
        if (command.Id is { } id && !id.StartsWith(command.Document + "-", StringComparison.Ordinal))
            refusals.Add(DocumentRefusals.IdWrong.In("id", GivenText.Quote(command.Document) + "-…", GivenText.Quote(id)));
        if (book.Documents.Commitment(command.Id ?? "") is not null || book.Documents.Find(command.Id ?? "", View.Everything) is not null)
            refusals.Add(DocumentRefusals.IdTaken.In("id", found: GivenText.Quote(command.Id)));
        if (Register.Themes.Find(command.Theme ?? "") is null)
            refusals.Add(CommitmentsRefusals.Unknown.In("theme", found: GivenText.Quote(command.Theme)));
        Texts.Check(command.TextEn, "textEn", isRequired: true, refusals);
        Texts.Check(command.TextZh, "textZh", isRequired: true, refusals);
        if (command.Baseline > context.Today)
            refusals.Add(CommitmentsRefusals.DayAhead.In("baseline", $"≤ {context.Today:yyyy-MM-dd}", $"{command.Baseline:yyyy-MM-dd}"));
        CheckIndicators(command, refusals);
        return refusals.Count > 0 ? Decision.Refuse(refusals) : Decision.Accept(new CommitmentAdded(command));
    }

    public static Decision Decide(CommitmentsBook book, EndCommitment command, DecisionContext context)
    {
        var refusals = new List<Refusal>();
        if (book.Documents.Commitment(command.Id ?? "") is not { EndedBy: long.MaxValue } own)
            refusals.Add(CommitmentsRefusals.Unknown.In("id", found: GivenText.Quote(command.Id)));
        else if (command.On <= own.Item.Baseline)
            refusals.Add(DocumentRefusals.EndWrong.In("on", $"> {own.Item.Baseline:yyyy-MM-dd}", $"{command.On:yyyy-MM-dd}"));
        if (command.On > context.Today)
            refusals.Add(CommitmentsRefusals.DayAhead.In("on", $"≤ {context.Today:yyyy-MM-dd}", $"{command.On:yyyy-MM-dd}"));
        Texts.Check(command.Reason, "reason", isRequired: true, refusals);
        return refusals.Count > 0 ? Decision.Refuse(refusals) : Decision.Accept(new CommitmentEnded(command));
    }

    private static void CheckId(string? id, string field, List<Refusal> refusals)
    {
        if (id is null || id.Length > MaxId || !OwnId().IsMatch(id))
            refusals.Add(DocumentRefusals.IdWrong.In(field, "XA-2016", GivenText.Quote(id)));
    }

    private static void CheckParagraphs(KeepDocument command, List<Refusal> refusals)
    {
        if (command.Paragraphs is not { Count: > 0 and <= MaxParagraphs } paragraphs || paragraphs.Contains(null!))
        {
            refusals.Add(DocumentRefusals.ParagraphsWrong.In("paragraphs", $"1 – {MaxParagraphs}", $"{command.Paragraphs?.Count ?? 0}"));
            return;
        }

        var numbers = new HashSet<(int, int)>();
        var items = new HashSet<string>(StringComparer.Ordinal);
        var length = 0L;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var (field, paragraph) = ($"paragraphs[{i}]", paragraphs[i]);
            length += paragraph.Text?.Length ?? 0;
            if (paragraph.Group < 1 || paragraph.Number < 1 || !numbers.Add((paragraph.Group, paragraph.Number)))
                refusals.Add(DocumentRefusals.ParagraphsWrong.In(field + ".number", "1, 2, 3 …", $"{paragraph.Group}.{paragraph.Number}"));
            if (!GivenText.IsTaken(paragraph.Text, MaxParagraph, hasLines: true))
                refusals.Add(CommitmentsRefusals.TextMissing.In(field + ".text", $"1 – {MaxParagraph}", $"{paragraph.Text?.Length ?? 0}"));
            if (paragraph.Heading is { } heading && !GivenText.IsTaken(heading, MaxHeading, hasLines: true))
                refusals.Add(CommitmentsRefusals.TextMissing.In(field + ".heading", $"1 – {MaxHeading}", $"{heading.Length}"));
            if (paragraph.Item is not { } item)
                continue;
            if (command.Catalogue is null || Register.Items.Find(item)?.Document != command.Catalogue)
                refusals.Add(DocumentRefusals.ItemWrong.In(field + ".item", command.Catalogue, GivenText.Quote(item)));
            else if (!items.Add(item))
                refusals.Add(DocumentRefusals.ItemTwice.In(field + ".item", found: item));
        }

        if (length > MaxText)
            refusals.Add(DocumentRefusals.TooLong.In("paragraphs", $"≤ {MaxText}", $"{length}"));
    }

    private static void CheckIndicators(AddCommitment command, List<Refusal> refusals)
    {
        IReadOnlyList<string> indicators = command.Indicators ?? [];
        // What only welcomes or notes is shown, never scored: it needs none.
        if (indicators.Count > MaxIndicators || indicators.Distinct().Count() != indicators.Count
            || indicators.Count == 0 && command.Type != ItemType.Recognition)
            refusals.Add(DocumentRefusals.IndicatorsWrong.In("indicators", $"1 – {MaxIndicators}", $"{indicators.Count}"));
        foreach (var indicator in indicators.Where(indicator => IndicatorCatalogue.Find(indicator ?? "") is null))
            refusals.Add(CommitmentsRefusals.Unknown.In("indicators", found: GivenText.Quote(indicator)));
        if (command.Due is null != command.TargetIndicator is null)
            refusals.Add(DocumentRefusals.TargetHalf.In(command.Due is null ? "due" : "targetIndicator"));
        if (command.TargetIndicator is { } target && !indicators.Contains(target))
            refusals.Add(CommitmentsRefusals.NotOfItem.In(
                "targetIndicator", string.Join(" | ", indicators.Select(GivenText.Quote)), GivenText.Quote(target)));
        if (command.Due is { } due && due <= command.Baseline)
            refusals.Add(CommitmentsRefusals.DueWrong.In("due", $"> {command.Baseline:yyyy-MM-dd}", $"{due:yyyy-MM-dd}"));
    }

    // Ids of the register have a number, or more than two letters, before their first hyphen.
    [GeneratedRegex(@"\A[A-Z]{2}-[A-Z0-9]+([.-][A-Z0-9]+)*\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OwnId();
}
