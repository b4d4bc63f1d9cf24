using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Custodia.Commitments.Missions.Commands;

namespace Custodia.Api.Tests;

/// <summary>
/// What a peer review found is planted in the words of a finding and in what is said of its action, and sought as everybody
/// who may not read findings: in every answer, page, export and entry, and on disk.
/// </summary>
public sealed class FindingSecretsTests : IAsyncLifetime
{
    private const string Secret = "the-gate-of-the-store-is-open-at-noon";
    private static readonly DateOnly Day = new(2026, 2, 3);

    private readonly StateServer _server = new();
    private long _first;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        _first = _server.Data.Node.Count;
        object[] commands =
        [
            new RequestMission("ippas-1", "ippas", Day, ["1"]),
            new HoldMission("ippas-1", Day, Day),
            new RecordFinding("ippas-1", "R1", FindingKind.Recommendation, Day, Secret, "1", Owner: "OPA", Due: Day),
            new RecordFinding("ippas-1", "R2", FindingKind.Recommendation, Day, Secret, "1", IsAccepted: false, Reason: Secret),
            new ChangeAction("ippas-1.r1", Day, Secret, "OPB"),
            new ReportAction("ippas-1.r1", Day, "paper 1"),
        ];
        foreach (var command in commands)
            await _server.Tester.Do(command);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Nobody_who_may_not_read_findings_meets_their_words_anywhere()
    {
        var leaks = new List<string>();
        foreach (var who in new[] { "official-in", "inspector-in", "auditor-in", "state-accountant-in", "licensing-officer-in",
            "regulator-uncleared", "regulator-out" })
        {
            foreach (var path in Paths())
            {
                using var response = path.StartsWith("/api", StringComparison.Ordinal)
                    ? await _server.Send(who, HttpMethod.Get, path)
                    : await _server.Browse(who, path);
                if ((await response.Content.ReadAsStringAsync(Cancel)).Contains(Secret, StringComparison.Ordinal))
                    leaks.Add($"{who} {path}");
            }
        }

        Assert.Empty(leaks);
    }

    [Fact]
    public async Task Who_may_read_them_and_is_cleared_reads_them_and_that_stands_in_the_access_log()
    {
        foreach (var path in new[] { "/api/v1/missions/findings?day=2026-02-03", "/commitments/missions/ippas-1", "/commitments/actions/ippas-1.r1",
            "/export/findings?mission=ippas-1&format=csv" })
        {
            using var response = path.StartsWith("/api", StringComparison.Ordinal)
                ? await _server.Send("regulator-in", HttpMethod.Get, path)
                : await _server.Browse("regulator-in", path);
            Assert.True((await response.Content.ReadAsStringAsync(Cancel)).Contains(Secret, StringComparison.Ordinal),
                $"{path} {response.StatusCode}");
        }

        var log = await Get("auditor-in", "/api/v1/access/log?kind=seen&holder=regulator-in");
        Assert.Contains("compartment:mission-findings", log.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_read_them_sees_how_many_there_are_and_how_they_stand()
    {
        var row = (await Get("official-in", "/api/v1/missions/list?day=2026-02-03"))["result"]!["rows"]![0]!;
        Assert.Equal((2, 1), ((int)row["recommendations"]!, (int)row["actions"]!));
        var action = (await Get("official-in", "/api/v1/missions/actions?day=2026-02-03"))["result"]!["rows"]![0]!;
        Assert.Equal(("ippas-1.r1", "OPB", "reportedDone", true, null),
            ((string?)action["id"], (string?)action["owner"], (string?)action["state"], (bool)action["isWithheld"]!, (string?)action["words"]));
        using var refused = await _server.Send("official-in", HttpMethod.Get, "/api/v1/missions/findings?day=2026-02-03");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task On_disk_the_words_are_sealed()
    {
        await _server.Stop();
        foreach (var file in Directory.EnumerateFiles(_server.Root, "*", SearchOption.AllDirectories))
            Assert.True((await File.ReadAllBytesAsync(file, Cancel)).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret)) < 0, file);
    }

    private IEnumerable<string> Paths()
    {
        foreach (var query in new[] { "list", "mission?id=ippas-1", "findings", "actions", "action?id=ippas-1.r1", "plan", "assessments",
            "guidance", "progress" })
            yield return $"/api/v1/missions/{query}{(query.Contains('?') ? '&' : '?')}day=2026-02-03";
        for (var entry = _first; entry < _server.Data.Node.Count; entry++)
        {
            yield return $"/api/v1/journal/entries/{entry}";
            yield return $"/journal/{entry}";
            yield return $"/journal/{entry}/stored";
        }

        string[] pages =
        [
            "/commitments/missions", "/commitments/missions/ippas-1", "/commitments/actions", "/commitments/actions/ippas-1.r1", "/commitments/plan",
            "/commitments/self-assessment", "/work",
            "/find?q=gate", "/find?q=ippas", "/journal", "/export/actions?format=csv", "/export/missions?format=csv",
            "/export/findings?mission=ippas-1&format=csv", "/api/v1/commitments/indicator?id=IND-I02&day=2026-02-03",
        ];
        foreach (var page in pages)
            yield return page;
    }

    private async Task<JsonNode> Get(string who, string path)
    {
        using var response = await _server.Send(who, HttpMethod.Get, path);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!;
    }
}
