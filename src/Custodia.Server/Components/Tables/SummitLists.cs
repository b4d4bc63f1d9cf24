using System.Globalization;
using Custodia.Books;
using Custodia.Commitments;
using Custodia.Commitments.Queries;
using Custodia.Server.Language;
using DocumentColumn = Custodia.Server.Components.Tables.TableColumn<Custodia.Commitments.Queries.DocumentRow>;
using DueColumn = Custodia.Server.Components.Tables.TableColumn<Custodia.Commitments.Queries.CalendarRow>;
using SummitColumn = Custodia.Server.Components.Tables.TableColumn<Custodia.Commitments.Queries.SummitView>;

namespace Custodia.Server.Components.Tables;

/// <summary>The summits, and the documents that hold promises.</summary>
internal static class SummitTables
{
    public static Table<SummitView> Summits { get; } = CooperationTables.Of<SummitQuery, SummitList, SummitView>(
        "summits", text => text["Nav.Summits"], "summit", (_, _) => new SummitQuery(), list => list.Rows,
        row => [row.Summit.Id, row.Summit.Name.En, row.Summit.Name.Zh, row.Summit.City.En, row.Summit.City.Zh],
        [
            SummitColumn.Of("name", text => text["Column.Name"], row => TableValue.Of(CommitmentsWording.Of(row.Summit.Name))),
            SummitColumn.Of("from", text => text["Filter.From"], row => TableValue.Of(row.Summit.From)),
            SummitColumn.Of("to", text => text["Filter.To"], row => TableValue.Of(row.Summit.To)),
            SummitColumn.Of("place", text => text["Summits.Place"], row => TableValue.Of(CommitmentsWording.Of(row.Summit.City))),
            SummitColumn.Of("host", text => text["Summits.Host"],
                row => TableValue.Of(CommitmentsWording.Of(Register.States.Find(row.Summit.Host)!.Name))),
            SummitColumn.Number("states", text => text["Summits.States"], row => row.Summit.Participants.Count),
            SummitColumn.Number("organisations", text => text["Summits.Organisations"], row => row.Summit.Organisations.Count),
            SummitColumn.Of("documents", text => text["Summits.Documents"], row => TableValue.Of(
                Wording.List(row.Documents.Select(document => CommitmentsWording.Of(document.Name))))).Unordered(),
            SummitColumn.Of("source", text => text["Register.Source"], row => TableValue.Of(row.Attendance.Source.Source)),
        ]);

    public static Table<DocumentRow> Documents { get; } = CooperationTables.Of<DocumentsQuery, DocumentList, DocumentRow>(
        "documents", text => text["Nav.Documents"], "documents", (_, _) => new DocumentsQuery(), list => list.Rows,
        row => [row.Id, row.NameEn, row.NameZh, row.Kept?.File],
        [
            DocumentColumn.Of("id", text => text["Commitments.Id"], row => TableValue.Of(row.Id)),
            DocumentColumn.Of("name", text => text["Column.Name"], row => TableValue.Of(Wording.Name(row.NameEn, row.NameZh))),
            DocumentColumn.Of("date", text => text["Column.Date"], row => TableValue.Of(row.Date)),
            DocumentColumn.Of("kind", text => text["Column.Kind"], row => TableValue.Of(CommitmentsWording.Of(row.Kind))),
            DocumentColumn.Number("items", text => text["Documents.Items"], row => row.Items),
            new("texts", text => text["Documents.Texts"], (row, text) => TableValue.Of(
                row.Kept?.File ?? (row.Texts.Count > 0 ? string.Join(' ', row.Texts) : text["Documents.CatalogueOnly"].Value))),
            DocumentColumn.Number("paragraphs", text => text["Documents.Paragraphs"], row => row.Kept?.Paragraphs).Hidden(),
            DocumentColumn.Number("confirmed", text => text["Documents.IsConfirmed"], row => row.Kept?.Confirmed).Hidden(),
            DocumentColumn.Of("digest", text => text["ProgressReports.Digest"], row => TableValue.Of(row.Kept?.Digest)).Hidden(),
            DocumentColumn.Entry("entry", text => text["Column.Entry"], row => row.Kept?.Entry),
        ]);
}

/// <summary>What is due in a year.</summary>
internal static class DutyCalendarTable
{
    /// <summary>Name in addresses of the year.</summary>
    public const string YearName = "year";

    public static Table<CalendarRow> Table { get; } = new("calendar", text => text["Nav.Calendar"], "calendar")
    {
        Scope = [YearName],
        Filters =
        [
            new("kind", text => text["Column.Kind"], TableFilterSort.Choice)
            {
                Choices = (_, _, _) => TableChoice.Of<DueSort>(CommitmentsWording.Of),
            },
            new("contains", text => text["Cooperation.Contains"]),
        ],
        Columns =
        [
            DueColumn.Of("date", text => text["Column.Date"], row => TableValue.Of(row.Day)),
            DueColumn.Of("id", text => text["Commitments.Id"], row => TableValue.Of(row.Id)),
            DueColumn.Of("what", text => text["Calendar.What"], row => TableValue.Of(CommitmentsWording.Of(row.What))).Unordered(),
            DueColumn.Of("kind", text => text["Column.Kind"], row => TableValue.Of(CommitmentsWording.Of(row.Sort))),
            DueColumn.Of("name", text => text["Calendar.Whose"], row => TableValue.Of(CommitmentsWording.Of(row.Name))),
            DueColumn.Of("source", text => text["Register.Source"], row => TableValue.Of(row.Source)),
            DueColumn.Entry("entry", text => text["Column.Entry"], row => row.Entry),
        ],
        Ask = (desk, question, text) =>
        {
            var year = int.TryParse(question[YearName], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked is >= 1 and <= 9999
                ? asked
                : question.DayOn(desk).Year;
            var query = new CalendarQuery(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            var answer = desk.Ask<CalendarQuery, DueCalendar>(query, question.View);
            return answer.IsGiven
                ? Table!.Cut(answer.Value.Rows.Where(row => Matches(row, question)), question, text)
                : Answer<TablePage<CalendarRow>>.Refuse(answer.Refusals);
        },
    };

    private static bool Matches(CalendarRow row, TableQuestion question) =>
        (question.Choice<DueSort>("kind") is not { } sort || row.Sort == sort)
        && question.Matches("contains", row.Id, row.What.En, row.What.Zh, row.Name.En, row.Name.Zh);
}
