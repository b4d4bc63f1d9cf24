using Custodia.Books;
using Custodia.Materials.Queries;
using Custodia.Server.Language;
using Custodia.Server.Reading;
using Microsoft.Extensions.Localization;

namespace Custodia.Server.Finding;

/// <summary>MBAs and facilities, batches and reports of the materials book.</summary>
public sealed class MaterialsSource(Desk desk, IStringLocalizer<Text> text) : IFindSource
{
    /// <inheritdoc/>
    public Answer<IReadOnlyList<FoundGroup>> Find(FindRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!desk.May("materials.read"))
            return Array.Empty<FoundGroup>();
        var answer = desk.Ask<FindQuery, FindAnswer>(
            new FindQuery(request.Text, request.Size), new ViewRequest(request.AsOf.Date, request.AsOf.KnownAt));
        if (!answer.IsGiven)
            return Answer<IReadOnlyList<FoundGroup>>.Refuse(answer.Refusals);
        return new FoundGroup[]
        {
            new(text["Find.Places"], [.. answer.Value.Places.Select(place => Place(place, request))]),
            new(text["Find.Batches"], [.. answer.Value.Batches.Select(batch => Batch(batch, request))]),
            new(text["Find.Reports"], [.. answer.Value.Reports.Select(report => Report(report, request))]),
        };
    }

    private static string Area(string mba) => "/mba/" + Uri.EscapeDataString(mba);

    private static Found Batch(FoundBatch batch, FindRequest request) =>
        new(batch.Name, batch.Mba, request.AsOf.On($"{Area(batch.Mba)}/batch/{Uri.EscapeDataString(batch.Name)}"));

    private Found Place(FoundPlace place, FindRequest request) => new(
        $"{place.Code} · {Wording.Name(place.NameEn, place.NameZh)}",
        place.IsFacility ? text["Find.Facility"] : text["Find.Area"],
        request.AsOf.On(Area(place.Mba) + (place.IsFacility ? "/structure" : "")));

    private Found Report(FoundReport report, FindRequest request)
    {
        var type = report.Type.ToString();
        return new Found(
            FormattableString.Invariant($"{report.Mba}-{type.ToUpperInvariant()}-{report.Number:000}"),
            $"{Wording.Report(text, report.Type)} · {Wording.Day(report.From)} – {Wording.Day(report.To)}",
            request.AsOf.On(FormattableString.Invariant(
                $"/reports/{Uri.EscapeDataString(report.Mba)}/{type.ToLowerInvariant()}/{report.Number}")));
    }
}
