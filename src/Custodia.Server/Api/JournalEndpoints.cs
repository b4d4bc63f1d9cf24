using Custodia.Books.Faces;
using Custodia.Server.Access;
using Custodia.Server.Hosting;

namespace Custodia.Server.Api;

/// <summary>A compartment of the journal.</summary>
/// <param name="Compartment">Its name: for material, the code of an MBA.</param>
public sealed record CompartmentName(string Compartment);

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

        api.MapPost("journal/seal", (HttpContext context, JournalFace face) => Change(context, face.Seal))
            .WithName("journal.seal").WithTags("journal").Accepts<CompartmentName>(FaceAnswer.Json)
            .WithSummary("Seal a compartment from now on, or give it a new key.").WithDescription("自此封存區隔，或更換其金鑰。");
        api.MapPost("journal/destroy-key", (HttpContext context, JournalFace face) => Change(context, face.DestroyKeys))
            .WithName("journal.destroy-key").WithTags("journal").Accepts<CompartmentName>(FaceAnswer.Json)
            .WithSummary("Destroy the keys of a compartment: what is sealed in it is erased for ever.")
            .WithDescription("銷毀區隔之金鑰：其中封存之內容永久無法讀取。");
    }

    /// <summary>Whether the journal and the books are well: 200, or 503.</summary>
    public static Task Health(HttpContext context, DataFolder folder)
    {
        var faults = folder.Node.Books.Select(book => book.Fault).Where(fault => fault is not null).ToList();
        var isWell = faults.Count == 0 && !folder.Journal.Failed.IsCompleted;
        var answer = FaceAnswer.Of(new
        {
            Status = isWell ? "healthy" : "failed",
            folder.Origin,
            folder.Journal.Count,
            Faults = faults,
        });
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

    private static async Task Change(HttpContext context, Func<string, FaceAnswer> change)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var input = FaceInput.Read<CompartmentName>(body.ToArray());
        await ApiResults.Write(context, input.IsGiven ? change(input.Value.Compartment) : FaceAnswer.Refuse(input.Refusals));
    }
}
