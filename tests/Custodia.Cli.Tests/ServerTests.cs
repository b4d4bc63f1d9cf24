namespace Custodia.Cli.Tests;

public sealed class ServerTests(CliFolder cli) : IClassFixture<CliFolder>
{
    [Fact]
    public async Task The_answers_are_the_same_through_the_server_and_without_it()
    {
        string[][] asked =
        [
            ["journal", "entries", "--json"],
            ["materials", "codes", "--json"],
            ["materials", "balance", "--mba", "NONE", "--json"],
            ["journal", "entry", "999", "--json"],
        ];
        var alone = await RunAll(asked);
        await cli.StartServer();
        var through = await RunAll(asked);
        using var second = new HttpClient();
        var health = await second.GetStringAsync(new Uri(cli.Url + "/health"), TestContext.Current.CancellationToken);
        Assert.Contains("healthy", health, StringComparison.Ordinal);
        var inUse = (await cli.Run("up", "--port", "0", "--no-browser")).Expect(1);
        Assert.Contains("in use", inUse.Error, StringComparison.Ordinal);
        Assert.Equal(0, await cli.StopServer());
        Assert.Equal(alone, through);
        Assert.False(File.Exists(Path.Combine(cli.Data, "run", "server.json")));
    }

    [Fact]
    public async Task It_ends_its_start_with_one_line_that_says_where_to_look()
    {
        var lines = await cli.StartServer();
        Assert.Equal(0, await cli.StopServer());
        Assert.Matches("^Custodia is at http://127\\.0\\.0\\.1:[0-9]+ ", Assert.Single(lines));
    }

    private async Task<List<(int, string)>> RunAll(string[][] all)
    {
        var results = new List<(int, string)>();
        foreach (var args in all)
        {
            var result = await cli.Run(args);
            results.Add((result.ExitCode, result.Output));
        }

        return results;
    }
}
