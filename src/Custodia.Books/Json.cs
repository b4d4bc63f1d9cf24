using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Custodia.Quantities;

namespace Custodia.Books;

/// <summary>A mass in JSON, in the journal and out of it: a string, exact decimal grams.</summary>
public sealed class MassAsGrams : JsonConverter<Mass>
{
    /// <inheritdoc/>
    public override Mass Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Mass.TryParseGrams(reader.GetString(), out var mass)
            ? mass
            : throw new JsonException("A mass is a string with a decimal number of grams, at most six decimals.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Mass value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Grams.ToString("0.######", CultureInfo.InvariantCulture));
}

/// <summary>How commands, answers and refusals are written for people and other programs (API, <c>--json</c>).</summary>
public static class FaceJson
{
    /// <summary>The options: camel case, masses as grams, absent values left out, unknown input refused.</summary>
    public static JsonSerializerOptions Options { get; } = Create(indented: false);

    /// <summary>The same, indented.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    /// <summary>Sets a host's own options to the same rules.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = 32;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new MassAsGrams());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    private static JsonSerializerOptions Create(bool indented)
    {
        var options = new JsonSerializerOptions { WriteIndented = indented };
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
