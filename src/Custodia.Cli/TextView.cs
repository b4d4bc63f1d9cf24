using System.Text;
using System.Text.Json.Nodes;
using Custodia.Books;
using Custodia.Books.Faces;

namespace Custodia.Cli;

/// <summary>Answers for people: refusals as paragraphs, lists as aligned tables, the rest as lines.</summary>
internal sealed class TextView(string language, IReadOnlyDictionary<string, Bilingual>? labels)
{
    private const string Gap = "  ";
    private readonly string _key = language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh" : "en";

    public async Task Write(FaceAnswer answer, TextWriter output)
    {
        var node = JsonNode.Parse(answer.Content.Span);
        var text = new StringBuilder();
        if (node?["refusals"] is JsonArray refusals)
        {
            foreach (var refusal in refusals)
                AddRefusal(text, refusal!);
        }
        else
            Add(text, node?["result"] ?? node, "");

        await output.WriteAsync(text);
    }

    private void AddRefusal(StringBuilder text, JsonNode refusal)
    {
        var place = refusal["place"];
        var where = string.Join(' ', new[] { place?["file"], place?["cell"] ?? place?["row"], place?["field"] }
            .Where(part => part is not null).Select(part => part!.ToString()));
        text.Append(refusal["code"]).Append(where.Length > 0 ? $" ({where})" : "").Append(": ")
            .Append(refusal["message"]?[_key]).Append('\n');
        if (refusal["expected"] is { } expected)
            text.Append(Gap).Append(Say("expected: ", "應為：")).Append(expected).Append('\n');
        if (refusal["found"] is { } found)
            text.Append(Gap).Append(Say("found: ", "實為：")).Append(found).Append('\n');
        text.Append(Gap).Append(refusal["remedy"]?[_key]).Append('\n');
    }

    private void Add(StringBuilder text, JsonNode? node, string indent)
    {
        switch (node)
        {
            case JsonObject lines:
                foreach (var (name, value) in lines)
                    AddField(text, name, value, indent);
                break;
            case JsonArray list when list.Any(item => item is JsonObject):
                AddTable(text, list, indent);
                break;
            default:
                text.Append(indent).Append(Cell(node)).Append('\n');
                break;
        }
    }

    private void AddField(StringBuilder text, string name, JsonNode? value, string indent)
    {
        var isBlock = value is JsonObject || (value is JsonArray list && list.Any(item => item is JsonObject));
        text.Append(indent).Append(Label(name)).Append(isBlock ? ":\n" : ": " + Cell(value) + "\n");
        if (isBlock)
            Add(text, value, indent + Gap);
    }

    private void AddTable(StringBuilder text, JsonArray list, string indent)
    {
        var columns = list.OfType<JsonObject>().SelectMany(row => row.Select(cell => cell.Key)).Distinct().ToList();
        string[][] rows =
        [
            [.. columns.Select(Label)],
            .. list.Select(row => columns.Select(column => Cell((row as JsonObject)?[column])).ToArray()),
        ];
        var widths = columns.Select((_, column) => rows.Max(row => TextWidth.Of(row[column]))).ToArray();
        foreach (var row in rows)
        {
            var line = string.Join(Gap, row.Select((cell, column) => cell + new string(' ', widths[column] - TextWidth.Of(cell))));
            text.Append(indent).Append(line.TrimEnd()).Append('\n');
        }
    }

    private static string Cell(JsonNode? node) => node switch
    {
        null => "",
        JsonArray list => string.Join(", ", list.Select(Cell)),
        JsonObject fields => string.Join(' ', fields.Select(field => $"{field.Key}={Cell(field.Value)}")),
        _ => node.ToString(),
    };

    private string Label(string name) => labels is not null && labels.TryGetValue(name, out var label) ? label.In(language) : name;

    private string Say(string en, string zh) => _key == "zh" ? zh : en;
}

/// <summary>How many columns a text takes on a terminal.</summary>
internal static class TextWidth
{
    public static int Of(string text) => text.EnumerateRunes().Sum(rune => IsWide(rune.Value) ? 2 : 1);

    // East Asian wide and full-width blocks (Unicode Standard Annex #11) that texts of this product have.
    private static bool IsWide(int code) => code is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF)
        or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60)
        or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x20000 and <= 0x3FFFD);
}
