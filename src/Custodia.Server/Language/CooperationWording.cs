using Custodia.Books;
using Custodia.Commitments;
using Custodia.Commitments.Cooperation.Facts;
using Custodia.Commitments.Cooperation.Queries;

namespace Custodia.Server.Language;

/// <summary>The words for what the book of cooperation says, in the reader's language.</summary>
public static class CooperationWording
{
    /// <summary>How a campaign stands.</summary>
    public static string Of(CampaignState state) => Wording.Of(state switch
    {
        CampaignState.Open => new Bilingual("Under way", "進行中"),
        CampaignState.Overdue => new("Overdue: some is left", "逾期：尚有餘量"),
        CampaignState.Closed => new("Closed: the ledger shows none left", "已完成：料帳顯示已無餘量"),
        CampaignState.Contradicted => new("Declared complete; the ledger shows some left", "已宣告完成，惟料帳顯示尚有餘量"),
        CampaignState.NoEvidence => new("No evidence in the ledger", "料帳無佐證"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    });

    /// <summary>How a campaign removes the material.</summary>
    public static string Of(CampaignKind kind) => Wording.Of(kind switch
    {
        CampaignKind.Conversion => new Bilingual("Conversion to low enriched fuel", "轉換為低濃縮鈾燃料"),
        CampaignKind.Repatriation => new("Return to the supplier", "運回供應國"),
        CampaignKind.DownBlending => new("Down-blending", "混合稀釋"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });

    /// <summary>By which way it left.</summary>
    public static string Of(HeuRoute route) => Wording.Of(route switch
    {
        HeuRoute.Abroad => new Bilingual("Shipped abroad", "運往國外"),
        HeuRoute.Blended => new("Blended or rebatched", "稀釋或重新編批"),
        HeuRoute.Burnt => new("Burnt", "燃耗"),
        HeuRoute.Moved => new("Moved inside", "國內移轉"),
        HeuRoute.Retained => new("Exempt or waste", "豁免或廢棄物"),
        HeuRoute.Received => new("Received", "接收"),
        HeuRoute.Other => new("Other", "其他"),
        _ => throw new ArgumentOutOfRangeException(nameof(route)),
    });

    /// <summary>For what a point of contact is named.</summary>
    public static string Of(ContactFunction function) => Wording.Of(function switch
    {
        ContactFunction.Cppnm => new Bilingual("CPPNM, Article 5", "核材料實體防護公約第 5 條"),
        ContactFunction.Itdb => new("Incident and Trafficking Database", "事故與非法交易資料庫"),
        ContactFunction.Resolution1540 => new("Resolution 1540", "第 1540 號決議"),
        ContactFunction.Forensics => new("Nuclear forensics", "核鑑識"),
        ContactFunction.EarlyNotification => new("Early notification and assistance", "及早通報與援助"),
        ContactFunction.Icsant => new("ICSANT, Article 7", "制止核恐怖行為公約第 7 條"),
        ContactFunction.Sources => new("Import and export of sources", "射源進出口"),
        _ => throw new ArgumentOutOfRangeException(nameof(function)),
    });

    /// <summary>From what isotopes are made.</summary>
    public static string Of(IsotopeRoute route) => Wording.Of(route switch
    {
        IsotopeRoute.HighEnriched => new Bilingual("Highly enriched uranium", "高濃縮鈾"),
        IsotopeRoute.LowEnriched => new("Low enriched uranium", "低濃縮鈾"),
        IsotopeRoute.NoUranium => new("Without uranium", "無鈾製程"),
        _ => throw new ArgumentOutOfRangeException(nameof(route)),
    });

    /// <summary>For what an expert is lent.</summary>
    public static string Of(ExpertPurpose purpose) => Wording.Of(purpose switch
    {
        ExpertPurpose.Mission => new Bilingual("Mission", "任務"),
        ExpertPurpose.Drafting => new("Drafting of guidance", "導則撰擬"),
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    });

    /// <summary>Who stood for the State.</summary>
    public static string Of(ForumLevel level) => Wording.Of(level switch
    {
        ForumLevel.Leader => new Bilingual("Leader", "元首或政府首長"),
        ForumLevel.Minister => new("Minister", "部長"),
        ForumLevel.Senior => new("Senior officials", "高階官員"),
        ForumLevel.Expert => new("Experts", "專家"),
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    });

    /// <summary>Which way assistance goes.</summary>
    public static string Of(AssistanceWay way) => way == AssistanceWay.Requested ? Wording.Name("Requested", "請求") : Wording.Name("Offered", "提供");

    /// <summary>A sort of cooperation.</summary>
    public static string Of(ActivityKind kind) => Wording.Of(kind switch
    {
        ActivityKind.Bilateral => new Bilingual("Bilateral", "雙邊"),
        ActivityKind.Regional => new("Regional", "區域"),
        ActivityKind.Research => new("Research and development", "研發"),
        ActivityKind.Industry => new("With industry", "產業"),
        ActivityKind.Lesson => new("Lesson shared", "經驗分享"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });

    /// <summary>What came of something.</summary>
    public static string Of(StepKind step) => Wording.Of(step switch
    {
        StepKind.Reached => new Bilingual("Milestone reached", "里程碑達成"),
        StepKind.Completed => new("Declared complete", "宣告完成"),
        StepKind.Confirmed => new("Confirmed by a test", "經測試確認"),
        StepKind.Matched => new("Partner found", "媒合成功"),
        StepKind.Closed => new("Closed with an outcome", "結案並附成果"),
        StepKind.Evidenced => new("Evidence found", "取得佐證"),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    });

    /// <summary>A fund, programme or partnership of the register.</summary>
    public static string Fund(string id)
    {
        var name = Register.Programmes.Find(id)?.Title ?? Register.Regimes.Find(id)?.Title ?? Register.Bodies.Find(id)?.Title;
        return name is null ? id : Wording.Name(name.En, name.Zh);
    }

    /// <summary>Kilograms of uranium, exact.</summary>
    public static string Kilograms(decimal? mass) => mass is { } given
        ? given.ToString("#,##0.######", System.Globalization.CultureInfo.InvariantCulture) + " kg"
        : Wording.Name("withheld", "未揭露");
}
