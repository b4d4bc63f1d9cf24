using Custodia.Books;
using Custodia.People.Facts;

namespace Custodia.People.Commands;

/// <summary>Adopts a role: a new one, or a known one as it shall stand from now on.</summary>
public sealed record AdoptRole([property: Meaning("The role", "角色")] Role Role);

/// <summary>Says that somebody leaves: all rights end with that day.</summary>
public sealed record Leave(
    [property: Meaning("Who", "人員識別碼")] string Holder,
    [property: Meaning("Last day on which any right holds", "權限最後有效日")] DateOnly LastDay,
    [property: Meaning("Why", "理由")] string Reason);

/// <summary>Appoints somebody to a role at a place.</summary>
public sealed record Appoint(
    [property: Meaning("Who", "人員識別碼")] string Holder,
    [property: Meaning("Id of the role", "角色識別碼")] string Role,
    [property: Meaning("Where: state, organisation:…, facility:…, mba:…", "範圍：state、organisation:…、facility:…、mba:…")] string Place,
    [property: Meaning("First day; left out: today", "起始日；留空為今日")] DateOnly? From = null,
    [property: Meaning("Last day; left out: without end", "最後日；留空為不定期")] DateOnly? Until = null);

/// <summary>Ends an appointment before its time.</summary>
public sealed record EndAppointment(
    [property: Meaning("Entry that made the appointment", "派任分錄編號")] long Entry,
    [property: Meaning("Why", "理由")] string Reason,
    [property: Meaning("Last day; left out: yesterday, so that it ends at once", "最後日；留空為昨日，即刻終止")] DateOnly? LastDay = null);

/// <summary>Clears somebody to read what is kept of a place.</summary>
public sealed record GrantClearance(
    [property: Meaning("Who", "人員識別碼")] string Holder,
    [property: Meaning("For what: mba:…, facility:…, compartment:…, state", "範圍：mba:…、facility:…、compartment:…、state")] string Place,
    [property: Meaning("Last day", "最後有效日")] DateOnly Until,
    [property: Meaning("First day; left out: today", "起始日；留空為今日")] DateOnly? From = null);

/// <summary>Ends a clearance before its time.</summary>
public sealed record EndClearance(
    [property: Meaning("Entry that gave the clearance", "授權分錄編號")] long Entry,
    [property: Meaning("Why", "理由")] string Reason,
    [property: Meaning("Last day; left out: yesterday, so that it ends at once", "最後日；留空為昨日，即刻終止")] DateOnly? LastDay = null);

/// <summary>Records a certificate of training.</summary>
public sealed record RecordCertificate(
    [property: Meaning("Whose", "人員識別碼")] string Holder,
    [property: Meaning("Course", "課程")] string Course,
    [property: Meaning("Day of issue", "發證日")] DateOnly Issued,
    [property: Meaning("Last day on which it is valid", "有效期限")] DateOnly ValidUntil,
    [property: Meaning("Who issued it", "發證單位")] string Issuer);

/// <summary>Withdraws a certificate.</summary>
public sealed record WithdrawCertificate(
    [property: Meaning("Entry that recorded it", "證書分錄編號")] long Entry,
    [property: Meaning("Why", "理由")] string Reason,
    [property: Meaning("Last day on which it counts; left out: yesterday", "最後有效日；留空為昨日")] DateOnly? LastDay = null);

/// <summary>Takes, for a short time, the sight of a place that is not one's own; it is reviewed afterwards.</summary>
public sealed record BreakGlass(
    [property: Meaning("Of which place: mba:…, facility:…, state", "範圍：mba:…、facility:…、state")] string Place,
    [property: Meaning("Why", "理由")] string Reason,
    [property: Meaning("For how many minutes, 5 to 240", "分鐘數，5 至 240")] int Minutes = 60);

/// <summary>Reviews an emergency access.</summary>
public sealed record ReviewGlass(
    [property: Meaning("Entry of the emergency access", "緊急存取分錄編號")] long Entry,
    [property: Meaning("Whether it was justified", "是否正當")] bool WasJustified,
    [property: Meaning("What the review found", "覆核結果")] string Finding);
