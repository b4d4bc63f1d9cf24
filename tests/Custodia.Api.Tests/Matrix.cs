using System.Text;
using Custodia.ArmsControl.Facts;
using Custodia.ArmsControl.Queries;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Approvals;
using Custodia.Books.Keeping;
using Custodia.Commitments;
using Custodia.Commitments.Documents;
using Custodia.Commitments.Cooperation.Facts;
using Custodia.Commitments.Cooperation.Matrix;
using Custodia.Commitments.Cooperation.Queries;
using Custodia.Commitments.Facts;
using Custodia.Commitments.Law;
using Custodia.Commitments.Missions.Commands;
using Custodia.Commitments.Missions.Queries;
using Custodia.Commitments.Queries;
using Custodia.Commitments.Reports;
using Custodia.Commitments.Statements;
using Custodia.Materials.Commands;
using Custodia.Materials.Evaluation;
using Custodia.Materials.Measurement;
using Custodia.Materials.Queries;
using Custodia.Materials.Reports;
using Custodia.Materials.Structure;
using Custodia.Materials.Tables;
using Custodia.People.Access;
using Custodia.People.Commands;
using Custodia.People.Facts;
using Custodia.People.Queries;
using Custodia.People.Roles;
using Custodia.Quantities;
using FindingKind = Custodia.Commitments.Missions.Commands.FindingKind;
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
        [
            .. OfMaterials(server), .. OfReading(server), .. OfCommitments(), .. OfLaw(), .. OfMissions(), .. OfCooperation(), .. OfArmsControl(),
            .. OfPeople(), .. OfJournal(server),
        ];

    private static IEnumerable<(Acts Acts, object Input)> OfMaterials(StateServer server)
    {
        var change = StateServer.Receipt(StateServer.Mba, "NEW");
        yield return (Acts.Place, new NameState("XA", "Zedland", "澤國"));
        yield return (Acts.Place, new AdoptCodeTables(CodeTablesFile.Shipped with { Edition = "next" }));
        yield return (Acts.Place, new Facility("XA-C", "Plant", "廠", FacilityKind.Storage, Day));
        yield return (Acts.Place, new FacilityLicence("XA-A", "L-1", Day, Soon));
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
        yield return (Acts.Content, new MeasurementMethod(
            StateServer.Mba, "SCALE", "Scale", "磅秤", MeasuredQuantity.Bulk, 0.1m, 0.1m, "certificate", Day));
        yield return (Acts.Content, new RecalibrateMethod(StateServer.Mba, "SCALE", Day, "yearly"));
        yield return (Acts.Content, new WithdrawMethod(StateServer.Mba, "SCALE", Day, "broken"));
        yield return (Acts.Content, new CloseAlarm(StateServer.Mba, new('E', 'G'), Day, "a spill, weighed"));
        yield return (Acts.Content, new ReopenAlarm(StateServer.Mba, server.Change, "wrong"));
        yield return (Acts.Content, new MethodsQuery(StateServer.Mba));
        yield return (Acts.Content, new BalanceEvaluationQuery(StateServer.Mba, new('E', 'G')));
        yield return (Acts.Content, new PrepareReport(StateServer.Mba, ReportType.Icr, Day));
        yield return (Acts.Content, new DispatchReport(StateServer.Mba, ReportType.Icr, 1, "letter 1"));
    }

    private static IEnumerable<(Acts Acts, object Input)> OfCommitments()
    {
        yield return (Acts.Place, new RecordAct("cppnm", ActType.Sign, Day, "letter 1"));
        yield return (Acts.Place, new TakeBackAct(0, "wrong"));
        yield return (Acts.Place, new SetProfile(true, "member"));
        yield return (Acts.Place, new Custodia.Commitments.Facts.PublishReport(
            ReportKind.OnePager, Day, 0, Day, new string('0', 64), ReportFormat.Docx, ReportLanguage.Both));
        yield return (Acts.Place, new WithdrawPublication(0, "wrong"));
        yield return (Acts.Own, new ProgressReportQuery(ReportKind.OnePager, Day));
        yield return (Acts.Own, new ReportChangesQuery(Day, Day));
        yield return (Acts.Own, new PublishedReportsQuery());
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
        yield return (Acts.Own, new MovesQuery("IND-T01", Day));
        yield return (Acts.Own, new InstrumentsQuery());
        yield return (Acts.Own, new RegisterQuery("IPPAS"));
        yield return (Acts.Own, new SystemQuery("ippas"));
        yield return (Acts.Own, new SummitQuery("NSS2010"));
        yield return (Acts.Own, new StatesQuery("FI"));
        yield return (Acts.Own, new Custodia.Commitments.Queries.CalendarQuery(Day, Day.AddYears(1)));
        yield return (Acts.Own, new IndicatorsQuery(Day));
        yield return (Acts.Own, new IndicatorQuery("IND-T01", Day, 1));
        yield return (Acts.Own, new WallQuery("C10", Day));
        yield return (Acts.Own, new ItemQuery("C10-01", Day));
        yield return (Acts.Own, new StockQuery());
        yield return (Acts.Own, new TraceQuery([MaterialType.HighEnrichedUranium]));
    }

    private static IEnumerable<(Acts Acts, object Input)> OfLaw()
    {
        yield return (Acts.Place, new EnactLaw("NSA", LawKind.Act, "Act", "法", "Act 1", Day, 5));
        yield return (Acts.Place, new RepealLaw("NSA", Day, "Act 2"));
        yield return (Acts.Place, new ReviewLaw("NSA", Day, "report"));
        yield return (Acts.Place, new AddClause("NSA", "1", Day, "Clause", "條文"));
        yield return (Acts.Place, new AmendClause("NSA", "1", Day, "Clause", "條文", "Act 2"));
        yield return (Acts.Place, new EndClause("NSA", "1", Day, "Act 2"));
        yield return (Acts.Place, new MapDuty("CPPNM-8", "NSA", "1"));
        yield return (Acts.Place, new UnmapDuty(0, Day, "wrong"));
        yield return (Acts.Place, new RecordMeasure("CPPNM-8", "Measure", "措施", Day, Entry: 0));
        yield return (Acts.Place, new EndMeasure(0, Day, "wrong"));
        yield return (Acts.Place, new RecordIndependence(IndependenceItem.Budget, "NSA", "1", Entry: 0));
        yield return (Acts.Place, new TakeBackLaw(0, "wrong"));
        yield return (Acts.Own, new ActsQuery(Day));
        yield return (Acts.Own, new ActQuery("NSA", Day));
        yield return (Acts.Own, new ClausesQuery(Day: Day));
        yield return (Acts.Own, new CoverageQuery(Day: Day));
        yield return (Acts.Own, new OffencesQuery(Day));
        yield return (Acts.Own, new IndependenceQuery(Day));
    }

    private static IEnumerable<(Acts Acts, object Input)> OfCooperation()
    {
        yield return (Acts.Place, new AnnounceCampaign("one", "One", "一", CampaignKind.Conversion, Day, Day, ["XA-A"], Pledge: "all of it"));
        yield return (Acts.Place, new RecordContribution("nuclear-security-fund", Day, 1, "EUR", 1));
        yield return (Acts.Place, new NameContact(ContactFunction.Itdb, "Desk", Day));
        yield return (Acts.Place, new RecordForum("Conference", Day, false));
        yield return (Acts.Place, new RecordAssistance(AssistanceWay.Offered, "Training", "Course", Day));
        yield return (Acts.Place, new RecordActivity(ActivityKind.Regional, "Exchange", Day));
        yield return (Acts.Place, new AnnounceMeasure("Publish", Day, "letter 1"));
        yield return (Acts.Place, new PublishFramework("Law", "1", new string('a', 64), Day));
        yield return (Acts.Place, new RecordProduction("Mo-99", IsotopeRoute.LowEnriched, 1, Day));
        yield return (Acts.Place, new PlanPlutonium(2030, 1, Day, "plan 1"));
        yield return (Acts.Place, new LendExperts(ExpertPurpose.Mission, "Mission", 5, Day));
        yield return (Acts.Place, new RecordStep(0, StepKind.Closed, Day, "done"));
        yield return (Acts.Place, new TakeBack(0, "wrong"));
        yield return (Acts.Place, new FillMatrix(MatrixTemplate.Current.Id, [new("2-01.n.f", MatrixValue.Unknown, Day)]));
        yield return (Acts.Place, new SendMatrix(Day, "letter 1"));
        yield return (Acts.Own, new CampaignsQuery(Day));
        yield return (Acts.Own, new CampaignQuery("one", Day));
        yield return (Acts.Own, new ReactorsQuery(Day));
        yield return (Acts.Own, new ContributionsQuery());
        yield return (Acts.Own, new ContactsQuery(Day: Day));
        yield return (Acts.Own, new ForumsQuery());
        yield return (Acts.Own, new AssistanceQuery());
        yield return (Acts.Own, new ActivitiesQuery());
        yield return (Acts.Own, new MeasuresQuery());
        yield return (Acts.Own, new PublicationsQuery());
        yield return (Acts.Own, new ProductionsQuery());
        yield return (Acts.Own, new PlutoniumPlanQuery(Day));
        yield return (Acts.Own, new ExpertsQuery());
        yield return (Acts.Own, new MatrixQuery());
        yield return (Acts.Own, new HighEnrichedQuery());
    }

    private static IEnumerable<(Acts Acts, object Input)> OfMissions()
    {
        yield return (Acts.Place, new RequestMission("ippas-1", "ippas", Day, ["1"]));
        yield return (Acts.Place, new AgreeMission("ippas-1", Day));
        yield return (Acts.Place, new HoldMission("ippas-1", Day, Day));
        yield return (Acts.Place, new ReceiveReport("ippas-1", Day, new string('0', 64)));
        yield return (Acts.Place, new Custodia.Commitments.Missions.Commands.PublishReport("ippas-1", Day, "paper 1"));
        yield return (Acts.Place, new CancelMission("ippas-1", Day, "no"));
        yield return (Acts.Place, new RecordFinding("ippas-1", "R1", FindingKind.Recommendation, Day, "Do it", Owner: "OPA", Due: Soon));
        yield return (Acts.Place, new OpenAction("ex-1", "Do it", "OPA", Day, Soon, "exercise"));
        yield return (Acts.Place, new ChangeAction("ex-1", Day, "late", Due: Soon));
        yield return (Acts.Place, new ReportAction("ex-1", Day, "paper 2"));
        yield return (Acts.Place, new CloseAction("ex-1", Day));
        yield return (Acts.Place, new SendBackAction("ex-1", Day, "no"));
        yield return (Acts.Place, new WithdrawAction("ex-1", Day, "no"));
        yield return (Acts.Place, new AdoptPlan("2026", "2018", Day, "paper 3"));
        yield return (Acts.Place, new AddPlanAction("inssp-1", "8", "Do it", ActionPriority.High, "OPA", Day, Soon));
        yield return (Acts.Place, new ReviewPlan(Day, "paper 4"));
        yield return (Acts.Place, new OpenAssessment("self-1", Day));
        yield return (Acts.Place, new AnswerQuestion("self-1", "pl-01", AnswerChoice.No, Day));
        yield return (Acts.Place, new OpenGapAction("self-1", "pl-01", "Do it", "OPA", Day, Soon));
        yield return (Acts.Place, new CompleteAssessment("self-1", Day));
        yield return (Acts.Place, new AssessGuidance("nss-13", Day, "paper 5", 0));
        yield return (Acts.Own, new MissionsQuery(Day));
        yield return (Acts.Own, new MissionQuery("ippas-1", Day));
        yield return (Acts.Content, new FindingsQuery(Day: Day));
        yield return (Acts.Own, new ActionsQuery(Day: Day));
        yield return (Acts.Own, new ActionQuery("ex-1", Day));
        yield return (Acts.Own, new PlanQuery(Day));
        yield return (Acts.Own, new AssessmentsQuery(Day));
        yield return (Acts.Content, new AssessmentQuery("self-1", Day));
        yield return (Acts.Own, new GuidanceQuery(Day));
        yield return (Acts.Own, new ProgressQuery(Day));
    }

    private static IEnumerable<(Acts Acts, object Input)> OfArmsControl()
    {
        yield return (Acts.Place, new Undertake("hcoc", Day, "note 1"));
        yield return (Acts.Place, new EndUndertaking("hcoc", Day, "left"));
        yield return (Acts.Place, new SendDeclaration("hcoc", "2025", Day, [], "note 1"));
        yield return (Acts.Place, new CorrectDeclaration("hcoc", "2025", Day, [], "note 1", "wrong"));
        yield return (Acts.Place, new AcknowledgeDeclaration("hcoc", "2025", Day, "they", "note 1"));
        yield return (Acts.Place, new RecordArmsStatement("XA", StatementKind.Policy, Day, "text", "note 1"));
        yield return (Acts.Place, new WithdrawArmsStatement(0, Day, "changed"));
        yield return (Acts.Place, new RecordNotification(Party.Us, "1", NotificationType.Moved, Day, Day, [new("U-1")]));
        yield return (Acts.Place, new TakeBackNotification(0, "wrong"));
        yield return (Acts.Place, new RecordExchange(Party.Us, Day, Day, 1, 1, 1, "note 1"));
        yield return (Acts.Place, new RecordObjection(Party.Us, Party.Ru, Day, Day, Measure.Launchers, 1, "text", "note 1"));
        yield return (Acts.Place, new RecordInspection(Party.Us, InspectionType.One, Day, "base", 1, 1));
        yield return (Acts.Own, new NewStartQuery());
        yield return (Acts.Own, new TreatyItemsQuery(Party.Us));
        yield return (Acts.Own, new NotificationsQuery());
        yield return (Acts.Own, new TreatyInspectionsQuery());
        yield return (Acts.Own, new ObligationsQuery());
        yield return (Acts.Own, new Custodia.ArmsControl.Queries.CalendarQuery(null, Day));
        yield return (Acts.Own, new DeclarationQuery("hcoc-2025", Day));
        yield return (Acts.Own, new ExtractQuery("hcoc-2025"));
        yield return (Acts.Own, new ArmsStatementsQuery());
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
        yield return (Acts.Own, new IdleQuery(Day));
        yield return (Acts.Own, new LocationsQuery(Day));
        yield return (Acts.Own, new FilesQuery());
        yield return (Acts.Own, new CodesQuery());
    }

    private static IEnumerable<(Acts Acts, object Input)> OfPeople()
    {
        yield return (Acts.Place, new Organisation("NEW", "New", "新", OrganisationKind.Police, []));
        yield return (Acts.Place, new Holder("new.person", "New", "新", "OPA", Day));
        yield return (Acts.Place, new Post("guard-1", "OPA", "Guard", "警衛", Day));
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
        yield return (Acts.Own, new PostsQuery());
        yield return (Acts.Own, new TrustQuery());
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
