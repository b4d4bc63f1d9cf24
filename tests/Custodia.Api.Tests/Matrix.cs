using System.Text;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Approvals;
using Custodia.Books.Keeping;
using Custodia.Commitments;
using Custodia.Commitments.Documents;
using Custodia.Commitments.Facts;
using Custodia.Commitments.Queries;
using Custodia.Commitments.Statements;
using Custodia.Materials.Commands;
using Custodia.Materials.Ledger;
using Custodia.Materials.Queries;
using Custodia.Materials.Reports;
using Custodia.Materials.Structure;
using Custodia.Materials.Tables;
using Custodia.People.Access;
using Custodia.People.Commands;
using Custodia.People.Facts;
using Custodia.People.Queries;
using Custodia.People.Roles;
using Role = Custodia.People.Facts.Role;

namespace Custodia.Api.Tests;

/// <summary>Where something acts, and so what it takes besides the permission.</summary>
internal enum Acts
{
    /// <summary>In the State as a whole, or at a place: the appointment must reach there.</summary>
    Place,

    /// <summary>On the content of a place: the appointment must reach there, and a clearance, too.</summary>
    Content,

    /// <summary>Nowhere: what is answered or decided is what the holder may see or decide on.</summary>
    Own,
}

/// <summary>What becomes of a request.</summary>
internal enum Verdict
{
    Allowed,
    Own,
    Withheld,
    Denied,
}

/// <summary>
/// The matrix of rights: each command and query, with an input that acts on MBA XA01, and what each role may do with it.
/// </summary>
internal static class Matrix
{
    private static readonly DateOnly Day = new(2026, 2, 3);
    private static readonly DateOnly Soon = DateOnly.FromDateTime(DateTime.UnixEpoch.AddYears(80));
    private static readonly KeyMeasurementPoint Kmp = new(StateServer.Mba, "2", KmpKind.Flow, "Gate", "門", Day);

    /// <summary>For each command and query by its input: where it acts, and an input that acts there.</summary>
    public static (Acts Acts, object Input) SampleOf(Type input, StateServer server) => Samples(server)
        .SingleOrDefault(sample => sample.Input.GetType() == input) is { Input: not null } found
            ? found
            : throw new InvalidOperationException($"Say in the matrix where {input.Name} acts.");

    /// <summary>What the permission of a proposal is that is decided on: it is the second person's.</summary>
    public static string PermissionOf(Definition definition) =>
        definition.Input == typeof(Approve) || definition.Input == typeof(Reject) ? "materials.approve" : definition.Permission;

    public static Verdict Expected(Role role, string scope, string permission, Acts acts)
    {
        if (permission != Places.SignedIn && !role.Permissions.Contains(permission))
            return Verdict.Denied;
        if (acts == Acts.Own)
            return Verdict.Own;
        if (scope == "out")
            return Verdict.Denied;
        return acts == Acts.Content && (scope == "uncleared" || !role.SeesContent) ? Verdict.Withheld : Verdict.Allowed;
    }

