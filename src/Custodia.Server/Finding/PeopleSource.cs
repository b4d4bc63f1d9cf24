using Custodia.Books;
using Custodia.People;
using Custodia.People.Queries;
using Custodia.Server.Language;
using Custodia.Server.Reading;
using Microsoft.Extensions.Localization;

namespace Custodia.Server.Finding;

/// <summary>Persons and devices, for who may see who holds which rights; to others there are none.</summary>
public sealed class PeopleSource(Desk desk, IStringLocalizer<Text> text) : IFindSource
{
    /// <inheritdoc/>
    public Answer<IReadOnlyList<FoundGroup>> Find(FindRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!desk.May(PeoplePermissions.Read))
            return Array.Empty<FoundGroup>();
        var answer = desk.Ask<HoldersQuery, HolderList>(
            new HoldersQuery(Text: request.Text.Trim(), Size: request.Size), new ViewRequest(request.AsOf.Date, request.AsOf.KnownAt));
        return answer.IsGiven
            ? new FoundGroup[] { new(text["Find.People"], [.. answer.Value.Rows.Select(row => Row(row, request))]) }
            : Answer<IReadOnlyList<FoundGroup>>.Refuse(answer.Refusals);
    }

    private static Found Row(HolderRow row, FindRequest request) => new(
        Wording.Name(row.Holder.NameEn, row.Holder.NameZh), $"{row.Holder.Id} · {row.Holder.Organisation}",
        request.AsOf.On("/people/" + Uri.EscapeDataString(row.Holder.Id)));
}
