using System.Text.Json;
using System.Text.Json.Nodes;

namespace Custodia.Books.Faces;

/// <summary>Reads the input of a command or query: from JSON, or from texts by field as addresses and command lines have them.</summary>
public static class FaceInput
{
    /// <summary>Reads a record from JSON.</summary>
    /// <param name="utf8">The JSON; empty counts as an object without fields.</param>
    /// <returns>The record, or each place where the JSON does not have its form (<see cref="InputRefusals.Malformed"/>).</returns>
    public static Answer<T> Read<T>(ReadOnlyMemory<byte> utf8) where T : class
    {
        try
        {
            using var json = JsonDocument.Parse(utf8.IsEmpty ? "{}"u8.ToArray() : utf8,
                new JsonDocumentOptions { MaxDepth = FaceJson.Options.MaxDepth });
            var refusals = InputCheck.Run(InputSchema.Of(typeof(T)), json.RootElement);
            if (refusals.Count > 0)
                return Answer<T>.Refuse(refusals);
            return json.RootElement.Deserialize<T>(FaceJson.Options) is { } record
                ? record
                : InputRefusals.Malformed.In("$", "object", "null");
        }
        catch (JsonException exception)
        {
            return InputRefusals.Malformed.In(exception.Path ?? "$", Reason(exception), PlaceOf(exception));
        }
    }

    /// <summary>Makes JSON of texts by field, as the type of each field wants it.</summary>
    /// <param name="definition">Whose fields.</param>
    /// <param name="texts">Names as in JSON; a field that is a list may come more than once. What stands for an object
    /// is itself JSON. An unknown name is kept, to be refused.</param>
    public static JsonObject FromTexts(Definition definition, IEnumerable<KeyValuePair<string, string>> texts)
    {
        var properties = InputSchema.Of(definition.Input)["properties"] as JsonObject ?? [];
        var input = new JsonObject();
        foreach (var (name, text) in texts)
        {
            var schema = properties[name] as JsonObject;
            if (!Has(schema, "array") || IsJson(text, '['))
                input[name] = Value(schema, text);
            else if (input[name] is JsonArray list)
                list.Add(Value(schema!["items"] as JsonObject, text));
            else
                input[name] = new JsonArray(Value(schema!["items"] as JsonObject, text));
        }

        return input;
    }

    private static JsonNode? Value(JsonObject? schema, string text)
    {
        if (schema is null || Has(schema, "string") || schema["enum"] is not null)
            return JsonValue.Create(text);
        try
        {
            var value = JsonNode.Parse(text);
            // Half of a pair of surrogates is found no sooner than it is written.
            value?.ToJsonString();
            return value;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // It is refused with its place, as any value of a wrong type.
            return JsonValue.Create(text);
        }
    }

    private static bool Has(JsonObject? schema, string type) => schema?["type"] switch
    {
        JsonArray any => any.Any(one => one!.GetValue<string>() == type),
        JsonValue one => one.GetValue<string>() == type,
        _ => false,
    };

    private static bool IsJson(string text, char start) => text.AsSpan().TrimStart().StartsWith([start]);

    // The serializer adds the place to its message; ours stands beside it.
    private static string Reason(JsonException exception)
    {
        var end = exception.Message.IndexOf(" Path:", StringComparison.Ordinal);
        end = end < 0 ? exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal) : end;
        return end < 0 ? exception.Message : exception.Message[..end];
    }

    private static string? PlaceOf(JsonException exception) => exception.LineNumber is { } line
        ? FormattableString.Invariant($"line {line + 1}, byte {exception.BytePositionInLine + 1}")
        : null;
}
