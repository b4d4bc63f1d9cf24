using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Custodia.Server.Hosting;
using Custodia.Server.SignIn;
using Custodia.Testing;
using Microsoft.AspNetCore.Identity;

namespace Custodia.Cli.Tests;

/// <summary>The built command, run as a process of its own over a data folder of its own.</summary>
public class CliFolder : IAsyncLifetime
{
    /// <summary>The password of whoever signs in.</summary>
    public const string Password = "seven lanterns over a quiet harbour";

    private Process? _server;

    // What the command line keeps of its own belongs to the tests, not to whoever runs them.
    static CliFolder() =>
        Environment.SetEnvironmentVariable("XDG_CONFIG_HOME", Path.Combine(AppContext.BaseDirectory, "configuration"));

    public string Root { get; } = Directory.CreateTempSubdirectory("custodia-cli-").FullName;

    public string Data => Path.Combine(Root, "data");

    public string Url { get; private set; } = "";

    public string KeyFile => Path.Combine(Data, "journal", "key.pub");

    /// <summary>Somebody who may do what an accountant of the State may is signed in on this command line.</summary>
    public virtual async ValueTask InitializeAsync()
    {
        using var folder = DataFolder.Open(Data, TimeProvider.System);
        await FirstContent.Fill(folder, withSample: false, _ => { });
        var tester = new Tester(folder, TimeProvider.System);
        await tester.Register("tester", "state", cleared: true, Tester.AllContent);
        TokenFile.Write(folder.Origin, tester.Token("tester"));
        await Register(folder, tester, "plain", codeAppKey: null, "accountant");
        await Register(folder, tester, "guarded", CodeAppKey, "regulator");
        Expired = new Tester(folder, new LastYear()).Token("tester");
        ReadOnly = tester.Token("tester", "read");
    }

    /// <summary>The key of the code app of <c>guarded</c>.</summary>
    public string CodeAppKey { get; } = Totp.NewKey();

    /// <summary>A token whose time is over.</summary>
    public string Expired { get; private set; } = "";

    /// <summary>A token that only asks.</summary>
    public string ReadOnly { get; private set; } = "";

    /// <summary>Runs the command to its end.</summary>
    public async Task<CliResult> Run(params IEnumerable<string> args) => await RunOn(Data, null, args);

    /// <summary>Runs the command with something on its standard input.</summary>
    public async Task<CliResult> RunWith(string input, params IEnumerable<string> args) => await RunOn(Data, input, args);

    /// <summary>Runs the command with a token in its environment.</summary>
    public async Task<CliResult> RunAs(string token, params IEnumerable<string> args) => await RunOn(Data, null, args, token);

    public static async Task<CliResult> RunOn(string data, string? input, IEnumerable<string> args, string? token = null)
    {
        using var process = Start([.. args, "--data", data], token);
        if (input is not null)
            await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CliResult(process.ExitCode, await output, await error);
    }

    /// <summary>Starts `custodia up` and returns what it said until it was ready.</summary>
    public async Task<IReadOnlyList<string>> StartServer(string content = "--empty")
    {
        _server = Start(["up", content, "--port", "0", "--no-browser", "--data", Data]);
        var lines = new List<string>();
        while (await _server.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            var at = line.IndexOf("http://", StringComparison.Ordinal);
            if (at < 0 || line.Contains("/setup", StringComparison.Ordinal))
                continue;
            Url = line[at..].Split(' ')[0];
            return lines;
        }

        throw new InvalidOperationException("The server ended: " + await _server.StandardError.ReadToEndAsync());
    }

    /// <summary>Stops it as a service is stopped; returns its exit code.</summary>
    public async Task<int> StopServer()
    {
        using var server = _server!;
        _server = null;
        await End(server);
        return server.ExitCode;
    }

    /// <summary>Asks a process to end, and waits until it has. Not by Ctrl+C, which the background jobs of a shell do not hear.</summary>
    internal static async Task End(Process process)
    {
        using var signal = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await signal.WaitForExitAsync();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await StopServer();
        Directory.Delete(Root, recursive: true);
        GC.SuppressFinalize(this);
    }

    private static async Task Register(DataFolder folder, Tester tester, string id, string? codeAppKey, string role)
    {
        await tester.Register(id, "state", cleared: true, role);
        var hash = new PasswordHasher<PersonSecrets>().HashPassword(null!, Password);
        folder.Secrets.Change(id, held => (held with { PasswordHash = hash, CodeAppKey = codeAppKey }, true));
    }

    internal static Process Start(IReadOnlyList<string> args, string? token = null)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "custodia"), args)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "0";
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["CUSTODIA_TOKEN"] = token;
        return Process.Start(start)!;
    }
}

/// <summary>A folder that is not there yet.</summary>
internal sealed class NobodysFolder : CliFolder;

/// <summary>The clock of a year ago.</summary>
internal sealed class LastYear : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddYears(-1);
}

/// <summary>How a run ended.</summary>
public sealed record CliResult(int ExitCode, string Output, string Error)
{
    public JsonNode Json => JsonNode.Parse(Output)!;

    public CliResult Expect(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"exit {ExitCode}, expected {exitCode}\n{Output}\n{Error}");
        return this;
    }
}
