using Custodia.Books;
using Custodia.Materials.Ledger;
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
    private readonly List<(Stamp Stamp, CodeTables Tables)> _tables = [];
    private readonly List<(Stamp Stamp, FileReceived File)> _files = [];

    /// <inheritdoc/>
    public override string Name => "materials";

    /// <inheritdoc/>
    public override KindTable Kinds => MaterialsKinds.Table;

    /// <inheritdoc/>
    public override Catalogue Catalogue => MaterialsCatalogue.Instance;

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

    /// <inheritdoc/>
    protected override void Apply(in Stamp stamp, Fact fact)
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
                _mbas[prepared.Mba].Reports.Add(new PreparedReport(stamp, prepared));
                break;
            case FileReceived file:
                _files.Add((stamp, file));
                break;
            case CodeTablesAdopted adopted:
                _tables.Add((stamp, adopted.Tables));
                break;
            case Withheld withheld:
                ApplyWithheld(stamp, withheld);
                break;
            default:
                ApplyStructure(stamp, fact);
                break;
        }
    }

    private void ApplyStructure(in Stamp stamp, Fact fact)
    {
        switch (fact)
        {
            case StateNamed named:
                State = (stamp, named);
                break;
            case FacilityRegistered registered:
                _facilities.Add(registered.Facility.Code, (stamp, registered.Facility));
                break;
            case MbaRegistered registered:
                _mbas.Add(registered.Mba.Code,
                    new MbaLedger(stamp, registered.Mba, _facilities[registered.Mba.Facility].Facility));
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
            default:
                throw new InvalidOperationException($"The materials book has no fold for {fact.GetType().Name}.");
        }
    }

    private void ApplyWithheld(in Stamp stamp, Withheld withheld)
    {
        if (_mbas.TryGetValue(withheld.InCompartment, out var ledger))
            ledger.WithheldEntries.Add(stamp.Sequence);
    }

    private void ApplyInitial(in Stamp stamp, InitialInventoryListed listed)
    {
        var ledger = _mbas[listed.Mba];
        var change = LineOfItem(listed.Mba, listed.Date, listed.Item);
        ledger.Lines.Add(new LedgerLine(stamp, LineKind.Initial, change, listed.Source, null, null));
        var batch = ledger.BatchFor(change.Batch);
        var items = change.Items;
        foreach (var (material, amount) in change.Weights)
        {
            ledger.Post(LedgerKind.Book, material, new Posting(stamp.Sequence, listed.Date, "PB", amount));
            batch.Post(new BatchPosting(stamp.Sequence, listed.Date, "PB", material, amount, items));
            items = 0;
        }

        batch.See(new BatchSighting(stamp.Sequence, listed.Date, change.Description, change.Basis, listed.Item.Kmp));
    }

    private void ApplyChange(in Stamp stamp, InventoryChanged changed)
    {
        var ledger = _mbas[changed.Change.Mba];
        var kind = changed.LateReason is null ? LineKind.Change : LineKind.Late;
        var line = new LedgerLine(stamp, kind, changed.Change, changed.Source, null, changed.LateReason);
        ledger.Lines.Add(line);
        if (changed.Change.Reference is { } reference)
            ledger.References[reference] = line;
        Post(ledger, stamp.Sequence, changed.Change, reverse: false);
    }

    private void ApplyCorrection(in Stamp stamp, ChangeCorrected corrected)
    {
        var ledger = _mbas[corrected.Mba];
        var target = ledger.LineOf(corrected.Corrects)!;
        target.CorrectedBy = stamp.Sequence;
        var kind = corrected.Change is null ? LineKind.Deletion : LineKind.Correction;
        var line = new LedgerLine(
            stamp, kind, corrected.Change ?? target.Change, null, corrected.Corrects, corrected.Reason);
        ledger.Lines.Add(line);
        Post(ledger, stamp.Sequence, target.Change, reverse: true);
        if (corrected.Change is not null)
            Post(ledger, stamp.Sequence, corrected.Change, reverse: false);
        if (target.Change.Reference is { } reference)
            ledger.References[reference] = line;
    }

    /// <summary>Posts a line, or takes it back, in the accounts and in its batch.</summary>
    private void Post(MbaLedger ledger, long sequence, InventoryChange change, bool reverse)
    {
        var code = TablesOn(change.Date)!.Change(change.Code)!;
        var batch = ledger.BatchFor(change.Batch);
        var items = reverse ? -Effects.Items(change, code) : Effects.Items(change, code);
        foreach (var effect in Effects.Of(change, code))
        {
            var amount = reverse ? -effect.Amount : effect.Amount;
            ledger.Post(effect.Ledger, effect.Material, new Posting(sequence, change.Date, change.Code, amount));
            if (effect.Ledger != LedgerKind.Book)
                continue;
            batch.Post(new BatchPosting(sequence, change.Date, change.Code, effect.Material, amount, items));
            CarryIntoClosed(ledger, batch, sequence, change.Date, new Weight(effect.Material, amount), items);
            items = 0;
        }

        if (!reverse)
            batch.See(new BatchSighting(sequence, change.Date, change.Description, change.Basis, null));
    }

    /// <summary>
    /// What is posted on a day of a closed period leaves the physical inventory that closed it as it was: the first such
    /// inventory takes the opposite as MF.
    /// </summary>
    private static void CarryIntoClosed(
        MbaLedger ledger, Batch batch, long sequence, DateOnly day, Weight weight, int items)
    {
        foreach (var closing in ledger.Closings)
        {
            if (closing.Fact.To < day)
                continue;
            var (material, amount) = weight;
            ledger.Post(LedgerKind.Book, material, new Posting(sequence, closing.Fact.To, "MF", -amount));
            batch.Post(new BatchPosting(sequence, closing.Fact.To, "MF", material, -amount, -items));
            return;
        }
    }

    private static InventoryChange LineOfItem(string mba, DateOnly date, InventoryItem item) =>
        new(mba, date, "PB", item.Batch, item.Items, item.Description, item.Basis, item.Weights, item.Kmp, Note: item.Note);
}
