using Custodia.Books;
using Custodia.Commitments.Reports;
using Custodia.Proofs;
using Custodia.Proofs.Audit;

namespace Custodia.Server.Proving;

/// <summary>
/// What a stranger needs to check a report without the journal: its parameters, every figure with its formula, the entries they
/// rest on with their receipts, each once, and the signed checkpoint that holds them all (docs/formats/proofs.md).
/// </summary>
/// <param name="Format">Always <see cref="Name"/>.</param>
/// <param name="Origin">Name of the journal.</param>
/// <param name="Report">Its parameters, figures and promises, as they may be shown to whom it was made for.</param>
/// <param name="Formulas">How the figures are worked out.</param>
/// <param name="Checkpoint">The signed checkpoint, with its cosignatures, as text.</param>
/// <param name="Books">The books of which all entries are given.</param>
/// <param name="Entries">The entries, by number, each once.</param>
public sealed record ReportProof(string Format, string Origin, ReportFigures Report, IReadOnlyList<IndicatorFormula> Formulas,
    string Checkpoint, IReadOnlyList<ProvedBook> Books, IReadOnlyList<ProvedEntry> Entries)
{
    /// <summary>Name and version of the format.</summary>
    public const string Name = "custodia-report-proof/1";
}

/// <summary>A book of which all entries are given that the report counts.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Entries">How many they are.</param>
public sealed record ProvedBook(string Name, int Entries);

/// <summary>What could be checked of a figure.</summary>
public enum FigureOutcome
{
    /// <summary>It was worked out again from the entries, and is the same.</summary>
    WorkedOutAgain,

    /// <summary>Not all entries of the books that it rests on are given: those that are given are proved.</summary>
    EntriesNotGiven,

    /// <summary>A body that it may rest on is sealed: that the entry is in the journal is proved.</summary>
    Sealed,
}

/// <summary>What could be checked of a figure of a report.</summary>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Outcome">What could be checked.</param>
/// <param name="Entries">How many entries it names.</param>
/// <param name="Sealed">How many of them are sealed, or not shown.</param>
public sealed record FigureCheck(string Indicator, DateOnly AsOf, FigureOutcome Outcome, int Entries, int Sealed);

/// <summary>What the check of the proof of a report came to.</summary>
public sealed record ReportProofResult : AuditResult
{
    /// <summary>What was claimed; null where the file is no proof.</summary>
    public ReportProof? Proof { get; init; }

    /// <summary>The signed checkpoint; null where it is not good.</summary>
    public Checkpoint? Checkpoint { get; init; }

    /// <summary>What could be checked of each figure, those of the report's day first; empty where there are problems.</summary>
    public IReadOnlyList<FigureCheck> Figures { get; init; } = [];

    /// <summary>Whether the promises were judged again from the figures.</summary>
    public bool IsJudgedAgain { get; init; }
}
