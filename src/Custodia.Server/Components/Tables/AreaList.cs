using Custodia.Materials.Queries;
using Custodia.Server.Language;
using Column = Custodia.Server.Components.Tables.TableColumn<Custodia.Materials.Queries.MbaSummary>;

namespace Custodia.Server.Components.Tables;

/// <summary>The material balance areas with how their balance stands.</summary>
internal static class AreaList
{
    public static Table<MbaSummary> Table { get; } = new("areas", text => text["Areas.Title"], "overview")
    {
        Filters =
        [
            new("contains", text => text["Filter.CodeOrName"]),
            new("state", text => text["Column.State"], TableFilterSort.Choice)
            {
                Choices = (_, _, text) => [.. Enum.GetValues<BalanceState>().Select(state =>
                    new TableChoice(state.ToString(), Wording.State(text, state)))],
            },
        ],
        Columns =
        [
            Column.Of("mba", text => text["Column.Area"], row => TableValue.Of(row.Mba)),
            Column.Of("name", text => text["Column.Name"], row => TableValue.Of(Wording.Name(row.NameEn, row.NameZh))),
            Column.Of("facility", text => text["Column.Facility"],
                row => TableValue.Of(Wording.Name(row.Facility.NameEn, row.Facility.NameZh))).Hidden(),
            new("accounting", text => text["Area.Accounting"],
                (row, text) => TableValue.Of(Wording.Accounting(text, row.Accounting))) { IsShown = false },
            Column.Of("open", text => text["Area.OpenPeriodFrom"], row => TableValue.Of(row.PeriodFrom)),
            new("state", text => text["Column.State"], (row, text) => TableValue.Of(Wording.State(text, row.State))),
            Column.Number("withheld", text => text["Area.WithheldEntries"], row => row.Withheld).Hidden(),
            Column.Of("closed", text => text["Area.LastClosed"], row => TableValue.Of(row.LastClosed)),
            Column.OfWeights("muf", text => text["Balance.Muf"], row => row.Muf, isSigned: true) with
            {
                Meaning = text => text["Balance.MufLong"],
            },
            Column.Number("lines", text => text["Area.Lines"], row => row.Lines),
        ],
        Ask = (desk, question, text) =>
        {
            var answer = desk.Ask<OverviewQuery, Overview>(new OverviewQuery(), question.View);
            return answer.IsGiven
                ? Table!.Cut(answer.Value.Mbas.Where(row => Matches(row, question)), question, text)
                : Books.Answer<TablePage<MbaSummary>>.Refuse(answer.Refusals);
        },
    };

    private static bool Matches(MbaSummary row, TableQuestion question) =>
        question.Matches("contains", row.Mba, row.NameEn, row.NameZh, row.Facility.NameEn, row.Facility.NameZh)
        && (question.Choice<BalanceState>("state") is not { } state || row.State == state);
}
