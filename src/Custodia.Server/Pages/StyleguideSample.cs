using Custodia.Quantities;
using Custodia.Server.Components;
using Custodia.Server.Components.Charts;
using Custodia.Server.Language;
using Microsoft.Extensions.Localization;

namespace Custodia.Server.Pages;

/// <summary>One line of the sample table.</summary>
internal sealed record StyleguideRow(
    string Area,
    string Point,
    Mass Element,
    Mass? Fissile,
    Mass Difference,
    long Entry);

/// <summary>Invented content for the style guide.</summary>
internal static class StyleguideSample
{
    public static IReadOnlyList<(string Label, Mass Value, MassUnit Unit)> Cards { get; } =
    [
        ("LEU · U", Mass.FromGrams(48_212_430.5m), MassUnit.Gram),
        ("LEU · U-235", Mass.FromGrams(1_687_435.064m), MassUnit.Gram),
        ("Pu", Mass.FromGrams(12_040.25m), MassUnit.Gram),
        ("NU", Mass.FromGrams(120_430_000m), MassUnit.Kilogram),
    ];

    public static IReadOnlyList<StyleguideRow> Rows { get; } =
    [
        new("ZZ-A", "KMP-1", Mass.FromGrams(30_400m), Mass.FromGrams(1_064m), Mass.FromGrams(-12.5m), 118),
        new("ZZ-A", "KMP-2", Mass.FromGrams(1_204_400.25m), Mass.FromGrams(42_154.1m), Mass.FromGrams(3.2m), 1204),
        new("ZZ-B", "KMP-A", Mass.FromGrams(12m), null, Mass.Zero, 9),
        new("ZZ-C", "KMP-B", Mass.FromGrams(48_000_000m), Mass.FromGrams(1_680_000m), Mass.FromGrams(140m), 1187),
    ];

    public static IReadOnlyList<GraphNode> Nodes { get; } =
    [
        new("a", "UF6-0001", "1,520 kg U"),
        new("b", "UF6-0002", "1,498 kg U"),
        new("c", "UO2-114", "2,950 kg U", "/journal/118", true),
        new("d", "PEL-31", "1,900 kg U"),
        new("e", "PEL-32", "1,020 kg U"),
        new("f", "FA-2201 燃料組件", "458 kg U"),
        new("g", "FA-2202", "460 kg U"),
        new("w", "SCRAP-7", "30 kg U"),
    ];

    public static IReadOnlyList<GraphEdge> Edges { get; } =
    [
        new("a", "c", "1,520 kg"), new("b", "c", "1,430 kg"), new("c", "d", "1,900 kg"), new("c", "e", "1,020 kg"),
        new("d", "f", "458 kg"), new("e", "g", "460 kg"), new("c", "w", "30 kg"), new("b", "w", "68 kg"), new("a", "g"),
    ];

    public static IReadOnlyList<RefusalRow> Refusals { get; } =
    [
        new("row.mass", "changes.csv:14, U", "The amount has over six decimals.", "at most 6", "12.0000001", "Round it."),
        new("batch.unknown", "changes.csv:31, batch", "物料平衡區 ZZ-A 內沒有此批次。", "ZZ-A 的批次", "UO2-999", "請先登錄收料。"),
    ];

    public static IReadOnlyList<WaterfallBar> Bars(IStringLocalizer<Text> text) =>
    [
        new(text["Balance.Beginning"], Mass.FromGrams(48_212_430.5m), WaterfallKind.Balance),
        new(text["Balance.Increases"], Mass.FromGrams(12_400_000m), WaterfallKind.Change),
        new(text["Balance.Decreases"], Mass.FromGrams(-9_120_000m), WaterfallKind.Change),
        new(text["Balance.BookEnding"], Mass.FromGrams(51_492_430.5m), WaterfallKind.Balance),
        new(text["Balance.Physical"], Mass.FromGrams(-51_480_000m), WaterfallKind.Change),
        new(text["Balance.Muf"], Mass.FromGrams(12_430.5m), WaterfallKind.Difference),
    ];
}
