using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Custodia.Books;
using Custodia.Materials.Evaluation;
using Custodia.Materials.Ledger;
using Custodia.Materials.Measurement;

namespace Custodia.Materials;

/// <summary>
/// The names of the book's facts in the journal. Names, and the JSON behind them, are a format: the golden files of the
/// tests hold every version that was ever written.
/// </summary>
public static class MaterialsKinds
{
    /// <summary>The table. Version 2 of lines may name measurement methods; version 1 named none.</summary>
    public static KindTable Table { get; } = new KindTable()
        .Add("state-named", MaterialsJson.Default.StateNamed)
        .Add("code-tables-adopted", MaterialsJson.Default.CodeTablesAdopted)
        .Add("facility-registered", MaterialsJson.Default.FacilityRegistered)
        .Add("licence-recorded", MaterialsJson.Default.LicenceRecorded)
        .Add("mba-registered", MaterialsJson.Default.MbaRegistered)
        .Add("kmp-registered", MaterialsJson.Default.KmpRegistered)
        .Add("structure-ended", MaterialsJson.Default.StructureEnded)
        .Add("file-received", MaterialsJson.Default.FileReceived, AddMbas)
        .Add("initial-inventory-listed", MaterialsJson.Default.InitialInventoryListed, KindTable.Unchanged)
        .Add("book-opened", MaterialsJson.Default.BookOpened)
        .Add("inventory-changed", MaterialsJson.Default.InventoryChanged, KindTable.Unchanged)
        .Add("change-corrected", MaterialsJson.Default.ChangeCorrected, KindTable.Unchanged)
        .Add("inventory-item-listed", MaterialsJson.Default.InventoryItemListed, KindTable.Unchanged)
        .Add("inventory-taken", MaterialsJson.Default.InventoryTaken)
        .Add("inventory-item-corrected", MaterialsJson.Default.InventoryItemCorrected, KindTable.Unchanged)
        .Add("balance-closed", MaterialsJson.Default.BalanceClosed)
        .Add("report-prepared", MaterialsJson.Default.ReportPrepared)
        .Add("report-dispatched", MaterialsJson.Default.ReportDispatched)
        .Add("method-registered", MaterialsJson.Default.MethodRegistered)
        .Add("method-recalibrated", MaterialsJson.Default.MethodRecalibrated)
        .Add("method-withdrawn", MaterialsJson.Default.MethodWithdrawn)
        .Add("balance-alarm-closed", MaterialsJson.Default.AlarmClosed)
        .Add("balance-alarm-reopened", MaterialsJson.Default.AlarmReopened);

    // Version 1 did not say whose content a file holds: it is shown to those alone who may read all of the State's.
    private static JsonObject AddMbas(JsonObject old)
    {
        old["mbas"] = new JsonArray();
        return old;
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(StateNamed))]
[JsonSerializable(typeof(CodeTablesAdopted))]
[JsonSerializable(typeof(FacilityRegistered))]
[JsonSerializable(typeof(LicenceRecorded))]
[JsonSerializable(typeof(MbaRegistered))]
[JsonSerializable(typeof(KmpRegistered))]
[JsonSerializable(typeof(StructureEnded))]
[JsonSerializable(typeof(FileReceived))]
[JsonSerializable(typeof(InitialInventoryListed))]
[JsonSerializable(typeof(BookOpened))]
[JsonSerializable(typeof(InventoryChanged))]
[JsonSerializable(typeof(ChangeCorrected))]
[JsonSerializable(typeof(InventoryItemListed))]
[JsonSerializable(typeof(InventoryTaken))]
[JsonSerializable(typeof(InventoryItemCorrected))]
[JsonSerializable(typeof(BalanceClosed))]
[JsonSerializable(typeof(ReportPrepared))]
[JsonSerializable(typeof(ReportDispatched))]
[JsonSerializable(typeof(MethodRegistered))]
[JsonSerializable(typeof(MethodRecalibrated))]
[JsonSerializable(typeof(MethodWithdrawn))]
[JsonSerializable(typeof(AlarmClosed))]
[JsonSerializable(typeof(AlarmReopened))]
internal sealed partial class MaterialsJson : JsonSerializerContext;
