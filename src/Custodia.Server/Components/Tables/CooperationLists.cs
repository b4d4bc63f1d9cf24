using Custodia.Books;
using Custodia.Commitments.Cooperation.Queries;
using Custodia.Server.Language;

namespace Custodia.Server.Components.Tables;

/// <summary>The lists of campaigns.</summary>
internal static class CampaignTables
{
    public static Table<CampaignRow> All { get; } = CooperationTables.Of<CampaignsQuery, CampaignList, CampaignRow>(
        "campaigns", text => text["Nav.Campaigns"], "campaigns", (question, day) => new CampaignsQuery(day), list => list.Rows,
        row => [row.Campaign.Id, row.Campaign.NameEn, row.Campaign.NameZh, .. row.Campaign.Places],
        [
            TableColumn<CampaignRow>.Of("name", text => text["Column.Name"],
                row => TableValue.Of(Wording.Name(row.Campaign.NameEn, row.Campaign.NameZh))),
            TableColumn<CampaignRow>.Of("kind", text => text["Column.Kind"], row => TableValue.Of(CooperationWording.Of(row.Campaign.Kind))).Hidden(),
            TableColumn<CampaignRow>.Of("places", text => text["Campaign.Places"], row => TableValue.Of(string.Join(", ", row.Campaign.Places))),
            TableColumn<CampaignRow>.Of("state", text => text["Column.State"], row => TableValue.Of(CooperationWording.Of(row.State))),
            TableColumn<CampaignRow>.Of("due", text => text["Campaign.Due"], row => TableValue.Of(row.Campaign.Due)),
            TableColumn<CampaignRow>.Of("clear", text => text["Campaign.ClearSince"], row => TableValue.Of(row.ClearSince)),
            Mass("start", text => text["Campaign.AtStart"], row => row.AtStartKg).Hidden(),
            Mass("held", text => text["Campaign.Held"], row => row.HeldKg),
            Mass("abroad", text => text["Campaign.Abroad"], row => row.AbroadKg),
            Mass("blended", text => text["Campaign.Blended"], row => row.BlendedKg).Hidden(),
            TableColumn<CampaignRow>.Of("on", text => text["Campaign.From"], row => TableValue.Of(row.Campaign.On)).Hidden(),
            TableColumn<CampaignRow>.Entry("entry", text => text["Column.Entry"], row => row.Entry),
        ]);

    public static Table<HeuChange> Lines { get; } = Make();

    private static Table<HeuChange> Make()
    {
        Table<HeuChange>? table = null;
        return table = new Table<HeuChange>("campaign-lines", text => text["Campaign.Lines"], "campaign")
        {
            Scope = ["campaign"],
            Size = 25,
            Columns =
            [
                TableColumn<HeuChange>.Of("date", text => text["Column.Date"], row => TableValue.Of(row.Day)),
                TableColumn<HeuChange>.Of("mba", text => text["Column.Area"], row => TableValue.Of(row.Mba)),
                TableColumn<HeuChange>.Of("batch", text => text["Campaign.Batch"], row => TableValue.Of(row.Batch)),
                TableColumn<HeuChange>.Of("route", text => text["Campaign.Route"], row => TableValue.Of(CooperationWording.Of(row.Route))),
                TableColumn<HeuChange>.Of("code", text => text["Campaign.Code"], row => TableValue.Of(row.Code)),
                TableColumn<HeuChange>.Number("mass", text => text["Campaign.Change"], row => row.Kilograms, _ => "kg")
                    with { Format = CooperationTables.Kilograms },
                TableColumn<HeuChange>.Entry("entry", text => text["Column.Entry"], row => row.Entry),
            ],
            Ask = (desk, question, text) =>
            {
                if (question["campaign"] is not { } id)
                    return table!.Cut([], question, text);
                var answer = desk.Ask<CampaignQuery, CampaignView>(new CampaignQuery(id, question.DayOn(desk)), question.View);
                return answer.IsGiven ? table!.Cut(answer.Value.Changes, question, text) : Answer<TablePage<HeuChange>>.Refuse(answer.Refusals);
            },
        };
    }

    private static TableColumn<CampaignRow> Mass(string name, Words header, Func<CampaignRow, decimal?> value) =>
        TableColumn<CampaignRow>.Number(name, header, value, _ => "kg") with { Format = CooperationTables.Kilograms };
}

/// <summary>The lists of cooperation.</summary>
internal static class CooperationTables
{
    /// <summary>Masses to the milligram, as far as they go.</summary>
    public const string Kilograms = "#,##0.######";

    private const string Money = "#,##0.##";

