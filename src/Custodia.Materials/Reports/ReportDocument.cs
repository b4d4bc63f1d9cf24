using Custodia.Books;

namespace Custodia.Materials.Reports;

/// <summary>Which accounting report (INFCIRC/153 ¶63–67).</summary>
public enum ReportType
{
    /// <summary>Inventory change report (¶63(a), 64).</summary>
    Icr,

    /// <summary>Physical inventory listing (¶67).</summary>
    Pil,

    /// <summary>Material balance report (¶67).</summary>
    Mbr,
}

/// <summary>What an entry does to what was reported before.</summary>
public enum EntryStatus
{
    /// <summary>Reports something for the first time.</summary>
    New,

    /// <summary>Repeats a whole entry with corrected data; the data given here are the ones in force.</summary>
    Correction,

    /// <summary>Takes an entry away.</summary>
    Deletion,

    /// <summary>Adds an entry to an older report, under the number after its last one.</summary>
    Addition,
}

/// <summary>Points at an entry of an earlier report of the same MBA and type.</summary>
/// <param name="Report">Report number, from 1.</param>
/// <param name="Entry">Entry number in it, from 1.</param>
public readonly record struct EntryReference(
    [Meaning("Report number", "報告編號")] int Report,
    [Meaning("Entry number", "項次")] int Entry);

/// <summary>A line with a label that the profile does not know: kept, and written back where it stood.</summary>
/// <param name="Position">Index of the line within its record (the header, or one entry), counted from 0.</param>
/// <param name="Label">The label, three or four digits.</param>
/// <param name="Value">The value as it stood; may be empty.</param>
public readonly record struct ExtraLabel(int Position, string Label, string Value);

/// <summary>
/// One entry of a report. What a field's report type does not have stays <c>null</c>. Equality is by value, with the
/// order of weights and extra labels.
/// </summary>
/// <param name="Number">Entry number, from 1.</param>
public sealed record ReportEntry([Meaning("Entry number", "項次")] int Number)
{
    /// <summary>New, correction, deletion or addition (label 309).</summary>
    [Meaning("Entry status", "項目狀態")]
    public EntryStatus Status { get; init; }

    /// <summary>What is corrected, deleted or added to; <c>null</c> in a new entry.</summary>
    [Meaning("Entry that is corrected", "所更正之項目")]
    public EntryReference? Corrects { get; init; }

    /// <summary>Date of the inventory change (label 412).</summary>
    [Meaning("Date of the inventory change", "存量變動日期")]
    public DateOnly? Date { get; init; }

    /// <summary>MBA or State from which it came (label 370).</summary>
    [Meaning("From MBA or State", "來源物料平衡區或國家")]
    public string? From { get; init; }

    /// <summary>MBA or State to which it went (label 372); the own MBA in an internal change.</summary>
    [Meaning("To MBA or State", "目的物料平衡區或國家")]
    public string? To { get; init; }

    /// <summary>Inventory change code; in an MBR also a line of <see cref="MbrLines"/> (label 411).</summary>
    [Meaning("Inventory change code or MBR line", "存量變動代碼或平衡報告行")]
    public string? Code { get; init; }

    /// <summary>Key measurement point (label 407).</summary>
    [Meaning("KMP code", "關鍵量測點代碼")]
    public string? Kmp { get; init; }

    /// <summary>Batch name (label 446).</summary>
    [Meaning("Batch name", "批次名稱")]
    public string? Batch { get; init; }

    /// <summary>Name that the shipper gave the batch (label 447).</summary>
    [Meaning("Shipper's batch name", "發貨方批次名稱")]
    public string? ShipperBatch { get; init; }

    /// <summary>Number of items (label 470).</summary>
    [Meaning("Number of items", "件數")]
    public int? Items { get; init; }

    /// <summary>Material description code (label 430).</summary>
    [Meaning("Material description code", "物料描述代碼")]
    public string? Description { get; init; }

    /// <summary>Measurement basis (label 469).</summary>
    [Meaning("Measurement basis", "量測依據")]
    public string? Basis { get; init; }

