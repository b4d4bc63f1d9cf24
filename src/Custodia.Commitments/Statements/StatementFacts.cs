using Custodia.Books;
using Custodia.Commitments.Indicators;

namespace Custodia.Commitments.Statements;

/// <summary>
/// A fact that speaks of one indicator. Of an indicator that is not shown to all who may read the book, it is sealed: else the
/// journal would say what the page does not.
/// </summary>
public abstract record IndicatorFact : Fact
{
    /// <summary>The compartment of what speaks of such indicators.</summary>
    public const string Sealed = "commitments";

    /// <inheritdoc/>
    public override string Compartment => IndicatorCatalogue.Find(Of) is { Disclosure: Disclosure.Open } ? "" : Sealed;

    /// <summary>Id of the indicator.</summary>
    protected abstract string Of { get; }
}

/// <summary>A signed statement was recorded.</summary>
public sealed record AttestationRecorded(AttestIndicator Attestation) : IndicatorFact
{
    /// <inheritdoc/>
    protected override string Of => Attestation.Indicator;
}

/// <summary>What somebody said was recorded.</summary>
public sealed record AssertionRecorded(AssertIndicator Assertion) : IndicatorFact
{
    /// <inheritdoc/>
    protected override string Of => Assertion.Indicator;
}

/// <summary>A statement was withdrawn.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="Reason">Why.</param>
public sealed record StatementWithdrawn(long Entry, string Reason) : Fact;

/// <summary>The State set a threshold.</summary>
public sealed record ThresholdSet(SetThreshold Threshold) : Fact;

/// <summary>The State said whether an indicator applies.</summary>
public sealed record ApplicabilitySet(SetApplicability Applicability) : Fact;

/// <summary>The State set itself a target.</summary>
public sealed record TargetSet(SetTarget Target) : Fact;
