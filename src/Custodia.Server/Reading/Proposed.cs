using System.Text.Json;
using Custodia.Books;
using Custodia.Server.Access;
using Custodia.Server.Language;
using Microsoft.Extensions.Localization;

namespace Custodia.Server.Reading;

/// <summary>A proposed command's input for people: each field by its meaning.</summary>
/// <param name="Fields">What it says, in order.</param>
/// <param name="Tables">Its lists of lines.</param>
public sealed record Proposed(IReadOnlyList<ProposedField> Fields, IReadOnlyList<ProposedLines> Tables)
{
    /// <summary>What a command does, one sentence; its name where no catalogue has it any more.</summary>
    public static string Summary(string book, string command) =>
        Find(book, command) is { } definition ? Wording.Of(definition.Summary) : $"{book}/{command}";

    /// <summary>Reads a command's input.</summary>
    /// <param name="book">Name of the book.</param>
    /// <param name="command">Name of the command.</param>
    /// <param name="input">The input, JSON.</param>
    /// <param name="text">The language of its words.</param>
    public static Proposed Of(string book, string command, string input, IStringLocalizer<Text> text)
    {
        using var json = JsonDocument.Parse(input);
        var (fields, tables) = (new List<ProposedField>(), new List<ProposedLines>());
        Read(json.RootElement, Find(book, command)?.Input, fields, tables, text);
        return new Proposed(fields, tables);
    }

    private static CommandDefinition? Find(string book, string command) =>
        BookCatalogues.All.GetValueOrDefault(book)?.Commands.FirstOrDefault(known => known.Name == command);

    private static void Read(JsonElement json, Type? type, List<ProposedField> fields, List<ProposedLines> tables, IStringLocalizer<Text> text)
    {
        var known = type is null ? [] : FieldDefinition.Of(type);
        foreach (var property in json.EnumerateObject())
        {
            var field = known.FirstOrDefault(found => found.Name == property.Name);
            var label = LabelOf(field, property.Name);
            if (property.Value.ValueKind == JsonValueKind.Object)
                Read(property.Value, field?.Property.PropertyType, fields, tables, text);
            else if (property.Value.ValueKind == JsonValueKind.Array && property.Value.EnumerateArray().Any(IsObject))
                tables.Add(Lines(label, property.Value, ItemOf(field), text));
            else if (property.Value.ValueKind != JsonValueKind.Null)
                fields.Add(new ProposedField(label, Say(property.Name, property.Value, text)));
        }
    }

    private static ProposedLines Lines(string title, JsonElement array, Type? item, IStringLocalizer<Text> text)
    {
        var known = item is null ? [] : FieldDefinition.Of(item);
        var rows = array.EnumerateArray().Where(IsObject).ToList();
        List<string> names = [.. rows.SelectMany(row => row.EnumerateObject().Where(IsSaid).Select(property => property.Name)).Distinct()];
        return new ProposedLines(title,
            [.. names.Select(name => LabelOf(known.FirstOrDefault(field => field.Name == name), name))],
            [.. rows.Select(row => names.ConvertAll(name => row.TryGetProperty(name, out var value) ? Say(name, value, text) : ""))]);
    }

    private static string Say(string name, JsonElement value, IStringLocalizer<Text> text) => value.ValueKind switch
    {
        JsonValueKind.True => text["Form.Yes"],
        JsonValueKind.False => text["Form.No"],
        JsonValueKind.Array => Wording.List(value.EnumerateArray().Select(part => Say(name, part, text))),
        JsonValueKind.String => name switch
        {
            "place" or "places" => PeopleWording.Place(value.GetString()!),
            "course" or "certificates" => PeopleWording.Course(value.GetString()!),
            "permissions" => PeopleWording.Permission(value.GetString()!),
            _ => value.GetString()!,
        },
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };

    // What a meaning says after its first words is about the form of an input, which is given already.
    private static string LabelOf(FieldDefinition? field, string name) =>
        field is { Meaning.En.Length: > 0 } known ? Wording.Of(known.Meaning).Split(':', '：', ';', '；')[0] : name;

    private static Type? ItemOf(FieldDefinition? field) => field?.Property.PropertyType.GetGenericArguments().FirstOrDefault();

    private static bool IsObject(JsonElement element) => element.ValueKind == JsonValueKind.Object;

    private static bool IsSaid(JsonProperty property) => property.Value.ValueKind != JsonValueKind.Null;
}

/// <summary>One field of a proposed command.</summary>
/// <param name="Label">What it means.</param>
/// <param name="Value">What it says.</param>
public sealed record ProposedField(string Label, string Value);

/// <summary>Lines of a proposed command, such as inventory changes.</summary>
/// <param name="Title">What they are.</param>
/// <param name="Headers">The meaning of each column.</param>
/// <param name="Rows">The lines.</param>
public sealed record ProposedLines(string Title, IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows);
