using System.Globalization;
using System.Text;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Faces;
using Custodia.Commitments;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Queries;
using Custodia.Server.Access;
using Custodia.Server.Hosting;

namespace Custodia.Server.Proving;

/// <summary>Makes the proof of a figure for somebody: with what he may see, and with nothing else.</summary>
/// <param name="folder">The data folder.</param>
public sealed class ProofFace(DataFolder folder)
{
    /// <summary>Most entries of books that are given whole. Those that a figure names are fewer, and all given.</summary>
    public const int MaxEntries = 2_000;

    private static readonly QueryDefinition<CommitmentsBook, IndicatorQuery, IndicatorView> Definition =
        CommitmentsCatalogue.Instance.Queries.OfType<QueryDefinition<CommitmentsBook, IndicatorQuery, IndicatorView>>().Single();

    /// <summary>The proof of an indicator.</summary>
    /// <param name="indicator">Its id.</param>
    /// <param name="day">The day as of which it is worked out.</param>
    /// <param name="knownAt">The last entry that counts; null: the newest.</param>
    /// <param name="caller">For whom.</param>
    public Answer<ProofBundle> Of(string indicator, DateOnly day, long? knownAt, Caller caller)
    {
        var request = new ViewRequest(null, knownAt ?? folder.Node.Count - 1);
        var answer = folder.Node.Ask(Definition, new IndicatorQuery(indicator, day, 0), request, caller);
        if (!answer.IsGiven)
            return Answer<ProofBundle>.Refuse(answer.Refusals);
        var (value, formula) = (answer.Value.Value, answer.Value.Formula);
        return folder.Node.Read<ProofBundle>(Places.SignedIn, "commitments/proof", caller, reader =>
        {
            var sight = new EntrySight(folder.Node, reader);
            // Where little was recorded in the books that are asked, all of it is given, and the figure follows from it.
            if (BookEntries(formula, value.KnownAt) is { } whole && Bundle(value, formula, whole, sight, isWhole: true) is var bundle
                && bundle.Entries.All(entry => entry.Receipt is not null && !entry.IsSealed) && ProofCheck.Follows(bundle))
                return bundle;
            return Bundle(value, formula, [.. ProofFile.Named(value).Order()], sight, isWhole: false);
        });
    }

    private List<long>? BookEntries(IndicatorFormula? formula, long knownAt)
    {
        if (formula is null)
            return null;
        var asked = folder.BooksBehind(formula);
        List<long>? entries = [];
        folder.Store.Read(0, knownAt + 1, (in entry) =>
        {
            if (asked.Contains(entry.Header.Book))
                entries?.Add(entry.Header.Sequence);
            if (entries?.Count > MaxEntries)
                entries = null;
        });
        return entries;
    }

    private ProofBundle Bundle(IndicatorValue value, IndicatorFormula? formula, List<long> numbers, EntrySight sight, bool isWhole)
    {
        var checkpoint = folder.CheckpointOf(Math.Max(value.KnownAt, numbers.DefaultIfEmpty().Max()));
        return new ProofBundle(ProofBundle.Name, folder.Origin, value, formula, Encoding.UTF8.GetString(checkpoint.Encode()),
            ProvedEntry.Of(folder, numbers, checkpoint, sight), isWhole);
    }

    /// <summary>Reads the fields of a request.</summary>
    internal FaceAnswer Read(string indicator, string? day, string? knownAt, Caller caller)
    {
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on))
            return FaceAnswer.Refuse(InputRefusals.Malformed.In("day", "yyyy-MM-dd", day));
        if (knownAt is not null && !long.TryParse(knownAt, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return FaceAnswer.Refuse(InputRefusals.Malformed.In(nameof(knownAt), "0 …", knownAt));
        var bundle = Of(indicator, on, knownAt is null ? null : long.Parse(knownAt, CultureInfo.InvariantCulture), caller);
        return bundle.IsGiven ? FaceAnswer.Of(bundle.Value) : FaceAnswer.Refuse(bundle.Refusals);
    }
}
