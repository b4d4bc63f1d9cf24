namespace Custodia.Commitments;

/// <summary>A fact as one source has it. Facts that disagree stand side by side under one <see cref="Conflict"/>; none replaces another.</summary>
/// <param name="Id">Id of the fact.</param>
/// <param name="Subject">Id of the term that it is about.</param>
/// <param name="What">What is stated.</param>
/// <param name="Value">The value: an invariant number, a date as yyyy[-MM[-dd]], a name, or a number with a word such as "more than".</param>
/// <param name="Source">Who states it.</param>
/// <param name="Confidence">How far it was checked.</param>
/// <param name="Text">The value in words, where it is no mere number.</param>
/// <param name="Unit">Unit of the value, singular.</param>
/// <param name="AsAt">Day for which it holds; the last day of the month or year where no more is known.</param>
/// <param name="Conflict">Key shared by the facts that disagree, or that are points of one series.</param>
/// <param name="Note">How to read it.</param>
public sealed record StatedFact(string Id, string Subject, Words What, string Value, Citation Source, Confidence Confidence,
    Words? Text = null, string? Unit = null, DateOnly? AsAt = null, string? Conflict = null, Words? Note = null);
