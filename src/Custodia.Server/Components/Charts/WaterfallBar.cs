using Custodia.Quantities;

namespace Custodia.Server.Components.Charts;

/// <summary>What a bar of a waterfall stands for.</summary>
public enum WaterfallKind
{
    /// <summary>An amount that was or should be there, drawn from zero; changes go on from it.</summary>
    Balance,

    /// <summary>A gain or loss, drawn from where the bar before it ended.</summary>
    Change,

    /// <summary>What is left over at the end, drawn from zero and set apart by colour: the MUF.</summary>
    Difference,
}

/// <summary>One bar of a waterfall.</summary>
/// <param name="Label">Its name in the reader's language; short.</param>
/// <param name="Value">Its amount; a loss is negative.</param>
/// <param name="Kind">How it is drawn.</param>
public sealed record WaterfallBar(string Label, Mass Value, WaterfallKind Kind);
