using Custodia.Books;
using Custodia.Materials.Ledger;
using Custodia.Materials.Structure;
using Custodia.Materials.Tables;

namespace Custodia.Materials.Rules;

/// <summary>
/// The rules for inventory changes. A line is checked against the draft, then posted to it; what concerns several lines
/// together (rebatching, loss with production, shortages over time) is checked when all are posted.
/// </summary>
internal sealed class ChangeRules(Draft draft, DecisionContext context)
{
    /// <summary>How many refusals one command lists; there may be more.</summary>
    public const int MaxRefusals = 1_000;

    private readonly List<Refusal> _refusals = [];
    private readonly List<(InventoryChange Change, Place Place)> _posted = [];
    private readonly List<(InventoryChange Change, Place Place)> _takenBack = [];
    private readonly Dictionary<(string Mba, string Batch), Place> _places = [];

    /// <summary>What was refused so far.</summary>
    public IReadOnlyList<Refusal> Refusals => _refusals;

    /// <summary>Adds a refusal found elsewhere.</summary>
    public void Refuse(Refusal refusal) => _refusals.Add(refusal);

    /// <summary>The ledger, if the MBA exists and is in force that day; else a refusal.</summary>
    public MbaLedger? Ledger(string mba, DateOnly day, Place place)
    {
        if (!draft.Book.Mbas.TryGetValue(mba, out var ledger))
        {
            _refusals.Add(MaterialsRefusals.MbaUnknown.At(place.At("mba"), found: mba));
            return null;
        }

        if (!ledger.IsInForce(day))
        {
            _refusals.Add(MaterialsRefusals.MbaNotInForce.At(place.At("date"), LineRules.Text(ledger.Area.From), LineRules.Text(day)));
            return null;
        }

        return ledger;
    }

    /// <summary>The tables in force that day; else a refusal.</summary>
    public CodeTables? Tables(DateOnly day, Place place)
    {
        var tables = draft.Book.TablesOn(day);
        if (tables is null)
            _refusals.Add(MaterialsRefusals.TablesMissing.At(place.At("date"), found: LineRules.Text(day)));
        return tables;
    }

    /// <summary>
    /// Checks a line and, if nothing is wrong with it, posts it with its fact.
    /// </summary>
    /// <param name="change">The line.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="fact">Makes the fact that records it.</param>
    /// <param name="lateReason">Why it comes after its period was closed, or <c>null</c>.</param>
    /// <param name="isCorrection">Whether it stands in the place of a line that was taken back.</param>
    public void Take(InventoryChange change, Place place, Func<InventoryChange, Fact> fact, string? lateReason = null,
        bool isCorrection = false)
    {
        var before = _refusals.Count;
        if (Ledger(change.Mba, change.Date, place) is not { } ledger || Tables(change.Date, place) is not { } tables)
            return;
        if (tables.Change(change.Code) is not { } code)
        {
            _refusals.Add(MaterialsRefusals.ChangeCodeUnknown.At(
                place.At("code"), string.Join(", ", tables.ChangeCodes.Select(c => c.Code)), change.Code));
            return;
        }

        CheckDate(ledger, change, place, lateReason, isCorrection);
        LineRules.Check(change.Batch, change.Items, change.Description, change.Basis, tables, place, _refusals);
        CheckKmp(ledger, change, place);
        CheckNeeds(change, code, place);
        CheckPartner(change, code, place);
        CheckWeights(ledger, change, code, place);
        CheckBatch(ledger, change, code, place, isCorrection);
        LineRules.CheckMethods(ledger, change.Methods, change.Date, place, _refusals);
        if (_refusals.Count > before)
            return;
        draft.Add(fact(change), change, code);
        _posted.Add((change, place));
        _places.TryAdd((change.Mba, change.Batch), place);
        CheckCounters(change, code, place);
    }

