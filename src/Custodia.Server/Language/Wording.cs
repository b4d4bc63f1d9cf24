using System.Globalization;
using Custodia.Books;
using Custodia.Commitments;
using Custodia.Materials;
using Custodia.Materials.Files;
using Custodia.Materials.Queries;
using Custodia.Materials.Reports;
using Custodia.Materials.Structure;
using Custodia.Materials.Tables;
using Custodia.Quantities;
using Microsoft.Extensions.Localization;

namespace Custodia.Server.Language;

/// <summary>Names of the books' own terms in the reader's language.</summary>
public static class Wording
{
    /// <summary>A day: <c>2026-03-31</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A moment, in UTC, to the second.</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A whole number, in groups of three digits.</summary>
    public static string Number(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>A book, by its name in the journal.</summary>
    public static string Book(IStringLocalizer<Text> text, string name) => name switch
    {
        "materials" => text["Nav.Material"],
        "journal" => text["Nav.Journal"],
        _ => PeopleWording.Book(name),
    };

    /// <summary>A text in the reader's language.</summary>
    public static string Of(Bilingual text) => text.In(CultureInfo.CurrentUICulture.Name);

    /// <summary>The one of two names that the reader's language has.</summary>
    public static string Name(string en, string zh) => Of(new Bilingual(en, zh));

    /// <summary>A material account: <c>Enriched uranium (E/G)</c>.</summary>
    public static string Material(IStringLocalizer<Text> text, MaterialCode material)
    {
        string name = material.Element switch
        {
            'P' => text["Material.Plutonium"],
            'E' => text["Material.Enriched"],
            'U' => text["Material.Unified"],
            'N' => text["Material.Natural"],
            'D' => text["Material.Depleted"],
            'T' => text["Material.Thorium"],
            _ => throw new ArgumentOutOfRangeException(nameof(material)),
        };
        return text["Material.WithCode", name, material];
    }

    /// <summary>The isotopes that are reported with a material.</summary>
    public static string Isotope(MaterialCode material) => material.Isotope switch
    {
        'G' => "U-235",
        'K' => "U-233",
        'J' => "U-233 + U-235",
        _ => "",
    };

    /// <summary>A type of material.</summary>
    public static string Type(IStringLocalizer<Text> text, MaterialType type) => type switch
    {
        MaterialType.Plutonium => text["Material.Plutonium"],
        MaterialType.Uranium233 => text["Material.UraniumThree"],
        MaterialType.HighEnrichedUranium => text["Material.High"],
        MaterialType.LowEnrichedUranium => text["Material.Low"],
        MaterialType.NaturalUranium => text["Material.Natural"],
        MaterialType.DepletedUranium => text["Material.Depleted"],
        MaterialType.Thorium => text["Material.Thorium"],
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>A line of a material balance: its name, or that of its change code.</summary>
    public static string BalanceLine(IStringLocalizer<Text> text, string line, CodeTables? codes) => line switch
    {
        "PB" => text["Balance.Beginning"],
        "BE" => text["Balance.BookEnding"],
        "BA" => text["Balance.Adjusted"],
        "PE" => text["Balance.Physical"],
        "MF" => text["Balance.Muf"],
        _ => Change(line, codes),
    };

    /// <summary>A change code's name, or the code where the tables do not have it.</summary>
    public static string Change(string code, CodeTables? codes) =>
        codes?.Change(code) is { } known ? Name(known.NameEn, known.NameZh) : code;

    /// <summary>What a row of a ledger is.</summary>
    public static string Row(IStringLocalizer<Text> text, LedgerRowKind kind) => kind switch
    {
        LedgerRowKind.Initial => text["Row.Initial"],
        LedgerRowKind.Change => text["Row.Change"],
        LedgerRowKind.Late => text["Row.Late"],
        LedgerRowKind.Correction => text["Row.Correction"],
        LedgerRowKind.Deletion => text["Row.Deletion"],
        LedgerRowKind.TakenBack => text["Row.TakenBack"],
        LedgerRowKind.Adjustment => text["Row.Adjustment"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>How a balance stands.</summary>
    public static string State(IStringLocalizer<Text> text, BalanceState state) => state switch
    {
        BalanceState.NotOpened => text["State.NotOpened"],
        BalanceState.Open => text["State.Open"],
        BalanceState.InventoryDue => text["State.InventoryDue"],
        BalanceState.InventoryOverdue => text["State.InventoryOverdue"],
        BalanceState.Ended => text["State.Ended"],
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>How the sides of a transfer agree.</summary>
    public static string State(IStringLocalizer<Text> text, TransferState state) => state switch
    {
        TransferState.Matched => text["Transfer.Matched"],
        TransferState.Explained => text["Transfer.Explained"],
        TransferState.Mismatch => text["Transfer.Mismatch"],
        TransferState.ShipmentOpen => text["Transfer.ShipmentOpen"],
        TransferState.ReceiptOpen => text["Transfer.ReceiptOpen"],
        TransferState.Withheld => text["Transfer.Withheld"],
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>What is due.</summary>
    public static string Due(IStringLocalizer<Text> text, DueKind kind) => kind switch
    {
        DueKind.InventoryChangeReport => text["Report.Icr"],
        DueKind.PhysicalInventoryListing => text["Report.Pil"],
        DueKind.MaterialBalanceReport => text["Report.Mbr"],
        DueKind.PhysicalInventory => text["Due.Inventory"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>A kind of report.</summary>
    public static string Report(IStringLocalizer<Text> text, ReportType type) => type switch
    {
        ReportType.Icr => text["Report.Icr"],
        ReportType.Pil => text["Report.Pil"],
        ReportType.Mbr => text["Report.Mbr"],
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>What an entry of a report does.</summary>
    public static string Status(IStringLocalizer<Text> text, EntryStatus status) => status switch
    {
        EntryStatus.New => text["Reports.New"],
        EntryStatus.Correction => text["Row.Correction"],
        EntryStatus.Deletion => text["Row.Deletion"],
        EntryStatus.Addition => text["Reports.Addition"],
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Days late, early, or left.</summary>
    public static string Days(IStringLocalizer<Text> text, int late, bool isDone) => late switch
    {
        1 => text["Due.DayLate"],
        -1 => isDone ? text["Due.DayEarly"] : text["Due.DayLeft"],
        > 0 => text["Due.DaysLate", late],
        0 => isDone ? text["Due.OnLastDay"] : text["Due.Today"],
        _ when isDone => text["Due.DaysEarly", -late],
        _ => text["Due.DaysLeft", -late],
    };

    /// <summary>A kind of facility.</summary>
    public static string Facility(IStringLocalizer<Text> text, FacilityKind kind) => kind switch
    {
        FacilityKind.PowerReactor => text["Facility.Power"],
        FacilityKind.ResearchReactor => text["Facility.Research"],
        FacilityKind.Conversion => text["Facility.Conversion"],
        FacilityKind.Fabrication => text["Facility.Fabrication"],
        FacilityKind.Enrichment => text["Facility.Enrichment"],
        FacilityKind.Reprocessing => text["Facility.Reprocessing"],
        FacilityKind.Storage => text["Facility.Storage"],
        FacilityKind.LocationOutsideFacilities => text["Facility.Outside"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>How an MBA accounts.</summary>
    public static string Accounting(IStringLocalizer<Text> text, AccountingKind kind) =>
        kind == AccountingKind.Item ? text["Area.Item"] : text["Area.Bulk"];

    /// <summary>What a KMP measures.</summary>
    public static string Kmp(IStringLocalizer<Text> text, KmpKind kind) =>
        kind == KmpKind.Flow ? text["Kmp.Flow"] : text["Kmp.Inventory"];

    /// <summary>A tie between two batches.</summary>
    public static string Edge(IStringLocalizer<Text> text, BatchEdgeKind kind) => kind switch
    {
        BatchEdgeKind.Rebatching => text["Edge.Rebatching"],
        BatchEdgeKind.Transfer => text["Edge.Transfer"],
        BatchEdgeKind.ForeignReceipt => text["Edge.Receipt"],
        BatchEdgeKind.ForeignShipment => text["Edge.Shipment"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>A kind of file.</summary>
    public static string File(FileKind kind) => Of(FileLayouts.Of(kind).Title);

    /// <summary>The kind of a received file, as the journal names it.</summary>
    public static string ReceivedFile(IStringLocalizer<Text> text, string kind) => kind switch
    {
        "changes" => File(FileKind.InventoryChanges),
        "initial-inventory" => File(FileKind.InitialInventory),
        "physical-inventory" => File(FileKind.PhysicalInventory),
        "structure" => text["Import.Structure"],
        _ => kind,
    };

    /// <summary>A group of the glossary.</summary>
    public static string Kind(IStringLocalizer<Text> text, TermKind kind) => kind switch
    {
        TermKind.Summit => text["Kind.Summit"],
        TermKind.Instrument => text["Kind.Instrument"],
        TermKind.Iaea => text["Kind.Iaea"],
        TermKind.Partnership => text["Kind.Partnership"],
        TermKind.Arms => text["Kind.Arms"],
        TermKind.Material => text["Kind.Material"],
        TermKind.Protection => text["Kind.Protection"],
        TermKind.Detection => text["Kind.Detection"],
        TermKind.Reference => text["Kind.Reference"],
        TermKind.General => text["Kind.General"],
        TermKind.Product => text["Kind.Product"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Several things one after the other.</summary>
    public static string List(IEnumerable<string> things) => string.Join(Name("; ", "；"), things);

    /// <summary>A kind of fact, as the journal names it, with the name for people.</summary>
    public static string Fact(IStringLocalizer<Text> text, string kind) => kind switch
    {
        "state-named" => text["Fact.State"],
        "code-tables-adopted" => text["Fact.Tables"],
        "facility-registered" => text["Fact.Facility"],
        "mba-registered" => text["Fact.Mba"],
        "kmp-registered" => text["Fact.Kmp"],
        "structure-ended" => text["Fact.Ended"],
        "file-received" => text["Fact.File"],
        "initial-inventory-listed" => text["Fact.Initial"],
        "book-opened" => text["Fact.Opened"],
        "inventory-changed" => text["Fact.Change"],
        "change-corrected" => text["Fact.Corrected"],
        "inventory-item-listed" => text["Fact.Listed"],
        "inventory-taken" => text["Fact.Taken"],
        "inventory-item-corrected" => text["Fact.ItemCorrected"],
        "balance-closed" => text["Fact.Closed"],
        "report-prepared" => text["Fact.Report"],
        "witness-registered" => text["Fact.WitnessRegistered"],
        "witness-ended" => text["Fact.WitnessEnded"],
        "checkpoint-cosigned" => text["Fact.Cosigned"],
        _ => PeopleWording.Fact(kind),
    };
}
