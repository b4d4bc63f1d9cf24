using System.Globalization;
using Custodia.Books;
using Custodia.Commitments;
using Custodia.Commitments.Documents;
using Custodia.Commitments.Facts;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Queries;
using Custodia.Commitments.Reports;

namespace Custodia.Server.Language;

/// <summary>The words for what the book of commitments says, in the reader's language.</summary>
public static class CommitmentsWording
{
    /// <summary>How an indicator or promise stands; null: it is not scored.</summary>
    public static string Of(Standing? standing) => Of(ReportWords.Of(standing));

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
        if (value.Value is not { } text)
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
        return value.Unit is { } unit ? $"{shown} {unit}" : shown;
    }

    private static string Of(Words words) => Wording.Name(words.En, words.Zh);
}
