using Custodia.Materials.Queries;
using Custodia.Materials.Structure;
using Custodia.Server.Language;
using Microsoft.Extensions.Localization;
using Column = Custodia.Server.Components.Tables.TableColumn<Custodia.Server.Components.Tables.AreaRow>;

namespace Custodia.Server.Components.Tables;

/// <summary>An MBA, with how it stands where the reader may know.</summary>
/// <param name="Mba">Its code.</param>
/// <param name="Name">Its name in the reader's language.</param>
/// <param name="Facility">Its facility.</param>
/// <param name="Known">How it stands; <c>null</c>: withheld.</param>
internal sealed record AreaRow(string Mba, string Name, Facility Facility, MbaSummary? Known);

/// <summary>The material balance areas with how their balance stands.</summary>
internal static class AreaList
{
    public static Table<AreaRow> Table { get; } = new("areas", text => text["Areas.Title"], "overview")
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
            Column.Of("name", text => text["Column.Name"], row => TableValue.Of(row.Name)),
            Column.Of("facility", text => text["Column.Facility"],
                row => TableValue.Of(Wording.Name(row.Facility.NameEn, row.Facility.NameZh))).Hidden(),
            new("accounting", text => text["Area.Accounting"],
                (row, text) => row.Known is { } known ? TableValue.Of(Wording.Accounting(text, known.Accounting)) : default) { IsShown = false },
            Column.Of("open", text => text["Area.OpenPeriodFrom"], row => TableValue.Of(row.Known?.PeriodFrom)),
            new("state", text => text["Column.State"], (row, text) => TableValue.Of(State(row, text))),
            Column.Number("withheld", text => text["Area.WithheldEntries"], row => row.Known?.Withheld).Hidden(),
            Column.Of("closed", text => text["Area.LastClosed"], row => TableValue.Of(row.Known?.LastClosed)),
            Column.OfWeights("muf", text => text["Balance.Muf"], row => row.Known?.Muf ?? [], isSigned: true) with
            {
                Meaning = text => text["Balance.MufLong"],
            },
            Column.Number("lines", text => text["Area.Lines"], row => row.Known?.Lines),
        ],
        Ask = (desk, question, text) =>
        {
            var answer = desk.Ask<OverviewQuery, Overview>(new OverviewQuery(), question.View);
            return answer.IsGiven
                ? Table!.Cut(Rows(answer.Value).Where(row => Matches(row, question)), question, text)
                : Books.Answer<TablePage<AreaRow>>.Refuse(answer.Refusals);
        },
    };

    private static IEnumerable<AreaRow> Rows(Overview overview) => overview.Mbas
        .Select(known => new AreaRow(known.Mba, Wording.Name(known.NameEn, known.NameZh), known.Facility, known))
        .Concat(overview.Withheld.Select(area => new AreaRow(area.Mba, Wording.Name(area.NameEn, area.NameZh), area.Facility, null)))
        .OrderBy(row => row.Mba, StringComparer.Ordinal);

    private static string State(AreaRow row, IStringLocalizer<Text> text) =>
        row.Known is { } known ? Wording.State(text, known.State) : text["Access.Withheld"];

    private static bool Matches(AreaRow row, TableQuestion question) =>
        question.Matches("contains", row.Mba, row.Name, row.Facility.NameEn, row.Facility.NameZh)
        && (question.Choice<BalanceState>("state") is not { } state || row.Known?.State == state);
}
