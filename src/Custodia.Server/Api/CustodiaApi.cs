using Custodia.Books;
using Custodia.Server.Hosting;

namespace Custodia.Server.Api;

/// <summary>The HTTP API over a data folder.</summary>
internal static class CustodiaApi
{
    private const string Root = ApiGuard.Prefix + "/v1";

    public static void AddCustodiaApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => FaceJson.Configure(options.SerializerOptions));
        services.AddOpenApi("v1", ApiDescription.Configure);
    }

    public static void MapCustodiaApi(this IEndpointRouteBuilder app, DataFolder folder)
    {
        var api = app.MapGroup(Root).DisableAntiforgery();
        foreach (var book in folder.Node.Books)
            api.MapCatalogue(book);
        api.MapImports();
        api.MapDocuments();
        api.MapMatrixFile();
        api.MapStatistics();
        api.MapReports();
        api.MapJournal();
        app.MapOpenApi();
        app.MapGet("/health", (HttpContext context) => JournalEndpoints.Health(context, folder)).AllowAnonymous().ExcludeFromDescription();
    }
}
