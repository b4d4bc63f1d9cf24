namespace Custodia.Commitments;

/// <summary>The pillars of the treaty.</summary>
public enum NptPillar
{
    /// <summary>Actions 1 to 22.</summary>
    Disarmament,

    /// <summary>Actions 23 to 46.</summary>
    NonProliferation,

    /// <summary>Actions 47 to 64.</summary>
    PeacefulUse,
}

/// <summary>The parts of the pillar of disarmament.</summary>
public enum DisarmamentPart
{
    /// <summary>A: principles and objectives.</summary>
    Principles,

    /// <summary>B: disarmament of nuclear weapons.</summary>
    Weapons,

    /// <summary>C: security assurances.</summary>
    Assurances,

    /// <summary>D: nuclear testing.</summary>
    Testing,

    /// <summary>E: fissile material.</summary>
    FissileMaterial,

    /// <summary>F: other measures.</summary>
    OtherMeasures,
}

/// <summary>One of the 64 actions of the 2010 Review Conference of the NPT, in our own words.</summary>
/// <param name="Id">Such as <c>NPT10-41</c>.</param>
/// <param name="Number">1 to 64.</param>
/// <param name="Pillar">Its pillar.</param>
/// <param name="Addressee">To whom it is addressed.</param>
/// <param name="IsReported">Whether it asks for a report.</param>
/// <param name="Text">What it asks.</param>
/// <param name="Indicators">Ids of the indicators that show it; empty where no book of a State does.</param>
/// <param name="Confidence">How far it was checked.</param>
/// <param name="Part">Its part within the pillar of disarmament.</param>
public sealed record NptAction(string Id, int Number, NptPillar Pillar, Addressee Addressee, bool IsReported, Words Text,
    IReadOnlyList<string> Indicators, Confidence Confidence, DisarmamentPart? Part = null);
