using System.Text.Json;

namespace Custodia.Statistics.Cases;

/// <summary>Where in a well-formed JSON text a path such as <c>locations[2].kind</c> stands.</summary>
internal static class JsonPlace
{
    /// <summary>Line and column (bytes) from 1; of a path that is not there, those of the last part of it that is.</summary>
    public static (int Line, int Column) Of(ReadOnlySpan<byte> json, string path)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var at = (int)reader.TokenStartIndex;
        foreach (var part in path.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!(part[^1] == ']' ? TryItem(ref reader, int.Parse(part[..^1], null)) : TryMember(ref reader, part)))
                break;
            at = (int)reader.TokenStartIndex;
        }

        var before = json[..at];
        return (before.Count((byte)'\n') + 1, at - before.LastIndexOf((byte)'\n'));
    }

    private static bool TryMember(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = reader.ValueTextEquals(name);
            reader.Read();
            if (isIt)
                return true;
            reader.Skip();
        }
        return false;
    }

    private static bool TryItem(ref Utf8JsonReader reader, int index)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return false;
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (i == index)
                return true;
            reader.Skip();
        }
        return false;
    }
}
