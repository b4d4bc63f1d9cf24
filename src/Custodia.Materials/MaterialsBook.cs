using System.Collections.Concurrent;
using System.Collections.Frozen;
using Custodia.Books;
using Custodia.Materials.Evaluation;
using Custodia.Materials.Ledger;
using Custodia.Materials.Measurement;
using Custodia.Materials.Queries;
using Custodia.Materials.Rules;
using Custodia.Materials.Structure;
using Custodia.Materials.Tables;

namespace Custodia.Materials;

/// <summary>
/// The book of nuclear material (衡算): for each MBA its structure, ledger, batches, physical inventories, balances and
/// reports, folded from the journal.
/// </summary>
/// <remarks>
/// A fact makes postings; a balance at any day, as known at any entry, is the sum of the postings that the view sees. A
/// correction reverses the postings of the line that it corrects on that line's own day, under its own entry number: so
/// the view before it still sees the old line and the view after it the new one. Where the day lies in a closed period,
/// the physical inventory that closed it still opens the next: what the correction changes goes to MF of that period.
/// </remarks>
public sealed partial class MaterialsBook : Book
{
    private readonly Dictionary<string, (Stamp Stamp, Facility Facility)> _facilities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MbaLedger> _mbas = new(StringComparer.Ordinal);
    private readonly List<(Stamp Stamp, FacilityLicence Licence)> _licences = [];
    private readonly List<(Stamp Stamp, CodeTables Tables)> _tables = [];
    private readonly Dictionary<CodeTables, FrozenDictionary<string, ChangeCode>> _codes = new(ReferenceEqualityComparer.Instance);
    private readonly List<(Stamp Stamp, FileReceived File)> _files = [];

    // Asked by the gate while other threads fold: so it stands apart from what the lock protects.
    private readonly ConcurrentDictionary<string, string> _facilityOf = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Name => "materials";

    /// <inheritdoc/>
    public override KindTable Kinds => MaterialsKinds.Table;

    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorFormula> Indicators => MaterialsIndicators.All;

    /// <inheritdoc/>
    public override Catalogue Catalogue => MaterialsCatalogue.Instance;

    /// <inheritdoc/>
    public override string ReadPermission => "materials.read";

    /// <summary>The State whose book it is, or <c>null</c> until it was named.</summary>
    public (Stamp Stamp, StateNamed Fact)? State { get; private set; }

    /// <summary>The facilities by code.</summary>
    public IReadOnlyDictionary<string, (Stamp Stamp, Facility Facility)> Facilities => _facilities;

    /// <summary>The MBAs by code.</summary>
    public IReadOnlyDictionary<string, MbaLedger> Mbas => _mbas;

    /// <summary>The code tables, by entry.</summary>
    public IReadOnlyList<(Stamp Stamp, CodeTables Tables)> Tables => _tables;

    /// <summary>The files received, by entry.</summary>
    public IReadOnlyList<(Stamp Stamp, FileReceived File)> Files => _files;

    /// <summary>The last entry of a transfer inside the State, or of a correction of one; -1 where there is none.</summary>
    internal long LastTransfer { get; private set; } = -1;

    /// <summary>The transfers as they stand now.</summary>
    internal KeptTransfers Transfers { get; } = new();

    /// <summary>The licences that began by a view's day: of each number what the view knows last.</summary>
    public IEnumerable<(Stamp Stamp, FacilityLicence Licence)> LicencesIn(View view) => _licences
        .Where(licence => view.Sees(licence.Stamp.Sequence, licence.Licence.From))
        .GroupBy(licence => (licence.Licence.Facility, licence.Licence.Number)).Select(versions => versions.Last());

    /// <summary>The line that an entry made, or <c>null</c>.</summary>
    public LedgerLine? LineOf(long entry)
    {
        foreach (var ledger in _mbas.Values)
        {
            if (ledger.LineOf(entry) is { } line)
                return line;
        }

        return null;
    }

    /// <inheritdoc/>
    public override string? PlaceOf(string compartment) =>
        _facilityOf.ContainsKey(compartment) ? MaterialsPlaces.Mba(compartment) : null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> PlacesAround(string place) =>
        place.StartsWith("mba:", StringComparison.Ordinal) && _facilityOf.TryGetValue(place[4..], out var facility)
            ? [MaterialsPlaces.Facility(facility)]
            : [];

    /// <summary>The code tables in force on a day, or <c>null</c>: of those effective by then, the newest adopted.</summary>
    public CodeTables? TablesOn(DateOnly day)
    {
        for (var i = _tables.Count - 1; i >= 0; i--)
        {
            if (_tables[i].Tables.EffectiveFrom <= day)
                return _tables[i].Tables;
        }

        return null;
    }

    /// <summary>The code of a change, from the tables in force on its day; of an opening line, <c>PB</c>.</summary>
    public ChangeCode? CodeOf(InventoryChange change) =>
        change.Code == Effects.Opening.Code ? Effects.Opening
        : TablesOn(change.Date) is { } tables ? _codes[tables].GetValueOrDefault(change.Code) : null;

