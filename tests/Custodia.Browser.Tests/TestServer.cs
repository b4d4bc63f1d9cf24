using System.Net;
using System.Net.Sockets;
using Custodia.Server;
using Custodia.Server.Hosting;
using Custodia.Server.SignIn;
using Custodia.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Custodia.Browser.Tests;

/// <summary>A server over a data folder of its own, and what a test does behind the backs of those who sign in.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    /// <summary>The password of everybody.</summary>
    public const string Password = "seven lanterns over a quiet harbour";

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("custodia-");
    private readonly WebApplication _app;

    private TestServer(string url)
    {
        Folder = DataFolder.Open(Path.Combine(_place.FullName, "data"), Time);
        _app = CustodiaHost.Build(
            new CustodiaOptions { Url = url, Environment = "Development", Data = Folder, Time = Time });
    }

    /// <summary>The clock of the server.</summary>
    public SettableClock Time { get; } = new();

    /// <summary>The books on view.</summary>
    public DataFolder Folder { get; }

    /// <summary>The address of the server, without a slash at its end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Starts one whose folder was filled.</summary>
    /// <param name="fill">Fills the folder.</param>
    /// <param name="host">A name instead of a number, as passkeys need it.</param>
    public static async Task<TestServer> StartAsync(Func<DataFolder, Task> fill, string host = "127.0.0.1")
    {
        var server = new TestServer($"http://{host}:{(host == "localhost" ? FreePort() : 0)}");
        await fill(server.Folder);
        await server._app.StartAsync();
        server.Address = server._app.Urls.First();
        return server;
    }

    /// <summary>A part of the running server.</summary>
    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Registers somebody with roles at a place, and sets their password.</summary>
    /// <param name="person">Id.</param>
    /// <param name="place">Where the roles hold.</param>
    /// <param name="cleared">Whether cleared for the place, too.</param>
    /// <param name="roles">The roles.</param>
    /// <returns>The key of their code app.</returns>
    public async Task<string> RegisterAsync(string person, string place, bool cleared, params string[] roles)
    {
        await new Tester(Folder, Time).Register(person, place, cleared, roles);
        var credentials = Get<Credentials>();
        Assert.Empty(await credentials.SetPassword(person, Password, person));
        var key = credentials.BeginCodeApp(person);
        // Each code is taken once: the one before, so that the present one is left for signing in.
        Assert.NotNull(credentials.ConfirmCodeApp(person, CodeOf(key, -1), session: null));
        return key;
    }

    /// <summary>The code of an app now, or so many steps later.</summary>
    public string CodeOf(string key, int later = 0) => Totp.CodeOf(key, Totp.StepAt(Time.GetUtcNow()) + later);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Folder.Dispose();
        _place.Delete(recursive: true);
    }

    // Kestrel takes a free port by itself for numbers only.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Stands on the day of the books, 20 July 2026 at noon, until it is set.</summary>
internal sealed class SettableClock : TimeProvider
{
    /// <summary>The day of the books.</summary>
    public static DateTimeOffset Noon { get; } = new(2026, 7, 20, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The moment.</summary>
    public DateTimeOffset Now { get; set; } = Noon;

    public override DateTimeOffset GetUtcNow() => Now;
}
