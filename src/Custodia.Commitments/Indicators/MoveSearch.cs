namespace Custodia.Commitments.Indicators;

/// <summary>A row that is to count otherwise.</summary>
/// <param name="Row">The row as it stands.</param>
/// <param name="Conditions">The conditions that it is to meet or not to meet any more, and which of the two.</param>
internal sealed record RowChange(FormulaValue Row, IReadOnlyList<(Formula Condition, bool Counts)> Conditions);

/// <summary>What was found.</summary>
/// <param name="Changes">Rows that are enough, none of which can be left out; none where none were found.</param>
/// <param name="After">The value after them.</param>
/// <param name="IsFewest">
/// Whether there is no way with fewer rows, or none at all: every one was tried. Else another way may be shorter.
/// </param>
internal sealed record FoundMoves(IReadOnlyList<RowChange> Changes, FormulaValue After, bool IsFewest);

/// <summary>
/// Looks for the fewest rows that would have to count otherwise for a rule to hold of a formula's value: those that bring it
/// nearest first, of those that have least to change, then without those that turn out not to be needed; and then tries every
/// way with fewer, as long as these are not too many.
/// </summary>
/// <remarks>
/// A row may become to the conditions over its list what some other row of that list is, so that it never counts above a line
/// and not below it. A condition that every row meets, or none, may be met by none, or by all.
/// </remarks>
internal sealed class MoveSearch
{
    /// <summary>Most rows that are looked at.</summary>
    public const int MaxRows = 2_000;

    private const int MaxTrials = 2_000;

    // Rows that the search for fewer looks at, each as often as it does.
    private const int MaxLooks = 500_000;

    private readonly Formula _value;
    private readonly Formula _goal;
    private readonly IReadOnlyDictionary<string, FormulaValue> _names;
    private readonly List<string> _words;
    private readonly List<Source> _sources;
    private readonly Dictionary<Formula, FormulaValue> _counted = new(ReferenceEqualityComparer.Instance);
    private readonly FormulaScope _scope;
    private readonly List<List<Trial>> _kinds;
    private int _trials;
    private List<Trial>? _fewest;
    private int _most;
    private int _left;

    private MoveSearch(Formula value, Formula goal, IReadOnlyDictionary<string, FormulaValue> names)
    {
        (_value, _goal, _names) = (value, goal, names);
        var scope = new FormulaScope(names);
        _sources = [.. value.Outside().OfType<Formula.Where>().Where(where => !where.List.Outside().OfType<Formula.Where>().Any())
            .GroupBy(where => FormulaWords.Of(where.List).En, StringComparer.Ordinal)
            .Select(wheres => new Source([.. wheres], scope))];
        _scope = new FormulaScope(names) { Left = _counted };
        _words = [.. value.Outside().SelectMany(part => part switch
        {
            Formula.Field field => [field.Text],
            Formula.Where where when !_sources.Exists(source => source.Wheres.Contains(where)) => where.Condition.Words(),
            _ => [],
        }).Distinct()];
        _kinds = [.. _sources.SelectMany(Trials).OrderBy(Unlikeness).GroupBy(Likeness).Select(kind => kind.ToList())];
    }

    /// <summary>The changes and the value after them.</summary>
    /// <param name="value">The formula.</param>
    /// <param name="goal">The rule of <c>value</c> that is to hold.</param>
    /// <param name="names">The answers.</param>
    /// <returns><c>null</c> where there are too many rows to look.</returns>
    public static FoundMoves? Find(Formula value, Formula goal, IReadOnlyDictionary<string, FormulaValue> names)
    {
        var search = new MoveSearch(value, goal, names);
        return search._sources.Sum(source => source.Rows.Count) > MaxRows ? null : search.Run();
    }

    private FoundMoves Run()
    {
        foreach (var source in _sources)
            Put(source);
        if (Gap() == 0)
            return new FoundMoves([], FormulaValue.Nothing, true);
        var found = Nearest();
        foreach (var trial in found)
            Set(trial, trial.From);
        var rows = _sources.Sum(source => source.Rows.Count);
        (_most, _left) = (found.Count > 0 ? found.Count - 1 : rows, MaxLooks / Math.Max(1, rows));
        TryAll(0, []);
        found = _fewest ?? found;
        foreach (var trial in found)
            Set(trial, trial.To);
        found = Needed(found);
        return new FoundMoves([.. found.Select(trial => trial.Change)], found.Count > 0 ? _scope.Value(_value) : FormulaValue.Nothing, _left >= 0);
    }

    // Every way of fewer rows than the fewest known, each once: of kind upon kind one row more, and back. A row changes but once.
    private void TryAll(int first, List<Trial> taken)
    {
        for (var kind = first; kind < _kinds.Count && taken.Count < _most && _left-- > 0; kind++)
        {
            if (_kinds[kind].Find(trial => trial.Source.Counts[trial.Row] == trial.From) is not { } next)
                continue;
            Set(next, next.To);
            taken.Add(next);
            if (Gap() == 0)
                (_fewest, _most) = ([.. taken], taken.Count - 1);
            else
                TryAll(kind, taken);
            taken.RemoveAt(taken.Count - 1);
            Set(next, next.From);
        }
    }

    // What brings the value nearest first; none where that does not reach the rule.
    private List<Trial> Nearest()
    {
        var taken = new List<Trial>();
        var gap = Gap();
        foreach (var trial in Ranked(gap))
        {
            if (gap == 0 || _trials > MaxTrials)
                break;
            if (taken.Any(other => other.Source == trial.Source && other.Row == trial.Row))
                continue;
            Set(trial, trial.To);
            if (Gap() is var next && next < gap)
            {
                gap = next;
                taken.Add(trial);
            }
            else
            {
                Set(trial, trial.From);
            }
        }

        if (gap == 0)
            return Needed(taken);
        foreach (var trial in taken)
            Set(trial, trial.From);
        return [];
    }

