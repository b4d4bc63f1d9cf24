using System.Runtime.InteropServices;
using Custodia.Books;
using Custodia.Materials.Evaluation;
using Custodia.Materials.Measurement;
using Custodia.Materials.Queries;
using Custodia.Materials.Reports;
using Custodia.Materials.Structure;
using Custodia.Materials.Tables;

namespace Custodia.Materials.Ledger;

/// <summary>What a line of the ledger is.</summary>
public enum LineKind
{
    /// <summary>Of the initial inventory.</summary>
    Initial,

    /// <summary>An inventory change.</summary>
    Change,

    /// <summary>A change recorded after its period was closed.</summary>
    Late,

    /// <summary>A corrected line, whole.</summary>
    Correction,

    /// <summary>A deletion.</summary>
    Deletion,
}

/// <summary>One line of an MBA's ledger.</summary>
public sealed class LedgerLine(
    Stamp stamp, LineKind kind, InventoryChange change, ChangeCode code, SourceRow? source, long? corrects, string? reason)
{
    /// <summary>The entry that made it.</summary>
    public Stamp Stamp { get; } = stamp;

    /// <summary>What it is.</summary>
    public LineKind Kind { get; } = kind;

    /// <summary>The change; for a deletion, the line deleted; for the initial inventory, code <c>PB</c>.</summary>
    public InventoryChange Change { get; } = change;

    /// <summary>Its code, from the tables that were in force when it was recorded.</summary>
    public ChangeCode Code { get; } = code;

    /// <summary>File and row, or <c>null</c>.</summary>
    public SourceRow? Source { get; } = source;

    /// <summary>Number of the entry that it corrects, or <c>null</c>.</summary>
    public long? Corrects { get; } = corrects;

    /// <summary>Why it corrects or comes late, or <c>null</c>.</summary>
    public string? Reason { get; } = reason;

    /// <summary>Number of the entry that corrects it; past every view where none does.</summary>
    public long CorrectedBy { get; internal set; } = long.MaxValue;

    /// <summary>Whether this is the line that counts, as a view knows it.</summary>
    public bool IsEffective(View view) =>
        Kind != LineKind.Deletion && view.Knows(Stamp.Sequence) && !view.Knows(CorrectedBy);
}

/// <summary>One line of a physical inventory listing.</summary>
public sealed class ListingLine(Stamp stamp, InventoryItem item, SourceRow? source, long? corrects, string? reason)
{
    /// <summary>The entry that made it.</summary>
    public Stamp Stamp { get; } = stamp;

    /// <summary>The line; for a deletion, the line deleted.</summary>
    public InventoryItem Item { get; } = item;

    /// <summary>File and row, or <c>null</c>.</summary>
    public SourceRow? Source { get; } = source;

    /// <summary>Number of the entry that it corrects, or <c>null</c>.</summary>
    public long? Corrects { get; } = corrects;

    /// <summary>Why, or <c>null</c>.</summary>
    public string? Reason { get; } = reason;

    /// <summary>Whether it says that there should have been no such line.</summary>
    public bool IsDeletion { get; internal init; }

    /// <summary>Number of the entry that corrects it; past every view where none does.</summary>
    public long CorrectedBy { get; internal set; } = long.MaxValue;

    /// <summary>Whether this is the line that counts, as a view knows it.</summary>
    public bool IsEffective(View view) =>
        !IsDeletion && view.Knows(Stamp.Sequence) && !view.Knows(CorrectedBy);
}

/// <summary>A physical inventory of an MBA: its listing at a PIT date.</summary>
public sealed class PhysicalInventory(DateOnly date)
{
    /// <summary>PIT date.</summary>
    public DateOnly Date { get; } = date;

    /// <summary>The lines, by entry.</summary>
    public List<ListingLine> Lines { get; } = [];

    /// <summary>The entry that completed it; past every view until then.</summary>
    public long TakenAt { get; internal set; } = long.MaxValue;

    /// <summary>The entry from which a later listing of that date replaces it.</summary>
    public long ReplacedAt { get; internal set; } = long.MaxValue;

    /// <summary>The lines that count, as a view knows them.</summary>
    public IEnumerable<ListingLine> Effective(View view) => Lines.Where(line => line.IsEffective(view));

    /// <summary>Whether a view knows it complete and not replaced.</summary>
    public bool IsKnown(View view) => view.Knows(TakenAt) && !view.Knows(ReplacedAt);
}

/// <summary>A closed material balance period.</summary>
/// <param name="Stamp">The entry that closed it.</param>
/// <param name="Fact">The balance as it was struck.</param>
public sealed record Closing(Stamp Stamp, BalanceClosed Fact);

/// <summary>A prepared report.</summary>
/// <param name="Stamp">The entry that fixed it.</param>
/// <param name="Fact">What it reports.</param>
public sealed record PreparedReport(Stamp Stamp, ReportPrepared Fact)
{
    /// <summary>How many journal entries it reports.</summary>
    public long Entries { get; } = Fact.Entries.Sum(range => (long)range.Count);

