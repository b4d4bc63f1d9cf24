using System.Text.Json.Nodes;
using Custodia.Books;
using Custodia.Books.Faces;
using Custodia.Server.Access;

namespace Custodia.Server.Api;

/// <summary>One endpoint for each command and query of each book.</summary>
internal static class CatalogueEndpoints
{
    /// <summary>Fields of an address that are not fields of the query.</summary>
    private static readonly string[] Reserved = ["input", AddressFields.AsOf, AddressFields.KnownAt];

    public static void MapCatalogue(this IEndpointRouteBuilder api, Book book)
    {
        var mapper = new Mapper(api, book);
        foreach (var command in book.Catalogue.Commands)
            command.Accept(mapper);
        foreach (var query in book.Catalogue.Queries)
            query.Accept(mapper);
    }

    private static async Task Give(HttpContext context, CatalogueFace face, Book book, string name)
    {
        if (Callers.Of(context.User) is not { } caller)
        {
            await ApiResults.SignInRequired(context);
            return;
        }

        var request = context.Request;
        var text = (string?)request.Query["commandId"] ?? (string?)request.Headers["Command-Id"];
        var id = Guid.TryParseExact(text, "D", out var parsed) ? parsed : (Guid?)null;
        if (text is not null && id is null)
        {
            await ApiResults.Write(context, FaceAnswer.Refuse(
                InputRefusals.Malformed.In("commandId", "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", text)));
            return;
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, context.RequestAborted);
        var asked = new FaceRequest(caller, default, id, request.Query["try"] == "true");
        // A command that was sent is decided: that the client has gone does not withdraw it.
        var answer = await face.Call(book.Name, name, body.GetBuffer().AsMemory(0, (int)body.Length), asked, CancellationToken.None);
        await ApiResults.Write(context, answer);
    }

    private static async Task Ask(HttpContext context, CatalogueFace face, Book book, QueryDefinition query)
    {
        if (Callers.Of(context.User) is not { } caller)
        {
            await ApiResults.SignInRequired(context);
            return;
        }

        var fields = context.Request.Query;
        var address = new AddressFields(name => fields[name]);
        var view = address.View();
        if (address.Refusals.Count > 0)
        {
            await ApiResults.Write(context, FaceAnswer.Refuse(address.Refusals));
            return;
        }

        var json = fields["input"] is [{ } whole]
            ? System.Text.Encoding.UTF8.GetBytes(whole)
            : System.Text.Encoding.UTF8.GetBytes(FaceInput.FromTexts(query, Texts(fields)).ToJsonString(FaceJson.Options));
        await ApiResults.Write(context, await face.Call(book.Name, query.Name, json, new FaceRequest(caller, view)));
    }

    private static IEnumerable<KeyValuePair<string, string>> Texts(IQueryCollection fields) =>
        from field in fields
        where !Reserved.Contains(field.Key)
        from value in field.Value
        where value is not null
        select KeyValuePair.Create(field.Key, value);

    private sealed class Mapper(IEndpointRouteBuilder api, Book book) : IDefinitionVisitor<IEndpointConventionBuilder>
    {
        public IEndpointConventionBuilder Visit<TBook, TCommand>(CommandDefinition<TBook, TCommand> definition)
            where TBook : Book
            where TCommand : class =>
            Describe(definition, api.MapPost($"{book.Name}/{definition.Name}",
                    (HttpContext context, CatalogueFace face) => Give(context, face, book, definition.Name)))
                .Accepts<TCommand>(FaceAnswer.Json)
                .Produces<RecordedAnswer>()
                .WithMetadata(new RequestSizeLimit(ApiLimits.MaxCommandBytes));

        public IEndpointConventionBuilder Visit<TBook, TQuery, TResult>(QueryDefinition<TBook, TQuery, TResult> definition)
            where TBook : Book
            where TQuery : class =>
            Describe(definition, api.MapGet($"{book.Name}/{definition.Name}",
                    (HttpContext context, CatalogueFace face) => Ask(context, face, book, definition)))
                .Produces<QueryAnswer<TResult>>();

        private RouteHandlerBuilder Describe(Definition definition, RouteHandlerBuilder endpoint) => endpoint
            .WithName($"{book.Name}.{definition.Name}")
            .WithTags(book.Name)
            .WithSummary(definition.Summary.En)
            .WithDescription(definition.Summary.Zh)
            .WithMetadata(definition)
            .Produces<JsonObject>(StatusCodes.Status400BadRequest)
            .Produces<JsonObject>(StatusCodes.Status422UnprocessableEntity);
    }
}

/// <summary>The most bytes that a request to an endpoint may bring.</summary>
internal sealed class RequestSizeLimit(long bytes) : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize { get; } = bytes;
}
