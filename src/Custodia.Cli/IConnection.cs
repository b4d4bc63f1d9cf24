using Custodia.Books;
using Custodia.Books.Faces;
using Custodia.Server.Api;

namespace Custodia.Cli;

/// <summary>How a command or query is asked for, besides its input.</summary>
internal readonly record struct CallOptions(ViewRequest View, Guid? CommandId, bool TryOnly);

/// <summary>A way to the books of a data folder: through its running server, or by opening it. The answers are the same.</summary>
internal interface IConnection : IAsyncDisposable
{
    Task<FaceAnswer> Call(string book, Definition definition, ReadOnlyMemory<byte> json, CallOptions options);

    Task<FaceAnswer> Import(ImportRequest request);

    /// <summary>Reads a resource of the journal.</summary>
    Task<FaceAnswer> ReadJournal(string path, IReadOnlyDictionary<string, string> query);

    /// <summary>Seals a compartment, or destroys its keys.</summary>
    Task<FaceAnswer> ChangeKeys(string change, string compartment);
}

/// <summary>Opens the folder in this process.</summary>
internal sealed class LocalConnection : IConnection
{
    private readonly Server.Hosting.DataFolder _folder;
    private readonly CatalogueFace _catalogue;

    public LocalConnection(string path)
    {
        _folder = Server.Hosting.DataFolder.Open(path, TimeProvider.System, create: false);
        _catalogue = new CatalogueFace(_folder.Node);
    }

    public Task<FaceAnswer> Call(string book, Definition definition, ReadOnlyMemory<byte> json, CallOptions options) =>
        _catalogue.Call(book, definition.Name, json,
            new FaceRequest(Server.Hosting.LocalActor.Current, options.View, options.CommandId, options.TryOnly));

    public Task<FaceAnswer> Import(ImportRequest request) =>
        new ImportFace(_folder, _catalogue).Import(request, Server.Hosting.LocalActor.Current);

    public Task<FaceAnswer> ReadJournal(string path, IReadOnlyDictionary<string, string> query) =>
        Task.FromResult(new JournalFace(_folder).Read(path, query.GetValueOrDefault));

    public Task<FaceAnswer> ChangeKeys(string change, string compartment)
    {
        var face = new JournalFace(_folder);
        return Task.FromResult(change == "seal" ? face.Seal(compartment) : face.DestroyKeys(compartment));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
