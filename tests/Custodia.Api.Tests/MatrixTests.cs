using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Faces;
using Custodia.People.Roles;
using Custodia.Server.Access;
using Custodia.Server.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Custodia.Api.Tests;

/// <summary>
/// The matrix of rights in the manual is what the catalogues and roles say, and what the server does, over HTTP and as the
/// command line: for each endpoint × role × scope. Set UPDATE_GOLDEN=1 to write the table anew.
/// </summary>
public sealed class MatrixTests(StateServer server) : IClassFixture<StateServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private const string Marker = "<!-- the matrix -->";

    /// <summary>What somebody who is not signed in gets.</summary>
    private static readonly string[] Public =
    [
        "/health", "/language", "/theme", "/sign-in", "/sign-in/second", "/sign-in/passkey-options", "/sign-out", "/setup", "/enrol",
        "/not-found", "/error", "/api/v1/sign-in", "/account", "/account/second-factor",
    ];

    [Fact]
    public void The_table_in_the_manual_is_what_catalogues_and_roles_say()
    {
        var path = Manual();
        var text = File.ReadAllText(path);
        var head = text[..(text.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length)] + "\n";
        var written = head + Matrix.Table(Rows().Select(row => (row.Name, row.Permission, row.Acts)));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(path, written);
        Assert.Equal(written, File.ReadAllText(path));
    }

    [Fact]
    public async Task Each_command_and_query_answers_each_role_in_each_scope_as_the_table_says()
    {
        var wrong = new List<string>();
        foreach (var role in BuiltInRoles.All)
        {
            foreach (var scope in StateServer.Scopes)
            {
                var who = StateServer.NameOf(role.Id, scope);
                foreach (var row in Rows().Where(row => row.Input is not null))
                {
                    var expected = Matrix.Expected(role, scope, row.Permission, row.Acts);
                    var found = await Ask(who, row);
                    if (!Agrees(expected, found))
                        wrong.Add($"{who} {row.Name}: {expected}, but {found.Status} {found.Code}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(60)));
    }

    [Fact]
    public async Task The_command_line_is_let_through_the_same_gate()
    {
        var wrong = new List<string>();
        await using var state = new StateServer();
        await state.InitializeAsync();
        var face = new CatalogueFace(state.Data.Node);
        foreach (var role in BuiltInRoles.All)
        {
            foreach (var scope in StateServer.Scopes)
            {
                var who = StateServer.NameOf(role.Id, scope);
                var caller = TokenCallers.Admit(state.Data, state.TokenOf(who), TimeProvider.System)!;
                foreach (var row in Rows(state).Where(row => row.Input is not null))
                {
                    var (book, name) = (row.Name.Split('/')[0], row.Name.Split('/')[1]);
                    var json = System.Text.Encoding.UTF8.GetBytes(StateServer.Text(row.Input!));
                    var answer = await face.Call(book, name, json, new FaceRequest(caller, TryOnly: row.IsCommand), Cancel);
                    var expected = Matrix.Expected(role, scope, row.Permission, row.Acts);
                    if (!Agrees(expected, (ApiStatus(answer.Status), CodeIn(answer.Content.Span))))
                        wrong.Add($"{who} {row.Name}: {expected}, but {answer.Status} {CodeIn(answer.Content.Span)}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(60)));
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_gets_anything_but_what_is_public()
    {
        foreach (var (method, path, endpoint) in Endpoints())
        {
            using var response = await server.Send(null, method, path, method == HttpMethod.Post ? StateServer.Json(new { }) : null);
            var isPublic = Public.Contains(path) || path.StartsWith("/_", StringComparison.Ordinal)
                || endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null;
            if (isPublic)
                continue;
            Assert.Null(endpoint.Metadata.GetMetadata<IAllowAnonymous>());
            var isSentAway = response.StatusCode == HttpStatusCode.Unauthorized
                || (response.StatusCode == HttpStatusCode.Redirect
                    && response.Headers.Location!.ToString().Contains("/sign-in", StringComparison.Ordinal));
            Assert.True(isSentAway, $"{method} {path}: {response.StatusCode}");
        }
    }

    [Fact]
    public void No_endpoint_is_without_its_row()
    {
        var known = Rows().Select(row => row.Name).ToHashSet(StringComparer.Ordinal);
        var forgotten = Endpoints().Select(found => NameOf(found.Endpoint)).OfType<string>().Where(name => !known.Contains(name)).Distinct();
        Assert.Empty(forgotten);
    }

    [Fact]
    public async Task Pages_and_files_show_content_to_whom_the_table_says_and_to_nobody_else()
    {
        var wrong = new List<string>();
        foreach (var role in BuiltInRoles.All)
        {
            foreach (var scope in StateServer.Scopes)
            {
                var who = StateServer.NameOf(role.Id, scope);
                foreach (var (path, permission, marker) in ContentPaths())
                {
                    using var response = await server.Browse(who, path);
                    var text = await response.Content.ReadAsStringAsync(Cancel);
                    var isShown = response.StatusCode == HttpStatusCode.OK && text.Contains(marker, StringComparison.Ordinal);
                    var expected = Matrix.Expected(role, scope, permission, Acts.Content) == Verdict.Allowed;
                    if (isShown != expected || (int)response.StatusCode >= 500)
                        wrong.Add($"{who} {path}: {expected}, but {response.StatusCode} {isShown}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(60)));
    }

    [Fact]
    public async Task No_page_fails_for_anybody()
    {
        var pages = Endpoints().Where(found => NameOf(found.Endpoint)?.StartsWith("page ", StringComparison.Ordinal) == true).ToList();
        Assert.NotEmpty(pages);
        foreach (var role in BuiltInRoles.All)
        {
            foreach (var (_, path, _) in pages)
            {
                using var response = await server.Browse(StateServer.NameOf(role.Id, "out"), path);
                Assert.True((int)response.StatusCode < 500, $"{role.Id} {path}: {response.StatusCode}");
            }
        }
    }

    /// <summary>Pages, exports and downloads that show content of XA01, the permission for it, and a text that is there when it is shown.</summary>
    private IEnumerable<(string Path, string Permission, string Marker)> ContentPaths()
    {
        const string Read = "materials.read";
        yield return ("/mba/XA01/batches", Read, StateServer.Batch);
        yield return ("/mba/XA01/batch/" + StateServer.Batch, Read, "U2DF");
        yield return ("/mba/XA01", Read, StateServer.Batch);
        yield return ("/mba/XA01/methods", Read, StateServer.Scale);
        yield return ("/export/methods?mba=XA01&format=csv", Read, StateServer.Scale);
        yield return ("/mba/XA01/evaluation", Read, "No balance is closed");
        yield return ("/reports/XA01/Icr/1", "materials.reports", StateServer.Batch);
        yield return ("/reports/XA01/Icr/1/file", "materials.reports", StateServer.Batch);
        yield return ("/export/batches?mba=XA01&format=csv", Read, StateServer.Batch);
        yield return ("/export/ledger?mba=XA01&format=csv", Read, StateServer.Batch);
        yield return ($"/journal/{server.Change}", Read, StateServer.Batch);
        yield return ("/find?q=BATCH-OF-A", Read, "/batch/" + StateServer.Batch);
    }

    private async Task<(HttpStatusCode Status, string Code)> Ask(string who, Row row)
    {
        using var response = row.IsCommand
            ? await server.Send(who, HttpMethod.Post, $"/api/v1/{row.Name}?try=true", StateServer.Json(row.Input!))
            : await server.Send(who, HttpMethod.Get, $"/api/v1/{row.Name}?input="
                + Uri.EscapeDataString(StateServer.Text(row.Input!)));
        return (response.StatusCode, CodeIn(await response.Content.ReadAsByteArrayAsync()));
    }

    private static string CodeIn(ReadOnlySpan<byte> content) =>
        content.Length > 0 && content[0] == '{' && JsonNode.Parse(content) is JsonObject json && json["refusals"] is JsonArray { Count: > 0 } refusals
            ? (string?)refusals[0]!["code"] ?? ""
            : "";

    // What a trial is refused by the book itself was let through by the gate.
    private static bool Agrees(Verdict expected, (HttpStatusCode Status, string Code) found) => expected switch
    {
        Verdict.Withheld => found is (HttpStatusCode.Forbidden, "access.withheld"),
        Verdict.Denied => found is (HttpStatusCode.Forbidden, "access.not-allowed" or "access.not-here") or (_, "approvals.unknown"),
        _ => found.Status is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity && !found.Code.StartsWith("access.", StringComparison.Ordinal)
            && found.Code != "approvals.unknown",
    };

    private static HttpStatusCode ApiStatus(FaceStatus status) => (HttpStatusCode)ApiResults.StatusCode(status);

    private IEnumerable<Row> Rows(StateServer? other = null)
    {
        var state = other ?? server;
        foreach (var book in state.Data.Node.Books)
        {
            foreach (var definition in book.Catalogue.Commands.Concat<Definition>(book.Catalogue.Queries))
            {
                var (acts, input) = Matrix.SampleOf(definition.Input, state);
                yield return new Row($"{book.Name}/{definition.Name}", Matrix.PermissionOf(definition), acts, input, definition is CommandDefinition);
            }
        }

        foreach (var resource in JournalFace.Resources)
            yield return new Row("journal/" + resource.Path, resource.Permission, Acts.Own, null, false);
        foreach (var (name, permission, acts) in Others)
            yield return new Row(name, permission, acts, null, false);
    }

    /// <summary>Endpoints that are neither command nor query: they are made of those, and show no more.</summary>
    private static readonly (string Name, string Permission, Acts Acts)[] Others =
    [
        ("POST /api/v1/materials/import/{kind}", "materials.account", Acts.Content),
        ("POST /api/v1/commitments/import-document", "commitments.record", Acts.Place),
        ("GET /api/v1/materials/templates/{kind}", Places.SignedIn, Acts.Own),
        ("POST /api/v1/cooperation/matrix-file", "commitments.record", Acts.Place),
        ("POST /api/v1/statistics/balance", Places.SignedIn, Acts.Own),
        ("POST /api/v1/statistics/threshold", Places.SignedIn, Acts.Own),
        ("POST /api/v1/statistics/detection", Places.SignedIn, Acts.Own),
        ("POST /api/v1/statistics/sample-size", Places.SignedIn, Acts.Own),
        ("POST /api/v1/statistics/paired", Places.SignedIn, Acts.Own),
        ("POST /api/v1/statistics/itemised", Places.SignedIn, Acts.Own),
        ("POST /api/v1/statistics/d-statistic", Places.SignedIn, Acts.Own),
        ("POST /api/v1/statistics/shipper-receiver", Places.SignedIn, Acts.Own),
        ("GET /commitments/1540/file/{format}", "commitments.read", Acts.Own),
        ("GET /api/v1/session", Places.SignedIn, Acts.Own),
        ("POST /api/v1/sign-out", Places.SignedIn, Acts.Own),
        ("GET /openapi/{documentName}.json", Places.SignedIn, Acts.Own),
        ("GET /journal/{number:long}/receipt", Places.SignedIn, Acts.Own),
        ("GET /journal/{number:long}/stored", Places.SignedIn, Acts.Own),
        ("GET /journal/checkpoint", Places.SignedIn, Acts.Own),
        ("GET /journal/visit", Places.SignedIn, Acts.Own),
        ("GET /journal/key", Places.SignedIn, Acts.Own),
        ("GET /reports/{mba}/{type}/{number:int}/file", "materials.reports", Acts.Content),
        ("GET /reports/{mba}/{type}/{number:int}/pdf", "materials.reports", Acts.Content),
        ("GET /import/template/{kind}/{format}", Places.SignedIn, Acts.Own),
        ("GET /export/{list}", Places.SignedIn, Acts.Own),
        ("GET /{**path:file}", Places.SignedIn, Acts.Own),
        ("GET /pdf", Places.SignedIn, Acts.Own),
        ("POST /account/passkeys/options", Places.SignedIn, Acts.Own),
        ("page /", "materials.summary", Acts.Own),
        ("page /mba", "materials.summary", Acts.Own),
        ("page /mba/{Code}", "materials.read", Acts.Content),
        ("page /mba/{Code}/structure", "materials.summary", Acts.Own),
        ("page /mba/{Code}/batches", "materials.read", Acts.Content),
        ("page /mba/{Code}/batch/{*Name}", "materials.read", Acts.Content),
        ("page /mba/{Code}/reports", "materials.reports", Acts.Content),
        ("page /mba/{Code}/inventories", "materials.read", Acts.Content),
        ("page /mba/{Code}/balance", "materials.read", Acts.Content),
        ("page /mba/{Code}/evaluation", "materials.read", Acts.Content),
        ("page /mba/{Code}/methods", "materials.read", Acts.Content),
        ("page /reports", "materials.reports", Acts.Own),
        ("page /reports/{Mba}/{Type}/{Number:int}", "materials.reports", Acts.Content),
        ("GET /api/v1/commitments/report/file", "commitments.read", Acts.Own),
        ("page /commitments/reports", "commitments.read", Acts.Own),
        ("page /commitments", "commitments.read", Acts.Own),
        ("page /commitments/items/{Id}", "commitments.read", Acts.Own),
        ("page /commitments/indicators", "commitments.read", Acts.Own),
        ("page /commitments/indicators/{Id}", "commitments.read", Acts.Own),
        ("page /commitments/instruments", "commitments.read", Acts.Own),
        ("page /commitments/register", "commitments.read", Acts.Own),
        ("page /commitments/register/{Id}", "commitments.read", Acts.Own),
        ("page /commitments/summits", "commitments.read", Acts.Own),
        ("page /commitments/summits/{Id}", "commitments.read", Acts.Own),
        ("page /commitments/states", "commitments.read", Acts.Own),
        ("page /commitments/calendar", "commitments.read", Acts.Own),
        ("page /commitments/documents", "commitments.read", Acts.Own),
        ("page /commitments/documents/{Id}", "commitments.read", Acts.Own),
        ("page /commitments/instruments/{Id}", "commitments.read", Acts.Own),
        ("page /commitments/law", "commitments.read", Acts.Own),
        ("page /commitments/law/{Id}", "commitments.read", Acts.Own),
        ("page /commitments/offences", "commitments.read", Acts.Own),
        ("page /commitments/campaigns", "commitments.read", Acts.Own),
        ("page /commitments/campaigns/{Id}", "commitments.read", Acts.Own),
        ("page /commitments/cooperation", "commitments.read", Acts.Own),
        ("page /commitments/1540", "commitments.read", Acts.Own),
        ("page /commitments/actions", "commitments.read", Acts.Own),
        ("page /commitments/actions/{Id}", "commitments.read", Acts.Own),
        ("page /commitments/missions", "commitments.read", Acts.Own),
        ("page /commitments/missions/{Id}", "commitments.read", Acts.Own),
        ("page /commitments/plan", "commitments.read", Acts.Own),
        ("page /commitments/self-assessment", "commitments.read", Acts.Own),
        ("page /commitments/self-assessment/{Id}", "missions.findings", Acts.Content),
        ("page /arms-control", "arms-control.read", Acts.Own),
        ("page /arms-control/declarations", "arms-control.read", Acts.Own),
        ("page /arms-control/declarations/{Id}", "arms-control.read", Acts.Own),
        ("page /arms-control/records", "arms-control.read", Acts.Own),
        ("page /arms-control/statements", "arms-control.read", Acts.Own),
        ("page /work", "materials.read", Acts.Own),
        ("page /import", "materials.account", Acts.Content),
        ("page /find", Places.SignedIn, Acts.Own),
        ("page /glossary", Places.SignedIn, Acts.Own),
        ("page /glossary/{Id}", Places.SignedIn, Acts.Own),
        ("page /journal", Places.SignedIn, Acts.Own),
        ("page /journal/{Number:long}", Places.SignedIn, Acts.Own),
        ("page /journal/witnesses", "journal.read", Acts.Own),
        ("page /journal/keys", "journal.keys", Acts.Own),
        ("page /access", "access.read", Acts.Own),
        ("page /approvals", Places.SignedIn, Acts.Own),
        ("page /approvals/{Number:long}", Places.SignedIn, Acts.Own),
        ("page /me", Places.SignedIn, Acts.Own),
        ("page /people", "people.read", Acts.Own),
        ("page /people/{Id}", "people.read", Acts.Own),
        ("page /people/new", "people.manage", Acts.Own),
        ("page /people/organisations", "people.read", Acts.Own),
        ("page /people/posts", "people.read", Acts.Own),
        ("page /people/roles", Places.SignedIn, Acts.Own),
        ("page /people/emergencies", "people.review", Acts.Own),
        ("page /styleguide", Places.SignedIn, Acts.Own),
    ];

    private IEnumerable<(HttpMethod Method, string Path, RouteEndpoint Endpoint)> Endpoints()
    {
        foreach (var endpoint in server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];
            var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            foreach (var method in methods.Where(method => method is "GET" or "POST").Take(1))
                yield return (new HttpMethod(method), Filled(path), endpoint);
        }
    }

    private string Filled(string path) => System.Text.RegularExpressions.Regex.Replace(path, @"\{\**(\w+)[^}]*\}",
        part => part.Groups[1].Value.ToUpperInvariant() switch
    {
        "CODE" or "MBA" => StateServer.Mba,
        "NAME" => StateServer.Batch,
        "TYPE" => "Icr",
        "NUMBER" or "N" => "1",
        "KIND" => "changes",
        "FORMAT" => "csv",
        "LIST" => "batches",
        "ID" => "mba",
        "PATH" => "0/000",
        "DOCUMENTNAME" => "v1",
        _ => "x",
    });

    /// <summary>The name of its row; null for what is public or belongs to the framework.</summary>
    private static string? NameOf(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith('_'))
            return null;
        if (endpoint.Metadata.GetMetadata<JournalResource>() is { } resource)
            return "journal/" + resource.Path;
        if (endpoint.Metadata.GetMetadata<Definition>() is not null)
            return endpoint.RoutePattern.RawText!.TrimStart('/')["api/v1/".Length..];
        var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        return endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null
            ? "page " + path
            : $"{endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0] ?? "GET"} {path}";
    }

    private static string Manual([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "docs", "rights-matrix.md");

    private sealed record Row(string Name, string Permission, Acts Acts, object? Input, bool IsCommand);
}
