using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Custodia.Materials.Commands;
using Custodia.Materials.Ledger;
using Custodia.Materials.Reports;
using Custodia.People.Facts;

namespace Custodia.Api.Tests;

/// <summary>
/// A thousand secrets of one operator, planted wherever text can be, and then sought as everybody who may not know them:
/// in every answer, page, export, refusal and proof, in every file on disk but the keys, and in the log.
/// </summary>
public sealed class SecretsTests : IAsyncLifetime
{
    private const int Batches = 600;
    private static readonly string[] Lists =
    [
        "areas", "ledger", "batches", "inventories", "inventory", "reports", "transfers", "due", "journal", "batch",
    ];

    private readonly StateServer _server = new();
    private readonly Random _random = new(1);
    private readonly List<string> _secrets = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Readers =>
        ["accountant-out", "accountant-uncleared", "inspector-uncleared", "official-uncleared", "official-out", "regulator-uncleared",
         "auditor-in", "administrator-in", "security-officer-in", "state-accountant-uncleared", "nobody"];

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await Plant();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Nobody_without_scope_and_clearance_meets_any_of_a_thousand_secrets_anywhere()
    {
        Assert.True(_secrets.Distinct().Count() >= 1_000);
        var leaks = new List<string>();
        var all = _secrets.ToHashSet(StringComparer.Ordinal);
        foreach (var who in Readers.Select(row => row.Data).Append(null))
        {
            foreach (var path in Paths())
            {
                using var api = path.StartsWith("/api", StringComparison.Ordinal)
                    ? await _server.Send(who, HttpMethod.Get, path)
                    : await _server.Browse(who, path);
                Seek(await api.Content.ReadAsByteArrayAsync(Cancel), $"{who} {path}", all, leaks, asked: path);
            }

            foreach (var command in ProbingCommands())
            {
                using var refused = await _server.Send(who, HttpMethod.Post, command.Path, StateServer.Json(command.Input));
                Seek(await refused.Content.ReadAsByteArrayAsync(Cancel), $"{who} {command.Path}", all, leaks, StateServer.Text(command.Input));
            }
        }

        Assert.True(leaks.Count == 0, string.Join('\n', leaks.Take(30)));
        // The search itself finds what is there to be found.
        using var open = await _server.Send("accountant-in", HttpMethod.Get, "/api/v1/materials/batches?mba=XA01&size=500");
        Seek(await open.Content.ReadAsByteArrayAsync(Cancel), "accountant-in", all, leaks, "");
        Assert.NotEmpty(leaks);
    }

    [Fact]
    public async Task No_file_but_the_keys_and_no_line_of_the_log_holds_any_in_the_clear()
    {
        // What is heard of the server's log is heard of all loggers: one line shows that it is.
        _server.Log("listening");
        using (await _server.Browse(null, "/mba/XA01/batch/" + _secrets[0]))
            await _server.Stop();
        var leaks = new List<string>();
        var all = _secrets.ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(_server.Root, "*", SearchOption.AllDirectories))
        {
            if (!Path.GetRelativePath(_server.Root, file).StartsWith("keys", StringComparison.Ordinal))
                Seek(await File.ReadAllBytesAsync(file, Cancel), file, all, leaks, "");
        }

