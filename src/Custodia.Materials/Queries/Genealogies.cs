using Custodia.Books;

namespace Custodia.Materials.Queries;

/// <summary>Where a batch came from and went: a directed graph.</summary>
/// <param name="Nodes">The batches, and partners outside the State, in the order in which they were found; the batch
/// asked for first.</param>
/// <param name="Edges">What ties them.</param>
/// <param name="IsCut">Whether there is more beyond the depth or the number of nodes allowed.</param>
public sealed record Genealogy(IReadOnlyList<BatchNode> Nodes, IReadOnlyList<BatchEdge> Edges, bool IsCut);

/// <summary>A batch, or a partner outside the State.</summary>
/// <param name="Mba">MBA code; of a partner, its State or foreign MBA.</param>
/// <param name="Batch">Name of the batch there.</param>
/// <param name="IsExternal">Whether it is outside this State's books.</param>
/// <param name="Steps">How many steps from the batch asked for.</param>
public sealed record BatchNode(string Mba, string Batch, bool IsExternal, int Steps);

/// <summary>How material went from one node to another.</summary>
public enum BatchEdgeKind
{
    /// <summary>Rebatching: lines RM and RP of one operation.</summary>
    Rebatching,

    /// <summary>Transfer between MBAs of the State: SD and RD.</summary>
    Transfer,

    /// <summary>Receipt from another State: RF.</summary>
    ForeignReceipt,

    /// <summary>Shipment to another State: SF.</summary>
    ForeignShipment,
}

/// <summary>An edge of a genealogy.</summary>
/// <param name="From">Index of the node that gave.</param>
/// <param name="To">Index of the node that took.</param>
/// <param name="Kind">How.</param>
/// <param name="Date">Accounting date.</param>
/// <param name="Operation">Operation, of a rebatching.</param>
/// <param name="Entry">Entry that states it: of a rebatching the RP line, of a transfer the receipt, or the shipment
/// where no
/// receipt is known.</param>
/// <param name="Weights">Weights as that entry states them.</param>
public sealed record BatchEdge(int From, int To, BatchEdgeKind Kind, DateOnly Date, string? Operation, long Entry,
    IReadOnlyList<Weight> Weights);

/// <summary>Follows batches through rebatching and transfers, both ways.</summary>
internal static class Genealogies
{
    /// <summary>The most steps that are followed.</summary>
    public const int MaxDepth = 20;

    /// <summary>The most nodes of one genealogy.</summary>
    public const int MaxNodes = 200;

    /// <summary>The genealogy of a batch.</summary>
    public static Genealogy Follow(MaterialsBook book, string mba, string batch, int depth, View view)
    {
        var ties = new BatchTies(book, view);
        var nodes = new List<BatchNode> { new(mba, batch, false, 0) };
        var places = new Dictionary<(string, string), int> { [(mba, batch)] = 0 };
        var edges = new HashSet<BatchEdge>();
        var isCut = false;
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i];
            if (node.IsExternal)
                continue;
            foreach (var tie in ties.Of(node.Mba, node.Batch))
            {
                var other = tie.Other(node.Mba, node.Batch);
                if (!places.TryGetValue(other, out var place))
                {
                    if (node.Steps == depth || nodes.Count == MaxNodes)
                    {
                        isCut = true;
                        continue;
                    }

                    places.Add(other, place = nodes.Count);
                    nodes.Add(new BatchNode(other.Mba, other.Batch, tie.IsExternal, node.Steps + 1));
                }

                var isGiver = tie.Giver == (node.Mba, node.Batch);
                edges.Add(new BatchEdge(isGiver ? i : place, isGiver ? place : i, tie.Kind, tie.Line.Change.Date,
                    tie.Kind == BatchEdgeKind.Rebatching ? tie.Line.Change.Operation : null,
                    tie.Line.Stamp.Sequence, tie.Line.Change.Weights));
            }
        }

        return new Genealogy(nodes, [.. edges], isCut);
    }
}
