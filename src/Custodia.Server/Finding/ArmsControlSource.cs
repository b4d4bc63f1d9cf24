using Custodia.ArmsControl;
using Custodia.ArmsControl.Queries;
using Custodia.ArmsControl.Reference;
using Custodia.Books;
using Custodia.Server.Language;
using Custodia.Server.Reading;
using Microsoft.Extensions.Localization;

namespace Custodia.Server.Finding;

/// <summary>Obligations to declare and the State's declarations, for who may read the book of arms control.</summary>
public sealed class ArmsControlSource(Desk desk, IStringLocalizer<Text> text) : IFindSource
{
    /// <inheritdoc/>
    public Answer<IReadOnlyList<FoundGroup>> Find(FindRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!desk.May(ArmsControlPermissions.Read))
            return Array.Empty<FoundGroup>();
        var sought = SearchText.Fold(request.Text);
        var day = request.AsOf.Date ?? DateOnly.FromDateTime(desk.Folder.Time.GetUtcNow().UtcDateTime);
        var calendar = desk.Ask<CalendarQuery, Calendar>(new CalendarQuery(null, day), new ViewRequest(request.AsOf.Date, request.AsOf.KnownAt));
        return new FoundGroup[]
        {
            new(text["Find.Declarations"],
            [
                .. from found in DeclarationRegister.Obligations
                   where Matches(found.Id, found.NameEn, found.NameZh)
                   select new Found(Wording.Name(found.NameEn, found.NameZh), Wording.Name(found.DueEn, found.DueZh),
                       request.AsOf.On("/arms-control/declarations?obligation=" + found.Id)),
            ]),
            new(text["Declarations.Title"],
            [
                .. (from row in calendar.Value?.Rows ?? []
                    where Matches(row.Id, row.NameEn, row.NameZh)
                    select new Found($"{Wording.Name(row.NameEn, row.NameZh)} · {row.Period}", ArmsControlWording.Of(row.State),
                        request.AsOf.On("/arms-control/declarations/" + row.Id))).Take(request.Size),
            ]),
        };

        bool Matches(params string[] names) => names.Any(name => SearchText.Match(SearchText.Fold(name), sought) is not null);
    }
}