        Seek(Encoding.UTF8.GetBytes(string.Join('\n', _server.Logged)), "log", all, leaks, "");
        Assert.True(leaks.Count == 0, string.Join('\n', leaks.Take(30)));
        Assert.Contains(_server.Logged, line => line.Contains("listening", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_others_count_does_not_change_when_secrets_are_added()
    {
        string[] paths = ["materials/overview", "materials/find?text=S",
            "materials/files", "materials/transfers?openOnly=false", "materials/due", "materials/reports", "approvals/proposals?which=all"];
        foreach (var who in new[] { "accountant-out", "accountant-uncleared", "official-uncleared", "auditor-in" })
        {
            var before = await Answers(who, paths);
            await _server.Tester.Do(new RecordChanges(
            [
                .. Enumerable.Range(1, 5).Select(line => new FileRow<InventoryChange>(
                    line, StateServer.Receipt(StateServer.Mba, Secret(), "2026-01-15"))),
            ]));
            Assert.Equal(before, await Answers(who, paths));
        }
    }

    private async Task<string[]> Answers(string who, IEnumerable<string> paths)
    {
        var answers = new List<string>();
        foreach (var path in paths)
        {
            using var answer = await _server.Send(who, HttpMethod.Get, "/api/v1/" + path);
            var text = await answer.Content.ReadAsStringAsync(Cancel);
            // The position moves with every entry of the journal, whosesoever it is.
            answers.Add(System.Text.RegularExpressions.Regex.Replace(text, "\"knownAt\":\\d+", ""));
        }

        return [.. answers];
    }

    /// <summary>A mark of 20 characters, which is as long as a batch name may be, and that is in no word.</summary>
    private string Secret()
    {
        const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        var text = new string([.. Enumerable.Range(0, 16).Select(_ => Letters[_random.Next(Letters.Length)])]);
        _secrets.Add(text);
        return text;
    }

    private async Task Plant()
    {
        await _server.Tester.Do(new RecordChanges([.. Enumerable.Range(0, Batches).Select(i => new FileRow<InventoryChange>(i + 1,
            StateServer.Receipt(StateServer.Mba, Secret()) with { Reference = Secret() }))]));
        for (var i = 0; i < 20; i++)
        {
            var batch = Secret();
            await _server.Tester.Do(StateServer.Receipt(StateServer.Mba, batch) with { Note = Secret() });
            var entry = _server.Data.Node.Count - 1;
            await _server.Tester.Do(new CorrectChanges(
                [new(entry, StateServer.Receipt(StateServer.Mba, batch) with { Items = 2, Note = Secret() })], Secret()));
        }

        // A proposal, and a file that is named and kept.
        var waste = StateServer.Receipt(StateServer.Mba, _secrets[0]) with { Code = "TW", Consent = Secret(), From = null, Basis = "T" };
        using var proposed = await _server.Send("accountant-in", HttpMethod.Post, "/api/v1/materials/record-change", StateServer.Json(waste));
        Assert.True(proposed.StatusCode == HttpStatusCode.OK, await proposed.Content.ReadAsStringAsync(Cancel));
        await _server.Post("state-accountant-in", "materials/dispatch-report", new DispatchReport(StateServer.Mba, ReportType.Icr, 1, Secret()));
        var csv = $"mba,date,code,batch,items,description,basis,element,weight,kmp,from\nXA01,2026-02-04,RF,{Secret()},1,U2DF,M,N,1,1,US\n";
        using var upload = await _server.Send("accountant-in", HttpMethod.Post,
            $"/api/v1/materials/import/changes?name={Secret()}.csv", new ByteArrayContent(Encoding.UTF8.GetBytes(csv)));
        for (var i = 0; i < 30; i++)
        {
            var id = "p" + i;
            await _server.Tester.Do(new Holder("secret-" + id, Secret(), Secret(), "OPA", StateServer.Day("2026-01-01")));
            PeopleSecrets.UnionWith(_secrets[^2..]);
        }
    }

    /// <summary>Names of people, which who keeps the people may see.</summary>
    private HashSet<string> PeopleSecrets { get; } = [];

    private IEnumerable<string> Paths()
    {
        foreach (var query in _server.Data.Node.Books.SelectMany(book => book.Catalogue.Queries, (book, query) => (book, query)))
        {
            var (_, input) = Matrix.SampleOf(query.query.Input, _server);
            yield return $"/api/v1/{query.book.Name}/{query.query.Name}?input={Uri.EscapeDataString(StateServer.Text(input))}";
        }

        foreach (var query in new[] { "transfers?openOnly=false", "due?includeDone=true", "reports", "files", "overview", "structure" })
            yield return "/api/v1/materials/" + query;
        foreach (var path in new[] { "/", "/mba", "/mba/XA01", "/mba/XA01/structure", "/mba/XA01/batches", "/mba/XA01/balance",
            "/mba/XA01/inventories", "/mba/XA01/evaluation", "/mba/XA01/methods",
            "/mba/XA01/reports", "/reports", "/reports/XA01/Icr/1", "/reports/XA01/Icr/1/file", "/work", "/import", "/journal", "/glossary" })
            yield return path;
        foreach (var list in Lists)
        {
            yield return $"/export/{list}?mba=XA01&format=csv";
            yield return $"/export/{list}?mba=XA01&format=xlsx";
            yield return $"/export/{list}?format=csv";
        }

        var count = _server.Data.Node.Count;
        yield return "/api/v1/journal/state";
        for (var first = 0L; first < count; first += 1_000)
            yield return $"/api/v1/journal/entries?first={first}&count=1000";
        for (var number = _server.Change; number < count; number += count / 40)
        {
            yield return $"/api/v1/journal/entry/{number}";
            yield return $"/api/v1/journal/entry/{number}?raw=true";
            yield return $"/api/v1/journal/receipt/{number}";
            yield return $"/journal/{number}";
            yield return $"/journal/{number}/stored";
            yield return $"/journal/{number}/receipt";
        }

        for (var bundle = 0; bundle < count / 256; bundle++)
            yield return $"/api/v1/journal/tile/entries/{bundle:000}";
        foreach (var secret in _secrets.Where((_, i) => i % 100 == 0))
        {
            yield return "/api/v1/materials/find?text=" + secret[..8];
            yield return "/find?q=" + secret[..8];
            yield return "/api/v1/materials/batch?mba=XA01&name=" + secret;
            yield return "/mba/XA01/batch/" + secret;
        }
    }

    /// <summary>Commands that try to learn of the other operator by what they are refused.</summary>
    private IEnumerable<(string Path, object Input)> ProbingCommands()
    {
        var batch = _secrets[0];
        yield return ("/api/v1/materials/record-change", StateServer.Receipt(StateServer.Mba, batch));
        yield return ("/api/v1/materials/record-change",
            StateServer.Receipt(StateServer.Other, batch) with { Code = "RD", From = StateServer.Mba, ShipperBatch = "X" });
        yield return ("/api/v1/materials/correct-changes?try=true", new CorrectChanges([new(_server.Change)], "probe"));
        yield return ("/api/v1/materials/correct-changes?try=true",
            new CorrectChanges([new(_server.Change, StateServer.Receipt(StateServer.Other, "X"))], "probe"));
        yield return ("/api/v1/approvals/approve?try=true", new Custodia.Books.Approvals.Approve(_server.Proposal));
    }

    private void Seek(byte[] content, string where, HashSet<string> all, List<string> leaks, string asked)
    {
        if (content.Length > 3 && content[0] == 'P' && content[1] == 'K')
        {
            using var zip = new ZipArchive(new MemoryStream(content));
            foreach (var part in zip.Entries)
            {
                using var stream = part.Open();
                using var copy = new MemoryStream();
                stream.CopyTo(copy);
                Seek(copy.ToArray(), $"{where}!{part.FullName}", all, leaks, asked);
            }

            return;
        }

        // Every window of a secret's length, as UTF-8 and as UTF-16 of either alignment; and what is in base64 inside it.
        Windows(Encoding.Latin1.GetString(content), where, all, leaks, asked);
        Windows(Encoding.Unicode.GetString(content), where + " (UTF-16)", all, leaks, asked);
        if (content.Length > 1)
            Windows(Encoding.Unicode.GetString(content, 1, content.Length - 1), where + " (UTF-16)", all, leaks, asked);
        foreach (Match match in Regex.Matches(Encoding.Latin1.GetString(content), "[A-Za-z0-9+/]{20,}"))
        {
            for (var skip = 0; skip < 4; skip++)
            {
                var text = match.Value[skip..];
                var decoded = Convert.FromBase64String(text[..(text.Length / 4 * 4)]);
                Windows(Encoding.Latin1.GetString(decoded), where + " (base64)", all, leaks, asked);
            }
        }
    }

    private void Windows(string text, string where, HashSet<string> all, List<string> leaks, string asked)
    {
        var mayKnowPeople = where.StartsWith("auditor-in", StringComparison.Ordinal) || where.StartsWith("administrator-in", StringComparison.Ordinal)
            || where.StartsWith("security-officer-in", StringComparison.Ordinal) || where.StartsWith("regulator-uncleared", StringComparison.Ordinal);
        var lookup = all.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i + 16 <= text.Length; i++)
        {
            if (!lookup.TryGetValue(text.AsSpan(i, 16), out var secret) || asked.Contains(secret, StringComparison.Ordinal))
                continue;
            if (!(mayKnowPeople && PeopleSecrets.Contains(secret)))
                leaks.Add($"{where}: {secret} …{text[Math.Max(0, i - 40)..i]}");
            return;
        }
    }
}
