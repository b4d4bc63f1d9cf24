using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Custodia.Server.Hosting;
using Custodia.Testing;

namespace Custodia.House.Tests;

/// <summary>
/// Each command of the manual is run as it stands, block by block, in a folder of its own: <c>sh</c> must succeed, <c>sh refused</c>
/// must end in exit code 1, <c>sh server</c> is started and stopped at the end of the page, <c>csv NAME</c> and <c>json NAME</c> are
/// files, each line of <c>said</c> stands in what the last command printed, <c>figures</c> are checked by the tests of what works them out,
/// and a block of no kind is only looked at. Who signs in types the password of the sample accounts; NUMBER is the number that a command
/// printed last.
/// </summary>
public abstract partial class ManualPage(string page)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private string _number = "";
    private string _said = "";

    [Fact]
    public async Task It_goes_as_it_is_written()
    {
        var folder = Directory.CreateTempSubdirectory("custodia-manual-").FullName;
        var servers = new List<Process>();
        try
        {
            File.CreateSymbolicLink(Path.Combine(folder, "custodia"), Path.Combine(AppContext.BaseDirectory, "custodia"));
            var blocks = ManualBlocks.Of(Path.Combine(Repository.Root, "docs", "manual", page)).ToList();
            Assert.NotEmpty(blocks);
            foreach (var (_, kind, lines) in blocks)
            {
                if (kind.Split(' ') is ["csv" or "json", var name])
                    await Write(Path.Combine(folder, name), string.Concat(lines.Select(line => line + '\n')));
                else if (kind == "said")
                    Assert.All(lines, line => Assert.Contains(line, _said, StringComparison.Ordinal));
                else if (kind is "" or "figures")
                    continue;
                else if (kind == "sh server")
                    servers.Add(await StartServer(folder, lines.Single()));
                else
                    await Run(folder, lines, kind == "sh refused" ? 1 : 0);
            }
        }
        finally
        {
            foreach (var server in servers)
            {
                server.Kill(entireProcessTree: true);
                await server.WaitForExitAsync(Cancel);
                server.Dispose();
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return File.WriteAllTextAsync(file, text, Cancel);
    }

    private async Task Run(string folder, IReadOnlyList<string> script, int expected)
    {
        foreach (var line in script.Where(line => line.Length > 0))
        {
            var command = line.Replace("NUMBER", _number, StringComparison.Ordinal);
            using var process = Start(folder, command);
            if (command.Contains(" sign-in ", StringComparison.Ordinal))
                await process.StandardInput.WriteLineAsync(SamplePeople.Password);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(Cancel);
            var errors = process.StandardError.ReadToEndAsync(Cancel);
            using var limit = new CancellationTokenSource(Patience);
            await process.WaitForExitAsync(limit.Token);
            Assert.True(process.ExitCode == expected, $"{command}\nexit code {process.ExitCode}\n{await output}\n{await errors}");
            _said = await output;
            _number = Number().Matches(_said).LastOrDefault()?.Groups[1].Value ?? _number;
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
        ArgumentList = { "-c", command },
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment = { ["XDG_CONFIG_HOME"] = Path.Combine(folder, "configuration"), ["CUSTODIA_TOKEN"] = null },
    })!;

    // Of a proposal, of the first entry that was recorded, or of the last one of a list.
    [GeneratedRegex(@"^(?:(?:proposal|first): | +)([0-9]+)(?:$| +[0-9]{4}-)", RegexOptions.Multiline)]
    private static partial Regex Number();
}
