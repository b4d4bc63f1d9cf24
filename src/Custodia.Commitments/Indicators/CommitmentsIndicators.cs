using System.Text.Json.Nodes;
using Custodia.Books;

namespace Custodia.Commitments.Indicators;

/// <summary>How the indicators on instruments and memberships are worked out of this book.</summary>
internal static class CommitmentsIndicators
{
    private const string Letters = "all.rows[status = 'joined' and"
        + " (id = 'code-of-conduct-sources' or id = 'guidance-import-export' or id = 'guidance-disused')]";

    /// <summary>All that this book declares.</summary>
    public static IReadOnlyList<IndicatorFormula> All { get; } =
    [
        Status("IND-T01", "cppnm"), Status("IND-T02", "cppnm-amendment"), Status("IND-T03", "icsant"),
        new("IND-C03", 1, Ask(null), "count(all.rows[part = 'regime' and status = 'joined'])", "all.rows[part = 'regime'].acts.entry"),
        new("IND-V02", 1, new Dictionary<string, IndicatorQuestion> { ["all"] = new("commitments/published-reports") },
            "max(all.rows[isNational].on)", "all.rows[isNational].entry"),
        new("IND-G02", 2, new Dictionary<string, IndicatorQuestion> { ["wall"] = new("commitments/wall") },
            "share(sum(wall.documents.met), sum(wall.documents.due))", "wall.entries"),
        new("IND-S05", 1, Ask(null), $"if(count({Letters}) = 3, max({Letters}.since), nothing)", $"{Letters}.acts.entry"),
    ];

    // The names of a status are those of the catalogue.
    private static IndicatorFormula Status(string id, string instrument) => new(id, 1, Ask(instrument),
        "if(last(all.rows).status = 'none', nothing, last(all.rows).status)", "all.rows.acts.entry");

    private static Dictionary<string, IndicatorQuestion> Ask(string? instrument) => new()
    {
        ["all"] = new("commitments/instruments", instrument is null ? null : new JsonObject { ["id"] = instrument }),
    };
}
