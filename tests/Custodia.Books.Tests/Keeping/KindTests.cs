using Custodia.Books.Keeping;
using Custodia.Testing;

namespace Custodia.Books.Tests.Keeping;

/// <summary>What stands in a journal lives for ever: each kind and version against its golden file.</summary>
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
    public void Every_version_that_was_ever_written_is_read_and_the_newest_is_written_byte_for_byte(string name) =>
        GoldenKinds.Check(JournalKinds.Table.Find(name)!, Facts);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_body_with_a_property_that_no_version_has_is_refused(string name) =>
        GoldenKinds.CheckStrange(JournalKinds.Table.Find(name)!);
}
