namespace Custodia.Server.Components.Charts;

/// <summary>A box of a graph: a batch.</summary>
/// <param name="Id">A name that is unique in the graph; edges use it.</param>
/// <param name="Label">The first line in the box.</param>
/// <param name="Detail">The second, such as an amount with its unit.</param>
/// <param name="Href">Where the box leads, or null.</param>
/// <param name="Emphasised">Whether it is the one that the page is about.</param>
public sealed record GraphNode(
    string Id,
    string Label,
    string? Detail = null,
    string? Href = null,
    bool Emphasised = false);

/// <summary>An arrow between two boxes: what turned one batch into another.</summary>
/// <param name="From">The box it leaves.</param>
/// <param name="To">The box it enters.</param>
/// <param name="Label">What happened, and how much.</param>
public sealed record GraphEdge(string From, string To, string? Label = null);
