using Custodia.Books;
using Custodia.Commitments.Reports;

namespace Custodia.Commitments.Facts;

/// <summary>Records that a report was published: which, and the file that it was.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Day">The day whose state of affairs it tells.</param>
/// <param name="KnownAt">The last entry that counts for it.</param>
/// <param name="On">The day on which it was published.</param>
/// <param name="Digest">SHA-256 of the file, in hexadecimal.</param>
/// <param name="Format">Form of the file.</param>
/// <param name="Language">Its language.</param>
/// <param name="Since">The day with which it compares, where one was named.</param>
/// <param name="SinceKnownAt">The last entry that counts for that day, where one was named.</param>
/// <param name="Marking">Its marking, where one was named.</param>
public sealed record PublishReport(
    [Meaning("What it is for", "報告種類")] ReportKind Kind,
    [Meaning("Day whose state of affairs it tells", "基準日")] DateOnly Day,
    [Meaning("Last entry that counts for it", "計入之最後分錄")] long KnownAt,
    [Meaning("Day on which it was published", "發布日期")] DateOnly On,
    [Meaning("SHA-256 of the file, in hexadecimal", "檔案之 SHA-256（十六進位）")] string Digest,
    [Meaning("Form of the file", "檔案格式")] ReportFormat Format,
    [Meaning("Its language", "語言")] ReportLanguage Language,
    [Meaning("Day with which it compares, where one was named", "比較日（如有指定）")] DateOnly? Since = null,
    [Meaning("Last entry that counts for that day, where one was named", "比較日計入之最後分錄（如有指定）")] long? SinceKnownAt = null,
    [Meaning("Its marking, where one was named", "標示（如有指定）")] string? Marking = null)
{
    /// <summary>What is asked for to make the file again, as known at its entry.</summary>
    public ProgressReportQuery Query() => new(Kind, Day, Since, SinceKnownAt, Marking);
}

/// <summary>Withdraws the record of a publication that was wrong.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="Reason">Why.</param>
public sealed record WithdrawPublication(
    [Meaning("Entry that recorded it", "原登載分錄")] long Entry,
    [Meaning("Why", "理由")] string Reason);

/// <summary>A report was published.</summary>
public sealed record ReportPublished(PublishReport Report) : Fact;

/// <summary>The record of a publication was withdrawn.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="Reason">Why.</param>
public sealed record PublicationWithdrawn(long Entry, string Reason) : Fact;
