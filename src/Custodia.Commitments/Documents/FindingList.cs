namespace Custodia.Commitments.Documents;

/// <summary>The findings of one reading; past <see cref="ReadingLimits.Findings"/> they are only counted.</summary>
internal sealed class FindingList
{
    private const int Shown = 120;
    private readonly List<Finding> _findings = [];

    public int Count { get; private set; }

    public void Add(FindingKind kind, int line, string found)
    {
        Count++;
        if (_findings.Count < ReadingLimits.Findings)
            _findings.Add(new(kind, line, Shortened(found)));
    }

    public IReadOnlyList<Finding> ToList() => [.. _findings.OrderBy(finding => finding.Line)];

    public static string Shortened(string found)
    {
        if (found.Length <= Shown)
            return found;
        var end = char.IsHighSurrogate(found[Shown - 1]) ? Shown - 1 : Shown;
        return found[..end] + "…";
    }
}
