using Custodia.Statistics.Balances;
using Custodia.Statistics.Sequential;

namespace Custodia.Statistics.Cases;

/// <summary>What a folder was read as.</summary>
/// <param name="Case">The case.</param>
/// <param name="Options">What the case itself chooses.</param>
/// <param name="Unread">Paths within <c>case.json</c> that mean nothing here, such as a misspelt name.</param>
/// <param name="Declared">How many periods the case says that it has, by number or by a list of dates, or <c>null</c>: the stamps decide.</param>
public sealed record CaseReading(BalanceCase Case, EvaluationOptions Options, IReadOnlyList<string> Unread, int? Declared)
{
    /// <summary>k of Page's test (1).</summary>
    public double PageReference { get; init; } = PageTest.UsualReference;

    /// <summary>Alarms of Page's test that were investigated and closed.</summary>
    public IReadOnlyList<PageReset> Closed { get; init; } = [];
}