    /// <summary>Takes a line back, for a correction or deletion.</summary>
    public void TakeBack(LedgerLine line, Place place)
    {
        var change = line.Change;
        draft.Post(change, line.Code, reverse: true);
        _places.TryAdd((change.Mba, change.Batch), place);
        _takenBack.Add((change, place));
    }

    /// <summary>What concerns the lines together, when all are posted.</summary>
    public void CheckTogether()
    {
        CheckRebatching();
        CheckProduction();
        foreach (var batch in draft.Touched)
        {
            if (_places.TryGetValue((batch.Mba, batch.Name), out var place))
                CheckShortage(batch, place, MaterialsRefusals.BatchShort);
        }
    }

    /// <summary>Refuses a batch that falls below zero at the end of any day (rules 5 and 6).</summary>
    public void CheckShortage(Batch batch, Place place, RefusalCode reason)
    {
        if (batch.FirstShortage(out var shortOf) is not { } day)
            return;
        if (shortOf.Material == default)
            _refusals.Add(MaterialsRefusals.ItemsShort.At(place.At("items"), "≥ 0", $"{batch.Name}, {LineRules.Text(day)}"));
        else
            _refusals.Add(reason.At(place.At("weights"), "≥ 0", $"{batch.Name}, {LineRules.Text(day)}: {shortOf}"));
    }

    private void CheckDate(MbaLedger ledger, InventoryChange change, Place place, string? lateReason, bool isCorrection)
    {
        var at = place.At("date");
        var latest = change.Established is { } established && established > change.Date ? established : change.Date;
        if (latest > context.Today)
            _refusals.Add(MaterialsRefusals.DateInFuture.At(at, "≤ " + LineRules.Text(context.Today), LineRules.Text(latest)));
        if (ledger.Opened is not { } opened)
        {
            _refusals.Add(MaterialsRefusals.NotOpened.At(place.At("mba"), found: change.Mba));
            return;
        }

        if (change.Date <= opened.Day)
            _refusals.Add(MaterialsRefusals.DateBeforeOpening.At(at, "> " + LineRules.Text(opened.Day), LineRules.Text(change.Date)));
        var closed = ledger.Closings.Count > 0 && change.Date <= ledger.Closings[^1].Fact.To;
        if (closed && lateReason is null && !isCorrection)
            _refusals.Add(MaterialsRefusals.PeriodClosed.At(at, "> " + LineRules.Text(ledger.Closings[^1].Fact.To), LineRules.Text(change.Date)));
        if (!closed && lateReason is not null)
            _refusals.Add(MaterialsRefusals.PeriodOpen.At(at, found: LineRules.Text(change.Date)));
    }

    private void CheckKmp(MbaLedger ledger, InventoryChange change, Place place)
    {
        if (string.IsNullOrEmpty(change.Kmp))
        {
            _refusals.Add(MaterialsRefusals.FieldMissing.At(place.At("kmp"), "KMP"));
            return;
        }

        if (ledger.Kmp(change.Kmp, change.Date) is not { } kmp || kmp.Point.Kind != KmpKind.Flow)
        {
            _refusals.Add(MaterialsRefusals.KmpUnknown.At(place.At("kmp"), found: change.Kmp));
            return;
        }

        if (kmp.Point.Codes is { Count: > 0 } codes && !codes.Contains(change.Code))
            _refusals.Add(MaterialsRefusals.CodeNotAtKmp.At(place.At("code"), string.Join(", ", codes), change.Code));
        LineRules.CheckAtKmp(kmp, change.Description, place, _refusals);
    }

