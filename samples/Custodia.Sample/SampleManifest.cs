using Custodia.Materials.Files;
using Custodia.Materials.Ledger;

namespace Custodia.Sample;

/// <summary>What was written: the files, in the order in which they are to be imported.</summary>
/// <param name="State">Code of the sample State.</param>
/// <param name="NameEn">Its name in English.</param>
/// <param name="NameZh">Its name in Chinese.</param>
/// <param name="Seed">Seed of the generator.</param>
/// <param name="From">First day of the simulation.</param>
/// <param name="To">Last day of it.</param>
/// <param name="Files">The files.</param>
public sealed record SampleManifest(string State, string NameEn, string NameZh, ulong Seed, DateOnly From, DateOnly To,
    IReadOnlyList<SampleFile> Files);

/// <summary>One file of the sample.</summary>
/// <param name="Name">File name in the folder.</param>
/// <param name="Kind">Kind of file.</param>
/// <param name="On">Day on which the authority receives it.</param>
/// <param name="Rows">Rows in it.</param>
/// <param name="Mba">MBA, where it is of one.</param>
/// <param name="Month">Month of the changes, <c>yyyy-MM</c>.</param>
/// <param name="Date">Day of the initial or physical inventory.</param>
public sealed record SampleFile(string Name, FileKind Kind, DateOnly On, int Rows, string? Mba = null,
    string? Month = null, DateOnly? Date = null);

/// <summary>One correction to be made after the line was reported.</summary>
/// <param name="On">Day on which the operator sends it.</param>
/// <param name="Mba">MBA.</param>
/// <param name="Reference">The operator's number of the record that is wrong.</param>
/// <param name="Reason">Why.</param>
/// <param name="Change">The whole record as it should have been.</param>
public sealed record SampleCorrection(DateOnly On, string Mba, string Reference, string Reason, InventoryChange Change);

/// <summary>One report to be prepared.</summary>
/// <param name="Mba">MBA.</param>
/// <param name="Type"><c>icr</c>, <c>pil</c> or <c>mbr</c>.</param>
/// <param name="To">Last day of its period; PIT date for <c>pil</c> and <c>mbr</c>.</param>
/// <param name="Date">Date of the report.</param>
public sealed record SampleReport(string Mba, string Type, DateOnly To, DateOnly Date);
