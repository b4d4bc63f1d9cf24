using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Custodia.Books.Faces;
using Custodia.People.Commands;
using Custodia.People.Facts;
using Custodia.Server.Access;
using Custodia.Server.SignIn;
using Custodia.SignIn.Tests;

namespace Custodia.Abuse.Tests;

/// <summary>Markup in every text that anybody can type, on every page.</summary>
public sealed partial class MarkupTests
{
    private static readonly string[] Starts =
    [
        "/", "/work", "/mba", "/reports", "/journal", "/journal/witnesses", "/import", "/glossary", "/account", "/find", "/styleguide",
        "/find?q=MARK", "/glossary/MARK", "/mba/MARK", "/mba/MARK/batch/MARK", "/mba/XA01/batch/MARK", "/reports/MARK/icr/1", "/no-such/MARK",
        "/sign-in?return=MARK", "/mba?sort=MARK", "/mba/XA01?filter=MARK&code=MARK&asOf=MARK", "/mba/XA01/batches?batch=MARK", "/import?kind=MARK",
        "/journal?first=MARK&kind=MARK&actor=MARK", "/setup", "/enrol", "/error", "/language?to=MARK", "/theme?to=MARK&return=MARK",
        "/pdf?path=MARK", "/export/MARK?format=csv", "/export/batches?format=MARK&mba=MARK", "/journal/999999999",
    ];

    [Fact]
    public async Task Markup_in_any_field_of_any_command_stays_text_on_every_page()
    {
        await using var state = new StateServer();
        await state.InitializeAsync();
        await state.People.Do(new AdoptRole(new Role("all", "x", "x", [.. Permissions.All], [], false, true, [])));
        await state.People.Register("everyman", "state", cleared: true, "all");
        Assert.Empty(await state.Get<Credentials>().SetPassword(
            "everyman", StateServer.Password, "test", cancellation: TestContext.Current.CancellationToken));
        var taken = await Plant(state);
        await Upload(state, "\"><img src=x onerror=alert(3)>.csv");
        Assert.True(taken > 8, $"Only {taken} texts were taken: nothing was tried.");
        state.Get<ApiTokens>().Make("everyman", StateServer.Markup[..60], ["read"], TimeSpan.FromDays(1), "everyman");
        using var visitor = await state.SignedIn("everyman");
        var seen = await Walk(visitor);
        Assert.Contains(seen, page => page.Text.Contains("&lt;script&gt;alert(1)", StringComparison.Ordinal));
        Assert.Contains(seen, page => page.Text.Contains("onerror=alert(3)&gt;.csv", StringComparison.Ordinal));
        Assert.True(seen.Count > 40, $"Only {seen.Count} pages were seen.");
    }