    public static Table<ContributionRow> Contributions { get; } = Of<ContributionsQuery, ContributionList, ContributionRow>(
        "contributions", text => text["Cooperation.Contributions"], "contributions", (_, _) => new ContributionsQuery(), list => list.Rows,
        row => [row.Contribution.Fund, CooperationWording.Fund(row.Contribution.Fund), row.Contribution.InKind],
        [
            TableColumn<ContributionRow>.Of("on", text => text["Column.Date"], row => TableValue.Of(row.On)),
            TableColumn<ContributionRow>.Of("fund", text => text["Cooperation.Fund"],
                row => TableValue.Of(CooperationWording.Fund(row.Contribution.Fund))),
            TableColumn<ContributionRow>.Number("amount", text => text["Cooperation.Amount"], row => row.Contribution.Amount)
                with { Format = Money },
            TableColumn<ContributionRow>.Of("currency", text => text["Cooperation.Currency"], row => TableValue.Of(row.Contribution.Currency)),
            TableColumn<ContributionRow>.Number("national", text => text["Cooperation.National"], row => row.Contribution.National)
                with { Format = Money },
            TableColumn<ContributionRow>.Of("kind", text => text["Cooperation.InKind"], row => TableValue.Of(row.Contribution.InKind)),
            TableColumn<ContributionRow>.Of("receipt", text => text["Cooperation.Receipt"], row => TableValue.Of(row.Contribution.Receipt)),
            TableColumn<ContributionRow>.Entry("entry", text => text["Column.Entry"], row => row.Entry),
        ]);

    public static Table<ContactRow> Contacts { get; } = Of<ContactsQuery, ContactList, ContactRow>(
        "contacts", text => text["Cooperation.Contacts"], "contacts", (_, day) => new ContactsQuery(Day: day), list => list.Rows,
        row => [CooperationWording.Of(row.Contact.Function), row.Contact.Office],
        [
            TableColumn<ContactRow>.Of("function", text => text["Cooperation.Function"],
                row => TableValue.Of(CooperationWording.Of(row.Contact.Function))),
            TableColumn<ContactRow>.Of("office", text => text["Cooperation.Office"], row => TableValue.Of(row.Contact.Office)),
            new("fresh", text => text["Column.State"], (row, text) => TableValue.Of(
                row.IsFresh ? text["Cooperation.Fresh"] : row.Confirmed is null ? text["Cooperation.NeverTested"] : text["Cooperation.Stale"])),
            TableColumn<ContactRow>.Of("confirmed", text => text["Cooperation.Confirmed"], row => TableValue.Of(row.Confirmed)),
            TableColumn<ContactRow>.Number("days", text => text["Cooperation.Age"], row => row.Days, _ => "d"),
            TableColumn<ContactRow>.Number("every", text => text["Cooperation.Every"], row => row.Contact.TestDays, _ => "d"),
            TableColumn<ContactRow>.Of("channel", text => text["Cooperation.Channel"], row => TableValue.Of(row.Contact.Channel)),
            TableColumn<ContactRow>.Entry("entry", text => text["Column.Entry"], row => row.Entry),
        ]);

    public static Table<ForumRow> Forums { get; } = Of<ForumsQuery, ForumList, ForumRow>(
        "forums", text => text["Cooperation.Forums"], "forums", (_, _) => new ForumsQuery(), list => list.Rows,
        row => [row.Forum.Name, row.Forum.Outcome],
        [
            TableColumn<ForumRow>.Of("on", text => text["Column.Date"], row => TableValue.Of(row.Forum.On)),
            TableColumn<ForumRow>.Of("name", text => text["Column.Name"], row => TableValue.Of(row.Forum.Name)),
            new("attended", text => text["Cooperation.Attended"],
                (row, text) => TableValue.Of(row.Forum.Attended ? text["Form.Yes"] : text["Form.No"])),
            TableColumn<ForumRow>.Of("level", text => text["Cooperation.Level"],
                row => TableValue.Of(row.Forum.Level is { } level ? CooperationWording.Of(level) : null)),
            TableColumn<ForumRow>.Of("outcome", text => text["Cooperation.Outcome"], row => TableValue.Of(row.Forum.Outcome)),
            TableColumn<ForumRow>.Entry("entry", text => text["Column.Entry"], row => row.Entry),
        ]);

