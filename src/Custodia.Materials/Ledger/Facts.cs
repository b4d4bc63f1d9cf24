using Custodia.Books;
using Custodia.Materials.Reports;
using Custodia.Materials.Structure;
using Custodia.Materials.Tables;

namespace Custodia.Materials.Ledger;

/// <summary>The State's own name and code for reports: recorded once, before anything else.</summary>
/// <param name="Code">Two letters, the beginning of its MBA codes.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameZh">Name in Chinese.</param>
public sealed record StateNamed(string Code, string NameEn, string NameZh) : Fact;

/// <summary>Code tables came into force.</summary>
public sealed record CodeTablesAdopted(CodeTables Tables) : Fact;

/// <summary>A facility was registered.</summary>
public sealed record FacilityRegistered(Facility Facility) : Fact;

/// <summary>A licence of a facility was recorded; or, with a number that is known, stands as said here from now on.</summary>
public sealed record LicenceRecorded(FacilityLicence Licence) : Fact;

/// <summary>An MBA was registered.</summary>
public sealed record MbaRegistered(MaterialBalanceArea Mba) : Fact;

/// <summary>A key measurement point was registered.</summary>
public sealed record KmpRegistered(KeyMeasurementPoint Kmp) : Fact
{
    /// <inheritdoc/>
    public override string Compartment => Kmp.Mba;
}

/// <summary>An MBA, or one of its KMPs, is in force no longer.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Kmp">KMP code, or <c>null</c> for the whole MBA.</param>
/// <param name="LastDay">Last day in force.</param>
public sealed record StructureEnded(string Mba, string? Kmp, DateOnly LastDay) : Fact
{
    /// <inheritdoc/>
    public override string Compartment => Mba;
}

/// <summary>An operator's file was taken whole; the entries that follow with its source come from it.</summary>
/// <param name="File">The file.</param>
/// <param name="Kind">What it holds: <c>changes</c>, <c>initial-inventory</c>, <c>physical-inventory</c>, <c>structure</c>.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Recorded">How many of them were recorded; the rest had been before.</param>
/// <param name="Mbas">The MBAs whose content it holds; none: it holds structure. Who may not read all of them does not see
/// even its name.</param>
public sealed record FileReceived(ReceivedFile File, string Kind, int Rows, int Recorded, IReadOnlyList<string> Mbas) : Fact
{
    /// <summary>The compartment of what concerns several MBAs.</summary>
    public const string Several = "materials";

    /// <inheritdoc/>
    public override string Compartment => Mbas.Count switch { 0 => "", 1 => Mbas[0], _ => Several };
}

/// <summary>A batch of the initial inventory (¶62): it opens the book.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Date">Day at whose end (24:00) it was held.</param>
/// <param name="Item">The line.</param>
/// <param name="Source">File and row, or <c>null</c> when typed.</param>
public sealed record InitialInventoryListed(string Mba, DateOnly Date, InventoryItem Item, SourceRow? Source) : Fact
{
    /// <inheritdoc/>
    public override string Compartment => Mba;
}

/// <summary>The book of an MBA is open: its initial inventory is complete.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Date">Day at whose end (24:00) it was held.</param>
/// <param name="Lines">How many batches; 0: nothing was held.</param>
public sealed record BookOpened(string Mba, DateOnly Date, int Lines) : Fact
{
    /// <inheritdoc/>
    public override string Compartment => Mba;
}

/// <summary>An inventory change.</summary>
/// <param name="Change">What changed.</param>
/// <param name="Source">File and row, or <c>null</c>.</param>
/// <param name="LateReason">Why it is recorded after its period was closed; <c>null</c> where it was not.</param>
[System.Text.Json.Serialization.JsonConverter(typeof(InventoryChangedJson))]
public sealed record InventoryChanged(InventoryChange Change, SourceRow? Source, string? LateReason) : Fact
{
    /// <inheritdoc/>
    public override string Compartment => Change.Mba;
}

