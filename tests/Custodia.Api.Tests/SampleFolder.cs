using Custodia.Server.Hosting;

namespace Custodia.Api.Tests;

/// <summary>A data folder with the sample State, opened for the tests of one class.</summary>
public sealed class SampleFolder : IAsyncLifetime
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), "custodia-sample-" + Guid.NewGuid().ToString("N"));

    public DataFolder Data { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Data = DataFolder.Open(_path, TimeProvider.System);
        await FirstContent.Fill(Data, withSample: true, _ => { });
    }

    public ValueTask DisposeAsync()
    {
        Data.Dispose();
        Directory.Delete(_path, recursive: true);
        return ValueTask.CompletedTask;
    }
}