    [Fact]
    public async Task A_refusal_quotes_markup_as_json_that_no_browser_takes_for_a_page()
    {
        await using var state = new StateServer();
        await state.InitializeAsync();
        using var visitor = state.Visit();
        foreach (var path in (string[])["materials/MARK", "materials/batches?mba=MARK", "journal/entry/MARK", "journal/tile/MARK", "MARK"])
        {
            var address = "/api/v1/" + path.Replace("MARK", Uri.EscapeDataString(StateServer.Markup), StringComparison.Ordinal);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Authorization = new("Bearer", state.Token("tester"));
            request.Headers.Accept.ParseAdd("text/html");
            using var response = await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    /// <summary>Gives every command once for each of its texts, with markup there; how many were taken.</summary>
    private static async Task<int> Plant(StateServer state)
    {
        var taken = 0;
        foreach (var book in state.Data.Node.Books)
        {
            foreach (var command in book.Catalogue.Commands.Where(command => command.Name is not ("adopt-tables" or "leave" or "end-structure")))
            {
                var schema = InputSchema.Of(command.Input);
                foreach (var path in Texts(schema, schema, ""))
                {
                    var input = Example(schema, schema, "", path)!.ToJsonString();
                    using var visitor = state.Visit();
                    var answer = await visitor.PostJson($"/api/v1/{book.Name}/{command.Name}", input, state.Token("everyman"));
                    Assert.True((int)answer.Status < 500, $"{command.Name} {path}: {answer.Text}");
                    taken += answer.Status == HttpStatusCode.OK ? 1 : 0;
                }
            }
        }

        return taken;
    }

    private static async Task Upload(StateServer state, string name)
    {
        using var visitor = state.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/materials/import/facilities?name=" + Uri.EscapeDataString(name));
        request.Headers.Authorization = new("Bearer", state.Token("everyman"));
        var mark = StateServer.Markup.Replace("\"", "\"\"", StringComparison.Ordinal);
        request.Content = new StringContent("Facility,Name (English),Name (Chinese),Kind of facility,In force from\r\n"
            + $"FN1,\"{mark}\",\"{mark}\",Fabrication,2026-01-01\r\n", System.Text.Encoding.UTF8, "text/csv");
        var seen = await visitor.Send(request);
        Assert.True(seen.Status == HttpStatusCode.OK, seen.Text);
    }

    private static async Task<List<Seen>> Walk(Visitor visitor)
    {
        var mark = Uri.EscapeDataString(StateServer.Markup);
        var next = new Queue<string>(Starts.Select(start => start.Replace("MARK", mark, StringComparison.Ordinal)));
        var met = new HashSet<string>(next, StringComparer.Ordinal);
        var seen = new List<Seen>();
        while (next.TryDequeue(out var path) && seen.Count < 250)
        {
            using var response = await visitor.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(response.Headers.Contains("X-Content-Type-Options"), path);
            if (response.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            seen.Add(new Seen(response.StatusCode, null, text, []));
            Hold(path, text);
            foreach (var link in Links().Matches(text).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Where(IsPage))
            {
                if (met.Add(link))
                    next.Enqueue(link);
            }
        }

        return seen;
    }

    private static void Hold(string path, string text)
    {
        foreach (var run in (string[])["<script>alert", "<img src=x", "onerror=alert(2)>{{", "javascript:"])
        {
            var at = text.IndexOf(run, StringComparison.OrdinalIgnoreCase);
            Assert.True(at < 0, $"{path}: …{text[Math.Max(0, at - 200)..Math.Min(text.Length, Math.Max(0, at) + 60)]}…");
        }

        foreach (Match tag in Tags().Matches(text))
        {
            Assert.False(Handlers().IsMatch(Quoted().Replace(tag.Value, "\"\"")), $"{path}: a script in an attribute: {tag.Value}");
            if (tag.Value.StartsWith("<script", StringComparison.OrdinalIgnoreCase))
                Assert.True(tag.Value.Contains(" src=\"", StringComparison.Ordinal)
                    || tag.Value.Contains("type=\"importmap\"", StringComparison.Ordinal),
                    $"{path}: an inline script: {tag.Value}");
        }
    }

    private static bool IsPage(string link) => link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal)
        && !(link.StartsWith("/language", StringComparison.Ordinal) || link.StartsWith("/theme", StringComparison.Ordinal)
            || link.StartsWith("/pdf", StringComparison.Ordinal) || link.EndsWith("/pdf", StringComparison.Ordinal)
            || link.StartsWith("/export", StringComparison.Ordinal) || link.StartsWith("/import/template", StringComparison.Ordinal));

    // The paths of all texts in a schema of the product's own few words.
    private static IEnumerable<string> Texts(JsonObject root, JsonObject node, string path)
    {
        node = Resolve(root, node);
        if (TypeOf(node) == "string" && node["enum"] is null && node["format"] is null)
            return [path];
        if (TypeOf(node) == "array")
            return node["items"] is JsonObject item ? Texts(root, item, path + "[0]") : [];
        return node["properties"] is JsonObject properties
            ? properties.Where(property => property.Value is JsonObject)
                .SelectMany(property => Texts(root, (JsonObject)property.Value!, path + "." + property.Key))
            : [];
    }

    private static JsonNode? Example(JsonObject root, JsonObject node, string path, string marked)
    {
        node = Resolve(root, node);
        if (path == marked)
            return JsonValue.Create(StateServer.Markup);
        if (node["enum"] is JsonArray values)
            return values.First(value => value is not null)!.DeepClone();
        switch (TypeOf(node))
        {
            case "array":
                return node["items"] is JsonObject item ? new JsonArray(Example(root, item, path + "[0]", marked)) : [];
            case "integer" or "number":
                return JsonValue.Create(1);
            case "boolean":
                return JsonValue.Create(true);
            case "string" when node["format"]?.GetValue<string>() == "date":
                return JsonValue.Create("2026-03-01");
            case "string":
                return JsonValue.Create(Usual(path.Split('.')[^1].Replace("[0]", "", StringComparison.Ordinal)));
            default:
                var example = new JsonObject();
                var required = (node["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()).ToHashSet();
                foreach (var (name, schema) in node["properties"] as JsonObject ?? [])
                {
                    if (schema is JsonObject field && (required.Contains(name) || marked.StartsWith($"{path}.{name}", StringComparison.Ordinal)))
                        example[name] = Example(root, field, $"{path}.{name}", marked);
                }

                return example;
        }
    }

    private static string Usual(string field) => field switch
    {
        "mba" => "XA01",
        "facility" => "XA-A",
        "holder" => "nobody",
        "organisation" => "TEST",
        "role" => "accountant",
        "place" or "places" => "facility:XA-A",
        "kmp" => "1",
        "weights" => "N:400000",
        "code" => "RF",
        "description" => "U2DF",
        "basis" => "M",
        "batch" => "B-" + Guid.NewGuid().ToString("N")[..6].ToUpperInvariant(),
        "id" => "x" + Guid.NewGuid().ToString("N")[..8],
        "from" => "US",
        "course" => "a-course",
        "permissions" => "materials.read",
        "compartment" => "XA01",
        _ => "x",
    };

    private static string? TypeOf(JsonObject node) =>
        node["type"] is JsonArray any ? any.Select(one => one!.GetValue<string>()).First(one => one != "null") : node["type"]?.GetValue<string>();

    private static JsonObject Resolve(JsonObject root, JsonObject node)
    {
        if (node["$ref"]?.GetValue<string>() is not { } reference)
            return node;
        JsonNode found = root;
        foreach (var step in reference.Split('/').Skip(1))
            found = (found is JsonArray array ? array[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : found[step])
                ?? throw new InvalidOperationException(reference + " " + root.ToJsonString());
        return found.AsObject();
    }

    [GeneratedRegex("href=\"([^\"#]+)\"")]
    private static partial Regex Links();

    [GeneratedRegex("<[a-zA-Z](?:\"[^\"]*\"|[^\">])*>")]
    private static partial Regex Tags();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("\\son[a-z]+\\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex Handlers();
}
