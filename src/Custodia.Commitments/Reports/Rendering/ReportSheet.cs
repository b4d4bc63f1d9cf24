namespace Custodia.Commitments.Reports.Rendering;

/// <summary>What stands around a report and only the server knows: whose journal it is made of, and under which root.</summary>
/// <param name="State">Name of the State.</param>
/// <param name="Origin">Name of the journal.</param>
/// <param name="Root">Root of the journal up to the last entry that counts, in hexadecimal.</param>
public sealed record ReportFrame(Words State, string Origin, string Root);

/// <summary>A report laid out in one language: what every form on paper shows, in this order.</summary>
/// <param name="Language"><c>en</c> or <c>zh-Hant</c>.</param>
/// <param name="State">Name of the State.</param>
/// <param name="Title">Its title.</param>
/// <param name="Marking">What stands at the head of each page.</param>
/// <param name="Position">Entry and root, which stand at the foot of each page.</param>
/// <param name="Facts">What it is of, under the title.</param>
/// <param name="Sections">Its sections.</param>
/// <param name="NotesTitle">Heading of the notes, where they stand together.</param>
/// <param name="Notes">The notes: the first is number 1.</param>
/// <param name="IsOnePage">Whether it is set small enough for one page.</param>
public sealed record ReportSheet(string Language, string State, string Title, string Marking, string Position,
    IReadOnlyList<SheetFact> Facts, IReadOnlyList<SheetSection> Sections, string NotesTitle, IReadOnlyList<IReadOnlyList<SheetRun>> Notes,
    bool IsOnePage);

/// <summary>A named fact under the title.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it is.</param>
/// <param name="IsCode">Whether that is written for programs, and so the same in each language.</param>
public sealed record SheetFact(string Name, string Value, bool IsCode = false);

/// <summary>A piece of a note.</summary>
/// <param name="Text">What it says.</param>
/// <param name="IsCode">Whether that is written for programs.</param>
public sealed record SheetRun(string Text, bool IsCode = false);

/// <summary>A section: paragraphs, then tables, then lines.</summary>
public sealed record SheetSection(string Heading, IReadOnlyList<string> Paragraphs, IReadOnlyList<SheetTable> Tables, IReadOnlyList<string> Lines);

/// <summary>A table, whose head is repeated on each page.</summary>
public sealed record SheetTable(IReadOnlyList<SheetColumn> Columns, IReadOnlyList<SheetRow> Rows);

/// <summary>A column.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Width">Its share of the width, compared with the other columns.</param>
/// <param name="IsNumber">Whether it is set to the right.</param>
public sealed record SheetColumn(string Name, int Width, bool IsNumber = false);

/// <summary>A row.</summary>
public sealed record SheetRow(IReadOnlyList<SheetCell> Cells, bool IsTotal = false);

/// <summary>A cell.</summary>
/// <param name="Text">What stands there.</param>
/// <param name="Note">Number of its note.</param>
/// <param name="IsStrong">Whether it is to be seen first.</param>
public sealed record SheetCell(string Text, int? Note = null, bool IsStrong = false);
