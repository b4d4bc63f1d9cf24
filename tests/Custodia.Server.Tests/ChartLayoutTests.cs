using Custodia.Quantities;
using Custodia.Server.Components.Charts;
using FsCheck;
using FsCheck.Fluent;

namespace Custodia.Server.Tests;

public sealed class ChartLayoutTests
{
    [Fact]
    public void Each_change_of_a_waterfall_begins_where_the_bar_before_it_ended()
    {
        var layout = new WaterfallLayout(
        [
            new("Beginning", Mass.FromGrams(1000), WaterfallKind.Balance),
            new("In", Mass.FromGrams(500), WaterfallKind.Change),
            new("Out", Mass.FromGrams(-1700), WaterfallKind.Change),
            new("Left", Mass.FromGrams(-200), WaterfallKind.Difference),
        ]);
        Assert.Equal(layout.Y(1000), layout.Bars[0].Y);
        Assert.Equal(layout.Y(0), layout.Bars[0].Y + layout.Bars[0].Height, 1);
        Assert.Equal((layout.Y(1500), layout.Y(1000)), (layout.Bars[1].Y, Bottom(layout.Bars[1])));
        Assert.Equal((layout.Y(1500), layout.Y(-200)), (layout.Bars[2].Y, Bottom(layout.Bars[2])));
        Assert.Equal((layout.Y(0), layout.Y(-200)), (layout.Bars[3].Y, Bottom(layout.Bars[3])));
        Assert.Contains(0d, layout.Ticks);
    }

    [Fact]
    public void Every_bar_of_any_waterfall_is_within_the_plot() => Check.QuickThrowOnFailure(Prop.ForAll<int[]>(grams =>
    {
        var bars = grams.Select(gram => new WaterfallBar("x", Mass.FromGrams(gram), WaterfallKind.Change)).ToList();
        var layout = new WaterfallLayout(bars);
        return layout.Bars.All(bar => bar.Y >= WaterfallLayout.PlotTop - 0.1
            && bar.Y + bar.Height <= WaterfallLayout.PlotTop + WaterfallLayout.PlotHeight + 1.6)
            && layout.Ticks.Count is >= 2 and <= 13;
    }));

    [Fact]
    public void A_line_begins_at_nothing_and_counts_have_whole_steps()
    {
        Assert.Equal(0, Line(970, 980, 990).Ticks[0]);
        Assert.Equal([0, 1, 2], Line(1, 2).Ticks);
        Assert.Contains(Line(0.5, 1).Ticks, tick => tick is > 0 and < 1);
        Assert.Equal(-2, Line(-2, 3).Ticks[0]);
        Assert.Equal(10, Line(0, 8, 4).Y(8), 1);
    }

    [Fact]
    public void A_line_reaches_from_edge_to_edge_or_stands_in_the_middle_of_its_cells_and_breaks_where_nothing_is_known()
    {
        Assert.Equal([0, 25, 100], new double[] { 0, 1, 4 }.Select(Line(0, 1, 2, 3, 4).X));
        var cells = new LineLayout(4, [0, 10], (20, 10, 100, 100), inCells: true);
        Assert.Equal((25, 32.5, 70, 107.5), (cells.Cell, cells.X(0), cells.X(1.5), cells.X(3)));
        Assert.Equal(["32.5,110 57.5,60"], cells.Pieces([0, 5, null, 10]));
        Assert.Equal(-10, new LineLayout(2, [-9, -1], (0, 0, 1, 1)).Ticks[0]);
        Assert.Equal(0, new LineLayout(2, [-9, -1], (0, 0, 1, 1)).Ticks[^1]);
    }

    private static LineLayout Line(params double[] values) => new(values.Length, values, (0, 10, 100, 100));

    [Fact]
    public void Boxes_of_any_graph_lie_apart_and_arrows_without_circles_go_right() =>
        Check.QuickThrowOnFailure(Prop.ForAll<(byte, byte)[]>(IsWellDrawn));

    private static bool IsWellDrawn((byte, byte)[] pairs)
    {
        var nodes = Enumerable.Range(0, 16).Select(i => new GraphNode($"{i}", $"Batch {i}")).ToList();
        var edges = pairs.Select(pair => (From: pair.Item1 % 16, To: pair.Item2 % 16))
            .Where(pair => pair.From < pair.To)
            .Select(pair => new GraphEdge($"{pair.From}", $"{pair.To}", "moved")).ToList();
        var layout = new GraphLayout(nodes, edges);
        return edges.Count == layout.Edges.Count
            && layout.Edges.All(edge => edge.Points.Zip(edge.Points.Skip(1)).All(pair => pair.First.X < pair.Second.X))
            && layout.Nodes.All(one => layout.Nodes.All(other => one == other || Apart(one, other)))
            && layout.Nodes.All(one => one.X + GraphLayout.NodeWidth <= layout.Width)
            && layout.Nodes.All(one => one.Y + GraphLayout.NodeHeight <= layout.Height);
    }

    [Fact]
    public void A_circle_and_an_arrow_to_nowhere_do_not_stop_the_drawing()
    {
        var layout = new GraphLayout(
            [new("a", "A"), new("b", "B")],
            [new("a", "b"), new("b", "a"), new("a", "a"), new("a", "z")]);
        Assert.Equal(2, layout.Edges.Count);
        Assert.Equal(2, layout.Nodes.Select(node => node.X).Distinct().Count());
    }

    [Fact]
    public void A_graph_that_nobody_could_read_is_refused()
    {
        var nodes = Enumerable.Range(0, GraphLayout.MostNodes + 1).Select(i => new GraphNode($"{i}", "x")).ToList();
        Assert.Throws<ArgumentOutOfRangeException>(() => new GraphLayout(nodes, []));
    }

    private static double Bottom(PlacedBar bar) => Math.Round(bar.Y + bar.Height, 1);

    private static bool Apart(PlacedNode one, PlacedNode other) =>
        Math.Abs(one.X - other.X) >= GraphLayout.NodeWidth || Math.Abs(one.Y - other.Y) >= GraphLayout.NodeHeight;
}
