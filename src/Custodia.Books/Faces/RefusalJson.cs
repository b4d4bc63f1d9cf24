using System.Buffers;
using System.Text.Json;

namespace Custodia.Books.Faces;

/// <summary>
/// Refusals as JSON: <c>{"outcome":"refused","refusals":[{"code","place":{"file","row","cell","field"},
/// "message":{"en","zh"},"expected","found","remedy":{"en","zh"}}]}</c>. What is absent is left out.
/// </summary>
public static class RefusalJson
{
    /// <summary>Writes the object.</summary>
    public static ReadOnlyMemory<byte> Write(IReadOnlyList<Refusal> refusals)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = FaceJson.Options.Encoder });
        json.WriteStartObject();
        json.WriteString("outcome", "refused");
        json.WriteStartArray("refusals");
        foreach (var refusal in refusals)
            Write(json, refusal);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, Refusal refusal)
    {
        json.WriteStartObject();
        json.WriteString("code", refusal.Code);
        json.WriteStartObject("place");
        Write(json, "file", refusal.Place.File);
        if (refusal.Place.Row is { } row)
            json.WriteNumber("row", row);
        Write(json, "cell", refusal.Place.Cell);
        Write(json, "field", refusal.Place.Field);
        json.WriteEndObject();
        Write(json, "message", refusal.Reason.Message);
        Write(json, "expected", refusal.Expected);
        Write(json, "found", refusal.Found);
        Write(json, "remedy", refusal.Reason.Remedy);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static void Write(Utf8JsonWriter json, string name, Bilingual text)
    {
        json.WriteStartObject(name);
        json.WriteString("en", text.En);
        json.WriteString("zh", text.Zh);
        json.WriteEndObject();
    }
}
