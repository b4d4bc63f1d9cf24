using Custodia.Books;
using Custodia.Materials.Ledger;
using Custodia.Materials.Tables;

namespace Custodia.Materials.Rules;

/// <summary>
/// The book as it would be after the lines decided so far: what a command of many lines decides its next line against.
/// The book below is never touched; a batch is copied when a line first concerns it.
/// </summary>
internal sealed class Draft(MaterialsBook book)
{
    private readonly Dictionary<(string Mba, string Batch), Batch> _batches = [];
    private readonly Dictionary<(string Mba, LedgerKind Ledger, MaterialCode Material), Amount> _counters = [];
    private readonly Dictionary<(string Mba, string Reference), InventoryChange> _references = [];
    private readonly List<Fact> _facts = [];

    /// <summary>The book below.</summary>
    public MaterialsBook Book { get; } = book;

    /// <summary>The facts decided so far.</summary>
    public IReadOnlyList<Fact> Facts => _facts;

    /// <summary>The batches that the draft concerns.</summary>
    public IReadOnlyCollection<Batch> Touched => _batches.Values;

    /// <summary>The batch as it would be, or <c>null</c>.</summary>
    public Batch? Find(string mba, string batch) =>
        _batches.TryGetValue((mba, batch), out var touched)
            ? touched
            : Book.Mbas[mba].Batches.GetValueOrDefault(batch);

    /// <summary>The balance of a ledger beside the book, as it would be.</summary>
    public Amount Counter(string mba, LedgerKind ledger, MaterialCode material) =>
        (Book.Mbas[mba].Find(ledger, material)?.Current ?? Amount.Zero)
        + _counters.GetValueOrDefault((mba, ledger, material));

    /// <summary>What is exempt in the whole State, as it would be.</summary>
    public IEnumerable<Weight> Exempt()
    {
        foreach (var ledger in Book.Mbas.Values)
        {
            foreach (var (material, account) in ledger.Accounts(LedgerKind.Exempt))
                yield return new Weight(material, account.Current);
        }

        foreach (var (key, amount) in _counters)
        {
            if (key.Ledger == LedgerKind.Exempt)
                yield return new Weight(key.Material, amount);
        }
    }

    /// <summary>The line recorded under the operator's reference, or <c>null</c>.</summary>
    public InventoryChange? Referenced(string mba, string reference) =>
        _references.TryGetValue((mba, reference), out var line)
            ? line
            : Book.Mbas[mba].References.TryGetValue(reference, out var recorded) ? recorded.Change : null;

    /// <summary>Adds a fact that changes no amounts.</summary>
    public void Add(Fact fact) => _facts.Add(fact);

    /// <summary>Adds a fact and posts its line.</summary>
    public void Add(Fact fact, InventoryChange change, ChangeCode code)
    {
        _facts.Add(fact);
        Post(change, code, reverse: false);
        if (change.Reference is { } reference)
            _references[(change.Mba, reference)] = change;
    }

    /// <summary>Adds an opening line to its batch.</summary>
    public void AddOpening(Fact fact, string mba, DateOnly day, InventoryItem item)
    {
        _facts.Add(fact);
        var batch = Touch(mba, item.Batch);
        var items = item.Items;
        foreach (var (material, amount) in item.Weights)
        {
            batch.Post(new BatchPosting(long.MaxValue, day, "PB", material, amount, items));
            items = 0;
        }

        batch.See(new BatchSighting(long.MaxValue, day, item.Description, item.Basis, item.Kmp));
    }

    /// <summary>Posts a difference found by a physical inventory.</summary>
    public void Post(string mba, DateOnly day, InventoryDifference difference)
    {
        var batch = Touch(mba, difference.Batch);
        batch.Post(new BatchPosting(long.MaxValue, day, "MF", default, Amount.Zero, difference.Items));
        foreach (var (material, amount) in difference.Weights)
            batch.Post(new BatchPosting(long.MaxValue, day, "MF", material, amount, 0));
    }

    /// <summary>Posts a line, or takes it back, in its batch and in the ledgers beside the book.</summary>
    public void Post(InventoryChange change, ChangeCode code, bool reverse)
    {
        var batch = Touch(change.Mba, change.Batch);
        var items = reverse ? -Effects.Items(change, code) : Effects.Items(change, code);
        var closed = Book.Mbas[change.Mba].Closings.Find(closing => closing.Fact.To >= change.Date)?.Fact.To;
        for (var i = 0; i < change.Weights.Count; i++)
        {
            var material = change.Weights[i].Material;
            var amount = reverse ? -Effects.OnBook(change, code, i) : Effects.OnBook(change, code, i);
            batch.Post(new BatchPosting(long.MaxValue, change.Date, change.Code, material, amount, items));
            if (closed is { } pit)
                batch.Post(new BatchPosting(long.MaxValue, pit, "MF", material, -amount, -items));
            items = 0;
            if (Effects.Counter(code) is { } counter)
            {
                var key = (change.Mba, counter, material);
                _counters[key] = _counters.GetValueOrDefault(key) - amount;
            }
        }

        if (!reverse)
            batch.See(new BatchSighting(long.MaxValue, change.Date, change.Description, change.Basis, null));
    }

    private Batch Touch(string mba, string name)
    {
        if (!_batches.TryGetValue((mba, name), out var batch))
        {
            batch = Book.Mbas[mba].Batches.GetValueOrDefault(name)?.Clone() ?? new Batch(mba, name);
            _batches.Add((mba, name), batch);
        }

        return batch;
    }
}
