using Custodia.Server.Components;

namespace Custodia.Server.Tests;

public sealed class AsOfQueryTests
{
    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("", "", null, null)]
    [InlineData("2026-03-31", null, "2026-03-31", null)]
    [InlineData(null, "120", null, "120")]
    [InlineData("2024-02-29", "1", "2024-02-29", "1")]
    public void What_an_address_asks_is_read_and_written_back(
        string? date, string? entry, string? dateBack, string? entryBack)
    {
        var query = AsOfQuery.Parse(date, entry);
        Assert.True(query.IsValid);
        Assert.Equal((dateBack, entryBack), (query.DateText, query.KnownAtText));
    }

    [Theory]
    [InlineData("31/03/2026", null)]
    [InlineData("2026-02-30", "5")]
    [InlineData("2026-03-31", "-5")]
    [InlineData("2026-03-31", "1e3")]
    public void What_cannot_be_read_is_not_taken_for_now(string? date, string? entry) =>
        Assert.False(AsOfQuery.Parse(date, entry).IsValid);
}
