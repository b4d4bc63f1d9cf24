using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Custodia.Books.Approvals;

namespace Custodia.Books.Tests.Approvals;

/// <summary>
/// What stands in a journal lives for ever: one golden file for each kind and version, which may only be added to.
/// Set UPDATE_GOLDEN=1 to write the file of a kind or version that is new.
/// </summary>
public sealed class KindTests
{
    private static readonly KindTable Table = Kinds();

    private static readonly Fact[] Facts =
    [
        new CommandProposed("materials", "dispatch-report", "mba:XAFB", "XAFB", "materials.approve",
            new DateTimeOffset(2026, 8, 3, 12, 0, 0, TimeSpan.Zero), 2, """{"mba":"XAFB","note":"註"""),
        new ProposalContinued(17, "XAFB", "記\"}"),
        new ProposalApproved(17),
        new ProposalRejected(17, "Wrong period 期間有誤", ""),
        new ProposalWithdrawn(17),
    ];

    public static TheoryData<string> Names => [.. Table.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_version_that_was_ever_written_is_read_and_the_newest_is_written_byte_for_byte(string name)
    {
        var kind = Table.Find(name)!;
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
        var kind = Table.Find(name)!;
        var golden = File.ReadAllText(Golden(name, kind.Version)).TrimEnd();
        var strange = Encoding.UTF8.GetBytes(golden[..^1] + ",\"strange\":1}");
        Assert.ThrowsAny<JsonException>(() => kind.Read(strange, kind.Version));
    }

    private static KindTable Kinds()
    {
        using var book = new ApprovalsBook();
        return book.Kinds;
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
