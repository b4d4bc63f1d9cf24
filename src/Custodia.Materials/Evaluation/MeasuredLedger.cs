using Custodia.Books;
using Custodia.Materials.Ledger;
using Custodia.Materials.Measurement;
using Custodia.Materials.Queries;
using Custodia.Quantities;

namespace Custodia.Materials.Evaluation;

/// <summary>
/// The lines of an MBA's closed balances as measurements. A line rests on a new measurement where its basis says so (M, N), or
/// where a listing states another weight than the book, all KMPs of the batch together; any other rests on the last
/// measurement of its batch (T, L), of a batch that lies at two KMPs on that at its KMP.
/// </summary>
/// <remarks>
/// Rebatching (RM, RP) moves weights between batches of the same MBA and adds nothing to its balance: its lines begin
/// measurements, but do not count. A shipper/receiver difference turns a receipt into the receiver's measurement of it.
/// </remarks>
internal sealed class MeasuredLedger
{
    private readonly MbaLedger _ledger;
    private readonly MaterialCode _material;
    private readonly bool _isotope;
    private readonly View _view;
    private readonly DateOnly _opening;
    private int _at;
    private readonly Dictionary<string, MeasuredBatch> _batches = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kmp, string Description, DateOnly Day), List<MethodUse>> _serving = [];

    public MeasuredLedger(MbaLedger ledger, MaterialCode material, bool isotope, View view)
    {
        (_ledger, _material, _isotope, _view) = (ledger, material, isotope, view);
        _opening = Statements.OpeningDay(ledger, view) ?? ledger.Area.From;
        var from = _opening;
        foreach (var closing in ledger.Closings.Where(c => view.Sees(c.Stamp.Sequence, c.Fact.To)))
        {
            Periods.Add(new MeasuredPeriod(from, closing));
            from = closing.Fact.To.AddDays(1);
        }

        OpenSince = from;
        if (Periods.Count == 0)
            return;
        foreach (var day in Lines().GroupBy(line => (line.Day, line.Listing)))
        {
            if (day.Key.Listing > 0)
            {
                foreach (var batch in day.GroupBy(line => line.Change.Batch))
                    TakeListed(batch);
                continue;
            }

            foreach (var line in day)
                Take(line);
        }

        foreach (var measurement in Measurements)
        {
            foreach (var (period, amount, _) in measurement.Net)
                Periods[period].Count(amount, measurement);
        }
    }

    /// <summary>The closed balances, the oldest first.</summary>
    public List<MeasuredPeriod> Periods { get; } = [];

    /// <summary>First day of the balance that is not closed.</summary>
    public DateOnly OpenSince { get; }

    /// <summary>All measurements, in the order in which their lines come.</summary>
    public List<Measurement> Measurements { get; } = [];

    /// <summary>Days from the opening to each PIT date, 0 first.</summary>
    public double[] Dates => [0, .. Periods.Select(period => Time(period.To))];

    /// <summary>What the last closing inventory holds; where it is empty, what was ever booked.</summary>
    public Amount Stock()
    {
        var closing = _ledger.Inventory(Periods[^1].To, _view);
        var held = (closing?.Effective(_view) ?? []).SelectMany(line => line.Item.Weights).Where(weight => weight.Material == _material)
            .Aggregate(Amount.Zero, (sum, weight) => sum + weight.Amount);
        if (held.Element > Mass.Zero)
            return held;
        var booked =
            from line in _ledger.Lines
            where line.IsEffective(_view) && line.Change.Date <= Periods[^1].To
            from at in Enumerable.Range(0, line.Change.Weights.Count)
            where line.Change.Weights[at].Material == _material
            select Effects.OnBook(line.Change, line.Code, at);
        return booked.Where(amount => amount.Element > Mass.Zero).Aggregate(Amount.Zero, (sum, amount) => sum + amount);
    }

    /// <summary>A day as days from the opening.</summary>
    public double Time(DateOnly day) => day.DayNumber - _opening.DayNumber;

    // By day; on one day what was listed at its end comes last.
    private IEnumerable<Line> Lines()
    {
        var last = Periods[^1].To;
        var changes =
            from line in _ledger.Lines
            where line.IsEffective(_view) && line.Change.Date <= last
            let weight = Weight(line)
            where weight is not null
            select new Line(line.Change.Date, line.Code == Effects.Opening ? -1 : 0, FirstEntry(line), line.Change, weight.Value);
        var listed =
            from period in Enumerable.Range(0, Periods.Count)
            let inventory = _ledger.Inventory(Periods[period].To, _view)
            where inventory is not null
            from line in inventory.Effective(_view)
            from weight in line.Item.Weights
            where weight.Material == _material
            select new Line(inventory.Date, period + 1, line.Stamp.Sequence,
                MaterialsBook.LineOfItem(_ledger.Area.Code, inventory.Date, line.Item), Of(weight.Amount));
        return changes.Concat(listed).OrderBy(line => line.Day).ThenBy(line => line.Listing).ThenBy(line => line.Sequence);
    }

    // A corrected line keeps its place among the lines of its day: what followed it was measured after it.
    private long FirstEntry(LedgerLine line)
    {
        var first = line.Stamp.Sequence;
        for (var corrects = line.Corrects; corrects is { } entry; corrects = _ledger.LineOf(entry)?.Corrects)
            first = entry;
        return first;
    }

    private Mass? Weight(LedgerLine line)
    {
        Mass? sum = null;
        for (var i = 0; i < line.Change.Weights.Count; i++)
        {
            if (line.Change.Weights[i].Material == _material)
                sum = (sum ?? Mass.Zero) + Of(Effects.OnBook(line.Change, line.Code, i));
        }

        return sum;
    }

    private Mass Of(Amount amount) => _isotope ? amount.Fissile : amount.Element;

    private void Take(Line line)
    {
        var uses = UsesOf(line);
        if (line.Change.Code is "RM" or "RP")
            return;
        // Lines come by day, so that the period only moves on.
        while (Periods[_at].To < line.Day)
            _at++;
        var period = Periods[_at];
        period.Lines++;
        if (line.Listing < 0)
            period.Begin += line.Amount;
        else if (line.Amount > Mass.Zero || line.Change.Code == "DI")
            period.Increases += line.Amount;
        else
            period.Decreases -= line.Amount;
        foreach (var (_, measurement, amount) in uses)
            measurement.Add(_at, amount, Time(line.Day));
    }

    // What a change puts into its balance, on which measurements.
    private List<MeasuredPart> UsesOf(Line line)
    {
        var (batch, code) = (BatchOf(line), line.Change.Code);
        if (!batch.IsKnown || line.Listing < 0 || (IsWeighed(line) && code is not ("DI" or "LN" or "NP")))
        {
            var made = Begin(line);
            // A part that leaves on a weight of its own does not weigh what stays.
            if (line.Amount < Mass.Zero && batch.IsKnown)
                batch.Take(-line.Amount);
            else
                batch.Add(made);
            return [made];
        }

        List<MeasuredPart> uses;
        if (line.Amount < Mass.Zero && code != "DI")
            uses = [.. batch.Take(-line.Amount).Select(part => part with { Amount = -part.Amount })];
        else
            uses = [Raise(batch, line)];
        return Served(uses, line);
    }

    private static MeasuredPart Raise(MeasuredBatch batch, Line line)
    {
        var part = batch.Raise(line.Amount);
        part.Measurement.Whole = line.Change.Code == "DI" ? part.Measurement.Whole + line.Amount
            : part.Amount > part.Measurement.Whole ? part.Amount
            : part.Measurement.Whole;
        return part with { Amount = line.Amount };
    }

    // The lines of one batch in one listing: together they are to state the weight of the book.
    private void TakeListed(IEnumerable<Line> lines)
    {
        var listed = lines.ToList();
        var batch = BatchOf(listed[0]);
        var isAsBooked = batch.IsKnown && batch.Held == listed.Aggregate(Mass.Zero, (sum, line) => sum + line.Amount);
        var found = new List<MeasuredPart>();
        foreach (var line in listed)
        {
            var known = isAsBooked ? batch.Take(line.Amount, line.Change.Kmp) : [];
            var uses = isAsBooked && !IsWeighed(line)
                ? Served([.. known.Select(part => part with { Kmp = line.Change.Kmp! })], line)
                : [Begin(line)];
            TakeListed(line, uses);
            found.AddRange(uses);
        }

        batch.Replace(found);
    }

    private void TakeListed(Line line, List<MeasuredPart> uses)
    {
        var at = line.Listing - 1;
        Periods[at].End += line.Amount;
        Periods[at].Lines++;
        foreach (var (_, measurement, amount) in uses)
            measurement.Add(at, -amount, Time(line.Day));
        if (line.Listing >= Periods.Count)
            return;
        Periods[at + 1].Begin += line.Amount;
        // The same listing opens the next balance: the evening of its day.
        foreach (var (_, measurement, amount) in uses)
            measurement.Add(at + 1, amount, Time(line.Day) + 0.5);
    }

    private static bool IsWeighed(Line line) => line.Change.Basis is "M" or "N";

    private MeasuredBatch BatchOf(Line line)
    {
        if (!_batches.TryGetValue(line.Change.Batch, out var batch))
            _batches.Add(line.Change.Batch, batch = new MeasuredBatch());
        return batch;
    }

    private MeasuredPart Begin(Line line)
    {
        var made = new Measurement(line.Change.Batch, line.Change.Items)
        {
            Place = (line.Change.Kmp, line.Change.Description, line.Day),
            Whole = line.Amount < Mass.Zero ? -line.Amount : line.Amount,
            Methods = MethodsOf(line.Change),
        };
        Measurements.Add(made);
        return new MeasuredPart(line.Listing == 0 ? "" : line.Change.Kmp!, made, line.Amount);
    }

    // A measurement whose own line has no methods takes those of the first line on it that has.
    private List<MeasuredPart> Served(List<MeasuredPart> uses, Line line)
    {
        foreach (var (_, measurement, _) in uses)
        {
            if (measurement.Methods.Count == 0)
                measurement.Methods = MethodsOf(line.Change);
        }

        return uses;
    }

    private List<MethodUse> MethodsOf(InventoryChange change)
    {
        if (change.Methods is { Count: > 0 } named)
            return Uses(_ledger.Methods.Where(method => named.Contains(method.Method.Code)), change.Date);
        if (change.Kmp is not { } kmp)
            return [];
        var place = (kmp, change.Description, change.Date);
        if (!_serving.TryGetValue(place, out var serving))
        {
            _serving.Add(place, serving = Uses(_ledger.Methods.Where(method =>
                method.Serves(kmp, change.Description) && method.IsInForce(change.Date, _view)), change.Date));
        }

        return serving;
    }

    private List<MethodUse> Uses(IEnumerable<RegisteredMethod> methods, DateOnly day)
    {
        List<MethodUse> uses =
        [
            .. from method in methods
               where _view.Knows(method.Stamp.Sequence) && (_isotope || method.Method.Measures != MeasuredQuantity.Isotope)
               orderby method.Method.Code
               let calibrations = method.Calibrations(_view)
               select new MethodUse(method, calibrations.LastOrDefault(one => one.From <= day) ?? calibrations[0]),
        ];
        // The share of an isotope is a share of a weight that something else must have measured.
        return uses.Exists(use => use.Method.Method.Measures != MeasuredQuantity.Isotope) ? uses : [];
    }

    private readonly record struct Line(DateOnly Day, int Listing, long Sequence, InventoryChange Change, Mass Amount);
}
