using Custodia.Server.Hosting;
using Custodia.Testing;

namespace Custodia.Api.Tests;

/// <summary>A data folder with the sample State, opened for the tests of one class.</summary>
public sealed class SampleFolder : IAsyncLifetime
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), "custodia-sample-" + Guid.NewGuid().ToString("N"));

    /// <summary>The day on which the folder stands, whenever it is tested.</summary>
    public static readonly DateOnly Today = new(2026, 7, 20);

    public DataFolder Data { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Data = DataFolder.Open(_path, new NoonClock(Today));
        await FirstContent.Fill(Data, withSample: true, _ => { });
    }

    public ValueTask DisposeAsync()
    {
        Data.Dispose();
        Directory.Delete(_path, recursive: true);
        return ValueTask.CompletedTask;
    }
}
