using System.Text.Json.Nodes;
using Custodia.Books;
using Custodia.Books.Faces;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Custodia.Server.Api;

/// <summary>Adds to the OpenAPI document what the catalogue knows: fields of queries, meanings, and texts for own types.</summary>
internal static class ApiDescription
{
    public static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Custodia",
                Version = "v1",
                Description = "The State system of accounting for nuclear material. A refusal is 422, with its code, place and remedy.",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            foreach (var definition in metadata.OfType<Definition>())
                Describe(operation, definition);
            foreach (var name in metadata.OfType<JournalResource>().SelectMany(resource => resource.Query))
                Add(operation, name, "", false, []);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            Describe(schema, context);
            return Task.CompletedTask;
        });
    }

    private static void Describe(OpenApiOperation operation, Definition definition)
    {
        if (definition is CommandDefinition)
        {
            Add(operation, "commandId", "Made by the client; the same id again has the first answer.", false, []);
            Add(operation, "try", "true: decide, but record nothing.", false, []);
            return;
        }

        var properties = InputSchema.Of(definition.Input)["properties"] as JsonObject ?? [];
        foreach (var field in definition.Fields)
            Add(operation, field.Name, $"{field.Meaning.En} / {field.Meaning.Zh}", field.IsRequired, properties[field.Name] as JsonObject);
        Add(operation, AddressFields.AsOf, "The last day that counts, yyyy-MM-dd.", false, []);
        Add(operation, AddressFields.KnownAt, "Number of the last entry that counts.", false, []);
    }

    private static void Add(OpenApiOperation operation, string name, string description, bool isRequired, JsonObject? schema)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Query,
            Description = description,
            Required = isRequired,
            Schema = new OpenApiSchema { Type = TypeOf(schema), Format = schema?["format"]?.GetValue<string>() },
        });
    }

    private static JsonSchemaType TypeOf(JsonObject? schema)
    {
        var type = schema?["type"] is JsonArray any ? any[0]!.GetValue<string>() : schema?["type"]?.GetValue<string>();
        return type switch
        {
            "integer" => JsonSchemaType.Integer,
            "number" => JsonSchemaType.Number,
            "boolean" => JsonSchemaType.Boolean,
            "array" => JsonSchemaType.Array,
            _ => JsonSchemaType.String,
        };
    }

    private static void Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (InputSchema.IsText(type))
            schema.Type = JsonSchemaType.String;
        if (context.JsonPropertyInfo is not { } property
            || (InputSchema.MeaningOf(property.AttributeProvider) ?? InputSchema.MeaningOf(property.AssociatedParameter?.AttributeProvider))
                is not { } meaning)
            return;
        // A type that stands by itself is only referred to, and the description belongs to the reference.
        if (schema.Metadata is { } metadata && metadata.TryGetValue("x-schema-id", out var id) && id is string { Length: > 0 })
            metadata["x-ref-description"] = $"{meaning.En} / {meaning.Zh}";
        else
            schema.Description = $"{meaning.En} / {meaning.Zh}";
    }
}