/// <summary>A change was corrected, or deleted: nothing is edited, the books follow the last of the chain.</summary>
/// <param name="Corrects">Number of the entry that holds the line corrected.</param>
/// <param name="Mba">Its MBA.</param>
/// <param name="Change">The whole line as it should have been; <c>null</c>: there should have been none.</param>
/// <param name="Reason">Why.</param>
public sealed record ChangeCorrected(long Corrects, string Mba, InventoryChange? Change, string Reason) : Fact
{
    /// <inheritdoc/>
    public override string Compartment => Mba;
}

/// <summary>A line of a physical inventory listing.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Date">PIT date; the situation at 24:00.</param>
/// <param name="Item">The line.</param>
/// <param name="Source">File and row, or <c>null</c>.</param>
public sealed record InventoryItemListed(string Mba, DateOnly Date, InventoryItem Item, SourceRow? Source) : Fact
{
    /// <inheritdoc/>
    public override string Compartment => Mba;
}

/// <summary>A physical inventory listing is complete; it replaces an earlier one of that date that was not closed.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Date">PIT date.</param>
/// <param name="Lines">How many lines it has; 0: nothing was held.</param>
public sealed record InventoryTaken(string Mba, DateOnly Date, int Lines) : Fact
{
    /// <inheritdoc/>
    public override string Compartment => Mba;
}

/// <summary>A line of a listing whose balance is closed was corrected.</summary>
/// <param name="Corrects">Number of the entry that holds the line corrected.</param>
/// <param name="Mba">MBA code.</param>
/// <param name="Date">PIT date.</param>
/// <param name="Item">The line as it should have been; <c>null</c>: there should have been none.</param>
/// <param name="Reason">Why.</param>
public sealed record InventoryItemCorrected(long Corrects, string Mba, DateOnly Date, InventoryItem? Item, string Reason) : Fact
{
    /// <inheritdoc/>
    public override string Compartment => Mba;
}

/// <summary>A material balance period was closed; its physical inventory opens the next.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">PIT date.</param>
/// <param name="Lines">The balance as it was struck.</param>
/// <param name="SpecialReport">Special report on a difference in an item MBA, or <c>null</c>.</param>
public sealed record BalanceClosed(
    string Mba, DateOnly From, DateOnly To, IReadOnlyList<StatementLine> Lines, string? SpecialReport) : Fact
{
    /// <inheritdoc/>
    public override string Compartment => Mba;
}

/// <summary>One line of a material balance: <c>PB</c>, a change code, <c>RA</c>, <c>BE</c>, <c>DI</c>, <c>BA</c>, <c>PE</c>, <c>MF</c>.</summary>
/// <param name="Name">Its name (label 411).</param>
/// <param name="Weight">Material and amount; a decrease stands as a positive amount, MF positive for an apparent loss (¶98 ff).</param>
public sealed record StatementLine(string Name, Weight Weight);

/// <summary>A report was prepared: its content is fixed from here on.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Type">Kind of report.</param>
/// <param name="Number">Number, gapless for each MBA and kind.</param>
/// <param name="From">First day of the period (PIL: the PIT date).</param>
/// <param name="To">Last day of the period (PIL, MBR: the PIT date).</param>
/// <param name="Date">Date of the report.</param>
/// <param name="Entries">The journal entries that it reports, in the order of its own entry numbers, as ranges.</param>
public sealed record ReportPrepared(
    string Mba, ReportType Type, int Number, DateOnly From, DateOnly To, DateOnly Date,
    IReadOnlyList<EntryRange> Entries) : Fact
{
    /// <inheritdoc/>
    public override string Compartment => Mba;
}

/// <summary>A prepared report was sent.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Type">Kind of report.</param>
/// <param name="Number">Its number.</param>
/// <param name="On">The day on which it was sent.</param>
/// <param name="Reference">Letter or message by which it was sent.</param>
public sealed record ReportDispatched(string Mba, ReportType Type, int Number, DateOnly On, string Reference) : Fact
{
    /// <inheritdoc/>
    public override string Compartment => Mba;
}

/// <summary>A run of journal entries.</summary>
/// <param name="First">Number of the first.</param>
/// <param name="Count">How many.</param>
public readonly record struct EntryRange(long First, int Count);
