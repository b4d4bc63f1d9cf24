using System.Diagnostics;
using System.Globalization;

namespace Custodia.Bench.Web;

/// <summary>What the server tells of itself.</summary>
internal readonly record struct ServerState(double Processor, long WorkingSet, long Heap, int Full, int Threads, int Sessions, long Circuits,
    long Entries, double Paused);

/// <summary>The server as seen by the benchmark: a process that answers lines.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    public ServerProcess(string folder)
    {
        _process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [WebServer.Name, folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var ready = Expect("ready");
        Address = new Uri(ready[1]);
        (OpenSeconds, Entries) = (Number(ready[2]), long.Parse(ready[3], CultureInfo.InvariantCulture));
    }

    public Uri Address { get; }

    /// <summary>How long the folder took to open: verified, unsealed and folded.</summary>
    public double OpenSeconds { get; }

    public long Entries { get; }

    public string Token(string person) => Ask("token " + person, "token")[1];

    public string Session(string person) => Ask("session " + person, "session")[1];

    /// <summary>How it stands; at rest: after all memory was collected.</summary>
    public ServerState State(bool atRest = false)
    {
        var told = Ask(atRest ? "rest" : "state", "state");
        return new ServerState(Number(told[1]), (long)Number(told[2]), (long)Number(told[3]), (int)Number(told[4]), (int)Number(told[5]),
            (int)Number(told[6]), (long)Number(told[7]), (long)Number(told[8]), Number(told[9]));
    }

    public void Dispose()
    {
        _process.StandardInput.WriteLine("quit");
        if (!_process.WaitForExit(TimeSpan.FromSeconds(30)))
            _process.Kill();
        _process.Dispose();
    }

    private string[] Ask(string line, string answer)
    {
        _process.StandardInput.WriteLine(line);
        return Expect(answer);
    }

    private string[] Expect(string first)
    {
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            if (line.Split(' ') is var parts && parts[0] == first)
                return parts;
            Console.WriteLine(line);
        }

        throw new InvalidOperationException("The server ended.");
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
