using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Custodia.Books.Faces;

namespace Custodia.Testing;

/// <summary>What whoever means harm, or errs, puts where a value belongs.</summary>
internal static partial class Hostile
{
    private const int MostItems = 2;

    private static readonly string[] Days = ["\"0001-01-01\"", "\"9999-12-31\"", "\"2026-02-30\"", "\"\""];

    private static readonly string[] Numbers =
    [
        "0", "-1", "2147483647", "-2147483648", "9223372036854775807", "9223372036854775808", "1e400", "0.5", "79228162514264337593543950335",
        "-79228162514264337593543950335", "0.0000000000000000000000000001",
    ];

    private static readonly string[] Strings =
    [
        "\"\"", "\" \"", "\"\\ud800\"", "\"\\u0000\\u202e\"",
        "\"" + new string('字', 20_000) + "\"",
        "\"x" + string.Concat(Enumerable.Repeat("𠀀", 3_000)) + "\"", "\"9999-12-31\"", "\"-1\"", "\"1e400\"", "\"../..\"",
        "\"2147483648\"",
    ];

    private static readonly string[] Others = ["null", "true", "[]", "[null]", "[[1]]", "{}", "{\"\\ud800\":1}", "{\"a\":1,\"a\":2}"];

    /// <summary>Bodies that are no input of anything.</summary>
    public static IReadOnlyList<string> Bodies { get; } =
    [
        "", "{", "[1]", "null", "\"\\ud800\"", "{\"\\ud800\":1}", "{\"\\ud800\":1,\"\\ud800\":2}",
        new string('[', 40) + new string(']', 40),
        string.Concat(Enumerable.Repeat("{\"a\":", 10_000)),
        "{\"a\":" + new string('9', 10_000) + "}", "\0", "\uFEFF{}",
    ];

    /// <summary>Values of fields of an address, escaped.</summary>
    public static IReadOnlyList<string> Fields { get; } =
    [
        "", "x", "-1", "0", "1", "100", "2147483647", "2147483648", "9223372036854775807", "9223372036854775808", "1e400", "-0.5", "NaN",
        "0001-01-01", "9999-12-31", "2026-02-30", "true", "null", "%00", "%ED%A0%80", "%FF", "%E2%80%AE", "%F0%9F%80%84", "%5B%5B%5B",
        "%7B%22a%22%3A", "%5Cud800",
        "%22%5Cud800%22", "..%2F..", "%27%22%3Cb", "a%0D%0Ab", "%2B", "%E5%AD%97", new string('x', 6_000),
        string.Concat(Enumerable.Repeat("a.", 1_500)),
    ];

    /// <summary>An input with one place of it made hostile, for each place and some values that suit it badly.</summary>
    public static IEnumerable<string> Inputs(JsonNode? input)
    {
        foreach (var value in ValuesFor(input))
            yield return value;
        if (input is JsonObject record)
        {
            foreach (var (name, field) in record)
            {
                foreach (var text in Inputs(field))
                    yield return Written(record, name, text);
            }
        }
        else if (input is JsonArray list)
        {
            for (var i = 0; i < Math.Min(list.Count, MostItems); i++)
            {
                foreach (var text in Inputs(list[i]))
                    yield return "[" + string.Join(',', list.Take(MostItems).Select((item, at) => at == i ? text : Json(item))) + "]";
            }
        }
    }

    /// <summary>An input with all its days, or all its numbers, at the ends of what can be written.</summary>
    public static IEnumerable<string> Ends(string input)
    {
        foreach (var (first, others) in new[] { (0, 0), (1, 1), (0, 1), (1, 0) })
        {
            var count = 0;
            yield return Day().Replace(input, _ => Days[count++ == 0 ? first : others]);
        }

        foreach (var number in (string[])["0", "2147483647", "9223372036854775807"])
            yield return Number().Replace(input, number);
    }

    /// <summary>What is wrong with an answer, or null: it is given, or refused with codes and in both languages.</summary>
    public static string? Problem(FaceAnswer answer)
    {
        if (answer.Status == FaceStatus.Ok)
            return null;
        return answer.Status is FaceStatus.NoRoom or FaceStatus.Stopped
            ? $"{answer.Status}"
            : ProblemOfRefusal(Encoding.UTF8.GetString(answer.Content.Span));
    }

    /// <summary>What is wrong with a refusal as it is sent, or null.</summary>
    public static string? ProblemOfRefusal(string json)
    {
        var refusals = json.StartsWith('{') ? JsonNode.Parse(json)!["refusals"] as JsonArray : null;
        return refusals is { Count: > 0 } && refusals.All(refusal => refusal!["code"] is not null
            && IsTold(refusal["message"]) && IsTold(refusal["remedy"]))
            ? null
            : "no refusal with code and remedy in both languages: " + json;
    }

    private static bool IsTold(JsonNode? text) => (string?)text?["en"] is { Length: > 0 } && (string?)text["zh"] is { Length: > 0 };

    private static string[] ValuesFor(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.Number => [.. Numbers, .. Others],
        JsonValueKind.String when Day().IsMatch(Json(node)) => [.. Days, .. Others],
        JsonValueKind.String => [.. Strings, .. Others],
        null => [.. Days, .. Numbers, .. Strings, .. Others],
        _ => [.. Others, "0", "\"x\""],
    };

    private static string Written(JsonObject record, string name, string text) => "{" + string.Join(',', record.Select(field =>
        $"{JsonSerializer.Serialize(field.Key)}:{(field.Key == name ? text : Json(field.Value))}")) + "}";

    private static string Json(JsonNode? node) => node?.ToJsonString() ?? "null";

    [GeneratedRegex("\"[0-9]{4}-[0-9]{2}-[0-9]{2}\"")]
    private static partial Regex Day();

    [GeneratedRegex("(?<=:)-?[0-9][0-9.]*(?=[,}])")]
    private static partial Regex Number();
}
