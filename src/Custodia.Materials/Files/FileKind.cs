namespace Custodia.Materials.Files;

/// <summary>What a file of an operator lists. Each kind has one <see cref="FileLayout"/>.</summary>
public enum FileKind
{
    /// <summary>Facilities of the State.</summary>
    Facilities,

    /// <summary>Material balance areas of the facilities.</summary>
    MaterialBalanceAreas,

    /// <summary>Key measurement points of the material balance areas.</summary>
    KeyMeasurementPoints,

    /// <summary>What an MBA held when its book was opened.</summary>
    InitialInventory,

    /// <summary>Inventory changes, one a row.</summary>
    InventoryChanges,

    /// <summary>Itemised list of what was found at a physical inventory taking.</summary>
    PhysicalInventory,
}
