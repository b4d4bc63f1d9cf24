using System.Globalization;
using Custodia.ArmsControl.Facts;
using Custodia.ArmsControl.Queries;
using Custodia.ArmsControl.Reference;
using Custodia.Books;

namespace Custodia.Server.Language;

/// <summary>The words for what the book of arms control says, in the reader's language.</summary>
public static class ArmsControlWording
{
    /// <summary>A party.</summary>
    public static string Of(Party party) => Wording.Of(party switch
    {
        Party.Us => new Bilingual("United States", "美國"),
        Party.Ru => new("Russia", "俄羅斯"),
        _ => throw new ArgumentOutOfRangeException(nameof(party)),
    });

    /// <summary>What is counted.</summary>
    public static string Of(Measure measure) => Wording.Of(measure switch
    {
        Measure.Vehicles => new Bilingual("Deployed missiles and heavy bombers", "部署飛彈與重型轟炸機"),
        Measure.Warheads => new("Warheads, one for each bomber", "彈頭（每架轟炸機計一枚）"),
        Measure.Launchers => new("Launchers and bombers, deployed or not", "發射架與轟炸機（含非部署）"),
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    });

    /// <summary>What became of the treaty.</summary>
    public static string Of(TreatyStep? step) => Wording.Of(step switch
    {
        null => new Bilingual("Not signed yet", "尚未簽署"),
        TreatyStep.Signed => new("Signed", "已簽署"),
        TreatyStep.Consented => new("Consent to ratify", "同意批准"),
        TreatyStep.InForce => new("In force", "有效"),
        TreatyStep.LimitsApply => new("Limits apply", "限額開始適用"),
        TreatyStep.InspectionsPaused => new("Inspections paused", "視察暫停"),
        TreatyStep.Extended => new("Extended", "延長"),
        TreatyStep.SuspendedByOne => new("Suspended by one party", "一方暫停履約"),
        TreatyStep.Expired => new("Expired", "已屆滿"),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    });

    /// <summary>How far a public fact was checked.</summary>
    public static string Of(Mark mark) => Wording.Of(mark switch
    {
        Mark.Checked => new Bilingual("Checked", "已查證"),
        Mark.Partly => new("Partly checked", "部分查證"),
        Mark.Recalled => new("From memory, not checked", "憑記憶，未查證"),
        Mark.Domain => new("Known in the field", "領域知識"),
        Mark.Product => new("Set by this product", "本系統設定"),
        _ => throw new ArgumentOutOfRangeException(nameof(mark)),
    });

    /// <summary>From where totals are known.</summary>
    public static string Of(AggregateSource source) => Wording.Of(source switch
    {
        AggregateSource.Published => new Bilingual("Published", "公布"),
        AggregateSource.Recorded => new("Recorded here", "本日誌登載"),
        AggregateSource.Declared => new("Declared by this State", "本國申報"),
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    });

    /// <summary>How a declaration stands.</summary>
    public static string Of(DeclarationState state) => Wording.Of(state switch
    {
        DeclarationState.Running => new Bilingual("Period runs", "期間進行中"),
        DeclarationState.Open => new("To be sent", "待提出"),
        DeclarationState.Overdue => new("Overdue", "逾期"),
        DeclarationState.Sent => new("Sent", "已提出"),
        DeclarationState.Acknowledged => new("Acknowledged", "已獲確認"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    });

    /// <summary>What a statement is.</summary>
    public static string Of(StatementKind kind) => Wording.Of(kind switch
    {
        StatementKind.Stockpile => new Bilingual("Stockpile", "庫存數量"),
        StatementKind.NegativeAssurance => new("Negative security assurance", "消極安全保證"),
        StatementKind.NoFirstUse => new("No first use", "不首先使用"),
        StatementKind.SolePurpose => new("Sole purpose", "唯一目的"),
        StatementKind.Moratorium => new("Moratorium", "暫停措施"),
        StatementKind.Policy => new("Policy", "政策"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });

    /// <summary>What a notification says.</summary>
    public static string Of(NotificationType type) => Wording.Of(type switch
    {
        NotificationType.Delivered => new Bilingual("Delivered", "交付"),
        NotificationType.Deployed => new("Deployed", "部署"),
        NotificationType.WarheadsChanged => new("Warheads changed", "彈頭數變更"),
        NotificationType.Withdrawn => new("Deployed no more", "解除部署"),
        NotificationType.Launched => new("Launched", "發射"),
        NotificationType.Moved => new("Moved", "移動"),
        NotificationType.Converted => new("Converted", "改裝"),
        NotificationType.Eliminated => new("Eliminated", "銷毀"),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    });

    /// <summary>What an item is.</summary>
    public static string Of(ItemCategory category) => Wording.Of(category switch
    {
        ItemCategory.IcbmLauncher => new Bilingual("ICBM launcher", "洲際飛彈發射架"),
        ItemCategory.SlbmLauncher => new("SLBM launcher", "潛射飛彈發射架"),
        ItemCategory.HeavyBomber => new("Heavy bomber", "重型轟炸機"),
        _ => throw new ArgumentOutOfRangeException(nameof(category)),
    });

    /// <summary>A type of inspection.</summary>
    public static string Of(InspectionType type) => Wording.Of(type switch
    {
        InspectionType.One => new Bilingual("Type one", "第一類"),
        InspectionType.Two => new("Type two", "第二類"),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    });

    /// <summary>A day, as exactly as it is known.</summary>
    public static string Day(DateOnly day, DatePrecision precision) => day.ToString(precision switch
    {
        DatePrecision.Day => "yyyy-MM-dd",
        DatePrecision.Month => "yyyy-MM",
        DatePrecision.Year => "yyyy",
        _ => throw new ArgumentOutOfRangeException(nameof(precision)),
    }, CultureInfo.InvariantCulture);

    /// <summary>Why an indicator of this book does not apply, where the text is such a reason; else null.</summary>
    public static string? Reason(string value) => value switch
    {
        "notParty" => Wording.Name("Not a party", "非締約國"),
        "notInForce" => Wording.Name("Limits do not apply", "限額不適用"),
        _ => null,
    };
}
