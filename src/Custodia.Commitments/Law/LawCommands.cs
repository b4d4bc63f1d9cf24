using Custodia.Books;

namespace Custodia.Commitments.Law;

/// <summary>What kind of national law it is.</summary>
public enum LawKind
{
    /// <summary>An act of parliament.</summary>
    Act,

    /// <summary>A regulation made under an act.</summary>
    Regulation,

    /// <summary>A standard that binds by licence or by reference.</summary>
    Standard,
}

/// <summary>How a clause that requires something states it.</summary>
public enum RuleStyle
{
    /// <summary>By the outcome that must be reached.</summary>
    PerformanceBased,

    /// <summary>By the means that must be used.</summary>
    Prescriptive,
}

/// <summary>Records an act, regulation or standard.</summary>
/// <param name="Id">Its id in this book.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="Number">The number under which it was published.</param>
/// <param name="From">First day on which it is in force.</param>
/// <param name="ReviewYears">Years from one review to the next.</param>
public sealed record EnactLaw(
    [Meaning("Id of capital letters, digits and hyphens, such as NSA-2012", "識別碼：大寫英文字母、數字與連字號，如 NSA-2012")] string Id,
    [Meaning("Kind", "種類")] LawKind Kind,
    [Meaning("Name in English", "英文名稱")] string NameEn,
    [Meaning("Name in Chinese", "中文名稱")] string NameZh,
    [Meaning("Number under which it was published", "公布字號")] string Number,
    [Meaning("First day in force", "施行日")] DateOnly From,
    [Meaning("Years from one review to the next, 1 to 30", "檢討週期（年），1 至 30")] int ReviewYears);

/// <summary>Records that an act, regulation or standard ended.</summary>
/// <param name="Law">Its id.</param>
/// <param name="LastDay">Last day on which it was in force.</param>
/// <param name="Reason">By what it ended.</param>
public sealed record RepealLaw(
    [Meaning("Id of the act or regulation", "法規識別碼")] string Law,
    [Meaning("Last day in force", "施行末日")] DateOnly LastDay,
    [Meaning("By what it ended", "廢止依據")] string Reason);

/// <summary>Records that an act, regulation or standard was reviewed.</summary>
/// <param name="Law">Its id.</param>
/// <param name="On">The day.</param>
/// <param name="Document">The document that shows it.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record ReviewLaw(
    [Meaning("Id of the act or regulation", "法規識別碼")] string Law,
    [Meaning("Day of the review", "檢討日期")] DateOnly On,
    [Meaning("Document that shows it", "證明文件")] string Document,
    [Meaning("What came of it", "檢討結果")] string? Outcome = null);

/// <summary>Records a clause of an act, regulation or standard.</summary>
/// <param name="Law">Its id.</param>
/// <param name="Clause">Number of the clause.</param>
/// <param name="From">First day on which it is in force.</param>
/// <param name="TextEn">What it says, in the State's own words, in English.</param>
/// <param name="TextZh">What it says, in Chinese.</param>
/// <param name="Style">How it states what it requires; left out where it requires nothing.</param>
/// <param name="PenaltyEn">The penalty in English, where it makes an act an offence.</param>
/// <param name="PenaltyZh">The penalty in Chinese.</param>
public sealed record AddClause(
    [Meaning("Id of the act or regulation", "法規識別碼")] string Law,
    [Meaning("Number of the clause, such as 12.3", "條號，如 12.3")] string Clause,
    [Meaning("First day in force", "施行日")] DateOnly From,
    [Meaning("What it says, in English", "條文要旨（英文）")] string TextEn,
    [Meaning("What it says, in Chinese", "條文要旨（中文）")] string TextZh,
    [Meaning("How it states what it requires", "要求方式")] RuleStyle? Style = null,
    [Meaning("Penalty in English, where it makes an act an offence", "罰則（英文）")] string? PenaltyEn = null,
    [Meaning("Penalty in Chinese", "罰則（中文）")] string? PenaltyZh = null);

