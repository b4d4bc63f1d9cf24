using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Faces;
using Custodia.Server.Access;
using Custodia.Server.Api;
using Custodia.Server.Reading.Printing;

namespace Custodia.Cli;

/// <summary>How a command or query is asked for, besides its input.</summary>
internal readonly record struct CallOptions(ViewRequest View, Guid? CommandId, bool TryOnly);

/// <summary>A way to the books of a data folder: through its running server, or by opening it. The answers are the same.</summary>
internal interface IConnection : IAsyncDisposable
{
    Task<FaceAnswer> Call(string book, Definition definition, ReadOnlyMemory<byte> json, CallOptions options);

    Task<FaceAnswer> Import(ImportRequest request);

    Task<FaceAnswer> Import(DocumentRequest request);

    /// <summary>A report as a file.</summary>
    Task<FaceAnswer> Report(IReadOnlyList<KeyValuePair<string, string>> fields);

    /// <summary>Reads a resource of the journal.</summary>
    Task<FaceAnswer> ReadJournal(string path, IReadOnlyDictionary<string, string> query);
}

/// <summary>Opens the folder in this process.</summary>
internal sealed class LocalConnection : IConnection
{
    private readonly Server.Hosting.DataFolder _folder;
    private readonly CatalogueFace _catalogue;
    private readonly Caller? _caller;

    public LocalConnection(string path)
    {
        _folder = Server.Hosting.DataFolder.Open(path, TimeProvider.System, create: false);
        _catalogue = new CatalogueFace(_folder.Node);
        _caller = TokenCallers.Admit(_folder, TokenFile.Read(_folder.Origin), TimeProvider.System);
    }

    public Task<FaceAnswer> Call(string book, Definition definition, ReadOnlyMemory<byte> json, CallOptions options) =>
        As(caller => _catalogue.Call(book, definition.Name, json,
            new FaceRequest(caller, options.View, options.CommandId, options.TryOnly)));

    public Task<FaceAnswer> Import(ImportRequest request) =>
        As(caller => new ImportFace(_folder, _catalogue).Import(request, caller));

    public Task<FaceAnswer> Import(DocumentRequest request) =>
        As(caller => new DocumentFace(_folder, _catalogue).Import(request, caller));

    public Task<FaceAnswer> Report(IReadOnlyList<KeyValuePair<string, string>> fields) => As(async caller =>
    {
        using var printer = new PagePrinter();
        return (await new ReportFace(_folder, printer).File(fields, caller, CancellationToken.None)).Answer;
    });

    public Task<FaceAnswer> ReadJournal(string path, IReadOnlyDictionary<string, string> query) =>
        As(caller => Task.FromResult(new JournalFace(_folder).Read(path, query.GetValueOrDefault, caller)));

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<FaceAnswer> As(Func<Caller, Task<FaceAnswer>> act) => _caller is { } caller
        ? act(caller)
        : Task.FromResult(FaceAnswer.Refuse(AccessRefusals.SignInRequired.At(default)));
}
