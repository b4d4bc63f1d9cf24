using Custodia.Books;

namespace Custodia.Materials.Reports;

/// <summary>How a report is laid out as text.</summary>
public enum ReportLayout
{
    /// <summary>One <c>label:value</c> a line.</summary>
    Labelled,

    /// <summary>One record a line, in columns.</summary>
    Fixed,
}

/// <summary>What ends each line.</summary>
public enum LineEnd
{
    /// <summary>Line feed.</summary>
    Lf,

    /// <summary>Carriage return and line feed.</summary>
    Crlf,
}

/// <summary>How far a field of a profile is known to be what the authority asks for.</summary>
public enum FieldEvidence
{
    /// <summary>Read in a source that uses the authority's own fields.</summary>
    Verified,

    /// <summary>Long-published practice that was not read again.</summary>
    Recalled,

    /// <summary>Recalled in part only, or its syntax could not be read.</summary>
    Unverified,

    /// <summary>Chosen by us where the authority's choice is not known.</summary>
    Own,
}

/// <summary>Where a value stands in its column.</summary>
public enum ColumnAlign
{
    /// <summary>At the left edge.</summary>
    Left,

    /// <summary>At the right edge.</summary>
    Right,
}

/// <summary>One field of a profile: a label, or a column. Fields stand in the order in which they are written.</summary>
/// <param name="Name">What it carries: one of <see cref="FieldNames"/>.</param>
/// <param name="Evidence">How far it is verified.</param>
/// <param name="In">Reports in which it may stand.</param>
/// <param name="RequiredIn">Reports in which it must stand.</param>
/// <param name="Label">Labelled layout: three or four digits.</param>
/// <param name="PerElement">Labelled layout, with <c>elementWeight</c>: the element code that the label stands for.</param>
/// <param name="PerIsotope">Labelled layout, with <c>fissileWeight</c>: the isotope code that the label stands for.</param>
/// <param name="Repeat">Labelled layout: whether the label may stand several times in a record.</param>
/// <param name="Width">Fixed layout: characters in the column.</param>
/// <param name="Align">Fixed layout: where the value stands in the column.</param>
/// <param name="MaxLength">Most characters in a value.</param>
/// <param name="Pattern">Regular expression that a whole value must match, without look-around and back references.</param>
/// <param name="Remark">What a reader of the profile should know about the field.</param>
public sealed record ReportField(
    string Name, FieldEvidence Evidence, IReadOnlyList<ReportType> In, IReadOnlyList<ReportType> RequiredIn,
    string? Label = null, string? PerElement = null, string? PerIsotope = null, bool Repeat = false,
    int? Width = null, ColumnAlign Align = ColumnAlign.Left, int? MaxLength = null, string? Pattern = null,
    string? Remark = null)
{
    /// <summary>How refusals name the field: its label, or the name of its column.</summary>
    public string Title => Label ?? Name;
}

/// <summary>How a profile writes the types of reports.</summary>
/// <param name="Icr">Inventory change report.</param>
/// <param name="Pil">Physical inventory listing.</param>
/// <param name="Mbr">Material balance report.</param>
public sealed record TypeCodes(string Icr, string Pil, string Mbr);

/// <summary>How a profile writes the status of an entry.</summary>
/// <param name="New">New.</param>
/// <param name="Correction">Correction.</param>
/// <param name="Deletion">Deletion.</param>
/// <param name="Addition">Addition.</param>
public sealed record StatusCodes(string New, string Correction, string Deletion, string Addition);

/// <summary>How a profile writes units of weight.</summary>
/// <param name="Gram">Gram.</param>
/// <param name="Kilogram">Kilogram.</param>
public sealed record UnitCodes(string Gram, string Kilogram);

/// <summary>What only the fixed layout has.</summary>
/// <param name="Gap">Blanks between columns.</param>
/// <param name="NoteMark">What starts a line of a concise note.</param>
/// <param name="NoteEntryWidth">Characters in the entry number on such a line; 0 is the report as a whole.</param>
/// <param name="NoteFlag">What marks an entry that has a concise note.</param>
public sealed record FixedLayout(int Gap, string NoteMark, int NoteEntryWidth, string NoteFlag);

/// <summary>
/// How one authority wants reports written, as data: a State's own arrangement with the IAEA becomes such a file, without
/// a release. Read by <see cref="ReportProfileFile"/>, which checks it; described in <c>docs/formats/reports.md</c>.
/// </summary>
/// <param name="Id">Name of the profile.</param>
/// <param name="Source">Where it stands, and how far it was verified.</param>
/// <param name="Layout">Labelled or fixed.</param>
/// <param name="LineEnd">What ends each line, the last one too.</param>
/// <param name="Characters">Every character that a line may hold.</param>
/// <param name="MaxLineLength">Most characters in a line, without its end.</param>
/// <param name="LabelSeparator">Between label and value.</param>
/// <param name="SubfieldSeparator">Between the parts of a value.</param>
/// <param name="DateFormat"><c>YYYYMMDD</c>, <c>DDMMYYYY</c> or <c>YYYY-MM-DD</c>.</param>
/// <param name="Decimals">Decimals that a weight may have, in its unit.</param>
/// <param name="ReportTypes">How types of reports are written.</param>
/// <param name="Statuses">How the status of an entry is written.</param>
/// <param name="Units">How units are written.</param>
/// <param name="Header">Fields of the header, in their order.</param>
/// <param name="Entry">Fields of an entry, in their order; the first is its number.</param>
/// <param name="CountryFromMba">If no field carries the country: how many leading characters of the MBA code name it.</param>
/// <param name="Fixed">What only the fixed layout has.</param>
public sealed record ReportProfile(
    string Id, Bilingual Source, ReportLayout Layout, LineEnd LineEnd, string Characters, int MaxLineLength,
    string LabelSeparator, string SubfieldSeparator, string DateFormat, int Decimals, TypeCodes ReportTypes,
    StatusCodes Statuses, UnitCodes Units, IReadOnlyList<ReportField> Header, IReadOnlyList<ReportField> Entry,
    int? CountryFromMba = null, FixedLayout? Fixed = null);
