using System.Text.Json.Nodes;
using Custodia.Books;

namespace Custodia.Commitments.Cooperation;

/// <summary>How the indicators on campaigns and cooperation are worked out of this book, the ledger and the register.</summary>
internal static class CooperationIndicators
{
    private const string LastYear = "years(on, asOf) < 1";

    /// <summary>All that this book declares.</summary>
    public static IReadOnlyList<IndicatorFormula> All { get; } =
    [
        // The ledger is asked, too: so these figures are shown whole only to those who may read the ledger.
        new("IND-M04", 2, new Dictionary<string, IndicatorQuestion>
        {
            ["all"] = new("cooperation/reactors"),
            ["ledger"] = new("materials/high-enriched"),
        }, "if(all.facilities = 0, nothing, count(all.rows[not isConverted]))", "all.rows.entries"),
        new("IND-M06", 1, new Dictionary<string, IndicatorQuestion>
        {
            ["all"] = new("cooperation/campaigns"),
            ["ledger"] = new("materials/high-enriched"),
        }, "if(count(all.rows) = 0, nothing, all.eliminatedKg)", "all.entries", new IndicatorParts("all.sites", "facility", "kilograms")),
        Of("IND-T06", "cooperation/matrix", "days(max(all.reports.on), asOf)", "all.reports.entry"),
        Rows("IND-C01", "cooperation/assistance", "count(all.rows[isMatched])"),
        Rows("IND-C02", "cooperation/activities",
            "count(all.rows[isClosed and kind != 'industry' and kind != 'lesson' and years(closed, asOf) < 1])"),
        Rows("IND-C04", "cooperation/assistance", "share(count(all.rows[isOverlapping]), count(all.rows))"),
        Rows("IND-I05", "cooperation/contributions", $"sum(all.rows[isOfFunds and {LastYear}].contribution.national)"),
        Rows("IND-I06", "cooperation/experts", $"sum(all.rows[{LastYear}].days)"),
        Rows("IND-M05", "cooperation/productions",
            $"share(sum(all.rows[isFree and {LastYear}].activity), sum(all.rows[{LastYear}].activity))"),
        new("IND-M10", 1, new Dictionary<string, IndicatorQuestion>
        {
            ["held"] = new("materials/stock"),
            ["plan"] = new("cooperation/plutonium-plan"),
        }, "if(count(held.rows) = 0, nothing, sum(held.rows[type = 'plutonium' and not isIrradiated].element) / 1000"
            + " / sum(plan.rows[isNear].kilograms))", "plan.rows[isNear].entry"),
        Rows("IND-I07", "cooperation/activities", "count(all.rows[isClosed and kind = 'lesson' and years(closed, asOf) < 1])"),
        Rows("IND-H07", "cooperation/activities", "count(all.rows[isClosed and kind = 'industry'])"),
        Rows("IND-F03", "cooperation/contacts", "max(all.rows.days)"),
        Rows("IND-V01", "cooperation/publications", "max(all.rows.on)"),
        Rows("IND-V03", "cooperation/measures", "count(all.rows[isEvidenced])"),
        Rows("IND-G01", "cooperation/forums", "count(all.rows.forum[attended])"),
        new("IND-D01", 1, new Dictionary<string, IndicatorQuestion>
        {
            ["all"] = new("cooperation/contacts", new JsonObject { ["function"] = "itdb" }),
            ["member"] = new("commitments/instruments", new JsonObject { ["id"] = "itdb" }),
        }, "if(count(member.rows.acts) = 0, nothing, if(last(member.rows).status = 'joined' and count(all.rows[isFresh]) > 0, 'yes', 'no'))",
            "all.rows.entry"),
    ];

    // Where nothing is recorded of a thing, nothing is known of it: that is not none.
    private static IndicatorFormula Rows(string id, string query, string value) =>
        Of(id, query, $"if(count(all.rows) = 0, nothing, {value})", "all.rows.entry");

    private static IndicatorFormula Of(string id, string query, string value, string? entries = null) =>
        new(id, 1, new Dictionary<string, IndicatorQuestion> { ["all"] = new(query) }, value, entries);
}
