using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Custodia.Books;
using Custodia.Commitments.Facts;

namespace Custodia.Commitments.Tests;

/// <summary>
/// What stands in a journal lives for ever: one golden file for each kind and version, which may only be added to. Set
/// UPDATE_GOLDEN=1 to write the file of a kind or version that is new.
/// </summary>
public sealed class KindTests
{
    private static readonly Fact[] Facts =
    [
        new ActRecorded(new("cppnm", ActType.Ratify, new(2026, 7, 20), "C.N.7", "With a reservation 附保留")),
        new ActTakenBack(17, "Another State's 他國"),
        new ProfileSet(new(false, "No member 非會員國")),
    ];

    public static TheoryData<string> Names => [.. CommitmentsKinds.Table.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_version_that_was_ever_written_is_read_and_the_newest_is_written_byte_for_byte(string name)
    {
        var kind = CommitmentsKinds.Table.Find(name)!;
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
        var kind = CommitmentsKinds.Table.Find(name)!;
        var golden = File.ReadAllText(Golden(name, kind.Version)).TrimEnd();
        Assert.ThrowsAny<JsonException>(() => kind.Read(Encoding.UTF8.GetBytes(golden[..^1] + ",\"strange\":1}"), kind.Version));
    }

    private static string Write(Kind kind, Fact fact)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = FaceJson.Options.Encoder }))
            kind.Write(writer, fact);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Golden(string name, int version, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Kinds", $"{name}.{version}.json");
}
