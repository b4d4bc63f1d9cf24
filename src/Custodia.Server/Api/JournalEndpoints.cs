using Custodia.Books.Faces;
using Custodia.Server.Access;
using Custodia.Server.Hosting;

namespace Custodia.Server.Api;

/// <summary>The endpoints of the journal.</summary>
internal static class JournalEndpoints
{
    public static void MapJournal(this IEndpointRouteBuilder api)
    {
        foreach (var resource in JournalFace.Resources)
        {
            api.MapGet("journal/" + resource.Path, (HttpContext context, JournalFace face) => Read(context, face))
                .WithName("journal." + resource.Path.Split('/')[0]).WithTags("journal")
                .WithSummary(resource.Summary.En).WithDescription(resource.Summary.Zh).WithMetadata(resource);
        }
    }

    /// <summary>Whether the journal and the books are well: 200, or 503.</summary>
    public static Task Health(HttpContext context, DataFolder folder)
    {
        // Anybody may ask: how much is recorded, and what is wrong with a book, is told to who is signed in (journal/state).
        var isWell = folder.Node.Books.All(book => book.Fault is null) && !folder.Journal.Failed.IsCompleted;
        var answer = FaceAnswer.Of(new { Status = isWell ? "healthy" : "failed", folder.Origin });
        return ApiResults.Write(context, answer, isWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static Task Read(HttpContext context, JournalFace face)
    {
        if (Callers.Of(context.User) is not { } caller)
            return ApiResults.SignInRequired(context);
        var path = context.Request.Path.Value!;
        var start = path.IndexOf("/journal/", StringComparison.Ordinal) + "/journal/".Length;
        return ApiResults.Write(context, face.Read(path[start..], name => context.Request.Query[name], caller));
    }
}
