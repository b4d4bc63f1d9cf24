using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Custodia.Books.Keeping;

namespace Custodia.Books.Tests.Keeping;

/// <summary>
/// What stands in a journal lives for ever: one golden file for each kind and version, which may only be added to.
/// Set UPDATE_GOLDEN=1 to write the file of a kind or version that is new.
/// </summary>
public sealed class KindTests
{
    private static readonly Fact[] Facts =
    [
        new WitnessRegistered("inspectorate.example/w1", "Inspectorate 檢查機關",
            "inspectorate.example/w1+00000000+BAAA", new DateOnly(2026, 7, 20), "https://witness.example/custodia"),
        new WitnessEnded("inspectorate.example/w1", new DateOnly(2027, 7, 20)),
        new CheckpointCosigned("inspectorate.example/w1", 1_234_567, new string('a', 64),
            new DateTimeOffset(2026, 7, 20, 12, 30, 45, TimeSpan.Zero), "— inspectorate.example/w1 AAAAAAAA"),
        new KeyRotated("XAFB", 2, "a key card was lost"),
        new KeysDestroyed("XAFB", ["0011", "2233"], "retention ended"),
    ];

    public static TheoryData<string> Names => [.. JournalKinds.Table.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_version_that_was_ever_written_is_read_and_the_newest_is_written_byte_for_byte(string name)
    {
        var kind = JournalKinds.Table.Find(name)!;
        var written = Write(kind, Facts.Single(fact => fact.GetType() == kind.Type));
        var newest = Golden(name, kind.Version);
        if (!File.Exists(newest) && Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(newest, written + "\n");
        Assert.Equal(File.ReadAllText(newest).TrimEnd(), written);
        for (var version = 1; version <= kind.Version; version++)
        {
            var read = kind.Read(Encoding.UTF8.GetBytes(File.ReadAllText(Golden(name, version)).TrimEnd()), version);
            Assert.Equal(written, Write(kind, read));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_body_with_a_property_that_no_version_has_is_refused(string name)
    {
        var kind = JournalKinds.Table.Find(name)!;
        var golden = File.ReadAllText(Golden(name, kind.Version)).TrimEnd();
        var strange = Encoding.UTF8.GetBytes(golden[..^1] + ",\"strange\":1}");
        Assert.ThrowsAny<JsonException>(() => kind.Read(strange, kind.Version));
        Assert.ThrowsAny<JsonException>(() => kind.Read(strange, kind.Version + 1));
    }

    private static string Write(Kind kind, Fact fact)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            kind.Write(writer, fact);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Golden(string name, int version, [CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "Kinds", $"{name}.{version}.json");
}
