using Custodia.Books;

namespace Custodia.Commitments.Statements;

/// <summary>
/// What persons said of indicators and set for them: the part of the book that is not counted out of the books. All of it is
/// kept; what counts on a day, as a view knows it, is found anew.
/// </summary>
internal sealed class StatementLedger
{
    private readonly Dictionary<string, List<Stated<AttestIndicator>>> _attestations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Stated<AssertIndicator>>> _assertions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Stated<SetThreshold>>> _thresholds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Stated<SetApplicability>>> _applicability = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Stated<SetTarget>>> _targets = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, IStated> _byEntry = [];

    /// <summary>All that was stated, by entry.</summary>
    public IEnumerable<IStated> All => _byEntry.Values;

    /// <summary>What an entry stated, or <c>null</c>.</summary>
    public IStated? Find(long entry) => _byEntry.GetValueOrDefault(entry);

    /// <summary>The newest signed statement for a day: of the latest day stated for, and of that the one recorded last.</summary>
    public Stated<AttestIndicator>? Attestation(string indicator, View view) =>
        Newest(_attestations, indicator, view, stated => stated.StatedOn);

    /// <summary>What was said last of a day or before it.</summary>
    public Stated<AssertIndicator>? Assertion(string indicator, View view) =>
        Newest(_assertions, indicator, view, said => said.On);

    /// <summary>The State's own threshold on a day.</summary>
    public Stated<SetThreshold>? Threshold(string indicator, View view) =>
        Newest(_thresholds, indicator, view, set => set.From);

    /// <summary>What the State said of whether it applies.</summary>
    public Stated<SetApplicability>? Applicability(string indicator, View view) =>
        Newest(_applicability, indicator, view, set => set.From);

    /// <summary>The State's own target for a promise, whatever its day.</summary>
    public Stated<SetTarget>? Target(string item, View view) =>
        Newest(_targets, item, view with { AsOf = DateOnly.MaxValue }, _ => DateOnly.MinValue);

    /// <summary>Folds a fact; <c>false</c> where it is none of these.</summary>
    public bool Fold(in Stamp stamp, Fact fact)
    {
        switch (fact)
        {
            case AttestationRecorded { Attestation: var stated }:
                Keep(_attestations, stated.Indicator, stamp, stated);
                return true;
            case AssertionRecorded { Assertion: var said }:
                Keep(_assertions, said.Indicator, stamp, said);
                return true;
            case ThresholdSet { Threshold: var set }:
                Keep(_thresholds, set.Indicator, stamp, set);
                return true;
            case ApplicabilitySet { Applicability: var set }:
                Keep(_applicability, set.Indicator, stamp, set);
                return true;
            case TargetSet { Target: var set }:
                Keep(_targets, set.Item, stamp, set);
                return true;
            case StatementWithdrawn withdrawn:
                // What it withdraws may be sealed with a key that was destroyed: then there is nothing left to withdraw.
                Find(withdrawn.Entry)?.WithdrawnBy = stamp.Sequence;
                return true;
            default:
                return false;
        }
    }

    private void Keep<T>(Dictionary<string, List<Stated<T>>> lists, string id, in Stamp stamp, T what)
        where T : class
    {
        var stated = new Stated<T>(stamp, what);
        if (!lists.TryGetValue(id, out var list))
            lists.Add(id, list = []);
        list.Add(stated);
        _byEntry.Add(stamp.Sequence, stated);
    }

    private static Stated<T>? Newest<T>(Dictionary<string, List<Stated<T>>> lists, string id, View view, Func<T, DateOnly> day)
        where T : class
    {
        Stated<T>? newest = null;
        foreach (var stated in lists.GetValueOrDefault(id, []))
        {
            if (stated.Counts(view) && day(stated.What) <= view.AsOf && (newest is null || day(stated.What) >= day(newest.What)))
                newest = stated;
        }

        return newest;
    }
}

/// <summary>Something that was stated, whatever it is.</summary>
internal interface IStated
{
    /// <summary>The entry that recorded it.</summary>
    Stamp Stamp { get; }

    /// <summary>The command that stated it.</summary>
    object Command { get; }

    /// <summary>The entry that withdrew it; past every view where none did.</summary>
    long WithdrawnBy { get; set; }

    /// <summary>Whether a view knows it and not of its withdrawal.</summary>
    bool Counts(View view);
}

/// <summary>Something that was stated.</summary>
/// <param name="stamp">The entry that recorded it.</param>
/// <param name="what">What.</param>
internal sealed class Stated<T>(Stamp stamp, T what) : IStated
    where T : class
{
    /// <inheritdoc/>
    public Stamp Stamp { get; } = stamp;

    /// <summary>What.</summary>
    public T What { get; } = what;

    /// <inheritdoc/>
    public object Command => What;

    /// <inheritdoc/>
    public long WithdrawnBy { get; set; } = long.MaxValue;

    /// <inheritdoc/>
    public bool Counts(View view) => view.Knows(Stamp.Sequence) && !view.Knows(WithdrawnBy);
}
