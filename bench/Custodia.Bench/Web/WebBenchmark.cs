using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Custodia.Bench.Web;

/// <summary>
/// Two hundred people on mixed pages over a journal of a million sealed entries, the real server in a process of its own: ten
/// minutes' work, compressed. Each person does something, waits for the answer, thinks, and goes on.
/// </summary>
internal static class WebBenchmark
{
    private const int DefaultSeconds = 60;
    private const double RequestsPerSecond = 30;
    private const double MostSeconds = 1;
    private const int SigningInTogether = 4;
    private const int Idlers = 2_000;
    private static readonly TimeSpan WarmingUp = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    /// <summary>Runs it.</summary>
    /// <param name="figure">Seconds of load, and after a slash the sessions that are idle; null: sixty, and two thousand.</param>
    internal static async Task Run(string? figure)
    {
        int[] given = [.. (figure ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        var length = TimeSpan.FromSeconds(given.ElementAtOrDefault(0) is > 0 and var seconds ? seconds : DefaultSeconds);
        var idlers = given.ElementAtOrDefault(1) is > 0 and var sessions ? sessions : Idlers;
        var folder = Directory.CreateTempSubdirectory("custodia-bench-").FullName;
        try
        {
            var entries = await WebFolder.Make(folder);
            using var server = new ServerProcess(folder);
            Rounds.Print($"opened {entries} sealed entries in {server.OpenSeconds:0.0} s: {entries / server.OpenSeconds:0} entries/s");
            var clients = WebPeople.All.Select((person, number) => new WebClient(person, number, server.Address)).ToList();
            await SignIn(server, clients);
            await Load(server, clients, WarmingUp, "warming up, which does not count");
            Memory("before the load", server.State(atRest: true));
            await Load(server, clients, length, $"{clients.Count} people, {RequestsPerSecond} requests/s for {length.TotalSeconds} s");
            await Idle(server, clients, idlers, length / 3);
            clients.ForEach(client => client.Dispose());
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static async Task SignIn(ServerProcess server, List<WebClient> clients)
    {
        var start = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(clients, new ParallelOptions { MaxDegreeOfParallelism = SigningInTogether },
            async (client, _) => await client.SignIn());
        Rounds.Print($"{clients.Count} people signed in: {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");
        foreach (var client in clients)
            client.UseToken(server.Token(client.Person.Id));
    }

    /// <summary>Each of many sessions with one page open, and nobody at it; then the same people at work among them.</summary>
    private static async Task Idle(ServerProcess server, List<WebClient> clients, int idlers, TimeSpan length)
    {
        var sessions = Enumerable.Range(0, idlers - clients.Count).Select(i => clients[i % clients.Count].Person)
            .Select(person => (person, server.Session(person.Id))).ToList();
        var (circuits, start) = (new ConcurrentBag<CircuitClient>(), Stopwatch.GetTimestamp());
        using var pages = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
        await Parallel.ForEachAsync(sessions, new ParallelOptions { MaxDegreeOfParallelism = SigningInTogether }, async (session, _) =>
        {
            var path = session.person.SeesMaterial ? "/mba/" + WebFacts.Mba(session.person.Mba) : "/journal";
            circuits.Add(await CircuitClient.Open(pages, server.Address, path, session.Item2));
        });
        Rounds.Print($"{circuits.Count} pages opened and idle: {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");
        Memory("with all of them idle", server.State(atRest: true));
        await Load(server, clients, length, $"the same people among {circuits.Count} idle pages, for {length.TotalSeconds:0} s");
        Rounds.Print($"{circuits.Count(circuit => circuit.IsOpen)} of them stand");
        Rounds.Print($"{circuits.Average(circuit => circuit.Pictures):0.0} pictures each");
        foreach (var circuit in circuits)
            circuit.Dispose();
        await Task.Delay(Settling);
        Memory("after their connections were lost", server.State(atRest: true));
    }

    private static async Task Load(ServerProcess server, List<WebClient> clients, TimeSpan length, string title)
    {
        var (before, tally, start) = (server.State(), new Tally(), Stopwatch.GetTimestamp());
        await Task.WhenAll(clients.Select(client => Task.Run(() => Work(client, clients.Count / RequestsPerSecond, length, tally))));
        var (after, took) = (server.State(), Stopwatch.GetElapsedTime(start).TotalSeconds);
        Rounds.Print($"{title}: {tally.Count} requests, {tally.Count / took:0.0} a second");
        tally.Print(MostSeconds);
        var processor = after.Processor - before.Processor;
        Rounds.Print($"server: {processor / took:0.00} processors, {processor * 1000 / tally.Count:0.0} ms of one a request");
        Rounds.Print($"server: {after.Threads} threads");
        Rounds.Print($"        {after.Full - before.Full} full collections, {after.Paused - before.Paused:0.00} s paused");
        Rounds.Print($"        {after.Entries - before.Entries} entries recorded");
        Memory("after the load", server.State(atRest: true));
    }

    private static async Task Work(WebClient client, double think, TimeSpan length, Tally tally)
    {
        var start = Stopwatch.GetTimestamp();
        // Not all at once: as people come.
        await Task.Delay(TimeSpan.FromSeconds(client.Random.NextDouble() * think));
        while (Stopwatch.GetElapsedTime(start) < length)
        {
            var (kind, act) = WebMix.Next(client);
            var asked = Stopwatch.GetTimestamp();
            var isRight = false;
            try
            {
                isRight = await act(client);
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
            {
                Console.Error.WriteLine(exception.Message);
            }

            var took = Stopwatch.GetElapsedTime(asked).TotalSeconds;
            tally.Add(kind, took, isRight);
            await Task.Delay(TimeSpan.FromSeconds(Math.Max(0, (think * (0.5 + client.Random.NextDouble())) - took)));
        }
    }

    private static void Memory(string when, ServerState state)
    {
        Rounds.Print($"memory {when}: working set {state.WorkingSet >> 20} MiB, heap {state.Heap >> 20} MiB");
        Rounds.Print($"{when}: {state.Sessions} sessions, {state.Circuits} circuits");
    }
}