    /// <inheritdoc/>
    protected override void Apply(in Stamp stamp, Fact fact)
    {
        ApplyFact(stamp, fact);
        if (_mbas.TryGetValue(fact.Compartment, out var ledger))
            ledger.LastEntry = stamp.Sequence;
    }

    /// <inheritdoc/>
    protected override DateOnly DayOf(Fact fact) => fact switch
    {
        InventoryChanged { LateReason: null } changed => changed.Change.Date,
        InitialInventoryListed listed => listed.Date,
        ChangeCorrected corrected => DayOf(corrected),
        InventoryItemListed listed => listed.Date,
        InventoryTaken taken => taken.Date,
        InventoryItemCorrected corrected => corrected.Date,
        BalanceClosed closed => closed.To,
        ReportPrepared prepared => prepared.Date,
        ReportDispatched dispatched => dispatched.On,
        // No figure is made of the files that came.
        FileReceived => DateOnly.MaxValue,
        _ => DateOnly.MinValue,
    };

    private DateOnly DayOf(ChangeCorrected corrected)
    {
        var was = _mbas[corrected.Mba].LineOf(corrected.Corrects)!.Change.Date;
        return corrected.Change is { Date: var now } && now < was ? now : was;
    }

    private void ApplyFact(in Stamp stamp, Fact fact)
    {
        switch (fact)
        {
            case InventoryChanged changed:
                ApplyChange(stamp, changed);
                break;
            case InitialInventoryListed listed:
                ApplyInitial(stamp, listed);
                break;
            case BookOpened opened:
                _mbas[opened.Mba].Opened = (opened.Date, stamp.Sequence);
                break;
            case ChangeCorrected corrected:
                ApplyCorrection(stamp, corrected);
                break;
            case InventoryItemListed listed:
                ApplyListed(stamp, listed);
                break;
            case InventoryTaken taken:
                ApplyTaken(stamp, taken);
                break;
            case InventoryItemCorrected corrected:
                ApplyItemCorrection(stamp, corrected);
                break;
            case BalanceClosed closed:
                ApplyClosing(stamp, closed);
                break;
            case ReportPrepared prepared:
                _mbas[prepared.Mba].Add(stamp, prepared);
                break;
            case ReportDispatched dispatched:
                _mbas[dispatched.Mba].Reports.Find(report => report.Fact.Type == dispatched.Type
                    && report.Fact.Number == dispatched.Number)!.Dispatched = (stamp, dispatched);
                break;
            case FileReceived file:
                _files.Add((stamp, file));
                break;
            case CodeTablesAdopted adopted:
                _tables.Add((stamp, adopted.Tables));
                _codes.Add(adopted.Tables, adopted.Tables.ChangeCodes.ToFrozenDictionary(code => code.Code));
                break;
            case Withheld withheld:
                ApplyWithheld(stamp, withheld);
                break;
            case StateNamed named:
                State = (stamp, named);
                break;
            case FacilityRegistered registered:
                _facilities.Add(registered.Facility.Code, (stamp, registered.Facility));
                break;
            case MbaRegistered registered:
                _mbas.Add(registered.Mba.Code,
                    new MbaLedger(stamp, registered.Mba, _facilities[registered.Mba.Facility].Facility));
                _facilityOf[registered.Mba.Code] = registered.Mba.Facility;
                break;
            case LicenceRecorded recorded:
                _licences.Add((stamp, recorded.Licence));
                break;
            case KmpRegistered registered:
                _mbas[registered.Kmp.Mba].Kmps.Add(new RegisteredKmp(stamp, registered.Kmp));
                break;
            case StructureEnded { Kmp: null } ended:
                _mbas[ended.Mba].End = (ended.LastDay, stamp.Sequence);
                break;
            case StructureEnded ended:
                _mbas[ended.Mba].Kmps.FindLast(kmp => kmp.Point.Code == ended.Kmp)!.End = (ended.LastDay, stamp.Sequence);
                break;
            case MethodRegistered registered:
                _mbas[registered.Method.Mba].Methods.Add(new RegisteredMethod(stamp, registered.Method));
                break;
            case MethodRecalibrated recalibrated:
                Method(recalibrated.Mba, recalibrated.Code).Recalibrations.Add((stamp, recalibrated));
                break;
            case MethodWithdrawn withdrawn:
                Method(withdrawn.Mba, withdrawn.Code).Withdrawal = (stamp, withdrawn);
                break;
            case AlarmClosed closed:
                _mbas[closed.Mba].AlarmClosings.Add(new AlarmClosing(stamp, closed));
                break;
            case AlarmReopened reopened:
                _mbas[reopened.Mba].AlarmClosings.Find(closing => closing.Stamp.Sequence == reopened.Entry)!.Reopened = stamp;
                break;
            default:
                throw new InvalidOperationException($"The materials book has no fold for {fact.GetType().Name}.");
        }
    }

