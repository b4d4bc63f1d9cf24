using Custodia.ArmsControl.Facts;

namespace Custodia.ArmsControl.Reference;

/// <summary>How the periods of an obligation follow one another.</summary>
public enum PeriodRule
{
    /// <summary>Calendar years.</summary>
    Year,

    /// <summary>The days of data of New START.</summary>
    Exchange,
}

/// <summary>What a field of a declaration holds.</summary>
public enum FieldType
{
    /// <summary>A decimal number that is not negative.</summary>
    Number,

    /// <summary>How many: a whole number that is not negative.</summary>
    Count,

    /// <summary>A text.</summary>
    Text,
}

/// <summary>Which figure of another book stands beside a field: rows of its query, narrowed and added up, in kilograms.</summary>
/// <param name="Query">Book and name of the query, whose rows have <c>type</c>, <c>isIrradiated</c> and <c>element</c> in grams.</param>
/// <param name="Types">The types of material that count.</param>
/// <param name="IsIrradiated">Whether what was irradiated counts, or what was not.</param>
public sealed record BookSelector(string Query, IReadOnlyList<string> Types, bool IsIrradiated);

/// <summary>A field of a declaration.</summary>
/// <param name="Name">Its name in commands and answers.</param>
/// <param name="LabelEn">Its label in English.</param>
/// <param name="LabelZh">Its label in Chinese.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Public">Whether the public extract has it.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Required">Whether a declaration without it is not one.</param>
/// <param name="Book">The figure of another book to show beside it.</param>
public sealed record DeclarationField(string Name, string LabelEn, string LabelZh, FieldType Type, bool Public, string? Unit = null,
    bool Required = true, BookSelector? Book = null);

/// <summary>Something that States declare from time to time.</summary>
/// <param name="Id">Its id.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="Instrument">Id of the instrument under which it is due.</param>
/// <param name="Rule">How its periods follow.</param>
/// <param name="DueMark">How far the day on which it is due was checked.</param>
/// <param name="DueEn">When it is due, in words.</param>
/// <param name="DueZh">The same in Chinese.</param>
/// <param name="Fields">What it holds.</param>
/// <param name="DueYears">Of yearly ones: how many years after the period it is due.</param>
/// <param name="DueMonth">In which month.</param>
/// <param name="DueDay">On which day.</param>
/// <param name="NeedsParty">Whether the State has to say as which party it declares.</param>
public sealed record Obligation(string Id, string NameEn, string NameZh, string Instrument, PeriodRule Rule, Mark DueMark,
    string DueEn, string DueZh, IReadOnlyList<DeclarationField> Fields, int DueYears = 0, int DueMonth = 0, int DueDay = 0,
    bool NeedsParty = false);

/// <summary>What a State said of its arms or policy, by itself.</summary>
/// <param name="State">Code of the State.</param>
/// <param name="Kind">What it is.</param>
/// <param name="On">When; as exactly as <paramref name="Precision"/> says.</param>
/// <param name="Mark">How far it was checked.</param>
/// <param name="TextEn">What was said, in our own words.</param>
/// <param name="TextZh">The same in Chinese.</param>
/// <param name="Value">Of a stockpile: how many warheads.</param>
/// <param name="ValueAsOf">The day of that number.</param>
/// <param name="ConditionEn">Under which condition.</param>
/// <param name="ConditionZh">The same in Chinese.</param>
/// <param name="Precision">How exactly the day is known.</param>
public sealed record PublishedStatement(string State, StatementKind Kind, DateOnly On, Mark Mark, string TextEn, string TextZh, int? Value = null,
    DateOnly? ValueAsOf = null, string? ConditionEn = null, string? ConditionZh = null, DatePrecision Precision = DatePrecision.Day);

/// <summary>The obligations and statements that the program knows.</summary>
public static class DeclarationRegister
{
    /// <summary>The obligations.</summary>
    public static IReadOnlyList<Obligation> Obligations { get; } = ReferenceFile.Read<Obligation>("obligations");

    /// <summary>What States said.</summary>
    public static IReadOnlyList<PublishedStatement> Statements { get; } = ReferenceFile.Read<PublishedStatement>("statements");

    /// <summary>The obligation of that id, or <c>null</c>.</summary>
    public static Obligation? Find(string? id) => Obligations.FirstOrDefault(known => known.Id == id);
}