    /// <summary>The lines of the ledger that it reports, as places from the first to before the last; of an inventory change report.</summary>
    internal IReadOnlyList<(int First, int End)> Lines { get; init; } = [];

    /// <summary>The entry that says that it was sent, and what it says; null: it was not.</summary>
    public (Stamp Stamp, ReportDispatched Fact)? Dispatched { get; internal set; }
}

/// <summary>A KMP with its time in force.</summary>
/// <param name="Stamp">The entry that registered it.</param>
/// <param name="Point">The KMP.</param>
public sealed record RegisteredKmp(Stamp Stamp, KeyMeasurementPoint Point)
{
    /// <summary>Its last day, and the entry that said so.</summary>
    public (DateOnly Day, long Sequence)? End { get; internal set; }

    /// <summary>Whether it is in force on a day.</summary>
    public bool IsInForce(DateOnly day) => day >= Point.From && (End is null || day <= End.Value.Day);
}

/// <summary>The days that matter of a line.</summary>
/// <param name="Accounting">Accounting date, as a day's number.</param>
/// <param name="Established">
/// The day that decides in which month it is reported; a correction is established when it is recorded. Past all days for a
/// line of the initial inventory, which no change report holds.
/// </param>
/// <param name="IsPlain">Whether it neither deletes a line nor was corrected by any entry.</param>
internal readonly record struct LineDays(int Accounting, int Established, bool IsPlain = true)
{
    /// <summary>Those of a line.</summary>
    public static LineDays Of(LedgerLine line) => new(line.Change.Date.DayNumber, line.Kind switch
    {
        // Corrections of the initial inventory bear its code, and come into no change report either.
        _ when line.Change.Code == Effects.Opening.Code => int.MaxValue,
        LineKind.Correction or LineKind.Deletion => line.Stamp.Day.DayNumber,
        LineKind.Initial or LineKind.Change or LineKind.Late =>
            Math.Max(line.Change.Date.DayNumber, line.Change.Established?.DayNumber ?? int.MinValue),
        _ => throw new ArgumentOutOfRangeException(nameof(line)),
    }, line.Kind != LineKind.Deletion);
}

/// <summary>All that the book keeps of one MBA.</summary>
public sealed class MbaLedger(Stamp stamp, MaterialBalanceArea area, Facility facility)
{
    private readonly Dictionary<string, Batch> _batches = new(StringComparer.Ordinal);
    private readonly SortedDictionary<MaterialCode, Account>[] _accounts = [new(), new(), new()];
    private readonly List<LedgerLine> _lines = [];
    private readonly List<LineDays> _days = [];

    /// <summary>The entry that registered it.</summary>
    public Stamp Stamp { get; } = stamp;

    /// <summary>The MBA.</summary>
    public MaterialBalanceArea Area { get; } = area;

    /// <summary>Its facility.</summary>
    public Facility Facility { get; } = facility;

    /// <summary>Its last day, and the entry that said so.</summary>
    public (DateOnly Day, long Sequence)? End { get; internal set; }

    /// <summary>Its key measurement points.</summary>
    public List<RegisteredKmp> Kmps { get; } = [];

    /// <summary>Its ledger lines, by entry.</summary>
    public IReadOnlyList<LedgerLine> Lines => _lines;

    /// <summary>Its measurement methods, by entry.</summary>
    public List<RegisteredMethod> Methods { get; } = [];

    /// <summary>The closings of alarms of its evaluated balances, by entry.</summary>
    public List<AlarmClosing> AlarmClosings { get; } = [];

    /// <summary>Its physical inventories, by entry.</summary>
    public List<PhysicalInventory> Inventories { get; } = [];

    /// <summary>Its closed periods, by date.</summary>
    public List<Closing> Closings { get; } = [];

    /// <summary>Its reports, by entry.</summary>
    public List<PreparedReport> Reports { get; } = [];

    /// <summary>The day of its initial inventory, and the first entry of it.</summary>
    public (DateOnly Day, long Sequence)? Opened { get; internal set; }

    /// <summary>Entries of this MBA that this node may not read.</summary>
    public List<long> WithheldEntries { get; } = [];

    /// <summary>Its batches by name, all that ever were.</summary>
    public IReadOnlyDictionary<string, Batch> Batches => _batches;

    /// <summary>The names of its batches, to be searched.</summary>
    internal BatchNames Names { get; } = new();

    internal Dictionary<string, LedgerLine> References { get; } = new(StringComparer.Ordinal);

    /// <summary>Its last entry.</summary>
    internal long LastEntry { get; set; } = stamp.Sequence;

    /// <summary>Its lines of transfers inside the State and their differences (SD, RD, DI), by entry.</summary>
    internal List<LedgerLine> TransferLines { get; } = [];

    /// <summary>The days of its lines, one beside the other: what asks for days alone need not go to each line.</summary>
    internal ReadOnlySpan<LineDays> Days => CollectionsMarshal.AsSpan(_days);

    /// <summary>It in short.</summary>
    internal Kept<MbaSummary> Summary { get; } = new(Overviews.Summary);