/// <summary>Records that a clause was amended: what it said ends, and what it says now begins.</summary>
/// <param name="Law">Id of the act or regulation.</param>
/// <param name="Clause">Number of the clause.</param>
/// <param name="From">First day of the new wording.</param>
/// <param name="TextEn">What it says, in the State's own words, in English.</param>
/// <param name="TextZh">What it says, in Chinese.</param>
/// <param name="By">By what it was amended.</param>
/// <param name="Style">How it states what it requires; left out where it requires nothing.</param>
/// <param name="PenaltyEn">The penalty in English, where it makes an act an offence.</param>
/// <param name="PenaltyZh">The penalty in Chinese.</param>
public sealed record AmendClause(
    [Meaning("Id of the act or regulation", "法規識別碼")] string Law,
    [Meaning("Number of the clause", "條號")] string Clause,
    [Meaning("First day of the new wording", "修正條文施行日")] DateOnly From,
    [Meaning("What it says, in English", "條文要旨（英文）")] string TextEn,
    [Meaning("What it says, in Chinese", "條文要旨（中文）")] string TextZh,
    [Meaning("By what it was amended", "修正依據")] string By,
    [Meaning("How it states what it requires", "要求方式")] RuleStyle? Style = null,
    [Meaning("Penalty in English, where it makes an act an offence", "罰則（英文）")] string? PenaltyEn = null,
    [Meaning("Penalty in Chinese", "罰則（中文）")] string? PenaltyZh = null);

/// <summary>Records that a clause ended.</summary>
/// <param name="Law">Id of the act or regulation.</param>
/// <param name="Clause">Number of the clause.</param>
/// <param name="LastDay">Last day on which it was in force.</param>
/// <param name="Reason">By what it ended.</param>
public sealed record EndClause(
    [Meaning("Id of the act or regulation", "法規識別碼")] string Law,
    [Meaning("Number of the clause", "條號")] string Clause,
    [Meaning("Last day in force", "施行末日")] DateOnly LastDay,
    [Meaning("By what it ended", "刪除依據")] string Reason);

/// <summary>Maps a duty to a clause that carries it out: treaty duty → clause → control → evidence.</summary>
/// <param name="Duty">Id of the duty in the register.</param>
/// <param name="Law">Id of the act or regulation.</param>
/// <param name="Clause">Number of the clause.</param>
/// <param name="Control">Id of the control that puts the clause into practice.</param>
/// <param name="Document">The document that shows that it is done.</param>
/// <param name="Sha256">SHA-256 of the document, 64 hexadecimal digits.</param>
/// <param name="Entry">Or the entry that shows it.</param>
public sealed record MapDuty(
    [Meaning("Id of the duty, such as CPPNM-8", "義務識別碼，如 CPPNM-8")] string Duty,
    [Meaning("Id of the act or regulation", "法規識別碼")] string Law,
    [Meaning("Number of the clause", "條號")] string Clause,
    [Meaning("Id of the control, such as gv-04", "管制措施識別碼，如 gv-04")] string? Control = null,
    [Meaning("Document that shows it", "證明文件")] string? Document = null,
    [Meaning("SHA-256 of the document", "文件之 SHA-256")] string? Sha256 = null,
    [Meaning("Or the entry that shows it", "或證明之分錄編號")] long? Entry = null) : INamesEvidence
{
    IEnumerable<NamedEntry> INamesEvidence.Evidence => NamedEntry.In("entry", Entry);
}

/// <summary>Ends a mapping: the clause no longer carries the duty out.</summary>
/// <param name="Entry">The entry that mapped it.</param>
/// <param name="LastDay">Last day on which it did.</param>
/// <param name="Reason">Why.</param>
public sealed record UnmapDuty(
    [Meaning("Entry that mapped it", "原對應之分錄編號")] long Entry,
    [Meaning("Last day on which the clause carried the duty out", "條文施行該義務之末日")] DateOnly LastDay,
    [Meaning("Why", "理由")] string Reason);

