using Custodia.Materials.Ledger;

namespace Custodia.Materials.Queries;

/// <summary>Which of the rows of one entry on one day.</summary>
internal enum RowPart
{
    /// <summary>The corrected line, taken back.</summary>
    TakenBack,

    /// <summary>The line itself.</summary>
    Line,

    /// <summary>What it, or a closing, changed in a physical inventory's place.</summary>
    Adjustment,
}

/// <summary>
/// Where a row stands in the ledger: by day, then entry, then part. One number, so that a million of them are found and
/// sorted quickly; from the high bits down 22 of the day's number, 40 of the entry's, 2 of the part.
/// </summary>
internal readonly record struct RowKey(ulong Value)
{
    private const int EntryBits = 40;
    private const int PartBits = 2;

    public DateOnly Day => DateOnly.FromDayNumber((int)(Value >> (EntryBits + PartBits)));

    public long Entry => (long)(Value >> PartBits) & ((1L << EntryBits) - 1);

    public RowPart Part => (RowPart)(Value & ((1 << PartBits) - 1));

    public static RowKey Of(DateOnly day, long entry, RowPart part) => entry < 1L << EntryBits
        ? new(((ulong)day.DayNumber << (EntryBits + PartBits)) | ((ulong)entry << PartBits) | (uint)part)
        : throw new ArgumentOutOfRangeException(nameof(entry));

    /// <summary>Where a posting stands; taking back is not told apart from the line.</summary>
    public static RowKey Of(in Posting posting) =>
        Of(posting.Day, posting.Sequence, posting.Code == "MF" ? RowPart.Adjustment : RowPart.Line);

    /// <summary>Whether a posting of this row's entry belongs to the row.</summary>
    public bool Has(DateOnly day, string code) => day == Day && code == "MF" == (Part == RowPart.Adjustment);
}
