using Custodia.Books;
using Custodia.Commitments.Indicators;

namespace Custodia.Commitments.Queries;

/// <summary>Asks for all indicators on a day.</summary>
/// <param name="Day">The day.</param>
public sealed record IndicatorsQuery([Meaning("Day on which they are worked out", "計算之日")] DateOnly Day);

/// <summary>The indicators on a day.</summary>
/// <param name="Rows">In the order of the catalogue.</param>
public sealed record IndicatorList(IReadOnlyList<IndicatorRow> Rows);

/// <summary>An indicator with its value.</summary>
/// <param name="Indicator">What it is.</param>
/// <param name="Value">How it stands.</param>
public sealed record IndicatorRow(Indicator Indicator, IndicatorValue Value);

/// <summary>Asks for one indicator.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Day">The day.</param>
/// <param name="Months">How many ends of months before that day the series has.</param>
public sealed record IndicatorQuery(
    [Meaning("Id, such as IND-M01", "識別碼，如 IND-M01")] string Id,
    [Meaning("Day on which it is worked out", "計算之日")] DateOnly Day,
    [Meaning("Months of the series, at most 240", "序列月數，最多 240")] int Months = 24);

/// <summary>One indicator.</summary>
/// <param name="Indicator">What it is.</param>
/// <param name="Formula">Its formula, or null where no book declares one.</param>
/// <param name="Value">How it stands.</param>
/// <param name="Series">How it went: at the end of each month, then on the day.</param>
/// <param name="Items">Ids of the promises that it shows.</param>
/// <param name="Met">When it is met, as it is judged on the day: by the State's own threshold where it set one.</param>
/// <param name="OnTrack">When it is on its way.</param>
/// <param name="KnownThen">
/// Number of the last entry that was known at the end of the day, where entries came later that reach back to it.
/// </param>
public sealed record IndicatorView(Indicator Indicator, IndicatorFormula? Formula, IndicatorValue Value,
    IReadOnlyList<SeriesPoint> Series, IReadOnlyList<string> Items, string? Met = null, string? OnTrack = null, long? KnownThen = null);

/// <summary>A point of a series.</summary>
/// <param name="Day">The day.</param>
/// <param name="Standing">How it stood.</param>
/// <param name="Value">Its value, where there was one and it may be shown.</param>
/// <param name="KnownThen">
/// Number of the last entry that was known at the end of that day, where entries came later that reach back to it: as known at
/// that entry, it may have been another.
/// </param>
public sealed record SeriesPoint(DateOnly Day, Standing Standing, string? Value, long? KnownThen = null);

/// <summary>Asks how all indicators went, month by month.</summary>
/// <param name="Day">The last day.</param>
/// <param name="Months">How many ends of months before that day.</param>
public sealed record HistoriesQuery(
    [Meaning("Last day", "最後一日")] DateOnly Day,
    [Meaning("Months, at most 240", "月數，最多 240")] int Months = 24);

/// <summary>How all indicators went.</summary>
/// <param name="Rows">In the order of the catalogue.</param>
public sealed record Histories(IReadOnlyList<History> Rows);

/// <summary>How an indicator went.</summary>
/// <param name="Indicator">Id.</param>
/// <param name="Series">At the end of each month, then on the day.</param>
public sealed record History(string Indicator, IReadOnlyList<SeriesPoint> Series);

/// <summary>Answers questions on indicators.</summary>
public static class Measures
{
    /// <summary>Most months of a series.</summary>
    public const int MaxMonths = 240;

    /// <summary>Answers <see cref="IndicatorsQuery"/>.</summary>
    public static Answer<IndicatorList> Ask(CommitmentsBook book, IndicatorsQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        var evaluation = book.Engine.At(view with { AsOf = query.Day });
        return new IndicatorList(Rows(book, evaluation.Of, view));
    }

    /// <summary>All indicators of an evaluation, with the entries that they rest on, as a view's reader may see them.</summary>
    internal static IReadOnlyList<IndicatorRow> Traced(CommitmentsBook book, Evaluation evaluation, View view) =>
        Rows(book, evaluation.Traced, view);

    /// <summary>Answers <see cref="IndicatorQuery"/>.</summary>
    public static Answer<IndicatorView> Ask(CommitmentsBook book, IndicatorQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (IndicatorCatalogue.Find(query.Id) is not { } indicator)
            return CommitmentsRefusals.Unknown.In("id", found: query.Id.Length <= 40 ? query.Id : null);
        if (query.Months is < 0 or > MaxMonths)
            return CommitmentsRefusals.SeriesTooLong.In("months", $"0 – {MaxMonths}", $"{query.Months}");
        var evaluation = book.Engine.At(view with { AsOf = query.Day });
        var now = Sight.Shown(evaluation.Traced(indicator), indicator, book.Questions, view);
        var (met, onTrack) = book.Engine.WrittenRulesOf(indicator, view with { AsOf = query.Day });
        return new IndicatorView(indicator, book.Engine.FormulaOf(indicator.Id), now,
            [.. Days(query.Day, query.Months).Select(day => Point(book, indicator, book.Engine.At(view with { AsOf = day }), view))],
            [
                .. Register.Items.Concat(book.Documents.Items(view with { AsOf = query.Day }))
                    .Where(item => item.Indicators.Contains(indicator.Id)).Select(item => item.Id),
            ], met, onTrack, evaluation.KnownThen);
    }

    /// <summary>Answers <see cref="HistoriesQuery"/>.</summary>
    public static Answer<Histories> Ask(CommitmentsBook book, HistoriesQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (query.Months is < 0 or > MaxMonths)
            return CommitmentsRefusals.SeriesTooLong.In("months", $"0 – {MaxMonths}", $"{query.Months}");
        // Day by day, so that what the indicators of a day ask alike is asked once.
        List<Evaluation> evaluations = [.. Days(query.Day, query.Months).Select(day => book.Engine.At(view with { AsOf = day }))];
        var points = evaluations.Select(evaluation =>
            IndicatorCatalogue.All.Select(indicator => Point(book, indicator, evaluation, view)).ToList()).ToList();
        return new Histories([.. IndicatorCatalogue.All.Select((indicator, at) =>
            new History(indicator.Id, [.. points.Select(ofDay => ofDay[at])]))]);
    }

    private static IReadOnlyList<IndicatorRow> Rows(CommitmentsBook book, Func<Indicator, IndicatorValue> value, View view) =>
        [.. IndicatorCatalogue.All.Select(indicator => new IndicatorRow(indicator, Sight.Shown(value(indicator), indicator, book.Questions, view)))];

    private static SeriesPoint Point(CommitmentsBook book, Indicator indicator, Evaluation evaluation, View view)
    {
        var value = Sight.Shown(evaluation.Of(indicator), indicator, book.Questions, view);
        return new SeriesPoint(evaluation.Day, value.Standing, value.Value, evaluation.KnownThen);
    }

    private static IEnumerable<DateOnly> Days(DateOnly day, int months)
    {
        // No month ended before the first that can be written.
        var most = Math.Min(months, (12 * (day.Year - 1)) + day.Month - 1);
        return Enumerable.Range(0, most).Select(at => EndOfMonth(day, most - at)).Append(day);
    }

    private static DateOnly EndOfMonth(DateOnly day, int monthsBack) =>
        new DateOnly(day.Year, day.Month, 1).AddMonths(1 - monthsBack).AddDays(-1);
}
