using Custodia.Books;

namespace Custodia.ArmsControl;

/// <summary>How the indicators on arms control are worked out of this book.</summary>
internal static class ArmsControlIndicators
{
    private const string FellDue = "calendar.rows[known(daysLate) and days(due, asOf) >= 0 and days(due, asOf) < 365]";

    /// <summary>All that this book declares.</summary>
    public static IReadOnlyList<IndicatorFormula> All { get; } =
    [
        new("IND-A01", 1, Ask("treaty", "arms-control/new-start"),
            "if(not known(treaty.own), 'notParty', if(treaty.limitsApply, treaty.own.exceeded, 'notInForce'))", "treaty.own.entry"),
        new("IND-A02", 1, Ask("calendar", "arms-control/calendar"),
            $"median({FellDue}.daysLate)", FellDue + ".entry"),
    ];

    private static Dictionary<string, IndicatorQuestion> Ask(string name, string query) => new() { [name] = new(query) };
}
