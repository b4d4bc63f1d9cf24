using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Custodia.Server;
using Custodia.Server.Hosting;
using Custodia.Server.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Custodia.Bench.Web;

/// <summary>
/// The product's server in a process of its own, as <c>custodia up</c> starts it. It tells over its output what the benchmark
/// cannot see from outside: time of the processor, memory, circuits.
/// </summary>
internal static class WebServer
{
    public const string Name = "web-server";

    internal static async Task Run(string folder)
    {
        var opened = Stopwatch.GetTimestamp();
        using var data = DataFolder.Open(folder, TimeProvider.System);
        var seconds = Stopwatch.GetElapsedTime(opened).TotalSeconds;
        if (data.Materials.Fault is { } fault)
            throw new InvalidOperationException(fault.ToString());
        await WebPeople.Register(data, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        await using var app = CustodiaHost.Build(new CustodiaOptions { Url = "http://127.0.0.1:0", Environment = "Production", Data = data });
        using var circuits = new Circuits();
        await app.StartAsync();
        await SetPasswords(app);
        Say("ready", app.Urls.First(), seconds, data.Node.Count);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            if (line == "quit")
                break;
            Tell(app, line, circuits);
        }

        await app.StopAsync();
    }

    private static async Task SetPasswords(WebApplication app)
    {
        var credentials = app.Services.GetRequiredService<Credentials>();
        foreach (var person in WebPeople.All)
        {
            var refusals = await credentials.SetPassword(person.Id, person.Password, "bench");
            if (refusals.Count > 0)
                throw new InvalidOperationException(refusals[0].ToString());
        }
    }

    private static void Tell(WebApplication app, string line, Circuits circuits)
    {
        switch (line.Split(' '))
        {
            case ["token", var person]:
                Say("token", app.Services.GetRequiredService<ApiTokens>()
                    .Make(person, "bench", ["read", "write"], TimeSpan.FromDays(1), person).Value!.Text);
                break;
            case ["session", var person]:
                Say("session", app.Services.GetRequiredService<Sessions>().Begin(person, SignInClaims.ByPassword, "127.0.0.1", "bench").Key);
                break;
            default:
                if (line == "rest")
                    GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                using (var process = Process.GetCurrentProcess())
                {
                    Say("state", process.TotalProcessorTime.TotalSeconds, process.WorkingSet64, GC.GetTotalMemory(false),
                        GC.CollectionCount(2), process.Threads.Count, app.Services.GetRequiredService<Sessions>().Count, circuits.Active,
                        app.Services.GetRequiredService<DataFolder>().Node.Count, GC.GetTotalPauseDuration().TotalSeconds);
                }

                break;
        }
    }

    private static void Say(params object[] parts)
    {
        Console.WriteLine(string.Join(' ', parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture))));
        Console.Out.Flush();
    }

    /// <summary>Counts circuits by the framework's own instrument.</summary>
    private sealed class Circuits : IDisposable
    {
        private readonly MeterListener _listener = new();
        private long _active;

        public Circuits()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "aspnetcore.components.circuit.active")
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((_, change, _, _) => Interlocked.Add(ref _active, change));
            _listener.Start();
        }

        public void Dispose() => _listener.Dispose();

        public long Active => Interlocked.Read(ref _active);
    }
}
