using System.Text.Json;
using System.Text.Json.Nodes;
using Custodia.Books;
using Custodia.Quantities;

namespace Custodia.Materials;

/// <summary>
/// How the indicators on nuclear material are worked out of this book. Categories are those of INFCIRC/225/Rev.5, table 1, for
/// unirradiated material.
/// </summary>
internal static class MaterialsIndicators
{
    private const string CategoryOneOrTwo =
        "type = 'plutonium' and element > 500 or type = 'uranium233' and element > 500"
        + " or type = 'highEnrichedUranium' and fissile > 1000";

    private const string Heu = "held.rows[type = 'highEnrichedUranium']";
    private const string SeparatedPlutonium = "held.rows[type = 'plutonium' and not isIrradiated]";

    /// <summary>All that this book declares.</summary>
    public static IReadOnlyList<IndicatorFormula> All { get; } =
    [
        Of("IND-M01", "materials/stock", $"if(count(held.rows) = 0, nothing, sum({Heu}.element) / 1000)",
            Trace(null, MaterialType.HighEnrichedUranium), new IndicatorParts(Heu, "facility", "element", "isIrradiated")),
        Of("IND-M02", "materials/stock", $"if(count(held.rows) = 0, nothing, sum({SeparatedPlutonium}.element) / 1000)",
            Trace(false, MaterialType.Plutonium), new IndicatorParts(SeparatedPlutonium, "facility", "element")),
        Of("IND-M03", "materials/stock", "if(count(held.rows) = 0, nothing,"
            + $" count(distinct(held.rows[not isIrradiated and ({CategoryOneOrTwo})].facility)))",
            Trace(false, MaterialType.Plutonium, MaterialType.Uranium233, MaterialType.HighEnrichedUranium)),
        new("IND-M07", 1, Ask("idle", "materials/idle"), "if(idle.licensed = 0, nothing, sum(idle.rows.element) / 1000)", "idle.rows.entry",
            new IndicatorParts("idle.rows", "facility", "element")),
        new("IND-M08", 1,
            new Dictionary<string, IndicatorQuestion> { ["held"] = new("materials/due", new() { ["includeDone"] = true }) },
            "share(count(held.items[state = 'done' and daysLate <= 0]), count(held.items[state = 'done' or state = 'overdue']))",
            "held.items[state = 'done' or state = 'overdue'].entry"),
        new("IND-M09", 1, Ask("found", "materials/locations"), "share(sum(found.rows.confirmed), sum(found.rows.batches))",
            "found.rows.entry"),
    ];

    private static Dictionary<string, IndicatorQuestion> Ask(string name, string query) => new() { [name] = new(query) };

    private static IndicatorFormula Of(string id, string query, string value, IndicatorQuestion trace, IndicatorParts? parts = null) =>
        new(id, 1, Ask("held", query), value, Parts: parts, Trace: trace);

    private static IndicatorQuestion Trace(bool? isIrradiated, params ReadOnlySpan<MaterialType> types)
    {
        var input = new JsonObject { ["types"] = JsonSerializer.SerializeToNode(types.ToArray(), FaceJson.Options) };
        if (isIrradiated is { } known)
            input["isIrradiated"] = known;
        return new IndicatorQuestion("materials/trace", input);
    }
}