    /// <summary>
    /// Weights as reported, after rounding: one for each material, at most one of each. From the second on they are
    /// continuation lines in the fixed layout.
    /// </summary>
    [Meaning("Weights as reported", "申報重量")]
    public IReadOnlyList<Weight> Weights { get; init; } = [];

    /// <summary>Concise note on the entry (¶64), lines parted by a line feed; <c>null</c> if there is none.</summary>
    [Meaning("Concise note", "簡要說明")]
    public string? Note { get; init; }

    /// <summary>Labels that the profile does not know, in the order of their position.</summary>
    public IReadOnlyList<ExtraLabel> Extra { get; init; } = [];

    private (int, EntryStatus, EntryReference?, DateOnly?, string?, string?, string?, string?, string?, string?, int?,
        string?, string?, string?) Single =>
        (Number, Status, Corrects, Date, From, To, Code, Kmp, Batch, ShipperBatch, Items, Description, Basis, Note);

    /// <inheritdoc/>
    public bool Equals(ReportEntry? other) =>
        other is not null && Single.Equals(other.Single) && SameList.Of(Weights, other.Weights)
        && SameList.Of(Extra, other.Extra);

    /// <inheritdoc/>
    public override int GetHashCode() => Single.GetHashCode();
}

/// <summary>
/// An accounting report of one MBA, as it is sent or received: the same in every layout. Equality is by value, with the
/// order of entries.
/// </summary>
/// <param name="Type">Which report.</param>
/// <param name="Country">Code of the State.</param>
/// <param name="Facility">Facility code (label 207).</param>
/// <param name="Mba">MBA code (label 307).</param>
/// <param name="Number">Report number, from 1.</param>
/// <param name="From">First day of the period; of a PIL the PIT date (label 015).</param>
/// <param name="To">Last day of the period; of a PIL the PIT date (label 015).</param>
public sealed record ReportDocument(
    [Meaning("Report type", "報告類別")] ReportType Type,
    [Meaning("Country code", "國家代碼")] string Country,
    [Meaning("Facility code", "設施代碼")] string Facility,
    [Meaning("MBA code", "物料平衡區代碼")] string Mba,
    [Meaning("Report number", "報告編號")] int Number,
    [Meaning("First day of the period; PIT date in a PIL", "期間首日；實際存量清單為盤點日")] DateOnly From,
    [Meaning("Last day of the period; PIT date in a PIL", "期間末日；實際存量清單為盤點日")] DateOnly To)
{
    /// <summary>Date of the report, if it is stated.</summary>
    [Meaning("Date of the report", "報告日期")]
    public DateOnly? Date { get; init; }

    /// <summary>Concise note on the report as a whole, lines parted by a line feed; <c>null</c> if there is none.</summary>
    [Meaning("Concise note on the report", "報告之簡要說明")]
    public string? Note { get; init; }

    /// <summary>The entries, in their order.</summary>
    [Meaning("Entries", "項目")]
    public IReadOnlyList<ReportEntry> Entries { get; init; } = [];

    /// <summary>Labels in the header that the profile does not know, in the order of their position.</summary>
    public IReadOnlyList<ExtraLabel> Extra { get; init; } = [];

    private (ReportType, string, string, string, int, DateOnly, DateOnly, DateOnly?, string?) Single =>
        (Type, Country, Facility, Mba, Number, From, To, Date, Note);

    /// <inheritdoc/>
    public bool Equals(ReportDocument? other) =>
        other is not null && Single.Equals(other.Single) && SameList.Of(Entries, other.Entries)
        && SameList.Of(Extra, other.Extra);

    /// <inheritdoc/>
    public override int GetHashCode() => Single.GetHashCode();
}

/// <summary>Equality of lists by their members.</summary>
internal static class SameList
{
    public static bool Of<T>(IReadOnlyList<T> left, IReadOnlyList<T> right) =>
        ReferenceEquals(left, right) || left.SequenceEqual(right);
}
