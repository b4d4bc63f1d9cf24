using Custodia.Server.SignIn;

namespace Custodia.Cli.Tests;

/// <summary>Signing the command line in and out, at a server and for a folder without one.</summary>
public sealed class SignInTests(CliFolder cli) : IClassFixture<CliFolder>
{
    private const string Refusal = "access.sign-in-required";
    private static readonly string[] WhoAmI = ["people", "my-access", "--json"];

    [Fact]
    public async Task Signed_in_is_signed_in_with_and_without_the_server_until_signed_out()
    {
        await cli.StartServer();
        try
        {
            var signedIn = (await cli.RunWith(CliFolder.Password + "\n", "sign-in", "--user", "plain")).Expect(0);
            Assert.Contains("plain", signedIn.Output, StringComparison.Ordinal);
            Assert.DoesNotContain(CliFolder.Password, signedIn.Output + signedIn.Error, StringComparison.Ordinal);
            Assert.Equal("plain", await Me());
            await cli.StopServer();
            Assert.Equal("plain", await Me());
            await cli.StartServer();
            (await cli.Run("sign-out")).Expect(0);
            Assert.Contains(Refusal, (await cli.Run(WhoAmI)).Expect(1).Output, StringComparison.Ordinal);
        }
        finally
        {
            await cli.StopServer();
        }

        Assert.Contains(Refusal, (await cli.Run(WhoAmI)).Expect(1).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_a_code_app_gives_a_code_after_the_password()
    {
        await cli.StartServer();
        try
        {
            var without = (await cli.RunWith(CliFolder.Password + "\n", "sign-in", "--user", "guarded")).Expect(1);
            Assert.Contains("signin.code-needed", without.Error, StringComparison.Ordinal);
            var code = Totp.CodeOf(cli.CodeAppKey, Totp.StepAt(TimeProvider.System.GetUtcNow()));
            (await cli.RunWith($"{CliFolder.Password}\n{code}\n", "sign-in", "--user", "guarded")).Expect(0);
            Assert.Equal("guarded", await Me());
            var wrong = (await cli.RunWith("not the password at all\n", "sign-in", "--user", "guarded")).Expect(1);
            Assert.Contains("signin.failed", wrong.Error, StringComparison.Ordinal);
        }
        finally
        {
            await cli.StopServer();
        }
    }

    [Fact]
    public async Task A_token_of_the_environment_comes_first_and_an_expired_or_revoked_one_is_refused()
    {
        await Answers();
        await cli.StartServer();
        try
        {
            await Answers();
        }
        finally
        {
            await cli.StopServer();
        }

        async Task Answers()
        {
            Assert.Equal("tester", (string?)(await cli.RunAs(cli.ReadOnly, WhoAmI)).Expect(0).Json["result"]!["holder"]!["id"]);
            var command = await cli.RunAs(cli.ReadOnly, "materials", "name-state", "--code", "XA", "--name-en", "Zedland", "--name-zh", "澤國");
            Assert.Contains("access.not-allowed", command.Expect(1).Error, StringComparison.Ordinal);
            foreach (var token in new[] { cli.Expired, cli.ReadOnly[..^1] + "x", "nonsense" })
                Assert.Contains(Refusal, (await cli.RunAs(token, WhoAmI)).Expect(1).Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_server_there_is_nowhere_to_sign_in()
    {
        var result = (await CliFolder.RunOn(Path.Combine(cli.Root, "nothing"), "x\n", ["sign-in", "--user", "plain"])).Expect(1);
        Assert.Contains("custodia up", result.Error, StringComparison.Ordinal);
    }

    private async Task<string?> Me() => (string?)(await cli.Run(WhoAmI)).Expect(0).Json["result"]!["holder"]!["id"];
}
