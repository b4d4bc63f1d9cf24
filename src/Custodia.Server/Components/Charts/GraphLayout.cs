namespace Custodia.Server.Components.Charts;

/// <summary>
/// Places a graph in columns from left to right, so that every arrow goes to the right: the layered drawing of
/// Sugiyama, Tagawa and Toda (1981) with longest-path columns and barycentre ordering. Deterministic.
/// </summary>
/// <remarks>
/// Arrows that would close a circle are drawn backwards and take no part in the layout. An arrow over several columns
/// passes through a free row of each, so that it crosses no box. At most <see cref="MostNodes"/> boxes.
/// </remarks>
internal sealed class GraphLayout
{
    public const int MostNodes = 400;
    public const double NodeWidth = 160;
    public const double NodeHeight = 48;
    public const double FontSize = 12;
    private const double RowGap = 20;
    private const double LeastColumnGap = 64;
    private const double Margin = 8;
    private const int Sweeps = 6;

    private readonly List<List<Vertex>> _columns = [];
    private readonly List<(GraphEdge Edge, List<Vertex> Path)> _chains = [];

    public GraphLayout(IReadOnlyList<GraphNode> nodes, IReadOnlyList<GraphEdge> edges)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nodes.Count, MostNodes);
        var vertices = nodes.ToDictionary(node => node.Id, node => new Vertex(node), StringComparer.Ordinal);
        foreach (var edge in edges.Where(edge => edge.From != edge.To))
        {
            if (vertices.TryGetValue(edge.From, out var from) && vertices.TryGetValue(edge.To, out var to))
                _chains.Add((edge, [from, to]));
        }

        AssignColumns([.. vertices.Values]);
        RouteLongEdges();
        OrderRows();
        PlaceColumns();
        Nodes = [.. vertices.Values.Select(vertex => new PlacedNode(vertex.Node!, vertex.X, vertex.Y))];
        Edges = [.. _chains.Select(chain => Draw(chain.Edge, chain.Path))];
    }

    public IReadOnlyList<PlacedNode> Nodes { get; }

    public IReadOnlyList<PlacedEdge> Edges { get; }

    public double Width { get; private set; }

    public double Height { get; private set; }

    /// <summary>Each box goes one column right of the last box that leads to it.</summary>
    private void AssignColumns(List<Vertex> vertices)
    {
        var outgoing = _chains.ToLookup(chain => chain.Path[0], chain => chain.Path[1]);
        var order = new List<Vertex>();
        var backward = new HashSet<(Vertex, Vertex)>();
        foreach (var vertex in vertices)
            Visit(vertex, outgoing, order, backward);
        order.Reverse();
        foreach (var vertex in order)
        {
            foreach (var next in outgoing[vertex].Where(next => !backward.Contains((vertex, next))))
                next.Column = Math.Max(next.Column, vertex.Column + 1);
        }

        foreach (var vertex in vertices)
            AddToColumn(vertex);
    }

    // Depth first; its depth is bounded by MostNodes.
    private static void Visit(
        Vertex vertex, ILookup<Vertex, Vertex> outgoing, List<Vertex> order, HashSet<(Vertex, Vertex)> backward)
    {
        if (vertex.Mark != Mark.New)
            return;
        vertex.Mark = Mark.Open;
        foreach (var next in outgoing[vertex])
        {
            if (next.Mark == Mark.Open)
                backward.Add((vertex, next));
            else
                Visit(next, outgoing, order, backward);
        }

        vertex.Mark = Mark.Done;
        order.Add(vertex);
    }

    private void AddToColumn(Vertex vertex)
    {
        while (_columns.Count <= vertex.Column)
            _columns.Add([]);
        vertex.Row = _columns[vertex.Column].Count;
        _columns[vertex.Column].Add(vertex);
    }

    /// <summary>Gives an arrow over several columns a place of its own in each column that it passes.</summary>
    private void RouteLongEdges()
    {
        foreach (var (_, path) in _chains)
        {
            for (var column = path[0].Column + 1; column < path[^1].Column; column++)
            {
                var bend = new Vertex(null) { Column = column };
                AddToColumn(bend);
                path.Insert(path.Count - 1, bend);
            }

            for (var i = 0; i + 1 < path.Count; i++)
            {
                path[i].Right.Add(path[i + 1]);
                path[i + 1].Left.Add(path[i]);
            }
        }
    }

    /// <summary>Sorts each column by the mean row of its neighbours, to and fro: few crossings are left.</summary>
    private void OrderRows()
    {
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var forward = sweep % 2 == 0;
            foreach (var column in forward ? _columns : Enumerable.Reverse(_columns))
            {
                var sorted = column.OrderBy(vertex => vertex.MeanRow(forward)).ToList();
                column.Clear();
                column.AddRange(sorted);
                for (var row = 0; row < column.Count; row++)
                    column[row].Row = row;
            }
        }
    }

    private void PlaceColumns()
    {
        var tallest = _columns.Count == 0 ? 0 : _columns.Max(column => column.Count);
        Height = (2 * Margin) + (tallest * (NodeHeight + RowGap)) - RowGap;
        var x = Margin;
        for (var column = 0; column < _columns.Count; column++)
        {
            var used = (_columns[column].Count * (NodeHeight + RowGap)) - RowGap;
            var top = (Height - used) / 2;
            foreach (var vertex in _columns[column])
                (vertex.X, vertex.Y) = (x, Math.Round(top + (vertex.Row * (NodeHeight + RowGap)), 1));
            x += NodeWidth + (column + 1 < _columns.Count ? GapAfter(column) : Margin);
        }

        Width = Math.Ceiling(x);
        Height = Math.Max(Height, 2 * Margin);
    }

    /// <summary>Labels stand in the gap where their arrow begins, so the gap is as wide as the widest.</summary>
    private double GapAfter(int column) =>
        _chains.Where(chain => chain.Path[0].Column == column && chain.Edge.Label is not null)
            .Select(chain => TextWidth.Of(chain.Edge.Label!, FontSize) + 36)
            .Append(LeastColumnGap).Max();

    private static PlacedEdge Draw(GraphEdge edge, List<Vertex> path)
    {
        var points = new List<(double X, double Y)>();
        foreach (var vertex in path)
        {
            if (vertex != path[0])
                points.Add((vertex.X, vertex.Y + (NodeHeight / 2)));
            if (vertex != path[^1])
                points.Add((vertex.X + NodeWidth, vertex.Y + (NodeHeight / 2)));
        }

        return new PlacedEdge(edge, points);
    }

    private enum Mark
    {
        New,
        Open,
        Done,
    }

    /// <summary>A box, or (without a node) the place where a long arrow passes a column.</summary>
    private sealed class Vertex(GraphNode? node)
    {
        public GraphNode? Node { get; } = node;

        public int Column { get; set; }

        public int Row { get; set; }

        public double X { get; set; }

        public double Y { get; set; }

        public Mark Mark { get; set; }

        public List<Vertex> Left { get; } = [];

        public List<Vertex> Right { get; } = [];

        public double MeanRow(bool fromLeft)
        {
            var neighbours = fromLeft ? Left : Right;
            return neighbours.Count == 0 ? Row : neighbours.Average(vertex => vertex.Row);
        }
    }
}

/// <summary>A box with the place of its top left corner.</summary>
internal sealed record PlacedNode(GraphNode Node, double X, double Y);

/// <summary>An arrow with the points that it passes, the first at the box it leaves.</summary>
internal sealed record PlacedEdge(GraphEdge Edge, IReadOnlyList<(double X, double Y)> Points);
