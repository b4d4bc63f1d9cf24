using Custodia.Server.Hosting;

namespace Custodia.Cli.Tests;

public sealed class ServerTests(CliFolder cli) : IClassFixture<CliFolder>
{
    [Fact]
    public async Task The_answers_are_the_same_through_the_server_and_without_it()
    {
        // Of a moment that is past: what is asked and refused here makes entries of its own.
        string[][] asked =
        [
            ["journal", "entry", "3", "--json"],
            ["materials", "codes", "--known-at", "5", "--json"],
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

    [Fact]
    public async Task Where_nobody_can_sign_in_it_says_where_and_with_what_code_the_first_officers_are_made()
    {
        await using var empty = new NobodysFolder();
        var lines = await empty.StartServer();
        Assert.Equal(0, await empty.StopServer());
        Assert.Matches("http://127\\.0\\.0\\.1:[0-9]+/setup .*: [0-9A-Z-]{20,}$", lines[^2]);
    }

    [Fact]
    public async Task The_sample_says_with_what_accounts_and_password_one_signs_in()
    {
        await using var sample = new NobodysFolder();
        var lines = await sample.StartServer("--sample");
        Assert.Contains("state.accountant", lines[^3], StringComparison.Ordinal);
        Assert.EndsWith(SamplePeople.Password, lines[^2], StringComparison.Ordinal);
        (await sample.RunWith(SamplePeople.Password + "\n", "sign-in", "--user", "accountant.xaf")).Expect(0);
        (await sample.Run("materials", "balance", "--mba", "XAFB")).Expect(0);
        Assert.Equal(0, await sample.StopServer());
        (await sample.Run("materials", "balance", "--mba", "XAFB")).Expect(0);
        // A copy brought back is the sample's still: or nobody could sign in to it.
        var (copy, keys, restored) = (Path.Combine(sample.Root, "copy"), Path.Combine(sample.Root, "keys"), Path.Combine(sample.Root, "restored"));
        (await sample.Run("journal", "backup", "--to", copy, "--keys-to", keys)).Expect(0);
        (await CliFolder.RunOn(restored, null, ["journal", "restore", "--from", copy, "--keys-from", keys])).Expect(0);
        using var folder = DataFolder.Open(restored, TimeProvider.System);
        Assert.True(folder.IsSample);
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
