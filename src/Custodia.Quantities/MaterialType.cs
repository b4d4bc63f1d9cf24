namespace Custodia.Quantities;

/// <summary>The types of nuclear material by which the IAEA sets quantities and times of safeguards
/// significance.</summary>
public enum MaterialType
{
    /// <summary>Plutonium with less than 80 % plutonium-238.</summary>
    Plutonium,

    /// <summary>Uranium-233.</summary>
    Uranium233,

    /// <summary>Uranium with 20 % or more of uranium-235.</summary>
    HighEnrichedUranium,

    /// <summary>Uranium with more uranium-235 than natural and less than 20 %.</summary>
    LowEnrichedUranium,

    /// <summary>Natural uranium.</summary>
    NaturalUranium,

    /// <summary>Depleted uranium.</summary>
    DepletedUranium,

    /// <summary>Thorium.</summary>
    Thorium,
}
