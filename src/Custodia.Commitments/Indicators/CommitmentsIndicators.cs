using System.Text.Json.Nodes;
using Custodia.Books;

namespace Custodia.Commitments.Indicators;

/// <summary>How the indicators on instruments and memberships are worked out of this book.</summary>
internal static class CommitmentsIndicators
{
    /// <summary>All that this book declares.</summary>
    public static IReadOnlyList<IndicatorFormula> All { get; } =
    [
        Status("IND-T01", "cppnm"), Status("IND-T02", "cppnm-amendment"), Status("IND-T03", "icsant"),
        new("IND-C03", 1, Ask(null), "count(all.rows[part = 'regime' and status = 'joined'])", "all.rows[part = 'regime'].acts.entry"),
        new("IND-G02", 1, new Dictionary<string, IndicatorQuestion> { ["wall"] = new("commitments/wall") },
            "share(sum(wall.documents.met), sum(wall.documents.due))"),
        new("IND-S05", 1, new Dictionary<string, IndicatorQuestion>
        {
            ["code"] = Instrument("code-of-conduct-sources"), ["trade"] = Instrument("guidance-import-export"), ["disused"] = Instrument("guidance-disused"),
        }, $"if({Wrote("code")} and {Wrote("trade")} and {Wrote("disused")}, if({Since("code")} >= {Since("trade")} and {Since("code")} >= {Since("disused")},"
            + $" {Since("code")}, if({Since("trade")} >= {Since("disused")}, {Since("trade")}, {Since("disused")})), nothing)"),
    ];

    // The names of a status are those of the catalogue.
    private static IndicatorFormula Status(string id, string instrument) => new(id, 1, Ask(instrument),
        "if(last(all.rows).status = 'none', nothing, last(all.rows).status)", "all.rows.acts.entry");

    private static Dictionary<string, IndicatorQuestion> Ask(string? instrument) => new() { ["all"] = Instrument(instrument) };

    private static IndicatorQuestion Instrument(string? id) =>
        new("commitments/instruments", id is null ? null : new JsonObject { ["id"] = id });

    private static string Wrote(string letter) => $"last({letter}.rows).status = 'joined'";

    private static string Since(string letter) => $"last({letter}.rows).since";
}