    private void CheckNeeds(InventoryChange change, ChangeCode code, Place place)
    {
        foreach (var need in code.Needs)
        {
            var (value, reason) = need switch
            {
                "from" => (change.From, MaterialsRefusals.FieldMissing),
                "to" => (change.To, MaterialsRefusals.FieldMissing),
                "shipperBatch" => (change.ShipperBatch, MaterialsRefusals.FieldMissing),
                "operation" => (change.Operation, MaterialsRefusals.FieldMissing),
                "consent" => (change.Consent, MaterialsRefusals.ConsentMissing),
                "specialReport" => (change.SpecialReport, MaterialsRefusals.SpecialReportMissing),
                _ => ("", MaterialsRefusals.FieldMissing),
            };
            if (string.IsNullOrEmpty(value))
                _refusals.Add(reason.At(place.At(need), change.Code));
        }
    }

    private void CheckPartner(InventoryChange change, ChangeCode code, Place place)
    {
        var (field, partner) = code.Effect == ChangeEffect.Decrease ? ("to", change.To) : ("from", change.From);
        if (string.IsNullOrEmpty(partner))
            return;
        var state = draft.Book.State?.Fact.Code;
        var isOwn = draft.Book.Mbas.ContainsKey(partner);
        var ok = code.Partner switch
        {
            "domestic" => isOwn && partner != change.Mba,
            "foreign" => !isOwn && partner != state && partner.Length is 2 or 4
                && partner.All(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9')),
            _ => true,
        };
        if (!ok)
            _refusals.Add(MaterialsRefusals.PartnerWrong.At(place.At(field), code.Partner, partner));
    }

    private void CheckWeights(MbaLedger ledger, InventoryChange change, ChangeCode code, Place place)
    {
        var eitherSign = code.Effect is ChangeEffect.Difference or ChangeEffect.Adjustment;
        // Loss, production and differences are parts of a batch, whose own ratio says nothing of an enrichment.
        var isPart = eitherSign || change.Code is "LN" or "NP" or "GA" or "LA";
        LineRules.CheckWeights(change.Weights, eitherSign, isPart, place, _refusals);
        if (code.Effect == ChangeEffect.CategoryChange)
            CheckCategoryChange(change, place);
        if (!isPart)
            LineRules.CheckEnrichment(change.Weights, ledger.Area.EnrichmentLimit, place, _refusals);
    }

    private void CheckCategoryChange(InventoryChange change, Place place)
    {
        var weights = change.Weights;
        if (weights.Count != 2 || weights[0].Material.Element != change.Code[0] || weights[1].Material.Element != change.Code[1]
            || weights[0].Amount.Element != weights[1].Amount.Element)
            _refusals.Add(MaterialsRefusals.CategoryChangeUnbalanced.At(
                place.At("weights"), $"{change.Code[0]}, {change.Code[1]}", LineRules.Text(weights)));
    }

    private void CheckBatch(MbaLedger ledger, InventoryChange change, ChangeCode code, Place place, bool isCorrection)
    {
        var batch = draft.Find(change.Mba, change.Batch);
        var known = batch is { Postings.Count: > 0 };
        if (code.CreatesBatch && known && !isCorrection)
            _refusals.Add(MaterialsRefusals.BatchNameUsed.At(place.At("batch"), found: change.Batch));
        if (!code.CreatesBatch && !known)
            _refusals.Add(MaterialsRefusals.BatchUnknown.At(place.At("batch"), found: change.Batch));
        if (!isCorrection)
            LineRules.CheckBasis(batch, change.Basis, place, _refusals);
        if (code.Effect == ChangeEffect.Difference && !(batch?.Postings.Any(p => p.Code is "RD" or "RF") ?? false))
            _refusals.Add(MaterialsRefusals.DifferenceWithoutReceipt.At(place.At("batch"), "RD, RF", change.Batch));
        if (change.Code is "SD" or "SF" && change.Description.EndsWith('I')
            && ledger.Facility.Kind is FacilityKind.PowerReactor or FacilityKind.ResearchReactor
            && !WasBurnt(batch))
            _refusals.Add(MaterialsRefusals.IrradiatedWithoutProduction.At(place.At("batch"), "LN, NP", change.Batch));
    }

    /// <summary>Burnt here, or listed as irradiated when the book was opened, or received so.</summary>
    private static bool WasBurnt(Batch? batch) =>
        batch is not null && (batch.Postings.Any(p => p.Code == "LN")
            || (batch.Sightings.Count > 0 && batch.Sightings[0].Description.EndsWith('I')));

    private void CheckCounters(InventoryChange change, ChangeCode code, Place place)
    {
        if (code.Counter is null)
            return;
        var ledger = code.Counter == "waste" ? LedgerKind.Waste : LedgerKind.Exempt;
        foreach (var (material, _) in change.Weights)
        {
            if (draft.Counter(change.Mba, ledger, material) is { IsNegative: true } balance)
                _refusals.Add(MaterialsRefusals.CounterLedgerShort.At(
                    place.At("weights"), "≥ 0", new Weight(material, balance).ToString()));
        }

        // The total is of all MBAs: who may know one of them is told the ceiling alone.
        if (change.Code == "EQ" && ExemptionCeilings.Exceeded(draft.Exempt()) is { } exceeded)
            _refusals.Add(MaterialsRefusals.ExemptionLimit.At(place.At("weights"), exceeded.Ceiling, LineRules.Text(change.Weights)));
    }

    /// <summary>
    /// The lines of an operation come together, so that those of a command suffice; a correction is checked with what is
    /// left of the operation in the book.
    /// </summary>
    private void CheckRebatching()
    {
        var operations = _posted.Concat(_takenBack).Where(p => p.Change.Code is "RM" or "RP")
            .GroupBy(p => (p.Change.Mba, p.Change.Operation, p.Change.Date));
        var isCorrection = _takenBack.Count > 0;
        foreach (var operation in operations)
        {
            var (mba, name, day) = operation.Key;
            var lines = _posted.Where(p => p.Change.Code is "RM" or "RP").Select(p => p.Change);
            var present = isCorrection
                ? lines.Concat(StandingLines(mba)).Where(c => c.Mba == mba && c.Operation == name && c.Date == day)
                : operation.Select(p => p.Change);
            foreach (var net in Net(present))
                _refusals.Add(MaterialsRefusals.RebatchingUnbalanced.At(
                    operation.First().Place.At("operation"), "0", $"{name}: {net}"));
        }
    }

    private IEnumerable<InventoryChange> StandingLines(string mba) =>
        from line in draft.Book.Mbas[mba].Lines
        where line.Kind != LineKind.Deletion && line.CorrectedBy == long.MaxValue && line.Change.Code is "RM" or "RP"
            && !_takenBack.Exists(t => ReferenceEquals(t.Change, line.Change))
        select line.Change;

    private static IEnumerable<Weight> Net(IEnumerable<InventoryChange> lines)
    {
        var net = new SortedDictionary<MaterialCode, Amount>();
        foreach (var change in lines)
        {
            foreach (var (material, amount) in change.Weights)
                net[material] = net.GetValueOrDefault(material) + (change.Code == "RP" ? amount : -amount);
        }

        return net.Where(n => !n.Value.IsZero).Select(n => new Weight(n.Key, n.Value));
    }

    private void CheckProduction()
    {
        foreach (var (change, place) in _posted.Concat(_takenBack).Where(p => p.Change.Code is "NP" or "LN"))
        {
            var postings = draft.Find(change.Mba, change.Batch)!.Postings.Where(p => p.Day == change.Date).ToList();
            if (Sum(postings, "NP") && !Sum(postings, "LN"))
                _refusals.Add(MaterialsRefusals.ProductionWithoutLoss.At(place.At("batch"), "LN", change.Batch));
        }
    }

    /// <summary>Whether anything is left of the lines of a code.</summary>
    private static bool Sum(List<BatchPosting> postings, string code) =>
        postings.Where(p => p.Code == code).GroupBy(p => p.Material)
            .Any(g => !g.Aggregate(Amount.Zero, (sum, p) => sum + p.Amount).IsZero);
}
