using Custodia.Books;

namespace Custodia.Commitments.Documents;

/// <summary>What a kept document is.</summary>
public enum KeptKind
{
    /// <summary>A communiqué.</summary>
    Communique,

    /// <summary>A work plan.</summary>
    WorkPlan,

    /// <summary>What the State said for itself.</summary>
    NationalStatement,

    /// <summary>What several States said together.</summary>
    JointStatement,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>The language of a text.</summary>
public enum TextLanguage
{
    /// <summary>English.</summary>
    En,

    /// <summary>Chinese.</summary>
    Zh,
}

/// <summary>A numbered paragraph, with the promise that a person confirmed it to be.</summary>
/// <param name="Group">Number of its group, from 1.</param>
/// <param name="Number">Its number in the group.</param>
/// <param name="Text">Its words; parts on lines of their own.</param>
/// <param name="Item">Id of the promise of the catalogue's document; null where none was confirmed.</param>
/// <param name="Heading">The heading of its group, said with its first paragraph.</param>
public sealed record KeptParagraph(
    [Meaning("Group, from 1", "組別，自 1 起")] int Group,
    [Meaning("Number", "編號")] int Number,
    [Meaning("Words", "內文")] string Text,
    [Meaning("Promise confirmed, such as C14-21", "確認之承諾，如 C14-21")] string? Item = null,
    [Meaning("Heading of the group, with its first paragraph", "組別標題（置於首段）")] string? Heading = null);

/// <summary>
/// Keeps a document for good: one of the State's own, or its text of a document of the catalogue. The same id again keeps it
/// anew; what was kept before stays known as it was known.
/// </summary>
/// <param name="Id">The State's own id: two letters, a hyphen, and more, so that it is never one of the register.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="Date">When it was adopted.</param>
/// <param name="Kind">What it is.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Digest">SHA-256 of the file, which the server keeps.</param>
/// <param name="Language">Its language.</param>
/// <param name="Paragraphs">Its numbered paragraphs.</param>
/// <param name="Catalogue">Id of the catalogue's document of which it is a text; null: it is the State's own.</param>
public sealed record KeepDocument(
    [Meaning("The State's own id, such as XA-2016", "本國自訂識別碼，如 XA-2016")] string Id,
    [Meaning("Name in English", "英文名稱")] string NameEn,
    [Meaning("Name in Chinese", "中文名稱")] string NameZh,
    [Meaning("Day on which it was adopted", "通過日期")] DateOnly Date,
    [Meaning("What it is", "類別")] KeptKind Kind,
    [Meaning("Name of the file", "檔案名稱")] string File,
    [Meaning("SHA-256 of the file, which the server keeps", "伺服器所存檔案之 SHA-256")] string Digest,
    [Meaning("Language", "語言")] TextLanguage Language,
    [Meaning("Numbered paragraphs", "有編號之段落")] IReadOnlyList<KeptParagraph> Paragraphs,
    [Meaning("Document of the catalogue of which it is a text, such as C14", "所屬名冊文件，如 C14")] string? Catalogue = null);

/// <summary>Adds a promise of one of the State's own documents; it is judged as those of the catalogue are.</summary>
/// <param name="Id">Its id: that of the document, a hyphen, and more.</param>
/// <param name="Document">Id of the document.</param>
/// <param name="Theme">Id of the theme.</param>
/// <param name="Type">How far it binds.</param>
/// <param name="TextEn">What it says, in English.</param>
/// <param name="TextZh">The same in Chinese.</param>
/// <param name="Indicators">Ids of the indicators that show it.</param>
/// <param name="Baseline">Day from which progress is counted, and the first on which it stands on the wall.</param>
/// <param name="Due">Day by which it is to be reached; with <paramref name="TargetIndicator"/> or not at all.</param>
/// <param name="TargetIndicator">The indicator that shows that it was reached.</param>
public sealed record AddCommitment(
    [Meaning("Id, such as XA-2016-1", "識別碼，如 XA-2016-1")] string Id,
    [Meaning("The State's own document, such as XA-2016", "本國文件，如 XA-2016")] string Document,
    [Meaning("Theme, such as ippas", "主題，如 ippas")] string Theme,
    [Meaning("How far it binds", "拘束程度")] ItemType Type,
    [Meaning("What it says, in English", "英文內容")] string TextEn,
    [Meaning("What it says, in Chinese", "中文內容")] string TextZh,
    [Meaning("Indicators that show it, such as IND-S01", "佐證指標，如 IND-S01")] IReadOnlyList<string> Indicators,
    [Meaning("Day from which progress is counted", "起算日")] DateOnly Baseline,
    [Meaning("Day by which it is to be reached", "期限")] DateOnly? Due = null,
    [Meaning("Indicator that shows that it was reached", "期限所依指標")] string? TargetIndicator = null);

/// <summary>Ends a promise of the State's own from a day on: it stands on the wall of the days before.</summary>
/// <param name="Id">Its id.</param>
/// <param name="On">First day on which it stands no more.</param>
/// <param name="Reason">Why.</param>
public sealed record EndCommitment(
    [Meaning("Id, such as XA-2016-1", "識別碼，如 XA-2016-1")] string Id,
    [Meaning("First day on which it stands no more", "終止日")] DateOnly On,
    [Meaning("Why", "理由")] string Reason);
