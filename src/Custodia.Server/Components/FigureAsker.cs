using Custodia.Materials.Queries;
using Microsoft.AspNetCore.Components;

namespace Custodia.Server.Components;

/// <summary>A figure about which a reader asks: which entries make it?</summary>
/// <param name="Title">The figure's name in the reader's language.</param>
/// <param name="Sources">The accounts that make it: one, or one for each MBA.</param>
/// <param name="Note">What the reader should know of it, or <c>null</c>.</param>
/// <param name="KnownAt">The entry at which the figure was known, where that is not the page's.</param>
/// <param name="Derivation">How it comes from the masses, where it is not a mass itself.</param>
public sealed record AskedFigure(string Title, IReadOnlyList<FigureSource> Sources,
    string? Note = null, long? KnownAt = null, Derivation? Derivation = null);

/// <summary>One source of a figure.</summary>
/// <param name="Label">Its name, where there are several.</param>
/// <param name="Query">The question that lists its entries.</param>
public sealed record FigureSource(string Label, FigureQuery Query);

/// <summary>How a figure is derived: a rule, the steps of its arithmetic, and what comes out.</summary>
/// <param name="Rule">The rule, with its source.</param>
/// <param name="Steps">What goes in, in the reader's language.</param>
/// <param name="Result">What comes out, with its unit.</param>
public sealed record Derivation(string Rule, IReadOnlyList<DerivationStep> Steps, string Result);

/// <summary>One step of a derivation.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">How much, with its unit.</param>
public sealed record DerivationStep(string Label, string Value);

/// <summary>Carries the question from the figures of a page to the panel beside it.</summary>
public sealed class FigureAsker
{
    /// <summary>Raised when a reader asks.</summary>
    public event Action<AskedFigure>? Asked;

    /// <summary>The button by which a reader last asked; the focus returns to it.</summary>
    public ElementReference? AskedAt { get; set; }

    /// <summary>Asks which entries make a figure.</summary>
    public void Ask(AskedFigure figure) => Asked?.Invoke(figure);

    /// <summary>Asks which entries make a figure of one source.</summary>
    public void Ask(string title, FigureQuery query) => Ask(new AskedFigure(title, [new FigureSource(title, query)]));
}
