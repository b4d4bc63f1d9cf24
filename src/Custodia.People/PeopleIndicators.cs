using Custodia.Books;

namespace Custodia.People;

/// <summary>How the indicators on people are worked out of this book.</summary>
internal static class PeopleIndicators
{
    /// <summary>All that this book declares.</summary>
    public static IReadOnlyList<IndicatorFormula> All { get; } =
    [
        new("IND-R03", 1, Ask("people/posts"),
            "share(count(all.rows[isRegulators and isFilled and isQualified]), count(all.rows[isRegulators]))", "all.rows[isRegulators].entry"),
        new("IND-P06", 1, Ask("people/trust"), "share(count(all.rows[isCleared]), count(all.rows))", "all.rows.entry"),
    ];

    private static Dictionary<string, IndicatorQuestion> Ask(string query) => new() { ["all"] = new(query) };
}
