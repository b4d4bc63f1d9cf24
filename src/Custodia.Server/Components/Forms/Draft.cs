namespace Custodia.Server.Components.Forms;

/// <summary>What was typed into the fields of a form, by name.</summary>
public sealed class Draft
{
    private readonly Dictionary<string, string?> _fields = new(StringComparer.Ordinal);

    /// <summary>Whether something would be lost by leaving.</summary>
    public bool IsUnsaved => _fields.Values.Any(text => !string.IsNullOrWhiteSpace(text));

    /// <summary>What was typed; null where nothing was.</summary>
    public string? this[string name]
    {
        get => _fields.GetValueOrDefault(name);
        set => _fields[name] = value;
    }

    /// <summary>A text without the blanks around it; null where nothing was typed.</summary>
    public string? Optional(string name) => FormReading.Text(this[name]) is { Length: > 0 } text ? text : null;

    /// <summary>A text without the blanks around it; empty where nothing was typed.</summary>
    public string Text(string name) => FormReading.Text(this[name]);

    /// <summary>A choice; the first where none was made.</summary>
    public T Choice<T>(string name) where T : struct, Enum => Enum.TryParse<T>(this[name], out var choice) ? choice : default;

    /// <summary>Empties it.</summary>
    public void Clear() => _fields.Clear();
}
