using Custodia.Books;

namespace Custodia.Commitments.Missions.Commands;

/// <summary>What a finding of a review is (IPPAS guidelines: recommendation, suggestion, good practice).</summary>
public enum FindingKind
{
    /// <summary>To be done: something falls short of what is required or agreed.</summary>
    Recommendation,

    /// <summary>To be considered: something could be better.</summary>
    Suggestion,

    /// <summary>Worth imitating.</summary>
    GoodPractice,
}

/// <summary>Records that a mission was asked for.</summary>
/// <param name="Id">Id that it gets.</param>
/// <param name="Service">Id of the service in the register: <c>ippas</c>, <c>insserv</c>, <c>issas</c>, <c>csas</c>.</param>
/// <param name="On">Day of the request.</param>
/// <param name="Modules">Modules asked for; none where the service has none.</param>
/// <param name="FollowUpOf">The mission that it follows up.</param>
/// <param name="Document">The letter.</param>
public sealed record RequestMission(
    [Meaning("Id that it gets, such as ippas-2026", "識別碼，如 ippas-2026")] string Id,
    [Meaning("Service: ippas, insserv, issas, csas", "服務：ippas、insserv、issas、csas")] string Service,
    [Meaning("Day of the request", "申請日")] DateOnly On,
    [Meaning("Numbers of the modules", "模組編號")] IReadOnlyList<string>? Modules = null,
    [Meaning("Id of the mission that it follows up", "所追蹤任務之識別碼")] string? FollowUpOf = null,
    [Meaning("The letter", "函文")] string? Document = null);

/// <summary>Records that a mission was agreed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="On">The day.</param>
/// <param name="From">First day as planned.</param>
/// <param name="To">Last day as planned.</param>
/// <param name="Document">The letter.</param>
public sealed record AgreeMission(
    [Meaning("Id of the mission", "任務識別碼")] string Id,
    [Meaning("Day", "日期")] DateOnly On,
    [Meaning("First day as planned", "預定首日")] DateOnly? From = null,
    [Meaning("Last day as planned", "預定末日")] DateOnly? To = null,
    [Meaning("The letter", "函文")] string? Document = null);

/// <summary>Records that a mission was held.</summary>
/// <param name="Id">Its id.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day: from it the five years count.</param>
/// <param name="Modules">The modules that were held, where they are not those asked for.</param>
public sealed record HoldMission(
    [Meaning("Id of the mission", "任務識別碼")] string Id,
    [Meaning("First day", "首日")] DateOnly From,
    [Meaning("Last day", "末日")] DateOnly To,
    [Meaning("Numbers of the modules held, where others than asked for", "實際模組編號，與申請不同時填寫")] IReadOnlyList<string>? Modules = null);

/// <summary>Records that the report came in. It is highly confidential: only its digest is kept.</summary>
/// <param name="Id">Id of the mission.</param>
/// <param name="On">The day.</param>
/// <param name="Digest">SHA-256 of the file, in hexadecimal.</param>
public sealed record ReceiveReport(
    [Meaning("Id of the mission", "任務識別碼")] string Id,
    [Meaning("Day", "日期")] DateOnly On,
    [Meaning("SHA-256 of the file, hexadecimal", "檔案之 SHA-256（十六進位）")] string Digest);

/// <summary>Records that the State made a form of the report public.</summary>
/// <param name="Id">Id of the mission.</param>
/// <param name="On">The day.</param>
/// <param name="Document">Where it is found.</param>
public sealed record PublishReport(
    [Meaning("Id of the mission", "任務識別碼")] string Id,
    [Meaning("Day", "日期")] DateOnly On,
    [Meaning("Where it is found", "出處")] string Document);

/// <summary>Records that a mission will not be held.</summary>
/// <param name="Id">Its id.</param>
/// <param name="On">The day.</param>
/// <param name="Reason">Why.</param>
public sealed record CancelMission(
    [Meaning("Id of the mission", "任務識別碼")] string Id,
    [Meaning("Day", "日期")] DateOnly On,
    [Meaning("Why", "理由")] string Reason);

/// <summary>Records a finding. A recommendation or suggestion that is accepted opens an action.</summary>
/// <param name="Mission">Id of the mission.</param>
/// <param name="Number">Its number in the report.</param>
/// <param name="Kind">What it is.</param>
/// <param name="On">Day on which it was taken up.</param>
/// <param name="Words">What it says; sealed.</param>
/// <param name="Module">Number of the module.</param>
/// <param name="IsAccepted">Whether the State accepts it.</param>
/// <param name="Owner">Who does something about it: id of an organisation or person.</param>
/// <param name="Due">By when.</param>
/// <param name="Reason">Why it is not accepted; sealed.</param>
public sealed record RecordFinding(
    [Meaning("Id of the mission", "任務識別碼")] string Mission,
    [Meaning("Number in the report, such as R1", "報告中之編號，如 R1")] string Number,
    [Meaning("What it is", "類別")] FindingKind Kind,
    [Meaning("Day on which it was taken up", "受理日")] DateOnly On,
    [Meaning("What it says; sealed", "內容（封存）")] string Words,
    [Meaning("Number of the module", "模組編號")] string? Module = null,
    [Meaning("Whether it is accepted", "是否接受")] bool IsAccepted = true,
    [Meaning("Owner of its action: organisation or person", "行動負責人：機構或人員")] string? Owner = null,
    [Meaning("Due date of its action", "行動期限")] DateOnly? Due = null,
    [Meaning("Why it is not accepted; sealed", "不接受之理由（封存）")] string? Reason = null);
