namespace Custodia.Commitments;

/// <summary>What kind of declaration it is.</summary>
public enum DeclarationKind
{
    /// <summary>How many weapons a State has.</summary>
    Stockpile,

    /// <summary>A policy.</summary>
    Policy,

    /// <summary>An assurance to others.</summary>
    Assurance,

    /// <summary>A pledge.</summary>
    Pledge,

    /// <summary>A position against what others ask.</summary>
    Position,

    /// <summary>A statement in a treaty or beside it.</summary>
    Statement,
}

/// <summary>What one or several States declared, as a source has it.</summary>
/// <param name="Id">Id of the declaration.</param>
/// <param name="System">Its term.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="States">Codes of who declared; empty for a field that each State fills in for itself.</param>
/// <param name="Text">What was declared, in our own words.</param>
/// <param name="Source">Id of the source.</param>
/// <param name="Confidence">How far it was checked.</param>
/// <param name="Facts">Ids of the facts with its numbers.</param>
/// <param name="Indicators">Ids of the indicators that show it.</param>
/// <param name="Date">When it was declared.</param>
public sealed record Declaration(string Id, string System, DeclarationKind Kind, IReadOnlyList<string> States, Words Text, string Source,
    Confidence Confidence, IReadOnlyList<string> Facts, IReadOnlyList<string> Indicators, DateOnly? Date = null);
