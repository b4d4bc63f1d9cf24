using Custodia.Books;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Queries;
using Custodia.Server.Language;
using Column = Custodia.Server.Components.Tables.TableColumn<Custodia.Server.Components.Tables.IndicatorLine>;

namespace Custodia.Server.Components.Tables;

/// <summary>An indicator with its value and how it went.</summary>
/// <param name="Indicator">What it is.</param>
/// <param name="Value">How it stands.</param>
/// <param name="Series">At the end of each of the last months, then on the day.</param>
internal sealed record IndicatorLine(Indicator Indicator, IndicatorValue Value, IReadOnlyList<SeriesPoint> Series);

/// <summary>The indicators with their values.</summary>
internal static class IndicatorLines
{
    private const int Months = 24;

    public static Table<IndicatorLine> Table { get; } = new("indicators", text => text["Nav.Indicators"], "indicators")
    {
        Size = 100,
        Filters =
        [
            new("contains", text => text["Filter.CodeOrName"]),
            new("standing", text => text["Column.State"], TableFilterSort.Choice)
            {
                Choices = (_, _, _) =>
                    TableChoice.Of<Standing>(standing => CommitmentsWording.Of(standing)),
            },
            new("grade", text => text["Commitments.Rests"], TableFilterSort.Choice)
            {
                Choices = (_, _, _) => TableChoice.Of<Grade>(CommitmentsWording.Of),
            },
            new("book", text => text["Indicators.Book"], TableFilterSort.Choice)
            {
                Choices = (_, _, _) =>
                    [.. IndicatorCatalogue.All.Select(indicator => indicator.Keeper).Distinct()
                        .Select(keeper => new TableChoice(keeper, CommitmentsWording.Book(keeper)))],
            },
        ],
        Columns =
        [
            Column.Of("id", text => text["Commitments.Id"], row => TableValue.Of(row.Indicator.Id)),
            Column.Of("name", text => text["Column.Name"], row => TableValue.Of(Wording.Of(row.Indicator.Name))),
            Column.Of("book", text => text["Indicators.Book"], row => TableValue.Of(CommitmentsWording.Book(row.Indicator.Keeper))),
            Column.Of("value", text => text["Commitments.Value"],
                row => TableValue.Of(row.Value.Value is null ? null : CommitmentsWording.Value(row.Value))).Unordered() with { IsNumber = true },
            Column.Of("series", text => text["Indicators.Went"],
                row => TableValue.Of(string.Join(' ', row.Series.Select(point => point.Value ?? "–")))).Unordered(),
            Column.Of("standing", text => text["Column.State"], row => TableValue.Of(CommitmentsWording.Of(row.Value.Standing))),
            Column.Of("rests", text => text["Commitments.Rests"], row => TableValue.Of(row.Value.Grade is { } grade
                ? CommitmentsWording.Of(grade) : CommitmentsWording.Of(row.Value.Missing))),
            Column.Entry("statement", text => text["Indicators.Statements"], row => row.Value.Statement).Hidden(),
            Column.Of("expires", text => text["Indicators.Expires"], row => TableValue.Of(row.Value.Expires)).Hidden(),
        ],
        Ask = (desk, question, text) =>
        {
            var day = question.DayOn(desk);
            var list = desk.Ask<IndicatorsQuery, IndicatorList>(new IndicatorsQuery(day), question.View);
            var histories = desk.Ask<HistoriesQuery, Histories>(new HistoriesQuery(day, Months), question.View);
            return list.IsGiven && histories.IsGiven
                ? Table!.Cut(list.Value.Rows.Zip(histories.Value.Rows, (row, history) => new IndicatorLine(row.Indicator, row.Value, history.Series))
                    .Where(row => Matches(row, question)), question, text)
                : Answer<TablePage<IndicatorLine>>.Refuse([.. list.Refusals, .. histories.Refusals]);
        },
    };

    private static bool Matches(IndicatorLine row, TableQuestion question) =>
        question.Matches("contains", row.Indicator.Id, row.Indicator.NameEn, row.Indicator.NameZh)
        && (question.Choice<Standing>("standing") is not { } standing || row.Value.Standing == standing)
        && (question.Choice<Grade>("grade") is not { } grade || row.Value.Grade == grade)
        && (question["book"] is not { } book || row.Indicator.Keeper == book);
}
