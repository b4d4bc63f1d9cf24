using System.Globalization;
using Custodia.Books;
using Custodia.Materials.Queries;
using Custodia.Materials.Reports;
using Custodia.Server.Language;
using Column = Custodia.Server.Components.Tables.TableColumn<Custodia.Materials.Queries.ReportRow>;
using DueColumn = Custodia.Server.Components.Tables.TableColumn<Custodia.Materials.Queries.DueItem>;

namespace Custodia.Server.Components.Tables;

/// <summary>Prepared reports and how timely they were.</summary>
internal static class ReportList
{
    public static Table<ReportRow> Table { get; } = new("reports", text => text["Reports.Prepared"], "reports")
    {
        Filters =
        [
            new("mba", text => text["Column.Area"], TableFilterSort.Choice) { Choices = (desk, question, _) => AreaChoices.Areas(desk, question) },
            new("kind", text => text["Column.Kind"], TableFilterSort.Choice)
            {
                Choices = (_, _, text) => [.. Enum.GetValues<ReportType>().Select(type =>
                    new TableChoice(type.ToString(), $"{Code(type)} · {Wording.Report(text, type)}"))],
            },
        ],
        Columns =
        [
            Column.Of("report", text => text["Reports.Report"], row => TableValue.Of(NameOf(row))),
            Column.Of("mba", text => text["Column.Area"], row => TableValue.Of(row.Mba)),
            new("kind", text => text["Column.Kind"], (row, text) => TableValue.Of(Wording.Report(text, row.Type))),
            Column.Of("from", text => text["Filter.From"], row => TableValue.Of(row.From)).Unordered(),
            Column.Of("period", text => text["Filter.To"], row => TableValue.Of(row.To)),
            Column.Of("date", text => text["Reports.Date"], row => TableValue.Of(row.Date)),
            Column.Of("latest", text => text["Due.Latest"], row => TableValue.Of(row.Latest)),
            Column.Number("late", text => text["Due.Late"], row => row.DaysLate, text => text["Due.LateUnit"]),
            Column.Of("dispatched", text => text["Reports.Dispatched"], row => TableValue.Of(row.Dispatched)).Unordered(),
            Column.Of("reference", text => text["Reports.Reference"], row => TableValue.Of(row.Reference)).Unordered().Hidden(),
            Column.Number("entries", text => text["Import.Entries"], row => row.Entries),
            Column.Entry("entry", text => text["Column.Entry"], row => row.Entry),
        ],
        Ask = (desk, question, _) => TablePage<ReportRow>.Of(desk.Ask<ReportsQuery, Page<ReportRow>>(
            new ReportsQuery(question["mba"], question.Choice<ReportType>("kind"), question.Page, question.Size, question.Sort),
            question.View)),
    };

    /// <summary>The report's name, as <c>ICR 007</c>.</summary>
    public static string NameOf(ReportRow row) => string.Create(CultureInfo.InvariantCulture, $"{Code(row.Type)} {row.Number:000}");

    private static string Code(ReportType type) => type.ToString().ToUpperInvariant();
}

/// <summary>What is due.</summary>
internal static class DueItemList
{
    public static Table<DueItem> Table { get; } = new("due", text => text["Overview.Due"], "due")
    {
        Filters =
        [
            new("mba", text => text["Column.Area"], TableFilterSort.Choice) { Choices = (desk, question, _) => AreaChoices.Areas(desk, question) },
            new("what", text => text["Due.What"], TableFilterSort.Choice)
            {
                Choices = (_, _, text) => [.. Enum.GetValues<DueKind>().Select(kind => new TableChoice(kind.ToString(), Wording.Due(text, kind)))],
            },
            new("done", text => text["Due.WithDone"], TableFilterSort.Tick),
            new("pressing", text => text["Due.Pressing"], TableFilterSort.Tick),
        ],
        Columns =
        [
            DueColumn.Of("mba", text => text["Column.Area"], row => TableValue.Of(row.Mba)),
            new("what", text => text["Due.What"], (row, text) => TableValue.Of(Wording.Due(text, row.Kind))),
            DueColumn.Number("lines", text => text["Area.Lines"], row => row.Lines == 0 ? null : row.Lines).Hidden(),
            DueColumn.Of("from", text => text["Filter.From"], row => TableValue.Of(row.From)),
            DueColumn.Of("to", text => text["Filter.To"], row => TableValue.Of(row.To)),
            DueColumn.Of("latest", text => text["Due.Latest"], row => TableValue.Of(row.Latest)),
            DueColumn.Number("late", text => text["Due.Late"], row => row.DaysLate, text => text["Due.LateUnit"]),
            DueColumn.Of("doneOn", text => text["Due.DoneOn"], row => TableValue.Of(row.DoneOn)).Hidden(),
        ],
        Ask = (desk, question, text) =>
        {
            var answer = desk.Ask<DueQuery, DueList>(new DueQuery(question["mba"], question.Has("done")), question.View);
            return answer.IsGiven
                ? Table!.Cut(answer.Value.Items.Where(item => Matches(item, question)), question, text)
                : Answer<TablePage<DueItem>>.Refuse(answer.Refusals);
        },
    };

    private static bool Matches(DueItem item, TableQuestion question) =>
        (question.Choice<DueKind>("what") is not { } kind || item.Kind == kind)
        && !(question.Has("pressing") && item.State == DueState.Ahead);
}
