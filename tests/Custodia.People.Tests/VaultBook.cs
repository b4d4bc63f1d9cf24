using System.Text.Json.Serialization;
using Custodia.Books;
using Custodia.Books.Access;

namespace Custodia.People.Tests;

/// <summary>The smallest book with something to guard: notes in the compartments of three MBAs.</summary>
internal sealed class VaultBook : Book
{
    private static readonly Dictionary<string, string> FacilityOf = new()
    {
        ["XAAA"] = "F1",
        ["XAAB"] = "F1",
        ["XABA"] = "F2",
    };

    private readonly List<NoteKept> _notes = [];

    public static IReadOnlyCollection<string> Mbas => FacilityOf.Keys;

    public override string Name => "vault";

    public override KindTable Kinds { get; } = new KindTable().Add("note-kept", VaultJson.Default.NoteKept);

    public override string ReadPermission => "materials.read";

    public override Catalogue Catalogue { get; } = new Catalogue()
        .Command<VaultBook, KeepNote>("keep", "materials.account", new("Keep.", "存。"),
            (_, keep, _) => Decision.Accept(new NoteKept(keep.Mba, keep.Text)), (_, keep) => [Target.In(keep.Mba)])
        .Query<VaultBook, NotesQuery, IReadOnlyList<string>>("notes", "materials.read", new("Notes.", "記。"),
            (book, query, _) => book._notes.Where(note => note.Mba == query.Mba).Select(note => note.Text).ToList(),
            (_, query) => [Target.In(query.Mba)]);

    public override string? PlaceOf(string compartment) => FacilityOf.ContainsKey(compartment) ? Places.Of("mba", compartment) : null;

    public override IReadOnlyList<string> PlacesAround(string place) =>
        place.StartsWith("mba:", StringComparison.Ordinal) && FacilityOf.TryGetValue(place[4..], out var facility)
            ? [Places.Of("facility", facility)]
            : [];

    protected override void Apply(in Stamp stamp, Fact fact) => _notes.Add((NoteKept)fact);
}

internal sealed record KeepNote(string Mba, string Text);

internal sealed record NotesQuery(string Mba);

internal sealed record NoteKept(string Mba, string Text) : Fact
{
    public override string Compartment => Mba;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NoteKept))]
internal sealed partial class VaultJson : JsonSerializerContext;
