namespace Custodia.Server.Tests;

public sealed class LoopbackUrlTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://127.0.0.7:1/")]
    [InlineData("http://[::1]:5080")]
    [InlineData("http://localhost:5080")]
    public void A_loopback_address_is_accepted(string url) => Assert.Null(LoopbackUrl.Problem(url));

    [Theory]
    [InlineData("http://0.0.0.0:5080", "can be reached from others")]
    [InlineData("http://[::]:5080", "can be reached from others")]
    [InlineData("http://192.0.2.7:5080", "can be reached from others")]
    [InlineData("http://localhost.example:5080", "can be reached from others")]
    [InlineData("http://*:5080", "not an address")]
    [InlineData("https://127.0.0.1:5080", "not an address")]
    [InlineData("http://127.0.0.1:5080/base", "not an address")]
    [InlineData("5080", "not an address")]
    [InlineData("", "not an address")]
    public void Any_other_is_refused_with_the_remedy(string url, string because)
    {
        var problem = LoopbackUrl.Problem(url);
        Assert.Contains(because, problem, StringComparison.Ordinal);
        Assert.Contains(CustodiaOptions.DefaultUrl, problem, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => CustodiaHost.Build(new CustodiaOptions { Url = url }));
    }
}
