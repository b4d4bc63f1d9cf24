using System.Text.Json;

namespace Custodia.Commitments.Tests;

/// <summary>Every text of the files of the register, as they are.</summary>
internal static class EmbeddedTexts
{
    /// <summary>A text.</summary>
    /// <param name="File">The file.</param>
    /// <param name="Record">Id of the record.</param>
    /// <param name="Name">Name of the field.</param>
    /// <param name="Text">The text.</param>
    internal sealed record Told(string File, string Record, string Name, string Text);

    internal static IReadOnlyList<Told> All()
    {
        var assembly = typeof(Register).Assembly;
        return
        [
            .. from name in assembly.GetManifestResourceNames()
               where name.StartsWith("register/", StringComparison.Ordinal)
               from record in Records(assembly.GetManifestResourceStream(name)!)
               from text in Walk(record, "")
               select new Told(name, Id(record), text.Name, text.Text),
        ];
    }

    private static List<JsonElement> Records(Stream file)
    {
        using (file)
        using (var document = JsonDocument.Parse(file))
            return [.. document.RootElement.Clone().EnumerateArray()];
    }

    private static string Id(JsonElement record) =>
        (record.TryGetProperty("id", out var id) ? id : record.GetProperty("code")).GetString()!;

    private static IEnumerable<(string Name, string Text)> Walk(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.String => [(name, element.GetString()!)],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(inner => Walk(inner, name)),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Walk(property.Value, property.Name)),
        _ => [],
    };
}
