using Custodia.Books;

namespace Custodia.Commitments.Statements;

/// <summary>
/// A signed statement on an indicator that no book shows: it counts, marked as attested, until it expires. What a book shows
/// always goes before it.
/// </summary>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="Value">What is stated: a decimal number in the indicator's unit, a day, or a status.</param>
/// <param name="StatedOn">The day for which it is stated.</param>
/// <param name="Expires">The last day on which it counts.</param>
/// <param name="Signatory">The office that signed.</param>
/// <param name="Document">The signed document: its number.</param>
/// <param name="Digest">SHA-256 of the signed file, in hexadecimal.</param>
public sealed record AttestIndicator(
    [Meaning("Indicator, such as IND-S01", "指標，如 IND-S01")] string Indicator,
    [Meaning("What is stated", "陳述之數值")] string Value,
    [Meaning("Day for which it is stated", "陳述之基準日")] DateOnly StatedOn,
    [Meaning("Last day on which it counts", "有效期限")] DateOnly Expires,
    [Meaning("Office that signed", "簽署單位")] string Signatory,
    [Meaning("Number of the signed document", "簽署文件文號")] string Document,
    [Meaning("SHA-256 of the signed file", "簽署檔案之 SHA-256")] string Digest);

/// <summary>What somebody says of an indicator. It is shown as said and never turns a status green.</summary>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="On">The day of which it speaks.</param>
/// <param name="Text">What is said.</param>
public sealed record AssertIndicator(
    [Meaning("Indicator, such as IND-S01", "指標，如 IND-S01")] string Indicator,
    [Meaning("Day of which it speaks", "所述日期")] DateOnly On,
    [Meaning("What is said", "內容")] string Text);

/// <summary>Withdraws a statement.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="Reason">Why.</param>
public sealed record WithdrawStatement(
    [Meaning("Entry that recorded it", "原登載分錄")] long Entry,
    [Meaning("Why", "理由")] string Reason);

/// <summary>Sets the State's own threshold for an indicator, from a day on.</summary>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="From">First day on which it counts.</param>
/// <param name="Met">Formula of <c>value</c> that says when it is met.</param>
/// <param name="OnTrack">Formula that says when it is on its way.</param>
/// <param name="Reason">On what it rests.</param>
public sealed record SetThreshold(
    [Meaning("Indicator, such as IND-S01", "指標，如 IND-S01")] string Indicator,
    [Meaning("First day on which it counts", "生效日")] DateOnly From,
    [Meaning("Met when, such as value >= 95", "達成條件，如 value >= 95")] string Met,
    [Meaning("On what it rests", "依據")] string Reason,
    [Meaning("On its way when", "進行中條件")] string? OnTrack = null);

/// <summary>Says that an indicator does not apply to this State from a day on, or that it applies again.</summary>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="From">First day on which that counts.</param>
/// <param name="Applies">Whether it applies.</param>
/// <param name="Reason">Why.</param>
public sealed record SetApplicability(
    [Meaning("Indicator, such as IND-M04", "指標，如 IND-M04")] string Indicator,
    [Meaning("First day on which that counts", "生效日")] DateOnly From,
    [Meaning("Whether it applies", "是否適用")] bool Applies,
    [Meaning("Why", "理由")] string Reason);

/// <summary>Sets the State's own target for a promise: what an indicator has to show by a day.</summary>
/// <param name="Item">Id of the promise.</param>
/// <param name="Indicator">The indicator of the promise that shows it.</param>
/// <param name="Due">Last day.</param>
/// <param name="TextEn">What is to be reached, in English.</param>
/// <param name="TextZh">The same in Chinese.</param>
public sealed record SetTarget(
    [Meaning("Promise, such as C14-21", "承諾，如 C14-21")] string Item,
    [Meaning("Indicator that shows it", "佐證指標")] string Indicator,
    [Meaning("Last day", "期限")] DateOnly Due,
    [Meaning("What is to be reached, in English", "目標（英文）")] string TextEn,
    [Meaning("What is to be reached, in Chinese", "目標（中文）")] string TextZh);
