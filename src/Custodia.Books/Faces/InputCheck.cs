using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Custodia.Books.Faces;

/// <summary>
/// Holds JSON against the schema of a record and says where it differs: the path, what was expected and what was found.
/// It knows the few schema words that the records of this product make.
/// </summary>
internal sealed class InputCheck
{
    /// <summary>Most differences that are listed.</summary>
    public const int MaxRefusals = 100;

    private const int MaxFound = 60;

    private readonly JsonObject _root;
    private readonly List<Refusal> _refusals = [];

    private InputCheck(JsonObject root) => _root = root;

    public static IReadOnlyList<Refusal> Run(JsonObject schema, JsonElement input)
    {
        var check = new InputCheck(schema);
        check.Check(schema, input, "$");
        return check._refusals;
    }

    /// <summary>A value as a refusal quotes it.</summary>
    public static string Quote(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= MaxFound ? text : text[..MaxFound] + "…";
    }

    private void Check(JsonNode? schema, JsonElement value, string path)
    {
        if (_refusals.Count >= MaxRefusals || schema is not JsonObject node)
            return;
        if (node["$ref"] is { } reference)
            node = Resolve(reference.GetValue<string>());
        if (!IsOfType(node["type"], value))
            Refuse(path, Expected(node), value);
        else if (value.ValueKind == JsonValueKind.String && (Text(value.GetString) is not { } text || !HasFormat(node, text)))
            Refuse(path, Expected(node), value);
        else if (node["enum"] is JsonArray values && !IsOneOf(values, value))
            Refuse(path, Expected(node), value);
        else if (value.ValueKind == JsonValueKind.Object && IsRecord(node))
            CheckObject(node, node["properties"] as JsonObject ?? [], value, path);
        else if (value.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
                Check(node["items"], item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"));
        }
    }

    private void CheckObject(JsonObject node, JsonObject properties, JsonElement value, string path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            var name = Text(() => property.Name);
            var place = $"{path}.{name}";
            if (name is null || !properties.TryGetPropertyValue(name, out var schema))
                Refuse(place, string.Join(", ", properties.Select(p => p.Key)), name);
            else if (!seen.Add(name))
                Refuse(place, "1", "2");
            else
                Check(schema, property.Value, place);
        }

        foreach (var required in (node["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()))
        {
            if (!seen.Contains(required))
                Refuse($"{path}.{required}", Expected(properties[required] as JsonObject ?? []), (string?)null);
        }
    }

    // Half of a pair of surrogates is well written and no text: it is known by the reader's refusal to give it out.
    private static string? Text(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // A record without fields has no properties in its schema.
    private static bool IsRecord(JsonObject node) =>
        node["properties"] is JsonObject || node["additionalProperties"] is JsonValue { } open && !open.GetValue<bool>();

    // "#" is the whole schema, "#/properties/x" a part of it.
    private JsonObject Resolve(string reference)
    {
        JsonNode node = _root;
        foreach (var step in reference.Split('/').Skip(1))
            node = node is JsonArray array ? array[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step]!;
        return node.AsObject();
    }

    private static bool IsOfType(JsonNode? type, JsonElement value) => type switch
    {
        null => true,
        JsonArray any => any.Any(one => IsOfType(one, value)),
        _ => (type.GetValue<string>(), value.ValueKind) switch
        {
            ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String)
                or ("number", JsonValueKind.Number) or ("null", JsonValueKind.Null)
                or ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
            _ => false,
        },
    };

    private static bool IsOneOf(JsonArray values, JsonElement value) =>
        values.Any(one => one is null ? value.ValueKind == JsonValueKind.Null
            : value.ValueKind == JsonValueKind.String && one.GetValue<string>() == value.GetString());

    private static bool HasFormat(JsonObject node, string text) => node["format"]?.GetValue<string>() switch
    {
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "uuid" => Guid.TryParseExact(text, "D", out _),
        _ => true,
    };

    private static string Expected(JsonObject node)
    {
        if (node["enum"] is JsonArray values)
            return string.Join(" | ", values.Select(value => value?.ToString() ?? "null"));
        var type = node["type"] is JsonArray any ? string.Join(" | ", any.Select(one => one!.ToString())) : node["type"]?.ToString();
        return node["format"]?.ToString() switch
        {
            "date" => "yyyy-MM-dd",
            "uuid" => "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
            _ => type ?? "value",
        };
    }

    private void Refuse(string path, string expected, JsonElement found) => Refuse(path, expected, Quote(found));

    private void Refuse(string path, string expected, string? found)
    {
        if (_refusals.Count < MaxRefusals)
            _refusals.Add(InputRefusals.Malformed.In(path, expected, found));
    }
}
