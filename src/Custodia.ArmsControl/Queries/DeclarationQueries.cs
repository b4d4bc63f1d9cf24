using Custodia.ArmsControl.Declarations;
using Custodia.ArmsControl.Facts;
using Custodia.ArmsControl.Reference;
using Custodia.Books;

namespace Custodia.ArmsControl.Queries;

/// <summary>Asks for the obligations, and which of them the State took on.</summary>
/// <param name="Day">On which day; left out: the last that the view counts.</param>
public sealed record ObligationsQuery([Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>Obligations.</summary>
/// <param name="Rows">In the order of the register.</param>
public sealed record ObligationList(IReadOnlyList<ObligationRow> Rows);

/// <summary>An obligation.</summary>
/// <param name="Obligation">What it is.</param>
/// <param name="From">Since when the State has it; null: it does not have it on that day.</param>
/// <param name="Party">As which party.</param>
/// <param name="Entry">The entry that recorded it.</param>
public sealed record ObligationRow(Obligation Obligation, DateOnly? From, Party? Party, long? Entry);

/// <summary>Asks for the calendar: each period of each obligation that the State has, up to the one that runs.</summary>
/// <param name="Obligation">Of this obligation only.</param>
/// <param name="Day">On which day it is judged.</param>
public sealed record CalendarQuery(
    [Meaning("Of this obligation only", "僅此申報義務")] string? Obligation = null,
    [Meaning("On which day it is judged", "判定之日")] DateOnly? Day = null);

/// <summary>How a declaration stands.</summary>
public enum DeclarationState
{
    /// <summary>Its period has not ended.</summary>
    Running,

    /// <summary>It can be sent, and is not overdue.</summary>
    Open,

    /// <summary>It should have been sent.</summary>
    Overdue,

    /// <summary>It was sent.</summary>
    Sent,

    /// <summary>It was sent and acknowledged.</summary>
    Acknowledged,
}

/// <summary>The calendar.</summary>
/// <param name="Day">The day.</param>
/// <param name="Rows">By due day, the latest first.</param>
public sealed record Calendar(DateOnly Day, IReadOnlyList<CalendarRow> Rows);

/// <summary>A declaration of a period.</summary>
/// <param name="Id">Its id: that of the obligation, a hyphen, the period.</param>
/// <param name="Obligation">Id of the obligation.</param>
/// <param name="NameEn">Name of the obligation in English.</param>
/// <param name="NameZh">The same in Chinese.</param>
/// <param name="Period">The period.</param>
/// <param name="To">Its last day.</param>
/// <param name="Due">By when it is due.</param>
/// <param name="State">How it stands.</param>
/// <param name="Sent">When it was sent first.</param>
/// <param name="DaysLate">Days from due to sent, less than zero where it was early; where it is overdue, to the day that is asked about.</param>
/// <param name="Acknowledged">When it was acknowledged first.</param>
/// <param name="Corrections">How often it was corrected.</param>
/// <param name="Entry">The entry that recorded its last version.</param>
public sealed record CalendarRow(string Id, string Obligation, string NameEn, string NameZh, string Period, DateOnly To, DateOnly Due,
    DeclarationState State, DateOnly? Sent, int? DaysLate, DateOnly? Acknowledged, int Corrections, long? Entry);

/// <summary>Asks for one declaration.</summary>
/// <param name="Id">Its id, such as <c>hcoc-2025</c>.</param>
/// <param name="Day">On which day it is judged.</param>
public sealed record DeclarationQuery(
    [Meaning("Id, such as hcoc-2025", "識別碼，如 hcoc-2025")] string Id,
    [Meaning("On which day it is judged", "判定之日")] DateOnly? Day = null);

/// <summary>One declaration.</summary>
/// <param name="Row">How it stands.</param>
/// <param name="Obligation">Under which obligation.</param>
/// <param name="Fields">Its fields, with the book's own figure beside the declared one.</param>
/// <param name="Versions">What was sent, the oldest first.</param>
/// <param name="Acknowledgements">Who acknowledged it.</param>
public sealed record DeclarationView(CalendarRow Row, Obligation Obligation, IReadOnlyList<FieldRow> Fields,
    IReadOnlyList<DeclarationVersion> Versions, IReadOnlyList<AcknowledgementRow> Acknowledgements);

/// <summary>A field of a declaration.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Declared">What was declared last; null where nothing was.</param>
/// <param name="Book">What the book shows on the last day of the period, in the unit of the field; null where it shows nothing, or
/// the reader may not read it.</param>
/// <param name="Difference">Declared less the book's.</param>
public sealed record FieldRow(string Name, string? Declared, decimal? Book, decimal? Difference);

/// <summary>An acknowledgement.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="On">When.</param>
/// <param name="By">Who.</param>
/// <param name="Document">The document that shows it.</param>
public sealed record AcknowledgementRow(long Entry, DateOnly On, string By, string Document);

/// <summary>Asks for what of a declaration is public.</summary>
/// <param name="Id">Its id, such as <c>hcoc-2025</c>.</param>
public sealed record ExtractQuery([Meaning("Id, such as hcoc-2025", "識別碼，如 hcoc-2025")] string Id);

/// <summary>What of a declaration is public.</summary>
/// <param name="Id">Its id.</param>
/// <param name="NameEn">Name of the obligation in English.</param>
/// <param name="NameZh">The same in Chinese.</param>
/// <param name="Period">The period.</param>
/// <param name="Sent">When this version was sent.</param>
/// <param name="IsCorrected">Whether it corrects an earlier one.</param>
/// <param name="Fields">The fields that are public.</param>
public sealed record PublicExtract(string Id, string NameEn, string NameZh, string Period, DateOnly Sent, bool IsCorrected,
    IReadOnlyList<ExtractField> Fields);

/// <summary>A public field.</summary>
/// <param name="LabelEn">Its label in English.</param>
/// <param name="LabelZh">The same in Chinese.</param>
/// <param name="Value">What was declared.</param>
/// <param name="Unit">Its unit.</param>
public sealed record ExtractField(string LabelEn, string LabelZh, string Value, string? Unit);

/// <summary>Asks for what States said of their arms and policies.</summary>
/// <param name="State">Of this State only.</param>
/// <param name="Kind">Of this kind only.</param>
/// <param name="Day">Up to which day; left out: the last that the view counts.</param>
public sealed record ArmsStatementsQuery(
    [Meaning("Of this State only, two letters", "僅此國，兩個字母")] string? State = null,
    [Meaning("Of this kind only", "僅此類")] StatementKind? Kind = null,
    [Meaning("Up to which day", "截至日期")] DateOnly? Day = null);

/// <summary>Statements.</summary>
/// <param name="Rows">By State, then day.</param>
public sealed record ArmsStatementList(IReadOnlyList<ArmsStatementRow> Rows);

/// <summary>A statement.</summary>
/// <param name="State">Code of the State.</param>
/// <param name="Kind">What it is.</param>
/// <param name="On">When.</param>
/// <param name="Precision">How exactly that is known.</param>
/// <param name="TextEn">What was said, in English.</param>
/// <param name="TextZh">The same in Chinese; of a recorded one the text as it was recorded.</param>
/// <param name="ConditionEn">Under which condition.</param>
/// <param name="ConditionZh">The same in Chinese.</param>
/// <param name="Value">Of a stockpile: how many warheads.</param>
/// <param name="ValueAsOf">The day of that number.</param>
/// <param name="Withdrawn">When it was withdrawn.</param>
/// <param name="Reason">Why it was withdrawn.</param>
/// <param name="Mark">Of published ones: how far it was checked.</param>
/// <param name="Document">Of recorded ones: the document that shows it.</param>
/// <param name="Entry">The entry that recorded it.</param>
public sealed record ArmsStatementRow(string State, StatementKind Kind, DateOnly On, DatePrecision Precision, string TextEn, string TextZh,
    string? ConditionEn, string? ConditionZh, int? Value, DateOnly? ValueAsOf, DateOnly? Withdrawn, string? Reason, Mark? Mark,
    string? Document, long? Entry);
