using Custodia.Statistics.Balances;

namespace Custodia.Statistics.Cases;

/// <summary>What a folder was read as: a case, or all that is wrong with it.</summary>
/// <param name="Case">The case; <c>null</c> if anything is wrong.</param>
/// <param name="Options">What the case itself chooses.</param>
/// <param name="Faults">What is wrong; empty if nothing is.</param>
/// <param name="Unread">Paths within <c>case.json</c> that mean nothing here, such as a misspelt name.</param>
/// <param name="Declared">How many periods the case says that it has, by number or by a list of dates, or <c>null</c>: the stamps decide.</param>
public sealed record CaseReading(
    BalanceCase? Case, EvaluationOptions Options, IReadOnlyList<CaseFault> Faults, IReadOnlyList<string> Unread, int? Declared);