    /// <summary>The table as it stands in the manual.</summary>
    /// <param name="rows">Name, permission and where it acts.</param>
    public static string Table(IEnumerable<(string Name, string Permission, Acts Acts)> rows)
    {
        var text = new StringBuilder();
        text.Append("| what | permission | acts on |");
        foreach (var role in BuiltInRoles.All)
            text.Append(' ').Append(role.Id).Append(" |");
        text.Append("\n| --- | --- | --- |").Append(string.Concat(BuiltInRoles.All.Select(_ => " --- |"))).Append('\n');
        foreach (var (name, permission, acts) in rows)
        {
            text.Append("| `").Append(name).Append("` | ").Append(permission).Append(" | ").Append(Word(acts)).Append(" |");
            foreach (var role in BuiltInRoles.All)
            {
                var cells = StateServer.Scopes.Select(scope => Letter(Expected(role, scope, permission, acts)));
                text.Append(' ').AppendJoin(' ', cells).Append(" |");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Word(Acts acts) => acts switch { Acts.Place => "place", Acts.Content => "content", _ => "own" };

    private static string Letter(Verdict verdict) => verdict switch
    {
        Verdict.Allowed => "A",
        Verdict.Own => "o",
        Verdict.Withheld => "w",
        _ => "–",
    };

    private static IEnumerable<(Acts Acts, object Input)> Samples(StateServer server) =>
        [.. OfMaterials(server), .. OfReading(server), .. OfCommitments(), .. OfPeople(), .. OfJournal(server)];

    private static IEnumerable<(Acts Acts, object Input)> OfMaterials(StateServer server)
    {
        var change = StateServer.Receipt(StateServer.Mba, "NEW");
        yield return (Acts.Place, new NameState("XA", "Zedland", "澤國"));
        yield return (Acts.Place, new AdoptCodeTables(CodeTablesFile.Shipped with { Edition = "next" }));
        yield return (Acts.Place, new Facility("XA-C", "Plant", "廠", FacilityKind.Storage, Day));
        yield return (Acts.Place, new MaterialBalanceArea("XA02", "XA-A", "Store", "庫", AccountingKind.Bulk, 5, Day));
        yield return (Acts.Place, Kmp);
        yield return (Acts.Place, new ImportStructure([], [], [new(1, Kmp)]));
        yield return (Acts.Content, new EndStructure(StateServer.Mba, Soon));
        yield return (Acts.Content, new OpenBook(StateServer.Mba, Day, []));
        yield return (Acts.Content, change);
        yield return (Acts.Content, new RecordChanges([new(1, change)]));
        yield return (Acts.Content, new RecordLateChanges([change], "late"));
        yield return (Acts.Content, new CorrectChanges([new(server.Change)], "wrong"));
        yield return (Acts.Content, new TakeInventory(StateServer.Mba, Day, []));
        yield return (Acts.Content, new CorrectInventory(StateServer.Mba, Day, server.Change, "wrong"));
        yield return (Acts.Content, new CloseBalance(StateServer.Mba, Day));
        yield return (Acts.Content, new PrepareReport(StateServer.Mba, ReportType.Icr, Day));
        yield return (Acts.Content, new DispatchReport(StateServer.Mba, ReportType.Icr, 1, "letter 1"));
    }

    private static IEnumerable<(Acts Acts, object Input)> OfCommitments()
    {
        yield return (Acts.Place, new RecordAct("cppnm", ActType.Sign, Day, "letter 1"));
        yield return (Acts.Place, new TakeBackAct(0, "wrong"));
        yield return (Acts.Place, new SetProfile(true, "member"));
        yield return (Acts.Place, new AttestIndicator("IND-S01", "100", Day, Day.AddDays(1), "office", "letter 1", new string('0', 64)));
        yield return (Acts.Place, new AssertIndicator("IND-S01", Day, "done"));
        yield return (Acts.Place, new WithdrawStatement(0, "wrong"));
        yield return (Acts.Place, new SetThreshold("IND-C03", Day, "value >= 3", "decision"));
        yield return (Acts.Place, new SetApplicability("IND-M04", Day, false, "none"));
        yield return (Acts.Place, new SetTarget("C14-09", "IND-T02", Day, "by then", "屆時"));
        yield return (Acts.Place, new KeepDocument("XA-1", "Statement", "聲明", Day, KeptKind.Other, "a.txt", new string('0', 64), TextLanguage.En,
            [new(1, 1, "Keep.")]));
        yield return (Acts.Place, new AddCommitment("XA-1-1", "XA-1", "ippas", ItemType.Commitment, "Keep", "保存", ["IND-T01"], Day));
        yield return (Acts.Place, new EndCommitment("XA-1-1", Day, "replaced"));
        yield return (Acts.Own, new DocumentsQuery());
        yield return (Acts.Own, new DocumentQuery("C10"));
        yield return (Acts.Own, new StatementsQuery());
        yield return (Acts.Own, new HistoriesQuery(Day, 1));
        yield return (Acts.Place, new SuppressionsQuery(Day));
        yield return (Acts.Own, new InstrumentsQuery());
        yield return (Acts.Own, new IndicatorsQuery(Day));
        yield return (Acts.Own, new IndicatorQuery("IND-T01", Day, 1));
        yield return (Acts.Own, new WallQuery("C10", Day));
        yield return (Acts.Own, new ItemQuery("C10-01", Day));
        yield return (Acts.Own, new StockQuery());
    }

    private static IEnumerable<(Acts Acts, object Input)> OfReading(StateServer server)
    {
        yield return (Acts.Content, new ReportQuery(StateServer.Mba, ReportType.Icr, 1));
        yield return (Acts.Own, new ReportTextQuery("text", "code10"));
        yield return (Acts.Own, new OverviewQuery());
        yield return (Acts.Own, new StructureQuery());
        yield return (Acts.Content, new LedgerQuery(StateServer.Mba));
        yield return (Acts.Content, new AreaQuery(StateServer.Mba));
        yield return (Acts.Content, new BalanceQuery(StateServer.Mba));
        yield return (Acts.Content, new StatementQuery(StateServer.Mba));
        yield return (Acts.Content, new BatchesQuery(StateServer.Mba));
        yield return (Acts.Content, new BatchQuery(StateServer.Mba, StateServer.Batch));
        yield return (Acts.Content, new FigureQuery(StateServer.Mba, Batch: StateServer.Batch));
        yield return (Acts.Content, new TransfersQuery(StateServer.Mba));
        yield return (Acts.Content, new DueQuery(StateServer.Mba));
        yield return (Acts.Content, new InventoriesQuery(StateServer.Mba));
        yield return (Acts.Content, new InventoryQuery(StateServer.Mba, Day));
        yield return (Acts.Own, new FindQuery("BATCH"));
        yield return (Acts.Content, new ReportsQuery(StateServer.Mba));
        yield return (Acts.Own, new FilesQuery());
        yield return (Acts.Own, new CodesQuery());
    }

    private static IEnumerable<(Acts Acts, object Input)> OfPeople()
    {
        yield return (Acts.Place, new Organisation("NEW", "New", "新", OrganisationKind.Police, []));
        yield return (Acts.Place, new Holder("new.person", "New", "新", "OPA", Day));
        yield return (Acts.Place, new Leave("nobody", Soon, "left"));
        yield return (Acts.Place, new AdoptRole(BuiltInRoles.All[0]));
        yield return (Acts.Place, new Appoint("nobody", "inspector", StateServer.OwnFacility));
        yield return (Acts.Place, new EndAppointment(long.MaxValue, "none"));
        yield return (Acts.Place, new GrantClearance("nobody", StateServer.OwnFacility, Day));
        yield return (Acts.Place, new EndClearance(long.MaxValue, "none"));
        yield return (Acts.Place, new RecordCertificate("nobody", "accounting", Day, Soon, "School"));
        yield return (Acts.Place, new WithdrawCertificate(long.MaxValue, "none"));
        yield return (Acts.Own, new BreakGlass(StateServer.OwnFacility, "fire"));
        yield return (Acts.Place, new ReviewGlass(long.MaxValue, true, "right"));
        yield return (Acts.Own, new MyAccessQuery());
        yield return (Acts.Own, new HoldersQuery());
        yield return (Acts.Own, new HolderQuery("nobody"));
        yield return (Acts.Own, new OrganisationsQuery());
        yield return (Acts.Own, new RolesQuery());
        yield return (Acts.Place, new EmergenciesQuery());
        yield return (Acts.Place, new AccessLogQuery());
    }

    private static IEnumerable<(Acts Acts, object Input)> OfJournal(StateServer server)
    {
        yield return (Acts.Place, new RegisterWitness("key", "Inspectorate"));
        yield return (Acts.Place, new EndWitness("none"));
        yield return (Acts.Place, new RecordCosignature("note"));
        yield return (Acts.Own, new WitnessesQuery());
        yield return (Acts.Place, new RotateKey(StateServer.Mba, "routine"));
        yield return (Acts.Place, new DestroyKeys(StateServer.Mba, "erasure"));
        yield return (Acts.Content, new Approve(server.Proposal));
        yield return (Acts.Content, new Reject(server.Proposal, "no"));
        yield return (Acts.Own, new Withdraw(server.Proposal));
        yield return (Acts.Own, new ProposalsQuery());
    }
}
