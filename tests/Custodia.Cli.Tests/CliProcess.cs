using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace Custodia.Cli.Tests;

/// <summary>The built command, run as a process of its own over a data folder of its own.</summary>
public sealed class CliFolder : IAsyncLifetime
{
    private Process? _server;

    public string Root { get; } = Directory.CreateTempSubdirectory("custodia-cli-").FullName;

    public string Data => Path.Combine(Root, "data");

    public string Url { get; private set; } = "";

    public string KeyFile => Path.Combine(Data, "journal", "key.pub");

    public async ValueTask InitializeAsync()
    {
        await StartServer();
        await StopServer();
    }

    /// <summary>Runs the command to its end.</summary>
    public async Task<CliResult> Run(params IEnumerable<string> args) => await RunOn(Data, null, args);

    /// <summary>Runs the command with something on its standard input.</summary>
    public async Task<CliResult> RunWith(string input, params IEnumerable<string> args) => await RunOn(Data, input, args);

    public static async Task<CliResult> RunOn(string data, string? input, IEnumerable<string> args)
    {
        using var process = Start([.. args, "--data", data]);
        if (input is not null)
            await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CliResult(process.ExitCode, await output, await error);
    }

    /// <summary>Starts `custodia up` and returns what it said until it was ready.</summary>
    public async Task<IReadOnlyList<string>> StartServer()
    {
        _server = Start(["up", "--empty", "--port", "0", "--no-browser", "--data", Data]);
        var lines = new List<string>();
        while (await _server.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            var at = line.IndexOf("http://", StringComparison.Ordinal);
            if (at < 0)
                continue;
            Url = line[at..].Split(' ')[0];
            return lines;
        }

        throw new InvalidOperationException("The server ended: " + await _server.StandardError.ReadToEndAsync());
    }

    /// <summary>Stops it as Ctrl+C does; returns its exit code.</summary>
    public async Task<int> StopServer()
    {
        using var server = _server!;
        _server = null;
        using (var interrupt = Process.Start("kill", ["-INT", server.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await interrupt.WaitForExitAsync();
        await server.WaitForExitAsync();
        return server.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await StopServer();
        Directory.Delete(Root, recursive: true);
    }

    internal static Process Start(IReadOnlyList<string> args)
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
        return Process.Start(start)!;
    }
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
