using System.Text.Json;
using System.Text.Json.Serialization;

namespace Custodia.Materials;

/// <summary>A weight in JSON, for people and other programs: the text of <see cref="Weight.ToString"/>.</summary>
public sealed class WeightJson : JsonConverter<Weight>
{
    /// <inheritdoc/>
    public override Weight Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Weight.TryParse(reader.GetString(), out var weight)
            ? weight
            : throw new JsonException("A weight is written like E:1840000/G:80960 or P:20250, in grams.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Weight value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

/// <summary>A material code in JSON: the text of <see cref="MaterialCode.ToString"/>, <c>E/G</c>.</summary>
public sealed class MaterialCodeJson : JsonConverter<MaterialCode>
{
    /// <inheritdoc/>
    public override MaterialCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        MaterialCode.TryParse(reader.GetString(), out var code)
            ? code
            : throw new JsonException("A material code is N, D, U, P, T, E/G, E/K or E/J.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, MaterialCode value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
