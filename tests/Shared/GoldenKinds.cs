using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Custodia.Books;

namespace Custodia.Testing;

/// <summary>
/// What stands in a journal lives for ever: one golden file for each kind and version, beside the test, in the folder Kinds;
/// they may only be added to. Set UPDATE_GOLDEN=1 to write the file of a kind or version that is new.
/// </summary>
internal static class GoldenKinds
{
    /// <summary>Holds a kind to its golden files: each version is read, and the newest is written byte for byte.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="facts">One fact of each kind.</param>
    /// <param name="test">File of the test.</param>
    public static void Check(Kind kind, IEnumerable<Fact> facts, [CallerFilePath] string test = "")
    {
        var written = Write(kind, facts.Single(fact => fact.GetType() == kind.Type));
        var newest = PathOf(kind, kind.Version, test);
        if (!File.Exists(newest) && Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(newest, written + "\n");
        Assert.Equal(File.ReadAllText(newest).TrimEnd(), written);
        for (var version = 1; version <= kind.Version; version++)
        {
            var read = kind.Read(Encoding.UTF8.GetBytes(File.ReadAllText(PathOf(kind, version, test)).TrimEnd()), version);
            Assert.Equal(written, Write(kind, read));
        }
    }

    /// <summary>Holds a kind to refusing what no version has: a strange property, and a version that there is not.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="test">File of the test.</param>
    public static void CheckStrange(Kind kind, [CallerFilePath] string test = "")
    {
        var golden = File.ReadAllText(PathOf(kind, kind.Version, test)).TrimEnd();
        var strange = Encoding.UTF8.GetBytes(golden[..^1] + ",\"strange\":1}");
        Assert.ThrowsAny<JsonException>(() => kind.Read(strange, kind.Version));
        Assert.ThrowsAny<JsonException>(() => kind.Read(strange, kind.Version + 1));
    }

    /// <summary>The body of a fact as it stands in the journal.</summary>
    public static string Write(Kind kind, Fact fact)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            kind.Write(writer, fact);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string PathOf(Kind kind, int version, string test) =>
        Path.Combine(Path.GetDirectoryName(test)!, "Kinds", $"{kind.Name}.{version}.json");
}
