using System.Globalization;
using System.Text;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Faces;
using Custodia.Commitments;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Reports;
using Custodia.Server.Access;
using Custodia.Server.Hosting;

namespace Custodia.Server.Proving;

/// <summary>Makes the proof of a report for somebody: with what he may see, and with nothing else.</summary>
/// <param name="folder">The data folder.</param>
public sealed class ReportProofFace(DataFolder folder)
{
    /// <summary>Most entries of a proof.</summary>
    public const int MaxEntries = 10_000;

    /// <summary>Name of the field of the last entry that counts.</summary>
    public const string KnownAt = "knownAt";

    private static readonly QueryDefinition<CommitmentsBook, ProgressReportQuery, ProgressReport> Definition =
        CommitmentsCatalogue.Instance.Queries.OfType<QueryDefinition<CommitmentsBook, ProgressReportQuery, ProgressReport>>().Single();

    /// <summary>What is asked besides <see cref="KnownAt"/>: the fields of the report.</summary>
    public static IReadOnlyList<FieldDefinition> Fields => Definition.Fields;

    /// <summary>The proof of a report.</summary>
    /// <param name="query">The report.</param>
    /// <param name="knownAt">The last entry that counts; null: the newest.</param>
    /// <param name="caller">For whom.</param>
    public Answer<ReportProof> Of(ProgressReportQuery query, long? knownAt, Caller caller) =>
        folder.Node.Read<ReportProof>(Definition.Permission, "commitments/report-proof", caller, reader =>
        {
            if (folder.Node.View(new ViewRequest(null, knownAt ?? folder.Node.Count - 1)) is not { } view)
                return BooksRefusals.KnownAtAhead.In(KnownAt, $"≤ {folder.Node.Count - 1}", $"{knownAt}");
            var report = Node.Ask<CommitmentsBook, ReportFigures>(folder.Commitments,
                book => ReportFigures.Ask(book, query, view with { Reader = reader }));
            if (!report.IsGiven)
                return Answer<ReportProof>.Refuse(report.Refusals);
            var numbers = Numbers(Values(report.Value));
            return numbers.IsGiven
                ? Of(report.Value, numbers.Value, new EntrySight(folder.Node, reader))
                : Answer<ReportProof>.Refuse(numbers.Refusals);
        });

    /// <summary>Reads the fields of a request.</summary>
    internal FaceAnswer Read(Func<string, string?> field, Caller caller)
    {
        var given = Fields.Where(known => field(known.Name) is not null).Select(known => KeyValuePair.Create(known.Name, field(known.Name)!));
        var query = FaceInput.Read<ProgressReportQuery>(
            Encoding.UTF8.GetBytes(FaceInput.FromTexts(Definition, given).ToJsonString(FaceJson.Options)));
        if (!query.IsGiven)
            return FaceAnswer.Refuse(query.Refusals);
        var last = -1L;
        if (field(KnownAt) is { } text && !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out last))
            return FaceAnswer.Refuse(InputRefusals.Malformed.In(KnownAt, "0 …", text.Length <= 40 ? text : null));
        var proof = Of(query.Value, last < 0 ? null : last, caller);
        return proof.IsGiven ? FaceAnswer.Of(proof.Value) : FaceAnswer.Refuse(proof.Refusals);
    }

    /// <summary>The entries that figures name, each once; refused where they are too many for a proof, which leaves none of them out.</summary>
    internal static Answer<SortedSet<long>> Numbers(IEnumerable<IndicatorValue> values)
    {
        SortedSet<long> numbers = [.. values.SelectMany(ProofFile.Named)];
        return numbers.Count <= MaxEntries
            ? numbers
            : ProofRefusals.TooLarge.At(default, $"≤ {MaxEntries}", numbers.Count.ToString(CultureInfo.InvariantCulture));
    }

    private static IEnumerable<IndicatorValue> Values(ReportFigures report) => report.Figures.Select(figure => figure.Value).Concat(report.Before);

    private ReportProof Of(ReportFigures report, SortedSet<long> numbers, EntrySight sight)
    {
        var shown = Values(report).Select(value => value.Indicator).ToHashSet(StringComparer.Ordinal);
        List<IndicatorFormula> formulas = [.. folder.Node.Books.SelectMany(book => book.Indicators).Where(formula => shown.Contains(formula.Id))];
        var books = new List<ProvedBook>();
        // The shortest books first: so that as many as possible are given whole, and most figures follow.
        foreach (var (book, entries) in BookEntries(formulas, report.KnownAt, sight).OrderBy(known => known.Value.Count))
        {
            if (numbers.Count + entries.Count > MaxEntries)
                continue;
            numbers.UnionWith(entries);
            books.Add(new ProvedBook(book, entries.Count));
        }

        var checkpoint = folder.CheckpointOf(Math.Max(report.KnownAt, numbers.Max));
        return new ReportProof(ReportProof.Name, folder.Origin, report, formulas, Encoding.UTF8.GetString(checkpoint.Encode()), books,
            ProvedEntry.Of(folder, numbers, checkpoint, sight));
    }

    // By book, the entries of those whose bytes may all be shown; where a body is sealed, only of what judges, not of what is counted.
    private Dictionary<string, List<long>> BookEntries(List<IndicatorFormula> formulas, long knownAt, EntrySight sight)
    {
        var books = formulas.SelectMany(folder.BooksBehind).Append(folder.Commitments.Name).Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, _ => new List<long>(), StringComparer.Ordinal);
        folder.Store.Read(0, knownAt + 1, (in entry) =>
        {
            if (!books.TryGetValue(entry.Header.Book, out var entries))
                return;
            var isClosed = entry.Header.IsSealed && entry.Header.Book != folder.Commitments.Name || !sight.ShowsBytes(entry.Header);
            if (entries.Count == MaxEntries || isClosed)
                books.Remove(entry.Header.Book);
            else
                entries.Add(entry.Header.Sequence);
        });
        return books;
    }
}

/// <summary>Why a proof is not made.</summary>
public static class ProofRefusals
{
    /// <summary>The figures name more entries than a proof may hold.</summary>
    public static readonly RefusalCode TooLarge = new("proof.too-large",
        new("The figures rest on more entries than one proof holds.", "各數值所依分錄超過單一證明之上限。"),
        new("Prove the figures one by one, on the page of each indicator.", "請於各指標頁面逐項產生證明。"));
}
