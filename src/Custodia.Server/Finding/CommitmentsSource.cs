using Custodia.Books;
using Custodia.Commitments;
using Custodia.Commitments.Indicators;
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
            new(text["Find.Promises"],
            [
                .. Register.Find(request.Text).Where(match => match.Kind == RecordKind.Item).Take(request.Size)
                    .Select(match => Register.Items.Find(match.Id)!)
                    .Select(item => new Found(Wording.Name(item.Text.En, item.Text.Zh), item.Id, request.AsOf.On("/commitments/items/" + item.Id))),
            ]),
            new(text["Nav.Register"],
            [
                .. Register.Find(request.Text).Where(match => match.Kind is not (RecordKind.Item or RecordKind.Term)).Take(request.Size)
                    .Select(RegisterEntries.Find)
                    .Select(entry => new Found(CommitmentsWording.Of(entry.Name), Detail(entry),
                        request.AsOf.On(RegisterPath.Of(entry.Kind, entry.Id)))),
            ]),
        };
    }

    // What is told, and who says so: a question is answered where it is asked.
    private static string Detail(RegisterEntry entry) =>
        $"{CommitmentsWording.Of(entry.Answer)} · {string.Join(", ", entry.Sources.Select(source => source.Source).Distinct())}";
}
