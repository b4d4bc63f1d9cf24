namespace Custodia.Proofs.Audit;

/// <summary>Collects problems up to <see cref="AuditResult.MaxProblems"/>.</summary>
internal sealed class ProblemList
{
    private readonly List<AuditProblem> _problems = [];

    internal IReadOnlyList<AuditProblem> Problems => _problems;

    /// <returns>False, for callers to return in one line.</returns>
    internal bool Add(string code, string file, long? entry, string expected, string found)
    {
        if (_problems.Count < AuditResult.MaxProblems)
            _problems.Add(new AuditProblem(code, file, entry, expected, found));
        return false;
    }
}
