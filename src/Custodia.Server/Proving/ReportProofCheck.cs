using System.Text.Json;
using Custodia.Books;
using Custodia.Commitments;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Reports;
using Custodia.Journal;
using Custodia.Proofs;
using Custodia.Proofs.Audit;
using Custodia.Server.Hosting;

namespace Custodia.Server.Proving;

/// <summary>
/// Checks the proof of a report offline: its checkpoint, every entry, every figure that follows from what is given, and how the
/// promises stand by the figures.
/// </summary>
public static class ReportProofCheck
{
    /// <summary>A formula, or its version, is not the one that this program knows.</summary>
    public const string FormulaBad = "proof.formula";

    /// <summary>A figure is missing, twice, or of another day.</summary>
    public const string FigureBad = "proof.figure";

    /// <summary>A promise does not stand as the figures have it.</summary>
    public const string PromiseBad = "proof.promise";

    /// <summary>Whether a file says that it is the proof of a report.</summary>
    public static bool Claims(ReadOnlySpan<byte> file) => file.Length <= ProofCheck.MaxBytes && file.IndexOf("\"custodia-report-proof/"u8) >= 0;

    /// <summary>Checks a proof.</summary>
    /// <param name="file">The bytes of the file.</param>
    /// <param name="key">The key of the journal.</param>
    public static ReportProofResult Verify(ReadOnlySpan<byte> file, VerifierKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (ProofFile.Read<ReportProof>(file, IsFormed) is not { } proof)
            return new ReportProofResult { Problems = [new(ProofCheck.Malformed, "proof", null, ReportProof.Name, $"{file.Length} bytes")] };
        if (ProofFile.Open(proof.Origin, proof.Checkpoint, proof.Report.KnownAt, key) is not { } checkpoint)
            return new ReportProofResult { Problems = [ProofFile.NotOpened(proof.Origin, proof.Report.KnownAt, key)], Proof = proof };
        using var books = new BookSet();
        List<AuditProblem> problems =
        [
            .. ProofFile.Problems(proof.Entries, Values(proof.Report), checkpoint, key), .. Books(proof), .. Formulas(proof, books),
            .. Figures(proof),
        ];
        if (problems.Count > 0)
            return new ReportProofResult { Problems = problems, Proof = proof };
        Refolding.Fold(books.All, [.. proof.Entries.Select(entry => entry.Decode()).OfType<Entry>()]);
        var figures = new List<FigureCheck>();
        foreach (var value in Values(proof.Report))
            figures.Add(Check(proof, value, books, problems));
        var isJudged = IsWhole(proof, books.Commitments.Name);
        if (isJudged && !proof.Report.Judged(books.Commitments).SequenceEqual(proof.Report.Promises))
            problems.Add(new(PromiseBad, "proof", null, "promises as their indicators stand", Differing(proof.Report, books.Commitments) ?? "none"));
        return problems.Count > 0
            ? new ReportProofResult { Problems = problems, Proof = proof }
            : new ReportProofResult { Problems = [], Proof = proof, Checkpoint = checkpoint, Figures = figures, IsJudgedAgain = isJudged };
    }

    private static IEnumerable<AuditProblem> Books(ReportProof proof)
    {
        foreach (var book in proof.Books)
        {
            var given = proof.Entries.Count(entry => entry.Book == book.Name && entry.Receipt is not null && entry.Number <= proof.Report.KnownAt);
            if (given != book.Entries)
                yield return new(ProofCheck.EntryMissing, "proof", null, $"{book.Entries} entries of {book.Name}", $"{given}");
        }
    }

    // A figure of a formula that is not known here would be compared with something else.
    private static IEnumerable<AuditProblem> Formulas(ReportProof proof, BookSet books)
    {
        var known = books.All.SelectMany(book => book.Indicators).ToDictionary(formula => formula.Id, StringComparer.Ordinal);
        foreach (var formula in proof.Formulas)
        {
            if (!known.TryGetValue(formula.Id, out var own) || Text(own) != Text(formula))
                yield return new(FormulaBad, "proof", null, $"{formula.Id} version {own?.Version}", $"version {formula.Version}");
        }

        var given = proof.Formulas.ToDictionary(formula => formula.Id, formula => formula.Version, StringComparer.Ordinal);
        foreach (var value in Values(proof.Report))
        {
            var declared = given.GetValueOrDefault(value.Indicator, -1);
            if (value.FormulaVersion is { } version && version != declared)
                yield return new(FormulaBad, "proof", null, $"{value.Indicator} version {declared}", $"version {version}");
        }

        static string Text(IndicatorFormula formula) => JsonSerializer.Serialize(formula, FaceJson.Options);
    }

