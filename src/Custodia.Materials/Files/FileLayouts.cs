using Custodia.Materials.Ledger;
using Custodia.Materials.Structure;

namespace Custodia.Materials.Files;

/// <summary>The column tables of all kinds of file.</summary>
public static class FileLayouts
{
    /// <summary>Facilities.</summary>
    public static FileLayout<Facility> Facilities => StructureLayouts.Facilities;

    /// <summary>Material balance areas.</summary>
    public static FileLayout<MaterialBalanceArea> Areas => StructureLayouts.Areas;

    /// <summary>Key measurement points.</summary>
    public static FileLayout<KeyMeasurementPoint> Points => StructureLayouts.Points;

    /// <summary>Initial inventory.</summary>
    public static FileLayout<InventoryRow> InitialInventory => InventoryLayouts.Initial;

    /// <summary>Inventory changes.</summary>
    public static FileLayout<InventoryChange> Changes => ChangeLayout.Layout;

    /// <summary>Physical inventory.</summary>
    public static FileLayout<InventoryRow> PhysicalInventory => InventoryLayouts.Physical;

    /// <summary>All, in the order in which a State would send them.</summary>
    public static IReadOnlyList<FileLayout> All { get; } =
        [Facilities, Areas, Points, InitialInventory, Changes, PhysicalInventory];

    /// <summary>The layout of a kind.</summary>
    public static FileLayout Of(FileKind kind) => All.First(layout => layout.Kind == kind);
}
