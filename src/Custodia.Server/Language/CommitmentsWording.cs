using System.Globalization;
using Custodia.Books;
using Custodia.Commitments;
using Custodia.Commitments.Documents;
using Custodia.Commitments.Facts;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Queries;
using Custodia.Commitments.Reports;
using Custodia.Commitments.Statements;

namespace Custodia.Server.Language;

/// <summary>The words for what the book of commitments says, in the reader's language.</summary>
public static class CommitmentsWording
{
    /// <summary>A text of the register.</summary>
    public static string Of(Words words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Wording.Name(words.En, words.Zh);
    }

    /// <summary>What kind of record of the register it is.</summary>
    public static string Of(RecordKind kind) => Wording.Of(kind switch
    {
        RecordKind.System => new Bilingual("System", "系統"),
        RecordKind.Term => new("Term", "詞彙"),
        RecordKind.Summit => new("Summit", "高峰會"),
        RecordKind.Document => new("Document", "文件"),
        RecordKind.Item => new("Promise", "承諾項目"),
        RecordKind.Instrument => new("Instrument", "文書"),
        RecordKind.Resolution => new("Resolution", "決議"),
        RecordKind.Circular => new("Circular", "通告"),
        RecordKind.Programme => new("Programme", "計畫"),
        RecordKind.NptAction => new("Action of 2010", "2010 年行動"),
        RecordKind.Declaration => new("Declaration", "宣告"),
        RecordKind.Duty => new("Duty", "義務"),
        RecordKind.State => new("State", "國家"),
        RecordKind.Group => new("Group of States", "國家群組"),
        RecordKind.Fact => new("Fact", "事實"),
        RecordKind.Regime => new("Regime", "機制"),
        RecordKind.Body => new("Organisation", "組織"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });

    /// <summary>How far it was checked.</summary>
    public static string Of(Confidence confidence) => Wording.Of(confidence switch
    {
        Confidence.Checked => new Bilingual("Checked", "已核對"),
        Confidence.Domain => new("Known in the field, to be checked", "領域通識，待核對"),
        Confidence.Unchecked => new("Not checked", "未核對"),
        _ => throw new ArgumentOutOfRangeException(nameof(confidence)),
    });

    /// <summary>Who came for a State.</summary>
    public static string Of(Representation who) => Wording.Of(who switch
    {
        Representation.Unknown => new Bilingual("Present", "出席"),
        Representation.Leader => new("Leader", "元首或首長"),
        Representation.Minister => new("Minister", "部長"),
        Representation.Envoy => new("Envoy", "特使"),
        _ => throw new ArgumentOutOfRangeException(nameof(who)),
    });

    /// <summary>Why something is due.</summary>
    public static string Of(DueSort sort) => Wording.Of(sort switch
    {
        DueSort.Duty => new Bilingual("Duty", "義務"),
        DueSort.Target => new("Target", "目標"),
        DueSort.Expiry => new("Statement expires", "陳述到期"),
        _ => throw new ArgumentOutOfRangeException(nameof(sort)),
    });

    /// <summary>How an indicator or promise stands; null: it is not scored.</summary>
    public static string Of(Standing? standing) => Of(ReportWords.Of(standing));

    /// <summary>What a standing means.</summary>
    public static string Means(Standing? standing) => Wording.Of(standing switch
    {
        Standing.Met => new Bilingual("every indicator that judges it is met", "判定所依之指標均已達成"),
        Standing.OnTrack => new("on its way, by the least of its indicators", "依最弱指標判定，仍在進行"),
        Standing.OffTrack => new("an indicator is off its track, or the day has passed", "有指標落後，或已逾期限"),
        Standing.NoEvidence => new("nothing shows how an indicator stands; never counted as met", "有指標無從佐證；不計為已達成"),
        Standing.NotApplicable => new("does not apply to the State; not counted", "本國不適用；不計入"),
        Standing.Measured => new("measured, and no threshold says what would be met", "已有量測，尚無門檻"),
        null => new("welcomes or notes only; never scored", "僅表示歡迎或備悉；不計分"),
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    });

    /// <summary>On what a value rests.</summary>
    public static string Of(Grade grade) => Of(ReportWords.Of(grade));

    /// <summary>Why there is no value.</summary>
    public static string Of(MissingReason reason) => Of(ReportWords.Of(reason));

    /// <summary>What a kept document is.</summary>
    public static string Of(KeptKind kind) => Wording.Of(kind switch
    {
        KeptKind.Communique => new Bilingual("Communiqué", "公報"),
        KeptKind.WorkPlan => new("Work plan", "工作計畫"),
        KeptKind.NationalStatement => new("National statement", "國家聲明"),
        KeptKind.JointStatement => new("Joint statement", "聯合聲明"),
        KeptKind.Other => new("Other", "其他"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });

    /// <summary>Where the State stands towards an instrument.</summary>
    public static string Of(StateStatus status) => Of(ReportWords.Of("status", status));

    /// <summary>What the State did.</summary>
    public static string Of(ActType act) => Wording.Of(act switch
    {
        ActType.Sign => new Bilingual("signed", "簽署"),
        ActType.Ratify => new("ratified", "批准"),
        ActType.Accept => new("accepted", "接受"),
        ActType.Approve => new("approved", "核准"),
        ActType.Accede => new("acceded", "加入"),
        ActType.Join => new("joined", "參與"),
        ActType.Notify => new("notified", "通知"),
        ActType.Align => new("carries it out", "等效履行"),
        ActType.Withdraw => new("withdrew", "退出"),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    });

    /// <summary>What of the register it is.</summary>
    public static string Of(RegisterPart part) => Wording.Of(part switch
    {
        RegisterPart.Instrument => new Bilingual("Treaties, agreements, codes and guidance", "條約、協定、準則與導則"),
        RegisterPart.Regime => new("Regimes and partnerships", "機制與夥伴關係"),
        RegisterPart.Body => new("Organisations", "組織"),
        RegisterPart.Circular => new("Joint statements opened by circular", "經通告開放之聯合聲明"),
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    });

    /// <summary>How far an item binds.</summary>
    public static string Of(ItemType type) => Wording.Of(type switch
    {
        ItemType.Commitment => new Bilingual("Commitment", "承諾"),
        ItemType.Encouragement => new("Encouragement", "鼓勵"),
        ItemType.Recognition => new("Recognition", "肯定"),
        ItemType.ActionPlan => new("Action plan", "行動計畫"),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    });

    /// <summary>A value with its unit: a number grouped, a status by its name.</summary>
    public static string Value(IndicatorValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Value(value.Value, value.Unit);
    }

    /// <inheritdoc cref="Value(IndicatorValue)"/>
    public static string Value(string? text, string? unit)
    {
        if (text is null)
            return "–";
        if (Enum.TryParse<StateStatus>(text, ignoreCase: true, out var status) && char.IsAsciiLetter(text[0]))
            return Of(status);
        if (text is "yes" or "no")
            return Wording.Name(text, text == "yes" ? "是" : "否");
        if (ArmsControlWording.Reason(text) is { } reason)
            return reason;
        var shown = decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("#,##0.###", CultureInfo.InvariantCulture)
            : text;
        return unit is null ? shown : $"{shown} {unit}";
    }

    /// <summary>A formula in words, in pieces: those at odd places are code.</summary>
    public static string[] Words(string formula) => Wording.Of(FormulaWords.Of(Formula.Parse(formula))).Split('`');

    /// <summary>Why a figure is not shown to everybody.</summary>
    public static string Of(Suppression suppression) => Wording.Of(suppression switch
    {
        Suppression.None => new Bilingual("Shown as its band", "以區間顯示"),
        Suppression.FewSites => new("Not shown: fewer than three sites make it", "不顯示：構成場所少於 3 處"),
        Suppression.OneSite => new("Not shown: one site makes it nearly alone", "不顯示：幾乎全由單一場所構成"),
        Suppression.Complement => new("Not shown: another figure could be worked out from it", "不顯示：可據以推算其他未顯示之數值"),
        _ => throw new ArgumentOutOfRangeException(nameof(suppression)),
    });

    /// <summary>What a statement is.</summary>
    public static string Of(StatementSort sort) => Wording.Of(sort switch
    {
        StatementSort.Attestation => new Bilingual("Signed statement", "簽署陳述"),
        StatementSort.Assertion => new("Said without a signature", "未經簽署之說明"),
        StatementSort.Threshold => new("Threshold of the State", "本國門檻"),
        StatementSort.Applicability => new("Whether it applies", "是否適用"),
        StatementSort.Target => new("Target of the State", "本國目標"),
        _ => throw new ArgumentOutOfRangeException(nameof(sort)),
    });

    /// <summary>What was found of what would move an indicator.</summary>
    public static string Of(MoveFinding finding) => Wording.Of(finding switch
    {
        MoveFinding.Met => new Bilingual("It is met: nothing has to move.", "已達成，無須異動。"),
        MoveFinding.NotApplicable => new("It does not apply to the State.", "本國不適用此指標。"),
        MoveFinding.NoThreshold => new("No threshold says what would be met: the State can set one.", "尚無門檻可判定是否達成；本國得自行設定。"),
        MoveFinding.NoBook => new("No book shows it: a signed statement would fill it, or the book when it is kept.", "尚無帳簿可供計算；可登載簽署陳述，或待帳簿建立後計算。"),
        MoveFinding.Status => new("The status would have to become one that the threshold accepts:", "須變更為門檻所認可之狀態："),
        MoveFinding.Rows => new("These records would have to count otherwise, and none of them can be left out:", "下列紀錄須改變計入方式，缺一不可："),
        MoveFinding.NotFound => new("No records that are there were found to move it far enough: new ones would have to come.", "未發現現有紀錄之異動足以改變判定，須有新紀錄。"),
        MoveFinding.TooMany => new("There are too many records to look for the fewest.", "紀錄過多，無法逐一尋找最少異動。"),
        _ => throw new ArgumentOutOfRangeException(nameof(finding)),
    });

    /// <summary>The book that keeps what an indicator counts.</summary>
    public static string Book(string keeper) => Wording.Of(keeper switch
    {
        "materials" => new Bilingual("Nuclear material", "核物料"),
        "sources" => new("Radioactive sources", "輻射源"),
        "transport" => new("Transport", "運送"),
        "detection" => new("Detection", "偵測"),
        "incidents" => new("Incidents", "事件"),
        "forensics" => new("Forensics", "鑑識"),
        "protection" => new("Physical protection", "實體防護"),
        "commitments" => new("Commitments", "承諾"),
        "arms-control" => new("Arms control", "裁軍"),
        "law" => new("Law", "法規"),
        "missions" => new("Missions and actions", "任務與行動"),
        "cooperation" => new("Cooperation", "國際合作"),
        "people" => new("People", "人員"),
        _ => new(keeper, keeper),
    });
}
