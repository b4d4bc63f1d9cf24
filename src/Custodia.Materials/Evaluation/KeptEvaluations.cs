using System.Collections.Concurrent;
using Custodia.Books;
using Custodia.Materials.Ledger;

namespace Custodia.Materials.Evaluation;

/// <summary>
/// The last evaluations of an MBA. An answer follows from the question and from what of the ledger a view knows, which is told by a
/// number of entries and a day: so none is ever older than its ledger, and each stays true after further entries. It is
/// worked out without a reader; who may see it is decided before it is asked for. Safe on any thread that holds the
/// book's lock for reading.
/// </summary>
internal sealed class KeptEvaluations
{
    /// <summary>Most answers that are kept of an MBA.</summary>
    private const int MaxAnswers = 8;

    private readonly ConcurrentDictionary<(BalanceEvaluationQuery Query, long Count, DateOnly AsOf), Answer<BalanceEvaluation>> _kept =
        new(concurrencyLevel: 1, capacity: MaxAnswers);

    /// <summary>The answer to a question in a view, worked out where it is not known yet.</summary>
    public Answer<BalanceEvaluation> Of(
        MbaLedger ledger, BalanceEvaluationQuery query, View view, Func<View, Answer<BalanceEvaluation>> work)
    {
        // Past the ledger's last entry all views know the same of it.
        var key = (query, Math.Min(view.Count, ledger.LastEntry + 1), view.AsOf);
        if (_kept.TryGetValue(key, out var known))
            return known;
        var answer = work(view with { Reader = null });
        if (_kept.Count >= MaxAnswers)
            _kept.Clear();
        return _kept.GetOrAdd(key, answer);
    }
}