    /// <summary>What it holds, by type of material.</summary>
    internal Kept<IReadOnlyList<Holding>> Holdings { get; } = new((ledger, _, view) => Queries.Holdings.Of(ledger, view));

    /// <summary>What it holds, by type of material and whether it was irradiated.</summary>
    internal KeptStock Stock { get; } = new();

    /// <summary>What changed its highly enriched uranium.</summary>
    internal Kept<IReadOnlyList<HighEnrichedChange>> HighEnriched { get; } = new(HighEnrichedUranium.Of);

    /// <summary>The keys of its ledger's rows, in accounting order.</summary>
    internal Kept<ulong[]> Rows { get; } = new(LedgerSearch.All);

    /// <summary>The last evaluations of its balances.</summary>
    internal KeptEvaluations Evaluations { get; } = new();

    /// <summary>What is not done of what falls due.</summary>
    internal Kept<IReadOnlyList<DueItem>> NotDone { get; } = new(Deadlines.NotDone);

    /// <summary>The accounts of one of its ledgers.</summary>
    public IReadOnlyDictionary<MaterialCode, Account> Accounts(LedgerKind ledger) => _accounts[(int)ledger];

    /// <summary>The account, or <c>null</c> where nothing was ever posted to it.</summary>
    public Account? Find(LedgerKind ledger, MaterialCode material) =>
        _accounts[(int)ledger].GetValueOrDefault(material);

    /// <summary>The KMP that is in force on a day, or <c>null</c>.</summary>
    public RegisteredKmp? Kmp(string code, DateOnly day)
    {
        foreach (var kmp in Kmps)
        {
            if (kmp.Point.Code == code && kmp.IsInForce(day))
                return kmp;
        }

        return null;
    }

    /// <summary>Whether it is in force on a day.</summary>
    public bool IsInForce(DateOnly day) => day >= Area.From && (End is null || day <= End.Value.Day);

    /// <summary>The last closed PIT date that a view knows, or <c>null</c>.</summary>
    public DateOnly? LastClosed(View view)
    {
        for (var i = Closings.Count - 1; i >= 0; i--)
        {
            if (view.Sees(Closings[i].Stamp.Sequence, Closings[i].Fact.To))
                return Closings[i].Fact.To;
        }

        return null;
    }

    /// <summary>The physical inventory of a date that a view knows, or <c>null</c>.</summary>
    public PhysicalInventory? Inventory(DateOnly date, View view) =>
        Inventories.FindLast(inventory => inventory.Date == date && inventory.IsKnown(view));

    /// <summary>The line that an entry made, or <c>null</c>.</summary>
    public LedgerLine? LineOf(long sequence) => PlaceOf(sequence) is >= 0 and var place ? Lines[place] : null;

    /// <summary>Notes that an entry corrects a line.</summary>
    internal void Correct(LedgerLine line, long by)
    {
        line.CorrectedBy = by;
        var place = PlaceOf(line.Stamp.Sequence);
        _days[place] = _days[place] with { IsPlain = false };
    }

    private int PlaceOf(long sequence)
    {
        var (low, high) = (0, Lines.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = Lines[middle].Stamp.Sequence;
            if (found == sequence)
                return middle;
            if (found < sequence)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return -1;
    }

    internal void Add(LedgerLine line)
    {
        _lines.Add(line);
        _days.Add(LineDays.Of(line));
    }

    /// <summary>Keeps a report, with the lines that it reports.</summary>
    internal void Add(in Stamp stamp, ReportPrepared report) =>
        Reports.Add(new PreparedReport(stamp, report) { Lines = report.Type == ReportType.Icr ? Places(report.Entries) : [] });

    private List<(int First, int End)> Places(IReadOnlyList<EntryRange> entries)
    {
        var places = new List<(int First, int End)>();
        foreach (var range in entries)
        {
            var first = Sight.FirstFrom(_lines, range.First, line => line.Stamp.Sequence);
            var end = Sight.FirstFrom(_lines, range.First + range.Count, line => line.Stamp.Sequence);
            if (places.Count > 0 && places[^1].End == first)
                places[^1] = (places[^1].First, end);
            else if (end > first)
                places.Add((first, end));
        }

        return places;
    }

    internal Batch BatchFor(string name)
    {
        if (!_batches.TryGetValue(name, out var batch))
        {
            _batches.Add(name, batch = new Batch(Area.Code, name, Names.Batches.Count));
            Names.Add(batch);
        }

        return batch;
    }

    internal void Post(Batch batch, in BatchPosting posting)
    {
        batch.Post(posting);
        Stock.Drop(posting.Day);
        Names.Posted(batch, posting.Day);
    }

    /// <summary>Keeps what a line said of a batch.</summary>
    internal void See(Batch batch, in BatchSighting sighting)
    {
        batch.See(sighting);
        Stock.Drop(sighting.Day);
    }

    internal void Post(LedgerKind ledger, MaterialCode material, in Posting posting)
    {
        if (!_accounts[(int)ledger].TryGetValue(material, out var account))
            _accounts[(int)ledger].Add(material, account = new Account());
        account.Post(posting);
    }
}
