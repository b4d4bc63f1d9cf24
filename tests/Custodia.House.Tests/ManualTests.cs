using System.Diagnostics;
using System.Text;

namespace Custodia.House.Tests;

/// <summary>
/// Each command of the manual is run as it stands, block by block, in a folder of its own: <c>sh</c> must succeed, <c>sh refused</c>
/// must end in exit code 1, <c>sh server</c> is started and stopped at the end of the page, <c>csv NAME</c> is a file.
/// </summary>
public sealed class ManualTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task The_first_hour_goes_as_it_is_written()
    {
        var folder = Directory.CreateTempSubdirectory("custodia-manual-").FullName;
        Process? server = null;
        try
        {
            File.CreateSymbolicLink(Path.Combine(folder, "custodia"), Path.Combine(AppContext.BaseDirectory, "custodia"));
            var blocks = Blocks(Path.Combine(Repository.Root, "docs", "manual", "first-hour.md")).ToList();
            Assert.NotEmpty(blocks);
            foreach (var (kind, text) in blocks)
            {
                if (kind.StartsWith("csv ", StringComparison.Ordinal))
                    await File.WriteAllTextAsync(Path.Combine(folder, kind[4..]), text, Cancel);
                else if (kind == "sh server")
                    server = await StartServer(folder, text.Trim());
                else
                    await Run(folder, text, kind == "sh refused" ? 1 : 0);
            }
        }
        finally
        {
            if (server is not null)
            {
                server.Kill(entireProcessTree: true);
                await server.WaitForExitAsync(Cancel);
                server.Dispose();
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_readme_begins_with_the_two_commands_and_names_only_commands_that_exist()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var first = Blocks(Path.Combine(Repository.Root, "README.md")).First(block => block.Kind == "sh").Text;
        Assert.Equal(["./custodia up", "./custodia test"], first.Trim().Split('\n').Select(line => line.Split('#')[0].Trim()));
        string[] verbs = ["up", "test", "bench", "materials", "journal", "verify"];
        foreach (var line in readme.Split('\n').Where(line => line.StartsWith("./custodia ", StringComparison.Ordinal)))
            Assert.Contains(line.Split(' ')[1], verbs);
    }

    /// <summary>The fenced blocks of a page: what stands behind the fence, and the text.</summary>
    internal static IEnumerable<(string Kind, string Text)> Blocks(string file)
    {
        string? kind = null;
        var text = new StringBuilder();
        foreach (var line in File.ReadLines(file))
        {
            if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                text.Append(line).Append('\n');
                continue;
            }

            if (kind is not null)
                yield return (kind, text.ToString());
            kind = kind is null ? line[3..].Trim() : null;
            text.Clear();
        }
    }

    private static async Task Run(string folder, string script, int expected)
    {
        foreach (var command in script.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var process = Start(folder, command);
            var output = process.StandardOutput.ReadToEndAsync(Cancel);
            var errors = process.StandardError.ReadToEndAsync(Cancel);
            using var limit = new CancellationTokenSource(Patience);
            await process.WaitForExitAsync(limit.Token);
            Assert.True(process.ExitCode == expected, $"{command}\nexit code {process.ExitCode}\n{await output}\n{await errors}");
        }
    }

    private static async Task<Process> StartServer(string folder, string command)
    {
        // A port that is free now; the page names none, so that it stays what people type.
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var process = Start(folder, $"{command} --port {port}");
        using var limit = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Contains("http://127.0.0.1", StringComparison.Ordinal))
                return process;
        }

        throw new InvalidOperationException("The server ended: " + await process.StandardError.ReadToEndAsync(limit.Token));
    }

    private static Process Start(string folder, string command) => Process.Start(new ProcessStartInfo("/bin/sh")
    {
        ArgumentList = { "-c", "exec " + command },
        WorkingDirectory = folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
