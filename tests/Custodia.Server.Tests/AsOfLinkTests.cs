using Custodia.Server.Components;

namespace Custodia.Server.Tests;

public sealed class AsOfLinkTests
{
    [Theory]
    [InlineData("/mba", null, null, "/mba")]
    [InlineData("/mba", "2026-03-31", null, "/mba?asOf=2026-03-31")]
    [InlineData("/mba", "2026-03-31", "120", "/mba?asOf=2026-03-31&knownAt=120")]
    [InlineData("/mba?pit=2026-06-30", null, "120", "/mba?pit=2026-06-30&knownAt=120")]
    public void A_link_asks_the_next_page_the_same(string path, string? date, string? entry, string expected) =>
        Assert.Equal(expected, AsOfQuery.Parse(date, entry).On(path));

    [Fact]
    public void What_an_address_asks_is_read_from_it() =>
        Assert.Equal(new AsOfQuery(new DateOnly(2026, 3, 31), 120, true),
            AsOfQuery.OfAddress("http://127.0.0.1/mba?page=2&asOf=2026-03-31&knownAt=120"));
}
