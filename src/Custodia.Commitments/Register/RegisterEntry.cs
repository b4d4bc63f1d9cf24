namespace Custodia.Commitments;

/// <summary>A record of the register as a reader meets it, whatever its kind.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Answer">What the register tells of it. Where sources disagree, what each of them says.</param>
/// <param name="Sources">Who says so.</param>
/// <param name="Confidence">How far it was checked; <c>null</c> where that is said of its facts one by one.</param>
/// <param name="Subject">Id of the term that it is about, or <c>null</c>.</param>
/// <param name="Names">All names by which it is found.</param>
public sealed record RegisterEntry(RecordKind Kind, string Id, Words Name, Words Answer, IReadOnlyList<Citation> Sources,
    Confidence? Confidence, string? Subject, IReadOnlyList<string> Names)
{
    /// <summary>The words of its names.</summary>
    internal string NameText => string.Join(' ', Names);

    /// <summary>The words of what is told of it.</summary>
    internal string AnswerText => $"{Answer.En} {Answer.Zh}";

    /// <summary>The words of its subject and its kind.</summary>
    internal string ContextText => string.Join(' ', Subject is { } id && Glossary.Find(id) is { } term
        ? [.. Glossary.NamesOf(term), KindWords]
        : [KindWords]);

    private string KindWords => Kind switch
    {
        RecordKind.Item => "paragraph point item text speaks 條文 第幾條 哪一條 哪一段 第幾段 第幾項 哪一項",
        RecordKind.Document => "document text date adopted 文件 日期",
        RecordKind.Summit => "summit participants attended host venue date 峰會 高峰會 與會 主辦 日期 地點",
        RecordKind.Resolution => "resolution Security Council adopted date 安理會 決議 通過 日期",
        RecordKind.Circular => "circular INFCIRC gift basket joint statement sponsor sponsored brought issued date "
            + "通告 提案 提出 發起 聯合聲明 禮物籃",
        RecordKind.Instrument => "treaty convention agreement in force adopted opened signature depositary date "
            + "條約 公約 協定 生效 通過 簽署 存放機關",
        RecordKind.NptAction => "action action plan review conference NPT 行動計畫 審議大會 行動",
        RecordKind.Duty => "duty duties obligation article due 義務 條款 期限",
        RecordKind.Declaration => "declaration declared 宣布 聲明",
        RecordKind.Group => "States which 國家 哪些國家 名單",
        RecordKind.Regime => "started start since when 成立 起始 何時",
        RecordKind.Body => "seat organisation where 所在地 總部 組織",
        _ => "",
    };
}