    private List<Trial> Needed(List<Trial> taken)
    {
        foreach (var trial in taken.ToList())
        {
            Set(trial, trial.From);
            if (Gap() == 0)
                taken.Remove(trial);
            else
                Set(trial, trial.To);
        }

        return taken;
    }

    // Rows with the same fields that the formula reads move it alike: one of them is tried for all. What is more than a word is like no other.
    private string Likeness(Trial trial) => string.Join('\u001F', _words.Select(word => trial.Source.Rows[trial.Row][word])
        .Select(field => field.Text ?? (field.IsNothing ? "" : $"{trial.Row}"))
        .Append($"{_sources.IndexOf(trial.Source)} {trial.From:X} {trial.To:X}"));

    private List<Trial> Ranked(decimal now)
    {
        var alike = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var found = new List<(Trial Trial, decimal Gap)>();
        foreach (var trial in _sources.SelectMany(Trials))
        {
            var key = Likeness(trial);
            if (!alike.TryGetValue(key, out var gap))
            {
                if (_trials > MaxTrials / 2)
                    continue;
                Set(trial, trial.To);
                alike.Add(key, gap = Gap());
                Set(trial, trial.From);
            }

            if (gap < now)
                found.Add((trial, gap));
        }

        return [.. found.OrderBy(pair => Unlikeness(pair.Trial)).ThenBy(pair => pair.Gap).Select(pair => pair.Trial)];
    }

    // How far a row is from meeting what it is to meet. What a condition says first is what a row is, and least likely to change.
    private int Unlikeness(Trial trial) => trial.Change.Conditions.Sum(one =>
    {
        List<Formula> parts = [.. Parts(one.Condition)];
        return !one.Counts ? 1 << Math.Min(parts.Count, 20)
            : parts.Select((part, at) => _scope.Value(part, trial.Change.Row).IsTrue ? 0 : 1 << Math.Min(parts.Count - at, 20)).Sum();
    });

    private static IEnumerable<Formula> Parts(Formula condition) =>
        condition is Formula.Pair { Operator: "and" } both ? Parts(both.Left).Concat(Parts(both.Right)) : [condition];

    private static IEnumerable<Trial> Trials(Source source) =>
        from to in source.Patterns
        from row in Enumerable.Range(0, source.Rows.Count)
        where source.Counts[row] != to
        select new Trial(source, row, source.Counts[row], to);

    private void Set(Trial trial, long to)
    {
        trial.Source.Counts[trial.Row] = to;
        Put(trial.Source);
    }

    private void Put(Source source)
    {
        for (var at = 0; at < source.Wheres.Count; at++)
        {
            var bit = 1L << at;
            _counted[source.Wheres[at]] = FormulaValue.Of(source.Rows.Where((_, row) => (source.Counts[row] & bit) != 0));
        }
    }

    // How far the rule is from holding; nothing where it holds.
    private decimal Gap()
    {
        _trials++;
        var value = _scope.Value(_value);
        var names = new Dictionary<string, FormulaValue>(_names, StringComparer.Ordinal) { ["value"] = value };
        return Gap(_goal, value, new FormulaScope(names));
    }

    private static decimal Gap(Formula rule, FormulaValue value, FormulaScope scope) => rule switch
    {
        _ when scope.Value(rule).IsTrue => 0,
        Formula.Pair { Operator: "and" } both => Math.Max(Gap(both.Left, value, scope), Gap(both.Right, value, scope)),
        Formula.Pair { Operator: "or" } either => Math.Min(Gap(either.Left, value, scope), Gap(either.Right, value, scope)),
        Formula.Pair { Left: Formula.Name { Text: "value" } } pair when value.Number is { } number && scope.Value(pair.Right).Number is { } limit
            => Math.Max(Math.Abs(number - limit), 0.0000001m),
        _ => decimal.MaxValue,
    };

    // A list, its conditions in the formula, and for each row, as bits, which of them it meets.
    private sealed class Source
    {
        public Source(IReadOnlyList<Formula.Where> wheres, FormulaScope scope)
        {
            Wheres = [.. wheres.Take(60)];
            var list = scope.Value(wheres[0].List);
            Rows = list.List ?? (list.IsNothing ? [] : [list]);
            if (Rows.Count > MaxRows)
                return;
            Counts = [.. Rows.Select(row => Wheres.Select((where, at) => scope.Value(where.Condition, row).IsTrue ? 1L << at : 0).Sum())];
            var all = (1L << Wheres.Count) - 1;
            var (any, every) = (Counts.Aggregate(0L, (some, one) => some | one), Counts.Aggregate(-1L, (some, one) => some & one));
            Patterns = [.. Counts.Concat(any != all ? [all] : []).Concat((every & all) != 0 ? [0] : []).Distinct().Order()];
        }

        public IReadOnlyList<Formula.Where> Wheres { get; }

        public IReadOnlyList<FormulaValue> Rows { get; }

        public long[] Counts { get; } = [];

        public IReadOnlyList<long> Patterns { get; } = [];
    }

    private sealed record Trial(Source Source, int Row, long From, long To)
    {
        public RowChange Change => new(Source.Rows[Row],
        [
            .. Source.Wheres.Select((where, at) => (where.Condition, Was: (From >> at) & 1, Is: (To >> at) & 1))
                .Where(one => one.Was != one.Is).Select(one => (one.Condition, one.Is == 1)),
        ]);
    }
}
