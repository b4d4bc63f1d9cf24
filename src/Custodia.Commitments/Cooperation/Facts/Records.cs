using Custodia.Books;

namespace Custodia.Commitments.Cooperation.Facts;

/// <summary>Records what the State gave.</summary>
/// <param name="Fund">To what: id of a programme, partnership or body of the register.</param>
/// <param name="On">The day.</param>
/// <param name="Amount">How much.</param>
/// <param name="Currency">ISO 4217 code of the currency.</param>
/// <param name="National">The same in the national currency.</param>
/// <param name="InKind">What was given, where it was no money.</param>
/// <param name="Receipt">The receipt.</param>
public sealed record RecordContribution(
    [Meaning("To what, such as 1540-voluntary-fund", "受款對象，如 1540-voluntary-fund")] string Fund,
    [Meaning("Day", "日期")] DateOnly On,
    [Meaning("How much", "金額")] decimal Amount,
    [Meaning("Currency, three letters", "幣別（三個字母）")] string Currency,
    [Meaning("The same in the national currency", "折合本國貨幣")] decimal National,
    [Meaning("What was given, where it was no money", "實物內容（非現金時）")] string? InKind = null,
    [Meaning("Receipt", "收據")] string? Receipt = null) : IDated;

/// <summary>For what a point of contact is named.</summary>
public enum ContactFunction
{
    /// <summary>CPPNM, Article 5.</summary>
    Cppnm,

    /// <summary>The Incident and Trafficking Database.</summary>
    Itdb,

    /// <summary>Resolution 1540.</summary>
    Resolution1540,

    /// <summary>Nuclear forensics.</summary>
    Forensics,

    /// <summary>Early notification and assistance.</summary>
    EarlyNotification,

    /// <summary>ICSANT, Article 7.</summary>
    Icsant,

    /// <summary>Import and export of sources.</summary>
    Sources,
}

/// <summary>Names a point of contact: an office, never a person.</summary>
/// <param name="Function">For what.</param>
/// <param name="Office">The office.</param>
/// <param name="On">From which day.</param>
/// <param name="TestDays">Within how many days a test has to confirm it again.</param>
/// <param name="Channel">How it is reached.</param>
public sealed record NameContact(
    [Meaning("For what", "職能")] ContactFunction Function,
    [Meaning("The office, not a person", "機關單位（非個人）")] string Office,
    [Meaning("From which day", "起日")] DateOnly On,
    [Meaning("Days within which a test has to confirm it again", "應再次測試確認之日數")] int TestDays = 365,
    [Meaning("How it is reached", "聯絡方式")] string? Channel = null) : IDated;

/// <summary>Who stood for the State.</summary>
public enum ForumLevel
{
    /// <summary>Head of State or government.</summary>
    Leader,

    /// <summary>A minister.</summary>
    Minister,

    /// <summary>Senior officials.</summary>
    Senior,

    /// <summary>Experts.</summary>
    Expert,
}

/// <summary>Records that the State was invited to a forum, and whether it went.</summary>
/// <param name="Name">The forum.</param>
/// <param name="On">Its first day.</param>
/// <param name="Attended">Whether the State took part.</param>
/// <param name="Level">Who stood for the State; needed where it took part.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record RecordForum(
    [Meaning("The forum", "論壇名稱")] string Name,
    [Meaning("First day", "首日")] DateOnly On,
    [Meaning("Whether the State took part", "是否出席")] bool Attended,
    [Meaning("Who stood for the State", "出席層級")] ForumLevel? Level = null,
    [Meaning("What came of it", "成果")] string? Outcome = null) : IDated;

/// <summary>Which way assistance goes.</summary>
public enum AssistanceWay
{
    /// <summary>The State asks for it.</summary>
    Requested,

    /// <summary>The State offers it.</summary>
    Offered,
}

/// <summary>Records a request for or an offer of assistance.</summary>
/// <param name="Way">Which way.</param>
/// <param name="Area">In what: items of one area overlap where both are open.</param>
/// <param name="Subject">What is asked or offered.</param>
/// <param name="On">The day.</param>
/// <param name="Donor">Who gives, where that is known.</param>
/// <param name="Reference">The letter.</param>
public sealed record RecordAssistance(
    [Meaning("Requested or offered", "請求或提供")] AssistanceWay Way,
    [Meaning("Area, such as border detection", "領域，如邊境偵測")] string Area,
    [Meaning("What is asked or offered", "內容")] string Subject,
    [Meaning("Day", "日期")] DateOnly On,
    [Meaning("Who gives, where known", "提供者（如已知）")] string? Donor = null,
    [Meaning("Letter", "文號")] string? Reference = null) : IDated;

/// <summary>A sort of cooperation.</summary>
public enum ActivityKind
{
    /// <summary>With one State.</summary>
    Bilateral,

    /// <summary>In the region.</summary>
    Regional,

    /// <summary>Research and development.</summary>
    Research,

    /// <summary>With industry.</summary>
    Industry,

    /// <summary>A lesson, cleared of what is sensitive and released.</summary>
    Lesson,
}

/// <summary>Records a cooperation that began.</summary>
/// <param name="Kind">What sort.</param>
/// <param name="Title">What it is.</param>
/// <param name="On">The day.</param>
/// <param name="Partner">With whom.</param>
public sealed record RecordActivity(
    [Meaning("What sort", "類別")] ActivityKind Kind,
    [Meaning("What it is", "名稱")] string Title,
    [Meaning("Day on which it began", "開始日")] DateOnly On,
    [Meaning("With whom", "合作對象")] string? Partner = null) : IDated;

/// <summary>Announces a measure that the State takes of its own will.</summary>
/// <param name="Title">What.</param>
/// <param name="On">When it was announced.</param>
/// <param name="Document">Where.</param>
/// <param name="Items">Promises that it serves.</param>
public sealed record AnnounceMeasure(
    [Meaning("What", "措施")] string Title,
    [Meaning("Day on which it was announced", "宣布日")] DateOnly On,
    [Meaning("Where it was announced", "宣布文件")] string Document,
    [Meaning("Promises that it serves", "對應承諾")] IReadOnlyList<string>? Items = null) : IDated;

/// <summary>Records that a description of laws and organisation was published.</summary>
/// <param name="Document">Its title.</param>
/// <param name="Version">Its version.</param>
/// <param name="Digest">SHA-256 of the file.</param>
/// <param name="On">The day.</param>
/// <param name="Address">Where it can be read.</param>
public sealed record PublishFramework(
    [Meaning("Title of the document", "文件名稱")] string Document,
    [Meaning("Version", "版次")] string Version,
    [Meaning("SHA-256 of the file, 64 hexadecimal digits", "檔案 SHA-256（64 位十六進位）")] string Digest,
    [Meaning("Day", "日期")] DateOnly On,
    [Meaning("Where it can be read", "公開處所")] string? Address = null) : IDated;
