using Custodia.Books;
using Custodia.Materials;
using Custodia.Materials.Ledger;
using Custodia.Materials.Reports;
using Custodia.Materials.Structure;
using Custodia.Quantities;

namespace Custodia.Bench.Web;

/// <summary>
/// Ten years of a State of twenty MBAs, day by day: four lines an operation, a change report each month, a physical
/// inventory and a closing each year, and what is due left to be done in the last weeks.
/// </summary>
/// <param name="lastDay">The last day.</param>
/// <param name="firstEntry">Number of the first entry.</param>
internal sealed class WebFacts(DateOnly lastDay, long firstEntry)
{
    public const int Mbas = 20;
    private const int Years = 10;
    private const int StockEvery = 97;
    private const int ReportAfterDays = 10;

    private static readonly IReadOnlyList<Weight> Cylinder = [Weight.Enriched(Mass.FromGrams(400_000), Mass.FromGrams(17_600))];

    private readonly DateOnly _start = lastDay.AddYears(-Years);
    private readonly DateOnly _last = lastDay;
    private readonly List<EntryRange>[] _month = [.. Enumerable.Range(0, Mbas).Select(_ => new List<EntryRange>())];
    private readonly List<string>[] _stock = [.. Enumerable.Range(0, Mbas).Select(_ => new List<string>())];
    private readonly int[,] _numbers = new int[Mbas, 3];
    private readonly Queue<(DateOnly Day, Fact Fact)> _reports = new();
    private readonly long _first = firstEntry;
    private long _next = firstEntry;
    private int _operation;

    /// <summary>Code of an MBA.</summary>
    public static string Mba(int index) => "XB" + (char)('A' + (index / 4)) + (char)('A' + (index % 4));

    /// <summary>Code of its facility.</summary>
    public static string Facility(int index) => "XB-" + (char)('A' + (index / 4));

    /// <summary>Name of a batch that stays in its MBA.</summary>
    /// <param name="mba">Index of the MBA.</param>
    /// <param name="number">Which of its batches, from 0.</param>
    public static string Stock(int mba, int number)
    {
        // Each MBA has its turn among those operations, since their distance has no factor in common with the number of MBAs.
        var turn = Enumerable.Range(0, Mbas).First(turn => StockEvery * turn % Mbas == mba);
        return Stock(StockEvery * (turn + (Mbas * number)));
    }

    private static string Stock(int operation) => FormattableString.Invariant($"S{operation}");

    /// <summary>How many days the records span.</summary>
    public int Days => _last.DayNumber - _start.DayNumber;

    /// <summary>The facts by the day on which they are recorded.</summary>
    public IEnumerable<(DateOnly Day, IReadOnlyList<Fact> Facts)> All(int entries)
    {
        yield return (_start, Counted([.. Structure()]));
        for (var day = _start.AddDays(1); day <= _last; day = day.AddDays(1))
        {
            var facts = new List<Fact>();
            var until = _first + ((long)entries * (day.DayNumber - _start.DayNumber) / Days);
            while (_next + facts.Count < until)
                AddOperation(facts, day);
            while (_reports.TryPeek(out var due) && due.Day <= day)
                facts.Add(_reports.Dequeue().Fact);
            if (day is { Month: 12, Day: 31 })
                AddInventories(facts, day);
            if (day.AddDays(1).Day == 1)
                QueueChangeReports(day);
            yield return (day, Counted(facts));
        }
    }

    private IEnumerable<Fact> Structure()
    {
        yield return new StateNamed("XB", "Benchmark", "基準");
        for (var i = 0; i < Mbas; i++)
        {
            var mba = Mba(i);
            if (i % 4 == 0)
                yield return new FacilityRegistered(new(Facility(i), $"Plant {i / 4}", $"{i / 4} 廠", FacilityKind.Fabrication, _start));
            yield return new MbaRegistered(new(mba, Facility(i), mba, mba, AccountingKind.Bulk, 5m, _start));
            yield return new KmpRegistered(new(mba, "1", KmpKind.Flow, "Gate", "門", _start));
            yield return new KmpRegistered(new(mba, "A", KmpKind.Inventory, "Shelf", "架", _start));
            yield return new BookOpened(mba, _start, 0);
        }
    }

