using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Custodia.Books;

/// <summary>
/// The names under which a book's facts stand in the journal. A name and version live for ever: an old version is read by
/// lifting its JSON, step by step, to the newest one.
/// </summary>
public sealed class KindTable
{
    private readonly Dictionary<string, Kind> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, Kind> _byType = [];

    /// <summary>All kinds, in the order of their declaration.</summary>
    public IEnumerable<Kind> All => _byName.Values;

    /// <summary>Declares a kind.</summary>
    /// <typeparam name="T">The fact's type.</typeparam>
    /// <param name="name">Its name in the journal.</param>
    /// <param name="json">How it is written; the names in it are part of the format.</param>
    /// <param name="lifts">For each older version, from 1 up, the pure function that lifts its JSON to the next version.
    /// Their number plus one is the current version.</param>
    public KindTable Add<T>(string name, JsonTypeInfo<T> json, params Func<JsonObject, JsonObject>[] lifts) where T : Fact
    {
        var kind = new Kind(name, typeof(T), lifts,
            (ref Utf8JsonReader reader) => JsonSerializer.Deserialize(ref reader, json)
                ?? throw new JsonException("The body is null."),
            (writer, fact) => JsonSerializer.Serialize(writer, (T)fact, json));
        _byName.Add(name, kind);
        _byType.Add(typeof(T), kind);
        return this;
    }

    /// <summary>A lift where each body of the older version is one of the next as it stands: what is new may be left out. It costs nothing.</summary>
    public static JsonObject Unchanged(JsonObject old) => old;

    /// <summary>The kind of a fact.</summary>
    /// <exception cref="KeyNotFoundException">The fact's type was not declared: a defect.</exception>
    public Kind Of(Fact fact) => _byType[fact.GetType()];

    /// <summary>The kind of a fact, or <c>null</c> where it is of another book.</summary>
    public Kind? Find(Fact fact) => _byType.GetValueOrDefault(fact.GetType());

    /// <summary>The kind of that name, or <c>null</c>.</summary>
    public Kind? Find(string name) => _byName.GetValueOrDefault(name);
}

/// <summary>One kind of fact: its name and version in the journal, and how its body is written and read.</summary>
public sealed class Kind
{
    private readonly Func<JsonObject, JsonObject>[] _lifts;
    private readonly ReadBody _read;
    private readonly int _firstReadAsCurrent;
    private readonly Action<Utf8JsonWriter, Fact> _write;

    internal Kind(string name, Type type, Func<JsonObject, JsonObject>[] lifts, ReadBody read,
        Action<Utf8JsonWriter, Fact> write)
    {
        Name = name;
        Type = type;
        _lifts = lifts;
        _firstReadAsCurrent = lifts.Length + 1;
        while (_firstReadAsCurrent > 1 && lifts[_firstReadAsCurrent - 2] == KindTable.Unchanged)
            _firstReadAsCurrent--;
        _read = read;
        _write = write;
    }

    internal delegate Fact ReadBody(ref Utf8JsonReader reader);

    /// <summary>Name in the journal.</summary>
    public string Name { get; }

    /// <summary>The version that is written now.</summary>
    public int Version => _lifts.Length + 1;

    /// <summary>The fact's type in this program.</summary>
    public Type Type { get; }

    /// <summary>Writes a body in the current version.</summary>
    public void Write(Utf8JsonWriter writer, Fact fact) => _write(writer, fact);

    /// <summary>Reads a body of any version.</summary>
    /// <exception cref="JsonException">The bytes are not such a body: the journal holds what no version of this program wrote.</exception>
    public Fact Read(ReadOnlySpan<byte> body, int version)
    {
        if (version < 1 || version > Version)
            throw new JsonException($"Kind '{Name}' has no version {version}.");
        if (version >= _firstReadAsCurrent)
            return ReadCurrent(body);
        var json = JsonNode.Parse(body)?.AsObject() ?? throw new JsonException("The body is null.");
        for (var lift = version - 1; lift < _lifts.Length; lift++)
            json = _lifts[lift](json);
        return ReadCurrent(JsonSerializer.SerializeToUtf8Bytes(json));
    }

    private Fact ReadCurrent(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        return _read(ref reader);
    }
}
