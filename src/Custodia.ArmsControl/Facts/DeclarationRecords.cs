using Custodia.Books;

namespace Custodia.ArmsControl.Facts;

/// <summary>What a State says of its arms or policy by itself.</summary>
public enum StatementKind
{
    /// <summary>How many weapons it has.</summary>
    Stockpile,

    /// <summary>Against whom it will not use nuclear weapons.</summary>
    NegativeAssurance,

    /// <summary>That it will not use them first.</summary>
    NoFirstUse,

    /// <summary>For which purpose alone it has them.</summary>
    SolePurpose,

    /// <summary>That it stops something: tests, or the making of fissile material for weapons.</summary>
    Moratorium,

    /// <summary>Another policy.</summary>
    Policy,
}

/// <summary>Says that the State takes on an obligation to declare.</summary>
/// <param name="Obligation">Id of the obligation.</param>
/// <param name="From">From when: the first period is the one of this day.</param>
/// <param name="Document">The document that shows it.</param>
/// <param name="Party">As which party, where the instrument names its parties.</param>
public sealed record Undertake(
    [Meaning("Id of the obligation, such as hcoc", "申報義務識別碼，如 hcoc")] string Obligation,
    [Meaning("From which day", "起始日")] DateOnly From,
    [Meaning("Document that shows it", "證明文件")] string Document,
    [Meaning("As which party, where the instrument names its parties", "以何締約方身分（文書列名者）")] Party? Party = null);

/// <summary>Says that the State is free of an obligation again.</summary>
/// <param name="Obligation">Id of the obligation.</param>
/// <param name="Until">The day on which it ends: no period that ends on it or later is due.</param>
/// <param name="Reason">Why.</param>
public sealed record EndUndertaking(
    [Meaning("Id of the obligation", "申報義務識別碼")] string Obligation,
    [Meaning("Day on which it ends", "終止日")] DateOnly Until,
    [Meaning("Why", "理由")] string Reason);

/// <summary>What a declaration has in a field.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Value">A decimal number or a text.</param>
public sealed record FieldValue(
    [Meaning("Name of the field", "欄位名稱")] string Name,
    [Meaning("Number or text", "數字或文字")] string Value);

/// <summary>Records that a declaration was sent.</summary>
/// <param name="Obligation">Id of the obligation.</param>
/// <param name="Period">Its period: a year, or the day of the data.</param>
/// <param name="Sent">The day on which it was sent.</param>
/// <param name="Fields">What it says.</param>
/// <param name="Document">The document that shows it.</param>
public sealed record SendDeclaration(
    [Meaning("Id of the obligation", "申報義務識別碼")] string Obligation,
    [Meaning("Period: a year such as 2025, or a day of data", "期間：年度（如 2025）或資料基準日")] string Period,
    [Meaning("Day on which it was sent", "發送日")] DateOnly Sent,
    [Meaning("What it says, field by field", "各欄內容")] IReadOnlyList<FieldValue> Fields,
    [Meaning("Document that shows it", "證明文件")] string Document);

/// <summary>Records that a declaration that was sent was corrected: the earlier version stays.</summary>
/// <param name="Obligation">Id of the obligation.</param>
/// <param name="Period">Its period.</param>
/// <param name="Sent">The day on which the correction was sent.</param>
/// <param name="Fields">All that it says now.</param>
/// <param name="Document">The document that shows it.</param>
/// <param name="Reason">Why it was corrected.</param>
public sealed record CorrectDeclaration(
    [Meaning("Id of the obligation", "申報義務識別碼")] string Obligation,
    [Meaning("Period", "期間")] string Period,
    [Meaning("Day on which the correction was sent", "更正發送日")] DateOnly Sent,
    [Meaning("All that it says now, field by field", "更正後各欄內容")] IReadOnlyList<FieldValue> Fields,
    [Meaning("Document that shows it", "證明文件")] string Document,
    [Meaning("Why", "理由")] string Reason);

/// <summary>Records that its addressee acknowledged a declaration.</summary>
/// <param name="Obligation">Id of the obligation.</param>
/// <param name="Period">Its period.</param>
/// <param name="On">When.</param>
/// <param name="By">Who acknowledged it.</param>
/// <param name="Document">The document that shows it.</param>
public sealed record AcknowledgeDeclaration(
    [Meaning("Id of the obligation", "申報義務識別碼")] string Obligation,
    [Meaning("Period", "期間")] string Period,
    [Meaning("Day", "日期")] DateOnly On,
    [Meaning("Who acknowledged it", "確認者")] string By,
    [Meaning("Document that shows it", "證明文件")] string Document);

/// <summary>Records what a State said of its arms or policy.</summary>
/// <param name="State">Code of the State, two letters.</param>
/// <param name="Kind">What it is.</param>
/// <param name="On">When.</param>
/// <param name="Text">What was said, in own words.</param>
/// <param name="Document">The document that shows it.</param>
/// <param name="Condition">Under which condition.</param>
/// <param name="Value">Of a stockpile: how many warheads.</param>
/// <param name="ValueAsOf">The day of that number.</param>
public sealed record RecordArmsStatement(
    [Meaning("Code of the State, two letters", "國家代碼，兩個字母")] string State,
    [Meaning("What it is", "類別")] StatementKind Kind,
    [Meaning("Day", "日期")] DateOnly On,
    [Meaning("What was said", "內容")] string Text,
    [Meaning("Document that shows it", "證明文件")] string Document,
    [Meaning("Under which condition", "條件")] string? Condition = null,
    [Meaning("Of a stockpile: how many warheads", "庫存彈頭數")] int? Value = null,
    [Meaning("Day of that number", "該數之基準日")] DateOnly? ValueAsOf = null);

/// <summary>Records that a statement was withdrawn. It stays, with the day.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="On">When.</param>
/// <param name="Reason">Why.</param>
public sealed record WithdrawArmsStatement(
    [Meaning("Entry that recorded it", "原登載分錄")] long Entry,
    [Meaning("Day", "日期")] DateOnly On,
    [Meaning("Why", "理由")] string Reason);
