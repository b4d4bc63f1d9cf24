using Custodia.Books;
using Custodia.Commitments;
using Custodia.Commitments.Cooperation.Queries;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Law;
using Custodia.Commitments.Queries;
using Custodia.Server.Components;
using Custodia.Server.Language;
using Custodia.Server.Reading;
using Microsoft.Extensions.Localization;

namespace Custodia.Server.Finding;

/// <summary>Promises, indicators and the register by id, name, words and question, for who may read the book of commitments.</summary>
public sealed class CommitmentsSource(Desk desk, IStringLocalizer<Text> text) : IFindSource
{
    /// <inheritdoc/>
    public Answer<IReadOnlyList<FoundGroup>> Find(FindRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!desk.May(CommitmentsPermissions.Read))
            return Array.Empty<FoundGroup>();
        var sought = SearchText.Fold(request.Text);
        var documents = desk.Ask<DocumentsQuery, DocumentList>(new DocumentsQuery(), new ViewRequest(request.AsOf.Date, request.AsOf.KnownAt)).Value;
        var known = Register.Find(request.Text).ToList();
        return new FoundGroup[]
        {
            new(text["Nav.Indicators"],
            [
                .. from indicator in IndicatorCatalogue.All
                   let ranks = new[] { indicator.Id, indicator.NameEn, indicator.NameZh }
                       .Select(name => SearchText.Match(SearchText.Fold(name), sought)).OfType<SearchRank>().ToList()
                   where ranks.Count > 0
                   orderby ranks.Min()
                   select new Found(Wording.Of(indicator.Name), indicator.Id, request.AsOf.On("/commitments/indicators/" + indicator.Id)),
            ]),
            new(text["Nav.Campaigns"],
            [
                .. from row in Campaigns(request)
                   let names = new[] { row.Campaign.Id, row.Campaign.NameEn, row.Campaign.NameZh }
                   let ranks = names.Select(name => SearchText.Match(SearchText.Fold(name), sought)).OfType<SearchRank>().ToList()
                   where ranks.Count > 0
                   orderby ranks.Min()
                   select new Found(Wording.Name(row.Campaign.NameEn, row.Campaign.NameZh), CooperationWording.Of(row.State),
                       request.AsOf.On("/commitments/campaigns/" + row.Campaign.Id)),
            ]),
            new(text["Find.Promises"],
            [
                .. (from own in documents?.Own ?? []
                    let rank = Rank(sought, own.Id, own.TextEn, own.TextZh)
                    where rank is not null
                    orderby rank
                    select new Found(Wording.Name(own.TextEn, own.TextZh), own.Id, request.AsOf.On("/commitments/items/" + own.Id)))
                    .Take(request.Size),
                .. known.Where(match => match.Kind == RecordKind.Item).Take(request.Size)
                    .Select(match => Register.Items.Find(match.Id)!)
                    .Select(item => new Found(Wording.Name(item.Text.En, item.Text.Zh), item.Id, request.AsOf.On("/commitments/items/" + item.Id))),
            ]),
            new(text["Nav.Documents"],
            [
                .. (from row in documents?.Rows ?? []
                    let rank = Rank(sought, row.Id, row.NameEn, row.NameZh)
                    where rank is not null && row.Kept is not null
                    orderby rank
                    select new Found(Wording.Name(row.NameEn, row.NameZh), row.Id, request.AsOf.On("/commitments/documents/" + row.Id)))
                    .Take(request.Size),
            ]),
            new(text["Nav.Register"],
            [
                .. known.Where(match => match.Kind is not (RecordKind.Item or RecordKind.Term
                    or RecordKind.Instrument or RecordKind.Resolution or RecordKind.Circular)).Take(request.Size)
                    .Select(RegisterEntries.Find)
                    .Select(entry => new Found(CommitmentsWording.Of(entry.Name), Detail(entry),
                        request.AsOf.On(RegisterPath.Of(entry.Kind, entry.Id)))),
            ]),
            new(text["Nav.Instruments"],
            [
                .. known.Where(match => match.Kind is RecordKind.Instrument or RecordKind.Resolution or RecordKind.Circular)
                    .Take(request.Size).Select(match => (match.Id, Name: Components.RegisterFacts.NameOf(match.Id)!))
                    .Select(match => new Found(Wording.Name(match.Name.En, match.Name.Zh), Detail(RegisterEntries.Find(match.Id).First(IsActed)),
                        request.AsOf.On("/commitments/instruments/" + match.Id))),
            ]),
            new(text["Find.Law"], [.. Law(request, sought).OrderBy(found => found.Rank).Select(found => found.Found).Take(request.Size)]),
        };
    }

    // A clause leads to its act, where it stands among the others.
    private IEnumerable<(SearchRank Rank, Found Found)> Law(FindRequest request, string sought)
    {
        var view = new ViewRequest(request.AsOf.Date, request.AsOf.KnownAt);
        var day = request.AsOf.Date ?? Components.LawChoices.Today(desk);
        foreach (var law in desk.Ask<ActsQuery, ActList>(new ActsQuery(day), view).Value?.Rows ?? [])
        {
            if (Rank(sought, law.Id, law.NameEn, law.NameZh, law.Number) is { } rank)
                yield return (rank, new Found(Wording.Name(law.NameEn, law.NameZh), law.Id, request.AsOf.On("/commitments/law/" + law.Id)));
        }

        foreach (var clause in desk.Ask<ClausesQuery, ClauseList>(new ClausesQuery(null, false, day), view).Value?.Rows ?? [])
        {
            if (Rank(sought, $"{clause.Law} {clause.Clause}", clause.TextEn, clause.TextZh) is { } rank)
                yield return (rank, new Found(Wording.Name(clause.TextEn, clause.TextZh), $"{clause.Law} {clause.Clause}",
                    request.AsOf.On("/commitments/law/" + clause.Law)));
        }
    }

    private static SearchRank? Rank(string sought, params ReadOnlySpan<string> names)
    {
        SearchRank? best = null;
        foreach (var name in names)
        {
            if (SearchText.Match(SearchText.Fold(name), sought) is { } rank && !(best <= rank))
                best = rank;
        }

        return best;
    }

    private IReadOnlyList<CampaignRow> Campaigns(FindRequest request) => desk.Ask<CampaignsQuery, CampaignList>(
        new CampaignsQuery(request.AsOf.Date ?? DateOnly.FromDateTime(desk.Folder.Time.GetUtcNow().UtcDateTime), IsBrief: true),
        new ViewRequest(request.AsOf.Date, request.AsOf.KnownAt)).Value?.Rows ?? [];

    private static bool IsActed(RegisterEntry entry) => entry.Kind is RecordKind.Instrument or RecordKind.Resolution or RecordKind.Circular;

    // What is told, and who says so: a question is answered where it is asked.
    private static string Detail(RegisterEntry entry) =>
        $"{CommitmentsWording.Of(entry.Answer)} · {string.Join(", ", entry.Sources.Select(source => source.Source).Distinct())}";
}
