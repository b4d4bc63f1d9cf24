using Custodia.Books;

namespace Custodia.ArmsControl;

/// <summary>How the indicators on arms control are worked out of this book.</summary>
internal static class ArmsControlIndicators
{
    /// <summary>All that this book declares.</summary>
    public static IReadOnlyList<IndicatorFormula> All { get; } =
    [
        new("IND-A01", 1, Ask("treaty", "arms-control/new-start"),
            "if(not known(treaty.own), 'notParty', if(treaty.limitsApply, treaty.own.exceeded, 'notInForce'))", "treaty.own.entry"),
        new("IND-A02", 1, Ask("calendar", "arms-control/calendar"),
            "median(calendar.rows[known(daysLate) and days(due, asOf) < 365].daysLate)",
            "calendar.rows[known(daysLate) and days(due, asOf) < 365].entry"),
    ];

    private static Dictionary<string, IndicatorQuestion> Ask(string name, string query) => new() { [name] = new(query) };
}
