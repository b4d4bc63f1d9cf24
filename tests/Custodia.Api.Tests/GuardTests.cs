using System.Net;
using System.Text;
using Custodia.Server;
using Custodia.Server.Hosting;

namespace Custodia.Api.Tests;

public sealed class GuardTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Body = """{"mba":"XA01","date":"2026-06-30"}""";

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task What_a_page_from_elsewhere_sends_is_refused(string header, string value)
    {
        var (status, body) = await server.Post("materials/close-balance", Body, (header, value));
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal("api.foreign-page", (string?)Assert.Single(CatalogueTests.Refusals(body))["code"]);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task What_a_form_of_another_page_could_send_needs_the_header(string type)
    {
        foreach (var (withHeader, expected) in new[] { (false, HttpStatusCode.Forbidden), (true, HttpStatusCode.UnsupportedMediaType) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/materials/close-balance");
            request.Content = new StringContent(Body, Encoding.UTF8, type);
            var (status, _) = await server.Send(request, withHeader ? [("Custodia-Client", "test")] : []);
            Assert.Equal(expected, status);
        }
    }

    [Fact]
    public async Task The_server_s_own_origin_is_taken()
    {
        var own = server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        var (status, _) = await server.Post("materials/close-balance", Body, ("Origin", own));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
    }

    [Fact]
    public async Task Another_host_name_is_refused()
    {
        var (status, _) = await server.Get("journal/state", ("Host", "custodia.example"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://192.0.2.1:0")]
    public void Only_loopback_addresses_are_listened_on(string url) =>
        Assert.Throws<ArgumentException>(() => CustodiaHost.Build(new CustodiaOptions { Url = url, Data = server.Data }));

    [Fact]
    public async Task A_command_that_is_too_long_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/materials/close-balance");
        request.Content = new StringContent(new string(' ', Server.Api.ApiLimits.MaxCommandBytes + 1), Encoding.UTF8, "application/json");
        request.Headers.ExpectContinue = true;
        var (status, body) = await server.Send(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Equal("input.too-large", (string?)Assert.Single(CatalogueTests.Refusals(body))["code"]);
    }

    [Fact]
    public async Task Health_tells_who_is_not_signed_in_which_journal_it_is_and_no_more()
    {
        var (status, body) = await server.Get("/health");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("healthy", (string?)body["status"]);
        Assert.Equal(["status", "origin"], body.AsObject().Select(property => property.Key));
    }

    [Fact]
    public void A_second_opening_of_the_folder_is_refused()
    {
        var refused = Assert.Throws<DataFolderException>(() => DataFolder.Open(server.Data.Root, TimeProvider.System));
        Assert.False(refused.IsIntegrity);
        Assert.Contains("in use", refused.Message, StringComparison.Ordinal);
    }
}
