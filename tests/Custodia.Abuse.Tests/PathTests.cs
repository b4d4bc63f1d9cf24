using System.Net;
using System.Text;
using Custodia.Server.Reading.Views;

namespace Custodia.Abuse.Tests;

/// <summary>Paths that lead out: of the folder, of the server, to other hosts.</summary>
public sealed class PathTests(StateServer state)
{
    [Theory]
    [InlineData("/../../../../etc/passwd")]
    [InlineData("/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/..\\..\\etc\\passwd")]
    [InlineData("/_content/..%2f..%2fkeys%2ftls.pem")]
    [InlineData("/_content/Radzen.Blazor/../../appsettings.json")]
    [InlineData("/app.css%00.json")]
    [InlineData("/keys/tls.pem")]
    [InlineData("/import/template/..%2f..%2fetc%2fpasswd/csv")]
    [InlineData("/import/template/changes/..%2fcsv")]
    [InlineData("/export/..%2f..%2fetc%2fpasswd?format=csv")]
    [InlineData("/api/v1/materials/templates/..%2f..%2fkeys?format=csv")]
    [InlineData("/api/v1/journal/tile/../../../etc/passwd")]
    [InlineData("/api/v1/journal/tile/entries/..%2f..%2f..%2fkeys")]
    [InlineData("/reports/..%2f..%2fetc/icr/1/file")]
    public async Task No_path_leads_out_of_what_is_served(string path)
    {
        using var visitor = await state.SignedIn();
        var cookie = visitor.Cookies.GetCookieHeader(new Uri(state.Url));
        var answer = await state.Raw(
            $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n"
            + $"Authorization: Bearer {state.Token("tester")}\r\nConnection: close\r\n\r\n");
        Assert.Matches("^HTTP/1.1 (30[12]|40[0-9]|414) ", answer);
        foreach (var secret in (string[])["root:", "PRIVATE KEY", "ConnectionStrings", "AllowedHosts\""])
            Assert.DoesNotContain(secret, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../../../tmp/planted.csv", "planted.csv")]
    [InlineData("/etc/cron.d/planted.csv", "planted.csv")]
    [InlineData("a\u0000b.csv", null)]
    public async Task The_name_of_a_received_file_is_only_a_name(string name, string? shown)
    {
        using var visitor = state.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/materials/import/changes?name=" + Uri.EscapeDataString(name));
        request.Headers.Authorization = new("Bearer", state.Token("tester"));
        request.Content = new StringContent("not,a,file\r\n" + Guid.NewGuid(), Encoding.UTF8, "text/csv");
        var seen = await visitor.Send(request);
        Assert.True((int)seen.Status is >= 400 and < 500, seen.Text);
        Assert.DoesNotContain("..", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("etc", seen.Text, StringComparison.Ordinal);
        Assert.False(File.Exists("/tmp/planted.csv") || File.Exists("/etc/cron.d/planted.csv"));
        if (shown is not null)
            Assert.Contains(shown, seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_saved_view_of_whatever_name_stays_in_its_folder()
    {
        var place = Directory.CreateTempSubdirectory("custodia-views-");
        var views = new FileSavedViews(Path.Combine(place.FullName, "views"));
        foreach (var name in (string[])["../../x", "/etc/x", "a\0b", "CON", "x/../../y"])
        {
            Assert.Null(views.Save(name, "../" + name, new SavedView(name, "a=b")));
            Assert.Equal(name, Assert.Single(views.Of(name, "../" + name)).Name);
        }

        Assert.Equal(["views"], place.GetFileSystemInfos().Select(found => found.Name));
        Assert.All(place.GetFiles("*", SearchOption.AllDirectories), file => Assert.Matches("^[0-9a-f]+\\.json$", file.Name));
        place.Delete(recursive: true);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("\\\\evil.example")]
    [InlineData("/%09/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http:evil.example")]
    [InlineData("/a\r\nSet-Cookie: planted=1")]
    public async Task No_return_address_leads_to_another_host(string address)
    {
        using var visitor = state.Visit();
        var escaped = Uri.EscapeDataString(address);
        foreach (var path in (string[])["/language?to=en&return=" + escaped, "/theme?to=dark&return=" + escaped])
        {
            var seen = await visitor.Get(path);
            Assert.DoesNotContain(seen.SetCookies, cookie => cookie.StartsWith("planted", StringComparison.Ordinal));
            if (seen.Location is { } location)
                Assert.Equal(new Uri(state.Url).Host, new Uri(new Uri(state.Url), location).Host);
        }
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("//evil.example/mba")]
    [InlineData("/\\evil.example/mba")]
    [InlineData("@evil.example/mba")]
    [InlineData("/mba\r\nHost: evil.example")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/api/v1/journal/state")]
    [InlineData("/health")]
    [InlineData("/export/batches?format=csv")]
    [InlineData("/pdf?path=/mba")]
    [InlineData("/../etc/passwd")]
    public async Task The_server_prints_its_own_pages_and_asks_nobody_else(string path)
    {
        using var visitor = await state.SignedIn();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Get("/pdf?path=" + Uri.EscapeDataString(path))).Status);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:text/html,x")]
    [InlineData("gopher://evil.example")]
    public async Task The_address_of_a_witness_is_one_of_the_web(string url)
    {
        using var key = Proofs.CosignerKey.Generate("witness.example");
        var (status, _) = await state.Give("journal/register-witness",
            System.Text.Json.JsonSerializer.Serialize(new { key = key.VerifierKey.ToString(), organisation = "x", url }), "tester");
        Assert.NotEqual(HttpStatusCode.OK, status);
    }
}
