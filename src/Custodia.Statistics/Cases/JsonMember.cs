using System.Globalization;
using System.Text.Json;
using Custodia.Statistics.Balances;

namespace Custodia.Statistics.Cases;

/// <summary>An object of <c>case.json</c> while it is read: what is wrong with its members, and which were not read.</summary>
internal sealed class JsonMember(JsonElement element, string path, CaseNotes notes)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public string Path { get; } = path;

    public bool Has(string name) => Find(name) is not null;

    /// <summary>A name that must be there.</summary>
    public string Name(string name, string? otherwise = null)
    {
        if (Find(name) is not { } found)
            return otherwise ?? Wrong(name, "name", null, "");
        return found.ValueKind == JsonValueKind.String && ShownText.IsName(found.GetString())
            ? found.GetString()!
            : Wrong(name, "name", found, "");
    }

    /// <summary>A text without meaning to the evaluation.</summary>
    public string Text(string name) => Find(name) is { ValueKind: JsonValueKind.String } found ? found.GetString()! : "";

    public double Number(string name, double? otherwise = null)
    {
        if (Find(name) is not { } found)
            return otherwise ?? Wrong(name, "number", null, double.NaN);
        return AsNumber(found) ?? Wrong(name, "number", found, otherwise ?? double.NaN);
    }

    public double? PerhapsNumber(string name) => Has(name) ? Number(name) : null;

    public bool Flag(string name)
    {
        if (Find(name) is not { } found)
            return false;
        return found.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => Wrong(name, "true | false", found, false),
        };
    }

    public List<double> Numbers(string name) => Items(name, "number", CaseLimits.Dates,
        item => AsNumber(item) is { } value ? (true, value) : default);

    public List<string> Names(string name, int most) => Items(name, "name", most,
        item => item.ValueKind == JsonValueKind.String && ShownText.IsName(item.GetString()) ? (true, item.GetString()!) : default);

    public List<JsonMember> Objects(string name, int most)
    {
        var index = 0;
        return Items(name, "object", most, item =>
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{Below(name)}[{index++}]");
            return item.ValueKind == JsonValueKind.Object ? (true, new JsonMember(item, at, notes)) : default;
        });
    }

    /// <summary>Notes the members that nothing asked for.</summary>
    public void Close()
    {
        foreach (var member in element.EnumerateObject().Where(member => !_read.Contains(member.Name)))
            notes.Unread.Add(ShownText.Of(Below(member.Name)));
    }

    /// <summary>Notes that a member is not what it should be.</summary>
    public T Wrong<T>(string name, string expected, JsonElement? found, T otherwise, string code = FaultCodes.WrongMember)
    {
        notes.Add(code, Below(name), expected, found is { } there ? ShownText.Of(there.GetRawText()) : null);
        return otherwise;
    }

    // A member that is null is one that is not there.
    public JsonElement? Find(string name)
    {
        _read.Add(name);
        return element.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;
    }

    private string Below(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    private List<T> Items<T>(string name, string expected, int most, Func<JsonElement, (bool IsGood, T Value)> read)
    {
        if (Find(name) is not { } list)
            return [];
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > most)
            return Wrong(name, string.Create(CultureInfo.InvariantCulture, $"list, ≤ {most}"), null, new List<T>());
        var items = new List<T>();
        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            var (isGood, value) = read(item);
            if (isGood)
                items.Add(value);
            else
                Wrong(string.Create(CultureInfo.InvariantCulture, $"{name}[{index}]"), expected, item, false);
        }
        return items;
    }

    private static double? AsNumber(JsonElement found) =>
        found.ValueKind == JsonValueKind.Number && found.TryGetDouble(out var value) && Math.Abs(value) <= CaseRules.Largest ? value : null;
}

/// <summary>What is noted while a case is read.</summary>
internal sealed class CaseNotes(ReadOnlyMemory<byte> json)
{
    public List<Fault> Faults { get; } = [];

    public List<string> Unread { get; } = [];

    public void Add(string code, string path, string? expected, string? found)
    {
        if (Faults.Count < CaseRules.MostFaults)
            Faults.Add(Placed(new Fault(code, path, expected, found).At(CaseFolder.Description)));
    }

    /// <summary>A fault of the description, with the place of its path.</summary>
    public Fault Placed(Fault fault)
    {
        var (line, column) = JsonPlace.Of(json.Span, fault.Field ?? "");
        return fault with { Line = line, Column = column };
    }
}
