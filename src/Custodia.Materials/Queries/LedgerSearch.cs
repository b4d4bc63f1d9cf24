using Custodia.Books;
using Custodia.Materials.Ledger;

namespace Custodia.Materials.Queries;

/// <summary>Finds the rows of an MBA's ledger that a question asks for.</summary>
internal sealed class LedgerSearch
{
    private readonly MbaLedger _ledger;
    private readonly LedgerQuery _query;
    private readonly View _view;
    private readonly DateOnly _from;
    private readonly DateOnly _to;
    private readonly List<ulong> _keys = [];

    public LedgerSearch(MbaLedger ledger, LedgerQuery query, View view)
    {
        (_ledger, _query, _view) = (ledger, query, view);
        _from = query.From ?? DateOnly.MinValue;
        _to = query.To is { } to && to < view.AsOf ? to : view.AsOf;
        if (query.Batch is { } text)
            Batches = [.. ledger.Batches.Values.Where(b => b.Name.Contains(text, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>The batches whose names match, or <c>null</c> where none were asked for.</summary>
    public IReadOnlyList<Batch>? Batches { get; }

    /// <summary>The keys of all rows of a ledger, in accounting order.</summary>
    public static ulong[] All(MbaLedger ledger, DateOnly day, View view) =>
        [.. new LedgerSearch(ledger, new LedgerQuery(ledger.Area.Code), view).Search()];

    /// <summary>The keys of the rows, in accounting order.</summary>
    public IReadOnlyList<ulong> Find()
    {
        if (_query is not { Status: LedgerStatus.All, Code: null, Kmp: null, Material: null, Batch: null })
            return Search();
        // What all of it is, is kept; of that, the days asked for stand together.
        var all = _ledger.Rows.Of(_ledger, default, _view with { AsOf = DateOnly.MaxValue });
        var (first, end) = (Before(all, _from), _to < DateOnly.MaxValue ? Before(all, _to.AddDays(1)) : all.Length);
        return new ArraySegment<ulong>(all, first, Math.Max(0, end - first));
    }

    private static int Before(ulong[] keys, DateOnly day)
    {
        var at = Array.BinarySearch(keys, RowKey.Of(day, 0, RowPart.TakenBack).Value);
        return at < 0 ? ~at : at;
    }

    private List<ulong> Search()
    {
        var known = Sight.KnownLines(_ledger, _view);
        for (var i = 0; i < known; i++)
            AddLine(_ledger.Lines[i]);
        if (_query.Kmp is null && (_query.Code is null or "MF"))
            AddAdjustments();
        SortIfNeeded();
        return _keys;
    }

    private void AddLine(LedgerLine line)
    {
        if (_query.Status == LedgerStatus.Effective)
        {
            if (line.IsEffective(_view) && Matches(line.Change))
                Add(line.Change.Date, line, RowPart.Line);
            return;
        }

        var matches = Matches(line.Change);
        if (line.Kind == LineKind.Correction)
        {
            var target = _ledger.LineOf(line.Corrects!.Value)!.Change;
            if (target.Date == line.Change.Date && target.Batch == line.Change.Batch)
                matches = matches || Matches(target);
            else if (Matches(target))
                Add(target.Date, line, RowPart.TakenBack);
        }

        if (matches)
            Add(line.Change.Date, line, RowPart.Line);
    }

    private void Add(DateOnly day, LedgerLine line, RowPart part) =>
        _keys.Add(RowKey.Of(day, line.Stamp.Sequence, part).Value);

    private bool Matches(InventoryChange change) =>
        change.Date >= _from && change.Date <= _to
        && (_query.Code is null || change.Code == _query.Code)
        && (_query.Kmp is null || change.Kmp == _query.Kmp)
        && (_query.Material is not { } material || Has(change.Weights, material))
        && (_query.Batch is null || change.Batch.Contains(_query.Batch, StringComparison.OrdinalIgnoreCase));

    private static bool Has(IReadOnlyList<Weight> weights, MaterialCode material)
    {
        for (var i = 0; i < weights.Count; i++)
        {
            if (weights[i].Material == material)
                return true;
        }

        return false;
    }

    /// <summary>Adjustments stand in the accounts only; those of one entry and day are one row.</summary>
    private void AddAdjustments()
    {
        var found = new HashSet<ulong>();
        if (Batches is null)
        {
            foreach (var (material, account) in _ledger.Accounts(LedgerKind.Book))
            {
                if (_query.Material is null || _query.Material == material)
                    AddAdjustments(account.Postings, found);
            }
        }

        foreach (var posting in (Batches ?? []).SelectMany(batch => batch.Postings))
        {
            if (posting.Code == "MF" && !posting.Amount.IsZero
                && (_query.Material is null || posting.Material == _query.Material)
                && Sees(posting.Sequence, posting.Day))
                found.Add(RowKey.Of(posting.Day, posting.Sequence, RowPart.Adjustment).Value);
        }

        _keys.AddRange(found);
    }

    private void AddAdjustments(IReadOnlyList<Posting> postings, HashSet<ulong> found)
    {
        for (var i = 0; i < postings.Count; i++)
        {
            var posting = postings[i];
            if (posting.Code == "MF" && Sees(posting.Sequence, posting.Day))
                found.Add(RowKey.Of(posting).Value);
        }
    }

    private bool Sees(long sequence, DateOnly day) => _view.Knows(sequence) && day >= _from && day <= _to;

    private void SortIfNeeded()
    {
        for (var i = 1; i < _keys.Count; i++)
        {
            if (_keys[i] < _keys[i - 1])
            {
                _keys.Sort();
                return;
            }
        }
    }
}
