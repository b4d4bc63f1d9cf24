using Custodia.Books;
using Custodia.Commitments;
using Custodia.Commitments.Missions.Commands;
using Custodia.Commitments.Missions.Queries;
using Custodia.Server.Language;
using Custodia.Server.Reading;
using Microsoft.Extensions.Localization;

namespace Custodia.Server.Finding;

/// <summary>
/// Missions by id and service, and actions by id, words and owner, for who may read the book. What is sealed is not looked
/// through: looking for it would open it.
/// </summary>
public sealed class MissionsSource(Desk desk, IStringLocalizer<Text> text, TimeProvider time) : IFindSource
{
    private static readonly ActionSource[] Open = [ActionSource.Plan, ActionSource.Gap, ActionSource.Other];

    /// <inheritdoc/>
    public Answer<IReadOnlyList<FoundGroup>> Find(FindRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!desk.May(CommitmentsPermissions.Read))
            return Array.Empty<FoundGroup>();
        var sought = SearchText.Fold(request.Text);
        var view = new ViewRequest(request.AsOf.Date, request.AsOf.KnownAt);
        var day = request.AsOf.Date ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var missions = desk.Ask<MissionsQuery, MissionList>(new MissionsQuery(day), view);
        var actions = Open.Select(source => desk.Ask<ActionsQuery, ActionList>(new ActionsQuery(source, Day: day), view)).ToList();
        if (missions.Refusals.Concat(actions.SelectMany(answer => answer.Refusals)).ToList() is { Count: > 0 } refusals)
            return Answer<IReadOnlyList<FoundGroup>>.Refuse(refusals);
        return new FoundGroup[]
        {
            new(text["Nav.Missions"],
            [
                .. from row in missions.Value!.Rows
                   let rank = Rank(sought, row.Id, row.NameEn, row.NameZh)
                   where rank is not null
                   orderby rank
                   select new Found(row.Id, MissionsWording.Service(row.Service), request.AsOf.On("/commitments/missions/" + row.Id)),
            ]),
            new(text["Nav.Actions"],
            [
                .. (from row in actions.SelectMany(answer => answer.Value!.Rows)
                    let rank = Rank(sought, row.Id, row.Words ?? "", row.Owner)
                    where rank is not null
                    orderby rank
                    select new Found(row.Id, row.Words, request.AsOf.On("/commitments/actions/" + row.Id))).Take(request.Size),
            ]),
        };
    }

    private static SearchRank? Rank(string sought, params string[] names) =>
        names.Select(name => SearchText.Match(SearchText.Fold(name), sought)).OfType<SearchRank>().Cast<SearchRank?>().Min();
}
