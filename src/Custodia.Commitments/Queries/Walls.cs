using Custodia.Books;
using Custodia.Commitments.Documents;
using Custodia.Commitments.Indicators;

namespace Custodia.Commitments.Queries;

/// <summary>Asks how far the State is with every promise.</summary>
/// <param name="Document">Only those of this document.</param>
/// <param name="Day">On which day; left out: that of the view, where it has one.</param>
public sealed record WallQuery(
    [Meaning("Only those of this document, such as C14", "僅此文件，如 C14")] string? Document = null,
    [Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>Every promise, document by document.</summary>
/// <param name="Day">The day.</param>
/// <param name="Documents">Those of the catalogue in the order of their dates, then those of the State's own that hold promises.</param>
/// <param name="Entries">
/// The entries by which they are judged, as far as whoever may ask this may see them: those of the State's own promises and targets, of
/// what it stated and set, and of the figures that are asked of books which the same right opens.
/// </param>
public sealed record Wall(DateOnly Day, IReadOnlyList<WallDocument> Documents, IReadOnlyList<long> Entries);

/// <summary>The promises of a document.</summary>
/// <param name="Id">Its id.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="Date">When it was adopted.</param>
/// <param name="Met">How many promises are met.</param>
/// <param name="Due">How many are counted: all but what only welcomes or notes.</param>
/// <param name="Items">The promises.</param>
/// <param name="CouldBeMet">How many would be met if all that has no evidence were.</param>
public sealed record WallDocument(string Id, string NameEn, string NameZh, DateOnly Date, int Met, int Due, IReadOnlyList<WallItem> Items,
    int CouldBeMet = 0);

/// <summary>A promise on the wall.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Group">Id of its group in the document.</param>
/// <param name="Theme">Id of its theme.</param>
/// <param name="Type">How far it binds.</param>
/// <param name="TextEn">What it says, in English.</param>
/// <param name="TextZh">What it says, in Chinese.</param>
/// <param name="Standing">How it stands; null for what only welcomes or notes, which is never scored.</param>
/// <param name="Grade">The weakest grade that it rests on.</param>
/// <param name="Best">How it would stand if all that has no evidence were met.</param>
/// <param name="Worst">How it would stand if all that has no evidence were not.</param>
/// <param name="Due">The day by which its target was to be reached.</param>
/// <param name="Indicators">Ids of the indicators that show it.</param>
public sealed record WallItem(string Id, string? Group, string Theme, ItemType Type, string TextEn, string TextZh,
    Standing? Standing, Grade? Grade, Standing? Best = null, Standing? Worst = null, DateOnly? Due = null,
    IReadOnlyList<string>? Indicators = null);

/// <summary>Asks for one promise.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Day">The day.</param>
public sealed record ItemQuery(
    [Meaning("Id, such as WP10-6.5", "識別碼，如 WP10-6.5")] string Id,
    [Meaning("Day on which it is judged", "判定之日")] DateOnly Day);

/// <summary>One promise.</summary>
/// <param name="Item">It as it stands on the wall.</param>
/// <param name="Document">Its document.</param>
/// <param name="Baseline">Day from which progress is counted.</param>
/// <param name="Target">Its target, where it has one: the State's own, or that of the document.</param>
/// <param name="TargetEntry">The entry that set the State's own target.</param>
/// <param name="Indicators">Its indicators.</param>
/// <param name="Deciding">Ids of the indicators that hold it where it stands.</param>
/// <param name="DocumentName">Name of its document.</param>
/// <param name="Paragraphs">The paragraphs of kept documents that a person confirmed to be it.</param>
public sealed record ItemView(WallItem Item, string Document, DateOnly Baseline, Target? Target, long? TargetEntry,
    IReadOnlyList<IndicatorRow> Indicators, IReadOnlyList<string> Deciding, Words DocumentName, IReadOnlyList<ItemParagraph> Paragraphs);

/// <summary>A paragraph of a kept document that is a promise.</summary>
/// <param name="Entry">The entry that kept it.</param>
/// <param name="Document">Id of the document.</param>
/// <param name="Language">Its language.</param>
/// <param name="Number">Its number.</param>
/// <param name="Text">Its words.</param>
public sealed record ItemParagraph(long Entry, string Document, TextLanguage Language, int Number, string Text);

/// <summary>
/// Judges promises by their indicators: what one shows to be off its track is off it, however the others stand; what nothing
/// shows is never met.
/// </summary>
public static class Walls
{
    // It counts the promises, so no promise can be judged by it.
    private const string ShareOfPromises = "IND-G02";

    /// <summary>Answers <see cref="WallQuery"/>.</summary>
    public static Answer<Wall> Ask(CommitmentsBook book, WallQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (query.Document is { } id && Register.Documents.Find(id) is null
            && book.Documents.Find(id, view with { AsOf = DateOnly.MaxValue }) is null)
            return CommitmentsRefusals.Unknown.In("document", found: id.Length <= 40 ? id : null);
        var day = query.Day is { } asked && asked < view.AsOf ? asked : view.AsOf;
        if (day == DateOnly.MaxValue)
            return CommitmentsRefusals.DayMissing.In("day");
        var asOf = view with { AsOf = day };
        return Of(book, asOf, book.Engine.At(asOf), query.Document);
    }

    /// <summary>The promises as the indicators of an evaluation judge them.</summary>
    /// <param name="book">The book.</param>
    /// <param name="asOf">The day, and what is known.</param>
    /// <param name="evaluation">The indicators on it.</param>
    /// <param name="only">Only the promises of this document.</param>
    internal static Wall Of(CommitmentsBook book, View asOf, Evaluation evaluation, string? only = null)
    {
        List<Item> items = [.. Register.Items.Concat(book.Documents.Items(asOf)).Where(item => only is null || item.Document == only)];
        return new Wall(evaluation.Day,
        [
            .. from document in items.GroupBy(item => item.Document, StringComparer.Ordinal)
               let known = Register.Documents.Find(document.Key)
               let own = known is null ? book.Documents.Latest(document.Key, asOf) : null
               select Of(document.Key, known?.Name ?? own!.Name, known?.Date ?? own!.Head.Date, document, evaluation),
        ],
        [.. Entries(book, items, evaluation).Distinct().Order()]);
    }

    private static IEnumerable<long> Entries(CommitmentsBook book, List<Item> items, Evaluation evaluation) =>
        from item in items
        where item.Type != ItemType.Recognition
        let judging = Judging(item).Select(evaluation.Of)
            .Where(value => value.Asked.All(asked => book.Questions.Query(asked.Query)?.Permission == CommitmentsPermissions.Read))
        from entry in judging.SelectMany(value => value.Entries.Concat(new[] { value.Statement, value.Threshold }.OfType<long>()))
            .Concat(new[] { evaluation.TargetOf(item).Entry, book.Documents.Commitment(item.Id)?.Stamp.Sequence }.OfType<long>())
        select entry;

    /// <summary>Answers <see cref="ItemQuery"/>.</summary>
    public static Answer<ItemView> Ask(CommitmentsBook book, ItemQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        var asOf = view with { AsOf = query.Day };
        if (book.ItemOf(query.Id, asOf) is not { } item)
            return CommitmentsRefusals.Unknown.In("id", found: query.Id.Length <= 40 ? query.Id : null);
        var evaluation = book.Engine.At(asOf);
        var judged = Of(item, evaluation);
        var (target, entry) = evaluation.TargetOf(item);
        List<Indicator> indicators = [.. item.Indicators.Select(IndicatorCatalogue.Find).OfType<Indicator>()];
        return new ItemView(judged, item.Document, item.Baseline, target, entry,
            [.. indicators.Select(indicator => new IndicatorRow(indicator,
                Sight.Shown(evaluation.Of(indicator), indicator, book.Questions, view)))],
            [.. Judging(item).Where(indicator => StandingOf(indicator, target, evaluation) == judged.Standing).Select(indicator => indicator.Id)],
            Register.Documents.Find(item.Document)?.Name ?? book.Documents.Latest(item.Document, asOf).Name,
            [
                .. from document in book.Documents.All(asOf)
                   from kept in document.Paragraphs
                   where kept.Paragraph.Item == item.Id
                   select new ItemParagraph(kept.Stamp.Sequence, document.Head.Id, document.Head.Language, kept.Paragraph.Number,
                       kept.Paragraph.Text),
            ]);
    }

    private static WallDocument Of(string id, Words name, DateOnly date, IEnumerable<Item> promises, Evaluation evaluation)
    {
        List<WallItem> items = [.. promises.Select(item => Of(item, evaluation))];
        return new WallDocument(id, name.En, name.Zh, date,
            items.Count(item => item.Standing == Standing.Met), items.Count(item => item.Standing is not (null or Standing.NotApplicable)), items,
            items.Count(item => item.Best == Standing.Met));
    }

    private static WallItem Of(Item item, Evaluation evaluation)
    {
        var (target, _) = evaluation.TargetOf(item);
        var judging = item.Type == ItemType.Recognition ? [] : Judging(item);
        List<Standing> standings = [.. judging.Select(indicator => StandingOf(indicator, target, evaluation))];
        return new WallItem(item.Id, item.Group, item.Theme, item.Type, item.Text.En, item.Text.Zh,
            item.Type == ItemType.Recognition ? null : Judge(standings),
            judging.Max(indicator => evaluation.Of(indicator).Grade),
            item.Type == ItemType.Recognition ? null : Judge([.. standings.Select(standing => If(standing, Standing.Met))]),
            item.Type == ItemType.Recognition ? null : Judge([.. standings.Select(standing => If(standing, Standing.OffTrack))]),
            target?.Due, item.Indicators);
    }

    private static List<Indicator> Judging(Item item) =>
        [.. item.Indicators.Where(id => id != ShareOfPromises).Select(IndicatorCatalogue.Find).OfType<Indicator>()];

    // What was to be reached by a day and was not is off its track from the next day on, however far it has come.
    private static Standing StandingOf(Indicator indicator, Target? target, Evaluation evaluation)
    {
        var standing = evaluation.Of(indicator).Standing;
        return standing == Standing.OnTrack && target?.Indicator == indicator.Id && target.Due < evaluation.Day ? Standing.OffTrack : standing;
    }

    private static Standing If(Standing standing, Standing missing) => standing == Standing.NoEvidence ? missing : standing;

    /// <summary>How a promise stands whose indicators stand so.</summary>
    internal static Standing Judge(IReadOnlyList<Standing> standings)
    {
        Standing[] order = [Standing.OffTrack, Standing.NoEvidence, Standing.OnTrack, Standing.Met, Standing.Measured];
        foreach (var standing in order)
        {
            if (standings.Contains(standing))
                return standing;
        }

        return standings.Count > 0 ? Standing.NotApplicable : Standing.NoEvidence;
    }
}
