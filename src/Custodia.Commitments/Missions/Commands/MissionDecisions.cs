using Custodia.Books;
using Custodia.Commitments.Commands;
using Custodia.Commitments.Missions.Facts;
using Custodia.Commitments.Missions.Folds;

namespace Custodia.Commitments.Missions.Commands;

/// <summary>Decides the commands on missions and their findings.</summary>
internal static class MissionDecisions
{
    public static Decision Decide(MissionsBook book, RequestMission command, DecisionContext context)
    {
        var checks = new Checks(context);
        checks.NewId(command.Id, book.MissionOf(command.Id ?? "") is not null);
        if (ServiceOf(command.Service) is not { } service)
            checks.Refuse(MissionsRefusals.Unknown.In("service", string.Join(" | ", Services.Select(known => known.Id)),
                GivenText.Quote(command.Service)));
        else
            Modules(service, command.Modules, checks);
        checks.Day(command.On);
        if (command.FollowUpOf is { } earlier && book.MissionOf(earlier)?.Requested.Service != command.Service)
            checks.Refuse(MissionsRefusals.Unknown.In("followUpOf", found: GivenText.Quote(earlier)));
        checks.Text(command.Document, "document", Checks.MaxName, isRequired: false);
        return checks.Take(() => [new MissionRequested(command)]);
    }

    public static Decision Decide(MissionsBook book, AgreeMission command, DecisionContext context) =>
        Step(book, command.Id, command.On, context, [MissionStage.Requested], (checks, _) =>
        {
            checks.Order(command.To, command.From ?? command.On, "to");
            checks.Text(command.Document, "document", Checks.MaxName, isRequired: false);
            return new MissionAgreed(command);
        });

    public static Decision Decide(MissionsBook book, HoldMission command, DecisionContext context) =>
        Step(book, command.Id, command.To, context, [MissionStage.Requested, MissionStage.Agreed], (checks, mission) =>
        {
            checks.Order(command.To, command.From, "to");
            Modules(ServiceOf(mission.Requested.Service)!, command.Modules, checks);
            return new MissionHeld(command);
        }, "to");

    public static Decision Decide(MissionsBook book, ReceiveReport command, DecisionContext context) =>
        Step(book, command.Id, command.On, context, [MissionStage.Held], (checks, _) =>
        {
            var digest = command.Digest?.ToLowerInvariant() ?? "";
            if (!Texts.IsDigest(digest))
                checks.Refuse(MissionsRefusals.DigestWrong.In("digest", found: GivenText.Quote(command.Digest)));
            return new ReportReceived(command with { Digest = digest });
        });

    public static Decision Decide(MissionsBook book, PublishReport command, DecisionContext context) =>
        Step(book, command.Id, command.On, context, [MissionStage.Reported], (checks, _) =>
        {
            checks.Text(command.Document, "document", Checks.MaxName);
            return new ReportPublished(command);
        });

    public static Decision Decide(MissionsBook book, CancelMission command, DecisionContext context) =>
        Step(book, command.Id, command.On, context, [MissionStage.Requested, MissionStage.Agreed], (checks, _) =>
        {
            checks.Text(command.Reason, "reason");
            return new MissionCancelled(command);
        });

    public static Decision Decide(MissionsBook book, RecordFinding command, DecisionContext context)
    {
        var checks = new Checks(context);
        if (book.MissionOf(command.Mission ?? "")?.On(DateOnly.MaxValue, View.Everything) is not { } mission)
            return Decision.Refuse(MissionsRefusals.Unknown.In("mission", found: GivenText.Quote(command.Mission)));
        if (!mission.IsHeld)
            checks.Refuse(MissionsRefusals.NotNow.In("mission", "held", $"{mission.Stage}"));
        checks.Number(command.Number);
        var id = FindingFile.IdOf(command.Mission!, command.Number ?? "");
        if (book.FindingOf(id) is not null || book.ActionOf(id) is not null)
            checks.Refuse(MissionsRefusals.IdTaken.In("number", found: command.Number));
        if (command.Module is { } module && !mission.Modules.Contains(module))
            checks.Refuse(MissionsRefusals.PartUnknown.In("module", string.Join(" | ", mission.Modules), GivenText.Quote(module)));
        checks.Day(command.On, mission.To ?? default);
        checks.Text(command.Words, "words");
        checks.Text(command.Reason, "reason", isRequired: !command.IsAccepted);
        var leads = command.IsAccepted && command.Kind != FindingKind.GoodPractice;
        if (leads != (command.Owner is not null && command.Due is not null) || !leads && (command.Owner ?? (object?)command.Due) is not null)
            checks.Refuse(MissionsRefusals.ActionTerms.In("owner"));
        else if (leads)
            checks.Terms(command.Owner, command.On, command.Due!.Value);
        return checks.Take(() => Facts(command, id, leads));
    }

    private static List<Fact> Facts(RecordFinding command, string id, bool leads)
    {
        List<Fact> facts =
        [
            new FindingRecorded(command.Mission, command.Number, command.Kind, command.On, command.Module, command.IsAccepted),
            new FindingWorded(command.Mission, command.Number, command.Words, command.Reason),
        ];
        if (leads)
            facts.Add(new ActionOpened(id, command.On, ActionSource.Finding, id, command.Owner!, command.Due!.Value));
        return facts;
    }

    private static Decision Step(MissionsBook book, string? id, DateOnly on, DecisionContext context, MissionStage[] from,
        Func<Checks, MissionFile, Fact> take, string field = "on")
    {
        if (book.MissionOf(id ?? "") is not { } mission || mission.On(DateOnly.MaxValue, View.Everything) is not { } standing)
            return Decision.Refuse(MissionsRefusals.Unknown.In("id", found: GivenText.Quote(id)));
        var checks = new Checks(context);
        if (!from.Contains(standing.Stage))
            checks.Refuse(MissionsRefusals.NotNow.In("id", string.Join(" | ", from), $"{standing.Stage}"));
        checks.Day(on, mission.LastDay, field);
        var fact = take(checks, mission);
        return checks.Take(() => [fact]);
    }

    /// <summary>The services that send missions, as the register has them.</summary>
    internal static IEnumerable<Programme> Services => Register.Programmes.Where(known => known.Kind == ProgrammeKind.Mission);

    private static Programme? ServiceOf(string? id) => Services.FirstOrDefault(known => known.Id == id);

    private static void Modules(Programme service, IReadOnlyList<string>? modules, Checks checks)
    {
        var unknown = (modules ?? []).FirstOrDefault(module => service.Parts.All(part => part.Id != module));
        if (unknown is not null || modules is not null && modules.Distinct().Count() != modules.Count)
            checks.Refuse(MissionsRefusals.PartUnknown.In("modules", string.Join(" | ", service.Parts.Select(part => part.Id)),
                GivenText.Quote(unknown)));
    }
}
