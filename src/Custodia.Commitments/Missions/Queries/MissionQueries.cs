using Custodia.Books;
using Custodia.Commitments.Missions.Commands;
using Custodia.Commitments.Missions.Folds;

namespace Custodia.Commitments.Missions.Queries;

/// <summary>Asks for the missions.</summary>
/// <param name="Day">On which day.</param>
public sealed record MissionsQuery([Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>The missions on a day: what may be published of them.</summary>
/// <param name="Day">The day.</param>
/// <param name="LastReview">Last day of the last IPPAS mission that was held.</param>
/// <param name="NextReview">By when the next one should have ended: five years later.</param>
/// <param name="Rows">The newest first.</param>
public sealed record MissionList(DateOnly Day, DateOnly? LastReview, DateOnly? NextReview, IReadOnlyList<MissionRow> Rows);

/// <summary>A mission.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Service">Id of the service.</param>
/// <param name="NameEn">The service's name in English.</param>
/// <param name="NameZh">The service's name in Chinese.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Requested">Day of the request.</param>
/// <param name="From">First day, held or planned.</param>
/// <param name="To">Last day, held or planned.</param>
/// <param name="Modules">Numbers of its modules.</param>
/// <param name="FollowUpOf">The mission that it follows up.</param>
/// <param name="IsPublished">Whether a form of its report is public.</param>
/// <param name="Recommendations">How many it made.</param>
/// <param name="Suggestions">How many it made.</param>
/// <param name="GoodPractices">How many it named.</param>
/// <param name="Actions">How many actions they opened.</param>
/// <param name="Closed">How many of these were verified and closed.</param>
/// <param name="Overdue">How many are open past their due date.</param>
/// <param name="Entries">The entries of its steps.</param>
public sealed record MissionRow(string Id, string Service, string NameEn, string NameZh, MissionStage Stage, DateOnly Requested,
    DateOnly? From, DateOnly? To, IReadOnlyList<string> Modules, string? FollowUpOf, bool IsPublished, int Recommendations,
    int Suggestions, int GoodPractices, int Actions, int Closed, int Overdue, IReadOnlyList<long> Entries);

/// <summary>Asks for one mission.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Day">On which day.</param>
public sealed record MissionQuery(
    [Meaning("Id of the mission", "任務識別碼")] string Id,
    [Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>One mission.</summary>
/// <param name="Day">The day.</param>
/// <param name="Row">As it stands.</param>
/// <param name="Document">The letter of the request.</param>
/// <param name="ReportOn">Day on which the report came in.</param>
/// <param name="ReportDigest">SHA-256 of the report.</param>
/// <param name="Published">Where a form of it is found.</param>
/// <param name="Cancelled">Why it was called off.</param>
/// <param name="Modules">What it found, module by module, in numbers.</param>
public sealed record MissionView(DateOnly Day, MissionRow Row, string? Document, DateOnly? ReportOn, string? ReportDigest,
    string? Published, string? Cancelled, IReadOnlyList<ModuleRow> Modules);

/// <summary>What a mission found under a module.</summary>
/// <param name="Id">Number of the module; empty: what names none.</param>
/// <param name="NameEn">Its name in English.</param>
/// <param name="NameZh">Its name in Chinese.</param>
/// <param name="Recommendations">How many.</param>
/// <param name="Suggestions">How many.</param>
/// <param name="GoodPractices">How many.</param>
/// <param name="Closed">How many of their actions were verified and closed.</param>
public sealed record ModuleRow(string Id, string NameEn, string NameZh, int Recommendations, int Suggestions, int GoodPractices, int Closed);

/// <summary>Asks what missions found, in words.</summary>
/// <param name="Mission">Only this one.</param>
/// <param name="Day">On which day.</param>
public sealed record FindingsQuery(
    [Meaning("Only of this mission", "僅此任務")] string? Mission = null,
    [Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>What missions found.</summary>
/// <param name="Day">The day.</param>
/// <param name="Rows">Mission by mission.</param>
public sealed record FindingList(DateOnly Day, IReadOnlyList<FindingRow> Rows);

/// <summary>A finding.</summary>
/// <param name="Id">Its id, which its action has too.</param>
/// <param name="Mission">Id of the mission.</param>
/// <param name="Number">Its number in the report.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Module">Number of the module.</param>
/// <param name="On">Day on which it was taken up.</param>
/// <param name="IsAccepted">Whether it is accepted.</param>
/// <param name="Words">What it says; null where its key was destroyed.</param>
/// <param name="Reason">Why it is not accepted.</param>
/// <param name="Action">How its action stands; null where it has none.</param>
/// <param name="Due">By when.</param>
/// <param name="Entry">The entry.</param>
public sealed record FindingRow(string Id, string Mission, string Number, FindingKind Kind, string? Module, DateOnly On, bool IsAccepted,
    string? Words, string? Reason, ActionState? Action, DateOnly? Due, long Entry);

/// <summary>Answers questions on missions.</summary>
public static class MissionQueries
{
    /// <summary>The service whose missions the five years count from.</summary>
    public const string PeerReview = "ippas";

    /// <summary>Years from the end of one peer review to that of the next.</summary>
    public const int ReviewYears = 5;

    /// <summary>Answers <see cref="MissionsQuery"/>.</summary>
    public static Answer<MissionList> Ask(MissionsBook book, MissionsQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (Sight.DayOf(query.Day, view) is not { } day)
            return Sight.DayMissing;
        var missions = book.Missions.Select(mission => mission.On(day, view)).OfType<MissionStanding>().ToList();
        var last = missions.Where(found => found.IsHeld && found.File.Requested.Service == PeerReview).Max(found => found.To);
        return new MissionList(day, last, last?.AddYears(ReviewYears),
            [.. missions.OrderByDescending(found => found.To ?? found.File.Requested.On).Select(found => Row(book, found, day, view))]);
    }

    /// <summary>Answers <see cref="MissionQuery"/>.</summary>
    public static Answer<MissionView> Ask(MissionsBook book, MissionQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (Sight.DayOf(query.Day, view) is not { } day)
            return Sight.DayMissing;
        if (book.MissionOf(query.Id)?.On(day, view) is not { } standing)
            return MissionsRefusals.Unknown.In("id", found: GivenText.Quote(query.Id));
        var parts = Register.Programmes.Find(standing.File.Requested.Service)!.Parts;
        var findings = Findings(standing.File, day, view).ToLookup(finding => finding.Fact.Module ?? "", StringComparer.Ordinal);
        return new MissionView(day, Row(book, standing, day, view), standing.File.Requested.Document, standing.Report?.On,
            standing.Report?.Digest, standing.Published?.Document, standing.Cancelled?.Reason,
            [
                .. parts.Where(part => standing.Modules.Contains(part.Id))
                    .Select(part => (part.Id, part.Name.En, part.Name.Zh)).Append(("", "No module", "未分模組"))
                    .Where(part => part.Item1.Length > 0 || findings[""].Any())
                    .Select(part => Module(book, part, [.. findings[part.Item1]], day, view)),
            ]);
    }

    /// <summary>Answers <see cref="FindingsQuery"/>, which only those may ask who may read findings.</summary>
    public static Answer<FindingList> Ask(MissionsBook book, FindingsQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (Sight.DayOf(query.Day, view) is not { } day)
            return Sight.DayMissing;
        if (query.Mission is { } id && book.MissionOf(id)?.On(day, view) is null)
            return MissionsRefusals.Unknown.In("mission", found: GivenText.Quote(id));
        return new FindingList(day,
        [
            .. from mission in book.Missions
               where query.Mission is null || query.Mission == mission.Requested.Id
               from finding in Findings(mission, day, view)
               let action = ActionOf(book, finding, day, view)
               select new FindingRow(finding.Id, mission.Requested.Id, finding.Fact.Number, finding.Fact.Kind, finding.Fact.Module,
                   finding.Fact.On, finding.Fact.IsAccepted, finding.Words?.Words, finding.Words?.Reason, action?.State, action?.Due,
                   finding.Stamp.Sequence),
        ]);
    }

    /// <summary>The findings of a mission on a day, as a view knows them.</summary>
    internal static IEnumerable<FindingFile> Findings(MissionFile mission, DateOnly day, View view) =>
        mission.Findings.Where(finding => finding.Counts(day, view));

    /// <summary>How the action of a finding stands; <c>null</c> where it has none.</summary>
    internal static ActionStanding? ActionOf(MissionsBook book, FindingFile finding, DateOnly day, View view) =>
        book.ActionOf(finding.Id)?.On(day, view);

    private static MissionRow Row(MissionsBook book, MissionStanding standing, DateOnly day, View view)
    {
        var requested = standing.File.Requested;
        var findings = Findings(standing.File, day, view).ToList();
        var actions = findings.Select(finding => ActionOf(book, finding, day, view)).OfType<ActionStanding>().ToList();
        var name = Register.Programmes.Find(requested.Service)!.Title;
        return new MissionRow(requested.Id, requested.Service, name.En, name.Zh, standing.Stage, requested.On, standing.From, standing.To,
            standing.Modules, requested.FollowUpOf, standing.Published is not null, Count(findings, FindingKind.Recommendation),
            Count(findings, FindingKind.Suggestion), Count(findings, FindingKind.GoodPractice), actions.Count,
            actions.Count(action => action.State == ActionState.Closed), actions.Count(action => action.IsOpen && action.Due < day),
            standing.Entries);
    }

    private static ModuleRow Module(MissionsBook book, (string Id, string En, string Zh) part, List<FindingFile> findings, DateOnly day, View view) =>
        new(part.Id, part.En, part.Zh, Count(findings, FindingKind.Recommendation), Count(findings, FindingKind.Suggestion),
            Count(findings, FindingKind.GoodPractice),
            findings.Count(finding => ActionOf(book, finding, day, view) is { State: ActionState.Closed }));

    private static int Count(List<FindingFile> findings, FindingKind kind) => findings.Count(finding => finding.Fact.Kind == kind);
}