    public static Table<AssistanceRow> Assistance { get; } = Of<AssistanceQuery, AssistanceList, AssistanceRow>(
        "assistance", text => text["Cooperation.Assistance"], "assistance", (_, _) => new AssistanceQuery(), list => list.Rows,
        row => [row.Assistance.Area, row.Assistance.Subject, row.Assistance.Donor, row.Partner],
        [
            TableColumn<AssistanceRow>.Of("on", text => text["Column.Date"], row => TableValue.Of(row.Assistance.On)),
            TableColumn<AssistanceRow>.Of("way", text => text["Cooperation.Way"], row => TableValue.Of(CooperationWording.Of(row.Assistance.Way))),
            TableColumn<AssistanceRow>.Of("area", text => text["Cooperation.Area"], row => TableValue.Of(row.Assistance.Area)),
            TableColumn<AssistanceRow>.Of("subject", text => text["Cooperation.Subject"], row => TableValue.Of(row.Assistance.Subject)),
            TableColumn<AssistanceRow>.Of("donor", text => text["Cooperation.Donor"], row => TableValue.Of(row.Assistance.Donor)),
            TableColumn<AssistanceRow>.Of("matched", text => text["Cooperation.Matched"], row => TableValue.Of(row.Matched)),
            TableColumn<AssistanceRow>.Number("days", text => text["Cooperation.DaysToMatch"], row => row.DaysToMatch, _ => "d"),
            TableColumn<AssistanceRow>.Of("closed", text => text["Cooperation.Closed"], row => TableValue.Of(row.Closed)),
            TableColumn<AssistanceRow>.Of("overlaps", text => text["Cooperation.Overlaps"],
                row => TableValue.Of(row.IsOverlapping ? string.Join(", ", row.Overlaps) : null)),
            TableColumn<AssistanceRow>.Entry("entry", text => text["Column.Entry"], row => row.Entry),
        ]);

    public static Table<ActivityRow> Activities { get; } = Of<ActivitiesQuery, ActivityList, ActivityRow>(
        "activities", text => text["Cooperation.Activities"], "activities", (_, _) => new ActivitiesQuery(), list => list.Rows,
        row => [row.Activity.Title, row.Activity.Partner, row.Outcome],
        [
            TableColumn<ActivityRow>.Of("on", text => text["Cooperation.Began"], row => TableValue.Of(row.Activity.On)),
            TableColumn<ActivityRow>.Of("kind", text => text["Column.Kind"], row => TableValue.Of(CooperationWording.Of(row.Kind))),
            TableColumn<ActivityRow>.Of("title", text => text["Column.Name"], row => TableValue.Of(row.Activity.Title)),
            TableColumn<ActivityRow>.Of("partner", text => text["Cooperation.Partner"], row => TableValue.Of(row.Activity.Partner)),
            TableColumn<ActivityRow>.Of("closed", text => text["Cooperation.Closed"], row => TableValue.Of(row.Closed)),
            TableColumn<ActivityRow>.Of("outcome", text => text["Cooperation.Outcome"], row => TableValue.Of(row.Outcome)),
            TableColumn<ActivityRow>.Entry("entry", text => text["Column.Entry"], row => row.Entry),
        ]);

    public static Table<MeasureRow> Measures { get; } = Of<MeasuresQuery, MeasureList, MeasureRow>(
        "measures", text => text["Cooperation.Measures"], "measures", (_, _) => new MeasuresQuery(), list => list.Rows,
        row => [row.Measure.Title, row.Note],
        [
            TableColumn<MeasureRow>.Of("on", text => text["Cooperation.Announced"], row => TableValue.Of(row.Measure.On)),
            TableColumn<MeasureRow>.Of("title", text => text["Column.Name"], row => TableValue.Of(row.Measure.Title)),
            TableColumn<MeasureRow>.Of("document", text => text["Commitments.Document"], row => TableValue.Of(row.Measure.Document)),
            TableColumn<MeasureRow>.Of("items", text => text["Cooperation.Items"], row => TableValue.Of(string.Join(", ", row.Measure.Items ?? []))),
            TableColumn<MeasureRow>.Of("evidenced", text => text["Cooperation.Evidenced"], row => TableValue.Of(row.Evidenced)),
            TableColumn<MeasureRow>.Of("note", text => text["Cooperation.Evidence"], row => TableValue.Of(row.Note)),
            TableColumn<MeasureRow>.Entry("evidence", text => text["Cooperation.EvidenceEntry"], row => row.Evidence),
            TableColumn<MeasureRow>.Entry("entry", text => text["Column.Entry"], row => row.Entry),
        ]);

    public static Table<PublicationRow> Publications { get; } = Of<PublicationsQuery, PublicationList, PublicationRow>(
        "publications", text => text["Cooperation.Publications"], "publications", (_, _) => new PublicationsQuery(), list => list.Rows,
        row => [row.Publication.Document, row.Publication.Version, row.Publication.Address],
        [
            TableColumn<PublicationRow>.Of("on", text => text["Column.Date"], row => TableValue.Of(row.On)),
            TableColumn<PublicationRow>.Of("document", text => text["Commitments.Document"], row => TableValue.Of(row.Publication.Document)),
            TableColumn<PublicationRow>.Of("version", text => text["Cooperation.Version"], row => TableValue.Of(row.Publication.Version)),
            TableColumn<PublicationRow>.Of("digest", _ => "SHA-256", row => TableValue.Of(row.Publication.Digest)),
            TableColumn<PublicationRow>.Of("address", text => text["Cooperation.Address"], row => TableValue.Of(row.Publication.Address)),
            TableColumn<PublicationRow>.Entry("entry", text => text["Column.Entry"], row => row.Entry),
        ]);

