using Custodia.Books.Access;
using Custodia.Materials.Commands;
using Custodia.Materials.Evaluation;
using Custodia.Materials.Ledger;
using Custodia.Materials.Measurement;
using Custodia.Materials.Queries;
using Custodia.Materials.Reports;
using Custodia.Materials.Structure;

namespace Custodia.Materials.Rules;

/// <summary>
/// Where each command and query of the book acts: what the gate holds against a caller's scope and clearances. The content
/// of an MBA is its compartment; that a facility or an MBA is there is not sealed.
/// </summary>
internal static class MaterialsTargets
{
    public static IEnumerable<Target> Of(MaterialsBook book, Facility command) => [Target.At(MaterialsPlaces.Facility(command.Code))];

    public static IEnumerable<Target> Of(MaterialsBook book, FacilityLicence command) =>
        [Target.At(MaterialsPlaces.Facility(command.Facility))];

    public static IEnumerable<Target> Of(MaterialsBook book, MaterialBalanceArea command) =>
        [Target.At(MaterialsPlaces.Facility(command.Facility))];

    public static IEnumerable<Target> Of(MaterialsBook book, KeyMeasurementPoint command) =>
        [Target.At(MaterialsPlaces.Mba(command.Mba))];

    public static IEnumerable<Target> Of(MaterialsBook book, ImportStructure command) =>
        command.Facilities.SelectMany(row => Of(book, row.Value))
            .Concat(command.Mbas.SelectMany(row => Of(book, row.Value)))
            .Concat(command.Kmps.SelectMany(row => Of(book, row.Value))).Distinct();

    public static IEnumerable<Target> Of(MaterialsBook book, EndStructure command) => [Target.In(command.Mba)];

    public static IEnumerable<Target> Of(MaterialsBook book, OpenBook command) => [Target.In(command.Mba)];

    public static IEnumerable<Target> Of(MaterialsBook book, InventoryChange command) => [Target.In(command.Mba)];

    public static IEnumerable<Target> Of(MaterialsBook book, RecordChanges command) =>
        command.Changes.Select(row => row.Value.Mba).Distinct().Select(Target.In);

    public static IEnumerable<Target> Of(MaterialsBook book, RecordLateChanges command) =>
        command.Changes.Select(change => change.Mba).Distinct().Select(Target.In);

    // The line that is corrected may be of another MBA than the line that replaces it.
    public static IEnumerable<Target> Of(MaterialsBook book, CorrectChanges command) =>
        command.Corrections.Select(correction => book.LineOf(correction.Entry)?.Change.Mba)
            .Concat(command.Corrections.Select(correction => correction.Change?.Mba))
            .OfType<string>().Distinct().Select(Target.In);

    public static IEnumerable<Target> Of(MaterialsBook book, TakeInventory command) => [Target.In(command.Mba)];

    public static IEnumerable<Target> Of(MaterialsBook book, CorrectInventory command) => [Target.In(command.Mba)];

    public static IEnumerable<Target> Of(MaterialsBook book, CloseBalance command) => [Target.In(command.Mba)];

    public static IEnumerable<Target> Of(MaterialsBook book, PrepareReport command) => [Target.In(command.Mba)];

    public static IEnumerable<Target> Of(MaterialsBook book, DispatchReport command) => [Target.In(command.Mba)];

    public static IEnumerable<Target> Of(MaterialsBook book, MeasurementMethod command) => [Target.In(command.Mba)];

    public static IEnumerable<Target> Of(MaterialsBook book, RecalibrateMethod command) => [Target.In(command.Mba)];

    public static IEnumerable<Target> Of(MaterialsBook book, WithdrawMethod command) => [Target.In(command.Mba)];

    public static IEnumerable<Target> Of(MaterialsBook book, CloseAlarm command) => [Target.In(command.Mba)];

    public static IEnumerable<Target> Of(MaterialsBook book, ReopenAlarm command) => [Target.In(command.Mba)];

    public static IEnumerable<Target> Of(MaterialsBook book, MethodsQuery query) => [Target.In(query.Mba)];

    public static IEnumerable<Target> Of(MaterialsBook book, BalanceEvaluationQuery query) => [Target.In(query.Mba)];

    public static IEnumerable<Target> Of(MaterialsBook book, AreaQuery query) => [Target.In(query.Mba)];

    public static IEnumerable<Target> Of(MaterialsBook book, LedgerQuery query) => [Target.In(query.Mba)];

    public static IEnumerable<Target> Of(MaterialsBook book, BalanceQuery query) => [Target.In(query.Mba)];

    public static IEnumerable<Target> Of(MaterialsBook book, StatementQuery query) => [Target.In(query.Mba)];

    public static IEnumerable<Target> Of(MaterialsBook book, BatchesQuery query) => [Target.In(query.Mba)];

    public static IEnumerable<Target> Of(MaterialsBook book, BatchQuery query) => [Target.In(query.Mba)];

    public static IEnumerable<Target> Of(MaterialsBook book, FigureQuery query) => [Target.In(query.Mba)];

    public static IEnumerable<Target> Of(MaterialsBook book, InventoriesQuery query) => [Target.In(query.Mba)];

    public static IEnumerable<Target> Of(MaterialsBook book, InventoryQuery query) => [Target.In(query.Mba)];

    public static IEnumerable<Target> Of(MaterialsBook book, ReportQuery query) => [Target.In(query.Mba)];

    public static IEnumerable<Target> Of(MaterialsBook book, TransfersQuery query) => If(query.Mba);

    public static IEnumerable<Target> Of(MaterialsBook book, DueQuery query) => If(query.Mba);

    public static IEnumerable<Target> Of(MaterialsBook book, ReportsQuery query) => If(query.Mba);

    private static IEnumerable<Target> If(string? mba) => mba is null ? [] : [Target.In(mba)];
}

/// <summary>The places that this book knows.</summary>
public static class MaterialsPlaces
{
    /// <summary>A facility.</summary>
    public static string Facility(string code) => Places.Of("facility", code);

    /// <summary>A material balance area.</summary>
    public static string Mba(string code) => Places.Of("mba", code);
}
