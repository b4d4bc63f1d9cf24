using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using Custodia.Quantities;

namespace Custodia.Books.Faces;

/// <summary>The form of what goes in and comes out, as JSON Schema (2020-12), made from the records themselves.</summary>
public static class InputSchema
{
    private static readonly ConcurrentDictionary<Type, JsonObject> Known = [];

    private static readonly JsonSchemaExporterOptions Options = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Transform,
    };

    /// <summary>The schema of a type. Shared: not to be changed.</summary>
    public static JsonObject Of(Type type) => Known.GetOrAdd(type, static t =>
        FaceJson.Options.GetJsonSchemaAsNode(t, Options).AsObject());

    /// <summary>What a field means, where it says so.</summary>
    public static Bilingual? MeaningOf(ICustomAttributeProvider? declared) =>
        declared?.GetCustomAttributes(typeof(MeaningAttribute), false) is [MeaningAttribute meaning, ..] ? meaning.Text : null;

    /// <summary>Whether values of the type stand in JSON as a text of their own form.</summary>
    public static bool IsText(Type type) =>
        type == typeof(Mass) || type.GetCustomAttribute<JsonConverterAttribute>() is not null;

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        // A type with a converter of its own is a text; the exporter cannot know.
        if (IsText(type))
            schema = Text(isNullable: type != context.TypeInfo.Type);
        // What a command counts for itself is not part of its input.
        if (type.IsAssignableTo(typeof(IManyRows)) && schema["properties"] is JsonObject properties)
            properties.Remove(FaceJson.Options.PropertyNamingPolicy!.ConvertName(nameof(IManyRows.RowCount)));
        if (Meaning(context.PropertyInfo) is { } meaning && schema is JsonObject node)
            node["description"] = $"{meaning.En} / {meaning.Zh}";
        return schema;
    }

    private static Bilingual? Meaning(System.Text.Json.Serialization.Metadata.JsonPropertyInfo? property) =>
        MeaningOf(property?.AttributeProvider) ?? MeaningOf(property?.AssociatedParameter?.AttributeProvider);

    private static JsonObject Text(bool isNullable) => new()
    {
        ["type"] = isNullable ? new JsonArray("string", "null") : JsonValue.Create("string"),
    };
}
