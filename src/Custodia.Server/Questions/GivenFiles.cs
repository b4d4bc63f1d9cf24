using System.Text;
using System.Text.Json;
using Custodia.Books;
using Custodia.Books.Faces;

namespace Custodia.Server.Questions;

/// <summary>
/// Files that stand in a request, <c>{"case.json": {…}, "in_1.csv": "time,Pu\n…", …}</c>: a table as text, a description as text or as it is.
/// </summary>
internal static class GivenFiles
{
    /// <summary>The content of each file by its name, or what is wrong with the object.</summary>
    /// <param name="files">The object.</param>
    /// <param name="path">Where it stands in the request.</param>
    public static Answer<Dictionary<string, byte[]>> Of(JsonElement files, string path)
    {
        if (files.ValueKind != JsonValueKind.Object)
            return InputRefusals.Malformed.In(path, "object", files.ValueKind.ToString());
        var contents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (index, file) in files.EnumerateObject().Index())
        {
            // Half of a letter, written as an escape, is no text.
            if (!TryText(file, out var name, out var text))
                return InputRefusals.Malformed.In($"{path}[{index}]", "text", file.Value.ValueKind.ToString());
            if (!contents.TryAdd(name, Encoding.UTF8.GetBytes(text)))
                return InputRefusals.Malformed.In($"{path}.{name}", "1", "2");
        }
        return contents;
    }

    private static bool TryText(JsonProperty file, out string name, out string text)
    {
        (name, text) = ("", "");
        if (file.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Object))
            return false;
        try
        {
            name = file.Name;
            text = file.Value.ValueKind == JsonValueKind.String ? file.Value.GetString()! : file.Value.GetRawText();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
