using Custodia.Books;

namespace Custodia.Commitments.Law;

/// <summary>How the indicators on law are worked out of this book, and of the State's acts where they depend on what binds it.</summary>
internal static class LawIndicators
{
    private const string InForce = "coverage.rows[has(state.rows[status = 'inForce'].id, instrument)]";

    private const string NotJoined = "coverage.rows[isOpen and has(state.rows[status = 'none' or status = 'signed'"
        + " or status = 'alignedNotParty' or status = 'withdrawn'].id, instrument)]";

    /// <summary>All that this book declares.</summary>
    public static IReadOnlyList<IndicatorFormula> All { get; } =
    [
        new("IND-T04", 1, Ask(("coverage", "law/coverage"), ("state", "commitments/instruments")),
            $"share(sum({InForce}.covered), sum({InForce}.duties))", $"{InForce}.lines.clauses[isInForce].entry"),
        new("IND-T05", 1, Ask(("offences", "law/offences")),
            "share(count(offences.rows[isCovered]), count(offences.rows))", "offences.rows.clauses.entry"),
        new("IND-T07", 1, Ask(("coverage", "law/coverage"), ("state", "commitments/instruments")),
            $"share(sum({NotJoined}.evidenced), sum({NotJoined}.duties))", $"{NotJoined}.lines.evidencedBy"),
        new("IND-R02", 1, Ask(("checklist", "law/independence")),
            "if(count(checklist.rows.clauses) = 0, nothing, count(checklist.rows[isProvided]))", "checklist.rows.clauses.entry"),
        new("IND-R01", 1, Ask(("acts", "law/acts")),
            "share(count(acts.rows[review = 'current']), count(acts.rows[state = 'inForce']))", "acts.rows[state = 'inForce'].entry"),
        new("IND-R07", 1, Ask(("clauses", "law/clauses")),
            "share(count(clauses.rows[style = 'performanceBased']), count(clauses.rows[known(style)]))", "clauses.rows[known(style)].entry"),
    ];

    private static Dictionary<string, IndicatorQuestion> Ask(params (string Name, string Query)[] questions) =>
        questions.ToDictionary(question => question.Name, question => new IndicatorQuestion(question.Query), StringComparer.Ordinal);
}