    private static IEnumerable<AuditProblem> Figures(ReportProof proof)
    {
        var report = proof.Report;
        var all = IndicatorCatalogue.All.Select(indicator => indicator.Id).ToList();
        if (report.SinceKnownAt > report.KnownAt || report.Since > report.Day)
            yield return new(FigureBad, "proof", null, "an earlier day", $"{report.Since:yyyy-MM-dd}");
        if (!report.Figures.Select(figure => figure.Value.Indicator).SequenceEqual(all)
            || !report.Before.Select(value => value.Indicator).SequenceEqual(all))
            yield return new(FigureBad, "proof", null, $"{all.Count} figures of each day", $"{report.Figures.Count}, {report.Before.Count}");
        foreach (var value in report.Figures.Select(figure => figure.Value)
            .Where(value => (value.AsOf, value.KnownAt) != (report.Day, report.KnownAt))
            .Concat(report.Before.Where(value => (value.AsOf, value.KnownAt) != (report.Since, report.SinceKnownAt))))
            yield return new(FigureBad, "proof", null, $"{value.Indicator} on a day of the report", $"{value.AsOf:yyyy-MM-dd}, {value.KnownAt}");
    }

    private static FigureCheck Check(ReportProof proof, IndicatorValue value, BookSet books, List<AuditProblem> problems)
    {
        var named = ProofFile.Named(value).ToHashSet();
        var closed = proof.Entries.Count(entry => named.Contains(entry.Number) && (entry.IsSealed || entry.Receipt is null));
        var formula = proof.Formulas.FirstOrDefault(known => known.Id == value.Indicator);
        var outcome = !books.Behind(formula).All(book => IsWhole(proof, book)) ? closed > 0 ? FigureOutcome.Sealed : FigureOutcome.EntriesNotGiven
            : IsSealedFrom(proof, value, formula, books) ? FigureOutcome.Sealed
            : FigureOutcome.WorkedOutAgain;
        if (outcome == FigureOutcome.WorkedOutAgain && !Follows(proof.Report, value, books))
            problems.Add(new(ProofCheck.ValueBad, "proof", null, $"{value.Indicator} on {value.AsOf:yyyy-MM-dd}, as it follows from the entries",
                value.Value ?? $"{value.Standing}"));
        return new FigureCheck(value.Indicator, value.AsOf, outcome, named.Count, closed);
    }

    private static bool IsWhole(ReportProof proof, string book) => proof.Books.Any(known => known.Name == book);

    // What is stated and set of an indicator that is not shown to everybody is sealed, and may have judged it, and the promises with it.
    private static bool IsSealedFrom(ReportProof proof, IndicatorValue value, IndicatorFormula? formula, BookSet books) =>
        (IndicatorCatalogue.Find(value.Indicator) is { Disclosure: not Disclosure.Open }
            || formula?.Ask.Values.Any(question => question.Query == BookSet.Wall) == true)
        && proof.Entries.Any(entry => entry.IsSealed && entry.Book == books.Commitments.Name && entry.Number <= value.KnownAt);

    private static bool Follows(ReportFigures report, IndicatorValue value, BookSet books) =>
        ProofFile.Again(books.Commitments, value) is { } again && report.IsShownOf(value, again);

    private static string? Differing(ReportFigures report, CommitmentsBook book) =>
        report.Judged(book).Except(report.Promises).Concat(report.Promises.Except(report.Judged(book))).FirstOrDefault()?.Id;

    private static IEnumerable<IndicatorValue> Values(ReportFigures report) => report.Figures.Select(figure => figure.Value).Concat(report.Before);

    private static bool IsFormed(ReportProof proof) =>
        proof is { Format: ReportProof.Name, Origin: not null, Checkpoint: not null, Report: { } report }
        && report is { Marking: not null, Figures: not null, Before: not null, Promises: not null }
        && report.KnownAt >= -1 && report.SinceKnownAt >= -1
        && report.Figures.All(figure => figure is { Value: not null })
        && Values(report).All(ProofFile.IsFormed)
        && report.Promises.All(promise => promise is { Id: not null })
        && proof.Books is not null && proof.Books.All(book => book is { Name: not null })
        && proof.Formulas is not null && proof.Formulas.All(formula => formula is { Id: not null, Ask: not null })
        && proof.Formulas.Select(formula => formula.Id).Distinct(StringComparer.Ordinal).Count() == proof.Formulas.Count
        && ProofFile.IsFormed(proof.Entries)
        && proof.Entries.Zip(proof.Entries.Skip(1)).All(pair => pair.First.Number < pair.Second.Number);
}