    private RegisteredMethod Method(string mba, string code) => _mbas[mba].Methods.Find(known => known.Method.Code == code)!;

    private void ApplyWithheld(in Stamp stamp, Withheld withheld)
    {
        if (_mbas.TryGetValue(withheld.InCompartment, out var ledger))
            ledger.WithheldEntries.Add(stamp.Sequence);
    }

    private void ApplyInitial(in Stamp stamp, InitialInventoryListed listed)
    {
        var change = LineOfItem(listed.Mba, listed.Date, listed.Item);
        Add(_mbas[listed.Mba], new LedgerLine(stamp, LineKind.Initial, change, Effects.Opening, listed.Source, null, null));
    }

    private void ApplyChange(in Stamp stamp, InventoryChanged changed)
    {
        var kind = changed.LateReason is null ? LineKind.Change : LineKind.Late;
        Add(_mbas[changed.Change.Mba], new LedgerLine(
            stamp, kind, changed.Change, CodeOf(changed.Change)!, changed.Source, null, changed.LateReason));
    }

    private void ApplyCorrection(in Stamp stamp, ChangeCorrected corrected)
    {
        var ledger = _mbas[corrected.Mba];
        var target = ledger.LineOf(corrected.Corrects)!;
        ledger.Correct(target, stamp.Sequence);
        if (KeptTransfers.Concern(target.Change))
            LastTransfer = stamp.Sequence;
        // The line goes back by the code under which it was posted, whatever tables came into force meanwhile.
        Post(ledger, stamp.Sequence, target, reverse: true);
        if (corrected.Change is { } change)
            Add(ledger, new LedgerLine(
                stamp, LineKind.Correction, change, CodeOf(change)!, null, corrected.Corrects, corrected.Reason));
        else
            ledger.Add(new LedgerLine(
                stamp, LineKind.Deletion, target.Change, target.Code, null, corrected.Corrects, corrected.Reason));
    }

    private void Add(MbaLedger ledger, LedgerLine line)
    {
        ledger.Add(line);
        if (KeptTransfers.Concern(line.Change))
        {
            ledger.TransferLines.Add(line);
            LastTransfer = line.Stamp.Sequence;
        }

        if (line.Change.Reference is { } reference)
            ledger.References[reference] = line;
        Post(ledger, line.Stamp.Sequence, line);
    }

    /// <summary>Posts a line, or takes it back, in the accounts and in its batch.</summary>
    private static void Post(MbaLedger ledger, long sequence, LedgerLine line, bool reverse = false)
    {
        var change = line.Change;
        var batch = ledger.BatchFor(change.Batch);
        var items = Effects.Items(change, line.Code);
        for (var i = 0; i < change.Weights.Count; i++)
        {
            var material = change.Weights[i].Material;
            var amount = Effects.OnBook(change, line.Code, i);
            var posting = new Posting(sequence, change.Date, change.Code, reverse ? -amount : amount);
            ledger.Post(LedgerKind.Book, material, posting);
            PostToBatch(ledger, batch, posting, material, reverse ? -items : items);
            items = 0;
            if (Effects.Counter(line.Code) is { } counter)
                ledger.Post(counter, material, posting with { Amount = -posting.Amount });
        }

        if (!reverse)
            ledger.See(batch, new BatchSighting(
                sequence, change.Date, change.Description, change.Basis, line.Code == Effects.Opening ? change.Kmp : null));
    }

    private static void PostToBatch(MbaLedger ledger, Batch batch, in Posting posting, MaterialCode material, int items)
    {
        ledger.Post(batch, new BatchPosting(posting.Sequence, posting.Day, posting.Code, material, posting.Amount, items));
        CarryIntoClosed(ledger, batch, posting, material, items);
    }

    /// <summary>
    /// What is posted on a day of a closed period leaves the physical inventory that closed it as it was: the first such
    /// inventory takes the opposite as MF.
    /// </summary>
    private static void CarryIntoClosed(
        MbaLedger ledger, Batch batch, in Posting posting, MaterialCode material, int items)
    {
        foreach (var closing in ledger.Closings)
        {
            if (closing.Fact.To < posting.Day)
                continue;
            var opposite = new Posting(posting.Sequence, closing.Fact.To, "MF", -posting.Amount);
            ledger.Post(LedgerKind.Book, material, opposite);
            ledger.Post(batch, new BatchPosting(opposite.Sequence, opposite.Day, "MF", material, opposite.Amount, -items));
            return;
        }
    }

    internal static InventoryChange LineOfItem(string mba, DateOnly date, InventoryItem item) =>
        new(mba, date, "PB", item.Batch, item.Items, item.Description, item.Basis, item.Weights, item.Kmp, Note: item.Note,
            Methods: item.Methods);
}
