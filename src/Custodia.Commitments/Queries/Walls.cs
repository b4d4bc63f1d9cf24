using Custodia.Books;
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
/// <param name="Documents">In the order of their dates.</param>
public sealed record Wall(DateOnly Day, IReadOnlyList<WallDocument> Documents);

/// <summary>The promises of a document.</summary>
/// <param name="Id">Its id.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="Date">When it was adopted.</param>
/// <param name="Met">How many promises are met.</param>
/// <param name="Due">How many are counted: all but what only welcomes or notes.</param>
/// <param name="Items">The promises.</param>
public sealed record WallDocument(string Id, string NameEn, string NameZh, DateOnly Date, int Met, int Due, IReadOnlyList<WallItem> Items);

/// <summary>A promise on the wall.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Group">Id of its group in the document.</param>
/// <param name="Theme">Id of its theme.</param>
/// <param name="Type">How far it binds.</param>
/// <param name="TextEn">What it says, in English.</param>
/// <param name="TextZh">What it says, in Chinese.</param>
/// <param name="Standing">How it stands; null for what only welcomes or notes, which is never scored.</param>
/// <param name="Grade">The weakest grade that it rests on.</param>
public sealed record WallItem(string Id, string? Group, string Theme, ItemType Type, string TextEn, string TextZh,
    Standing? Standing, Grade? Grade);

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
/// <param name="Target">Its target, where it has one.</param>
/// <param name="Indicators">Its indicators.</param>
public sealed record ItemView(WallItem Item, string Document, DateOnly Baseline, Target? Target, IReadOnlyList<IndicatorRow> Indicators);

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
        if (query.Document is { } id && Register.Documents.Find(id) is null)
            return CommitmentsRefusals.Unknown.In("document", found: id.Length <= 40 ? id : null);
        var day = query.Day is { } asked && asked < view.AsOf ? asked : view.AsOf;
        if (day == DateOnly.MaxValue)
            return CommitmentsRefusals.DayMissing.In("day");
        var evaluation = book.Engine.At(view with { AsOf = day });
        return new Wall(evaluation.Day,
        [
            .. Register.Documents.Where(document => query.Document is null || document.Id == query.Document)
                .Select(document => Of(document, evaluation)),
        ]);
    }

    /// <summary>Answers <see cref="ItemQuery"/>.</summary>
    public static Answer<ItemView> Ask(CommitmentsBook book, ItemQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (Register.Items.Find(query.Id) is not { } item)
            return CommitmentsRefusals.Unknown.In("id", found: query.Id.Length <= 40 ? query.Id : null);
        var evaluation = book.Engine.At(view with { AsOf = query.Day });
        return new ItemView(Of(item, evaluation), item.Document, item.Baseline, item.Target,
            [.. item.Indicators.Select(IndicatorCatalogue.Find).OfType<Indicator>().Select(indicator => new IndicatorRow(indicator,
                Sight.Shown(evaluation.Of(indicator), indicator, book.Questions, view)))]);
    }

    private static WallDocument Of(SummitDocument document, Evaluation evaluation)
    {
        List<WallItem> items = [.. document.Items().Select(item => Of(item, evaluation))];
        return new WallDocument(document.Id, document.Name.En, document.Name.Zh, document.Date,
            items.Count(item => item.Standing == Standing.Met), items.Count(item => item.Standing is not (null or Standing.NotApplicable)), items);
    }

    private static WallItem Of(Item item, Evaluation evaluation)
    {
        var values = item.Type == ItemType.Recognition
            ? []
            : item.Indicators.Where(id => id != ShareOfPromises).Select(IndicatorCatalogue.Find).OfType<Indicator>()
                .Select(evaluation.Of).ToList();
        return new WallItem(item.Id, item.Group, item.Theme, item.Type, item.Text.En, item.Text.Zh,
            item.Type == ItemType.Recognition ? null : Judge([.. values.Select(value => value.Standing)]), values.Max(value => value.Grade));
    }

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