/// <summary>Records an equivalent measure: how a duty is carried out that does not bind the State.</summary>
/// <param name="Duty">Id of the duty in the register.</param>
/// <param name="MeasureEn">What is done, in English.</param>
/// <param name="MeasureZh">What is done, in Chinese.</param>
/// <param name="From">First day on which it is in place.</param>
/// <param name="Law">The act or regulation that provides for it, where one does.</param>
/// <param name="Clause">Its clause.</param>
/// <param name="Document">The document that shows it.</param>
/// <param name="Sha256">SHA-256 of the document.</param>
/// <param name="Entry">Or the entry that shows it.</param>
public sealed record RecordMeasure(
    [Meaning("Id of the duty, such as ICSANT-8", "義務識別碼，如 ICSANT-8")] string Duty,
    [Meaning("What is done, in English", "等效措施（英文）")] string MeasureEn,
    [Meaning("What is done, in Chinese", "等效措施（中文）")] string MeasureZh,
    [Meaning("First day in place", "實施日")] DateOnly From,
    [Meaning("Id of the act or regulation that provides for it", "法規識別碼")] string? Law = null,
    [Meaning("Number of the clause", "條號")] string? Clause = null,
    [Meaning("Document that shows it", "證明文件")] string? Document = null,
    [Meaning("SHA-256 of the document", "文件之 SHA-256")] string? Sha256 = null,
    [Meaning("Or the entry that shows it", "或證明之分錄編號")] long? Entry = null) : INamesEvidence
{
    IEnumerable<NamedEntry> INamesEvidence.Evidence => NamedEntry.In("entry", Entry);
}

/// <summary>Ends an equivalent measure.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="LastDay">Last day on which it was in place.</param>
/// <param name="Reason">Why.</param>
public sealed record EndMeasure(
    [Meaning("Entry that recorded it", "原登載之分錄編號")] long Entry,
    [Meaning("Last day in place", "實施末日")] DateOnly LastDay,
    [Meaning("Why", "理由")] string Reason);

/// <summary>What makes a regulator independent.</summary>
public enum IndependenceItem
{
    /// <summary>Its budget is its own.</summary>
    Budget,

    /// <summary>Its head is appointed by a way that keeps interests out.</summary>
    Appointment,

    /// <summary>Its head is removed only for reasons that the law states.</summary>
    Removal,

    /// <summary>It reports past those whom it regulates and those who promote.</summary>
    ReportingLine,

    /// <summary>It does not promote what it regulates.</summary>
    Separation,
}

/// <summary>Records which clause provides for an item of the regulator's independence.</summary>
/// <param name="Item">The item.</param>
/// <param name="Law">Id of the act or regulation.</param>
/// <param name="Clause">Number of the clause.</param>
/// <param name="Document">The document that shows that it is so.</param>
/// <param name="Sha256">SHA-256 of the document.</param>
/// <param name="Entry">Or the entry that shows it.</param>
public sealed record RecordIndependence(
    [Meaning("Item of the checklist", "檢核項目")] IndependenceItem Item,
    [Meaning("Id of the act or regulation", "法規識別碼")] string Law,
    [Meaning("Number of the clause", "條號")] string Clause,
    [Meaning("Document that shows it", "證明文件")] string? Document = null,
    [Meaning("SHA-256 of the document", "文件之 SHA-256")] string? Sha256 = null,
    [Meaning("Or the entry that shows it", "或證明之分錄編號")] long? Entry = null) : INamesEvidence
{
    IEnumerable<NamedEntry> INamesEvidence.Evidence => NamedEntry.In("entry", Entry);
}

/// <summary>Takes back an entry of this book that was recorded wrongly.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Reason">Why.</param>
public sealed record TakeBackLaw(
    [Meaning("Entry that recorded it", "原登載之分錄編號")] long Entry,
    [Meaning("Why", "理由")] string Reason);