    public static Table<ProductionRow> Productions { get; } = Of<ProductionsQuery, ProductionList, ProductionRow>(
        "productions", text => text["Cooperation.Productions"], "productions", (_, _) => new ProductionsQuery(), list => list.Rows,
        row => [row.Production.Isotope, row.Production.Producer],
        [
            TableColumn<ProductionRow>.Of("on", text => text["Cooperation.PeriodEnd"], row => TableValue.Of(row.On)),
            TableColumn<ProductionRow>.Of("isotope", text => text["Cooperation.Isotope"], row => TableValue.Of(row.Production.Isotope)),
            TableColumn<ProductionRow>.Of("route", text => text["Cooperation.Route"],
                row => TableValue.Of(CooperationWording.Of(row.Production.Route))),
            TableColumn<ProductionRow>.Number("activity", text => text["Cooperation.Activity"], row => row.Activity, _ => "TBq")
                with { Format = Kilograms },
            TableColumn<ProductionRow>.Of("producer", text => text["Cooperation.Producer"], row => TableValue.Of(row.Production.Producer)),
            TableColumn<ProductionRow>.Entry("entry", text => text["Column.Entry"], row => row.Entry),
        ]);

    public static Table<PlannedYear> PlutoniumPlan { get; } = Of<PlutoniumPlanQuery, PlutoniumPlan, PlannedYear>(
        "plutonium-plan", text => text["Cooperation.PlutoniumPlan"], "plutonium-plan", (_, day) => new PlutoniumPlanQuery(day),
        list => list.Rows, row => [$"{row.Plan.Year}", row.Plan.Document],
        [
            TableColumn<PlannedYear>.Of("year", text => text["Cooperation.Year"], row => TableValue.Of($"{row.Plan.Year}")),
            TableColumn<PlannedYear>.Number("mass", text => text["Cooperation.Plutonium"], row => row.Kilograms, _ => "kg")
                with { Format = Kilograms },
            TableColumn<PlannedYear>.Of("on", text => text["Column.Date"], row => TableValue.Of(row.Plan.On)),
            TableColumn<PlannedYear>.Of("document", text => text["Commitments.Document"], row => TableValue.Of(row.Plan.Document)),
            new("near", text => text["Cooperation.Near"], (row, text) => TableValue.Of(row.IsNear ? text["Form.Yes"] : text["Form.No"])),
            TableColumn<PlannedYear>.Entry("entry", text => text["Column.Entry"], row => row.Entry),
        ]);

    public static Table<ExpertRow> Experts { get; } = Of<ExpertsQuery, ExpertList, ExpertRow>(
        "experts", text => text["Cooperation.Experts"], "experts", (_, _) => new ExpertsQuery(), list => list.Rows,
        row => [row.Loan.Title],
        [
            TableColumn<ExpertRow>.Of("on", text => text["Cooperation.LastDay"], row => TableValue.Of(row.On)),
            TableColumn<ExpertRow>.Of("purpose", text => text["Cooperation.Purpose"], row => TableValue.Of(CooperationWording.Of(row.Loan.Purpose))),
            TableColumn<ExpertRow>.Of("title", text => text["Cooperation.Mission"], row => TableValue.Of(row.Loan.Title)),
            TableColumn<ExpertRow>.Number("days", text => text["Cooperation.Days"], row => row.Days, _ => "d") with { Format = Money },
            TableColumn<ExpertRow>.Entry("entry", text => text["Column.Entry"], row => row.Entry),
        ]);

    /// <summary>A list that its query answers whole, narrowed by a text.</summary>
    public static Table<TRow> Of<TQuery, TList, TRow>(string name, Words title, string query, Func<TableQuestion, DateOnly, TQuery> ask,
        Func<TList, IReadOnlyList<TRow>> rows, Func<TRow, string?[]> texts, IReadOnlyList<TableColumn<TRow>> columns)
        where TQuery : class
    {
        Table<TRow>? table = null;
        return table = new Table<TRow>(name, title, query)
        {
            Filters = [new("contains", text => text["Cooperation.Contains"])],
            Size = 25,
            Columns = columns,
            Ask = (desk, question, text) =>
            {
                var answer = desk.Ask<TQuery, TList>(ask(question, question.DayOn(desk)), question.View);
                return answer.IsGiven
                    ? table!.Cut(rows(answer.Value).Where(row => question.Matches("contains", texts(row))), question, text)
                    : Answer<TablePage<TRow>>.Refuse(answer.Refusals);
            },
        };
    }
}
