using System.Text;
using Custodia.Books;
using Custodia.Materials.Ledger;
using Custodia.Materials.Reports;

namespace Custodia.Materials.Queries;

/// <summary>Searches MBAs and facilities, batches and reports by name.</summary>
/// <param name="Text">Name or a part of it, at most <see cref="SearchText.MaxLength"/> characters.</param>
/// <param name="Size">Most rows of each kind, at most 500.</param>
public sealed record FindQuery(
    [Meaning("Name or a part of it", "名稱或其部分文字")] string Text,
    [Meaning("Most rows of each kind, at most 500", "每類最多列數，上限 500")] int Size = 20);

/// <summary>What was found: of each kind, exact names first, then those that begin with the text, then others.</summary>
/// <param name="Places">MBAs and facilities.</param>
/// <param name="Batches">Batches.</param>
/// <param name="Reports">Prepared reports.</param>
public sealed record FindAnswer(
    IReadOnlyList<FoundPlace> Places, IReadOnlyList<FoundBatch> Batches, IReadOnlyList<FoundReport> Reports);

/// <summary>An MBA, or a facility.</summary>
/// <param name="Code">Its code.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="Mba">The MBA itself; of a facility, the first of its MBAs.</param>
/// <param name="IsFacility">Whether it is a facility.</param>
public sealed record FoundPlace(string Code, string NameEn, string NameZh, string Mba, bool IsFacility);

/// <summary>A batch in the book of an MBA.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Name">Name of the batch.</param>
public sealed record FoundBatch(string Mba, string Name);

/// <summary>A prepared report.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Type">Kind.</param>
/// <param name="Number">Its number.</param>
/// <param name="From">First day of its period.</param>
/// <param name="To">Last day.</param>
public sealed record FoundReport(string Mba, ReportType Type, int Number, DateOnly From, DateOnly To);

/// <summary>
/// Search by name. It goes MBA by MBA, over those that the view shows, and keeps no index that mixes them.
/// </summary>
/// <remarks>
/// A batch name is at most 20 characters, so that 1,000,000 names are at most 21 MB, read once from end to end: some
/// milliseconds. Only a name that would stand among the <see cref="FindQuery.Size"/> best is asked whether the view sees
/// its batch. <c>bench find</c> measures it.
/// </remarks>
public static class Finds
{
    /// <summary>Answers <see cref="FindQuery"/>.</summary>
    public static Answer<FindAnswer> Ask(MaterialsBook book, FindQuery query, View view)
    {
        if (Paging.Check(1, query.Size) is { } refusal)
            return refusal;
        var text = query.Text.Length > SearchText.MaxLength ? "" : SearchText.Fold(query.Text);
        if (text.Length == 0)
            return QueryRefusals.FindTextOutside.In("text", $"1–{SearchText.MaxLength}", $"{query.Text.Length}");
        var mbas = Sight.Mbas(book, null, view).ToList();
        return new FindAnswer(
            Best(mbas.SelectMany(ledger => Places(ledger, view)).DistinctBy(place => (place.What.Code, place.What.IsFacility)),
                text, query.Size),
            Batches(mbas, text, query.Size, view),
            Best(mbas.SelectMany(ledger => Reports(ledger, view)), text, query.Size));
    }

    /// <summary>The MBA and its facility, once their time has come. A facility is known through its MBAs only: a reader who
    /// may see none of them does not find it.</summary>
    private static IEnumerable<Candidate<FoundPlace>> Places(MbaLedger ledger, View view)
    {
        var (area, facility) = (ledger.Area, ledger.Facility);
        if (area.From > view.AsOf)
            yield break;
        yield return new(new FoundPlace(area.Code, area.NameEn, area.NameZh, area.Code, false),
            [area.Code, area.NameEn, area.NameZh]);
        yield return new(new FoundPlace(facility.Code, facility.NameEn, facility.NameZh, area.Code, true),
            [facility.Code, facility.NameEn, facility.NameZh]);
    }

    private static IEnumerable<Candidate<FoundReport>> Reports(MbaLedger ledger, View view) =>
        from report in ledger.Reports
        let fact = report.Fact
        where view.Sees(report.Stamp.Sequence, fact.Date)
        select new Candidate<FoundReport>(
            new FoundReport(fact.Mba, fact.Type, fact.Number, fact.From, fact.To), NamesOf(fact));

    /// <summary>A report is written as its file is named, as its address, or as people say it.</summary>
    private static string[] NamesOf(ReportPrepared fact) =>
    [
        FormattableString.Invariant($"{fact.Mba}-{fact.Type}-{fact.Number:000}"),
        FormattableString.Invariant($"{fact.Mba}/{fact.Type}/{fact.Number}"),
        FormattableString.Invariant($"{fact.Mba} {fact.Type} {fact.Number}"),
        FormattableString.Invariant($"{fact.Type} {fact.Number}"),
    ];

    private static List<T> Best<T>(IEnumerable<Candidate<T>> candidates, string text, int size) =>
    [
        .. (from candidate in candidates
            let rank = candidate.Names.Select(name => SearchText.Match(SearchText.Fold(name), text)).Min()
            where rank is not null
            orderby rank
            select candidate.What).Take(size),
    ];

    private static List<FoundBatch> Batches(IReadOnlyList<MbaLedger> mbas, string text, int size, View view)
    {
        var best = new BestBatches(size);
        var sought = Encoding.UTF8.GetBytes(text);
        foreach (var ledger in mbas)
        {
            var names = ledger.Names;
            var walk = names.Find(sought, Sight.Known(names.Batches, view, batch => batch.FirstEntry));
            while (walk.MoveNext())
            {
                if (best.Takes(walk.Rank, walk.Name) && names.IsSeen(walk.Index, view))
                    best.Add(walk.Rank, names.Name(walk.Index), names.Batches[walk.Index]);
            }
        }

        return best.Found();
    }

    private readonly record struct Candidate<T>(T What, string[] Names);

    /// <summary>The best so far, by rank and then by name; of the same name, the MBA that came first.</summary>
    private sealed class BestBatches(int size)
    {
        private readonly List<(SearchRank Rank, ReadOnlyMemory<byte> Name, Batch Batch)> _best = [];

        public bool Takes(SearchRank rank, ReadOnlySpan<byte> name) =>
            _best.Count < size || IsBefore(rank, name, _best[^1].Rank, _best[^1].Name.Span);

        public void Add(SearchRank rank, ReadOnlyMemory<byte> name, Batch batch)
        {
            var at = _best.Count;
            while (at > 0 && IsBefore(rank, name.Span, _best[at - 1].Rank, _best[at - 1].Name.Span))
                at--;
            if (_best.Count == size)
                _best.RemoveAt(size - 1);
            _best.Insert(at, (rank, name, batch));
        }

        public List<FoundBatch> Found() => [.. _best.Select(found => new FoundBatch(found.Batch.Mba, found.Batch.Name))];

        private static bool IsBefore(SearchRank rank, ReadOnlySpan<byte> name, SearchRank thanRank, ReadOnlySpan<byte> than) =>
            rank != thanRank ? rank < thanRank : name.SequenceCompareTo(than) < 0;
    }
}