    private List<Fact> Counted(List<Fact> facts)
    {
        _next += facts.Count;
        return facts;
    }

    private void AddOperation(List<Fact> facts, DateOnly day)
    {
        var number = _operation++;
        var mba = number % Mbas;
        var other = (mba + 1 + (number / Mbas % (Mbas - 1))) % Mbas;
        var isOpen = number % 50 == 3 && _last.DayNumber - day.DayNumber < 20;
        switch (number % 10)
        {
            case var _ when number % StockEvery == 0:
                _stock[mba].Add(Stock(number));
                Add(facts, mba, day, number, "RF", Stock(number), from: "FR");
                break;
            case 3 or 7:
                Add(facts, mba, day, number, "RF", $"T{number}", from: "FR");
                Add(facts, mba, day, number, "SD", $"T{number}", from: Mba(mba), to: Mba(other));
                if (isOpen)
                    break;
                Add(facts, other, day, number, "RD", $"T{number}", from: Mba(mba), to: Mba(other));
                Add(facts, other, day, number, "SF", $"T{number}", to: "FR");
                break;
            default:
                Add(facts, mba, day, number, "RF", $"C{number}", from: "FR");
                Add(facts, mba, day, number, "RM", $"C{number}");
                Add(facts, mba, day, number, "RP", $"F{number}");
                Add(facts, mba, day, number, "SF", $"F{number}", to: "FR");
                break;
        }
    }

    private void Add(List<Fact> facts, int mba, DateOnly day, int operation, string code, string batch, string? from = null, string? to = null)
    {
        var entry = _next + facts.Count;
        facts.Add(new InventoryChanged(new(Mba(mba), day, code, batch, 1, "U6CF", "M", Cylinder, "1", from, to, batch,
            $"OP{operation}", Reference: $"{operation}-{code}"), new SourceRow(0x0123456789abcdef, operation), null));
        var ranges = _month[mba];
        if (ranges.Count > 0 && ranges[^1] is var range && range.First + range.Count == entry)
            ranges[^1] = range with { Count = range.Count + 1 };
        else
            ranges.Add(new EntryRange(entry, 1));
    }

    private void QueueChangeReports(DateOnly end)
    {
        for (var mba = 0; mba < Mbas; mba++)
        {
            if (_month[mba].Count > 0)
                Queue(mba, ReportType.Icr, new DateOnly(end.Year, end.Month, 1), end, [.. _month[mba]]);
            _month[mba].Clear();
        }
    }

    private void AddInventories(List<Fact> facts, DateOnly day)
    {
        for (var mba = 0; mba < Mbas; mba++)
        {
            var code = Mba(mba);
            var firstItem = _next + facts.Count;
            foreach (var batch in _stock[mba])
                facts.Add(new InventoryItemListed(code, day, new InventoryItem(batch, "A", 1, "U6CF", "M", Cylinder), null));
            facts.Add(new InventoryTaken(code, day, _stock[mba].Count));
            var from = day.Year == _start.Year ? _start : new DateOnly(day.Year, 1, 1);
            facts.Add(new BalanceClosed(code, from, day, [], null));
            Queue(mba, ReportType.Pil, day, day, [new EntryRange(firstItem, _stock[mba].Count)]);
            Queue(mba, ReportType.Mbr, from, day, [new EntryRange(_next + facts.Count - 1, 1)]);
        }
    }

    private void Queue(int mba, ReportType type, DateOnly from, DateOnly to, IReadOnlyList<EntryRange> entries)
    {
        var day = to.AddDays(ReportAfterDays);
        _reports.Enqueue((day, new ReportPrepared(Mba(mba), type, ++_numbers[mba, (int)type], from, to, day, entries)));
    }
}
