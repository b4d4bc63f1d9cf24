namespace Custodia.Server.Components.Tables;

/// <summary>The lists of the product.</summary>
public static class ListTables
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Table> All { get; } =
    [
        AreaList.Table, LedgerList.Table, BatchList.Table, InventorySummaryList.Table, InventoryLineList.Table, ReportList.Table,
        TransferList.Table, DueItemList.Table, JournalList.Table, BatchHistoryList.Table,
        IndicatorLines.Table, PeopleList.Table, GrantLists.Appointments, GrantLists.Clearances, GrantLists.Certificates, OrganisationTable.Table,
        RoleTable.Table, ProposalTable.Table, EmergencyTable.Table, AccessLogTable.Table, KeyTable.Table,
        RegisterList.Table, StateComparison.Table, SummitTables.Summits, SummitTables.Documents, DutyCalendarTable.Table, PublicationTable.Table,
        LawTable.Table, ClauseTable.Table, CoverageTable.Table, DutyTable.Table, OffenceTable.Table,
        CampaignTables.All, CampaignTables.Lines, CooperationTables.Contributions, CooperationTables.Contacts, CooperationTables.Forums,
        CooperationTables.Assistance, CooperationTables.Activities, CooperationTables.Measures, CooperationTables.Publications,
        MatrixTables.Reports, MembershipTable.Table,
        ActionTable.Table, MissionTable.Table, FindingTable.Table,
        MethodTable.Table, EvaluatedTable.Table,
        AggregateTable.Table, CalendarTable.Table, StatementTable.Table, NotificationTable.Table,
    ];

    /// <summary>The list of that name, or <c>null</c>.</summary>
    public static Table? Find(string name) => All.FirstOrDefault(table => table.Name == name);
}
