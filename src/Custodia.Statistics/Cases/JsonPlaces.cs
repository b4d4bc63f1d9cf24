using System.Globalization;
using System.Text.Json;

namespace Custodia.Statistics.Cases;

/// <summary>Where in a JSON text a path such as <c>locations[2].kind</c> stands; of a member that is missing, where its owner begins.</summary>
internal static class JsonPlaces
{
    /// <summary>Line and column in bytes, both from 1.</summary>
    public static (int Line, int Column) Of(ReadOnlySpan<byte> json, string path)
    {
        var reader = new Utf8JsonReader(json);
        var owners = new Stack<(string Path, int Index)>();
        var (name, best, place) = ("", -1, 0L);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = reader.GetString()!;
                continue;
            }
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                owners.Pop();
                continue;
            }
            var here = PathOf(owners, name);
            if (here.Length > best && IsAtOrAbove(here, path))
                (best, place) = (here.Length, reader.TokenStartIndex);
            if (reader.TokenType is JsonTokenType.StartObject)
                owners.Push((here, -1));
            else if (reader.TokenType is JsonTokenType.StartArray)
                owners.Push((here, 0));
        }
        return PlaceOf(json, (int)place);
    }

    /// <summary>Line and column of a byte, both from 1.</summary>
    private static (int Line, int Column) PlaceOf(ReadOnlySpan<byte> json, int at)
    {
        var before = json[..at];
        return (before.Count((byte)'\n') + 1, at - before.LastIndexOf((byte)'\n'));
    }

    private static string PathOf(Stack<(string Path, int Index)> owners, string name)
    {
        if (owners.Count == 0)
            return "";
        var (path, index) = owners.Pop();
        owners.Push((path, index < 0 ? index : index + 1));
        if (index >= 0)
            return string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
        return path.Length == 0 ? name : $"{path}.{name}";
    }

    private static bool IsAtOrAbove(string here, string path) => path == here || here.Length == 0
        || (path.StartsWith(here, StringComparison.Ordinal) && path[here.Length] is '.' or '[');
}
