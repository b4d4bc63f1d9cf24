namespace Custodia.Commitments;

/// <summary>How a stated number is to be read.</summary>
public enum Bound
{
    /// <summary>The number is that.</summary>
    Exact,

    /// <summary>More than the number.</summary>
    MoreThan,

    /// <summary>The number or more.</summary>
    AtLeast,

    /// <summary>Less than the number.</summary>
    LessThan,

    /// <summary>Near the number.</summary>
    About,
}

/// <summary>A fact as one source has it. Facts that disagree stand side by side under one <see cref="Conflict"/>; none replaces another.</summary>
/// <param name="Id">Id of the fact.</param>
/// <param name="Subject">Id of the term that it is about.</param>
/// <param name="What">What is stated.</param>
/// <param name="Value">The value: an invariant number, a date as yyyy[-MM[-dd]], a name, or a word to which
/// <paramref name="Text"/> gives the reading.</param>
/// <param name="Source">Who states it.</param>
/// <param name="Confidence">How far it was checked.</param>
/// <param name="Bound">How the number is to be read.</param>
/// <param name="Text">The value in words, where it is no mere number.</param>
/// <param name="Unit">Unit of the value, singular.</param>
/// <param name="AsAt">Day for which it holds; the last day of the month or year where no more is known.</param>
/// <param name="Conflict">Key shared by the facts that disagree, or that are points of one series.</param>
/// <param name="Note">How to read it.</param>
public sealed record StatedFact(string Id, string Subject, Words What, string Value, Citation Source, Confidence Confidence,
    Bound Bound = Bound.Exact, Words? Text = null, string? Unit = null, DateOnly? AsAt = null, string? Conflict = null, Words? Note = null);
