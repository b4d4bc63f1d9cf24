using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Journal.Blobs;
using Custodia.Materials.Queries;
using Custodia.People.Access;
using Custodia.Server.Hosting;
using Custodia.Server.Language;

namespace Custodia.Server.Reading;

/// <summary>
/// Where pages ask the books and give commands: the catalogue of the node, typed, and no rule besides.
/// Safe on any thread.
/// </summary>
/// <param name="folder">The open data folder.</param>
/// <param name="caller">Who sits at it: asked anew for each question, since a session can end at any time.</param>
public sealed class Desk(DataFolder folder, Func<Caller?> caller)
{
    private const int FilesOnPage = 500;

    /// <summary>Id of who sits at it; empty where nobody is signed in.</summary>
    public string Name => Caller?.Name ?? "";

    /// <summary>The data folder: journal, checkpoints, receipts.</summary>
    public DataFolder Folder => folder;

    /// <summary>How many entries there are.</summary>
    public long Count => folder.Node.Count;

    /// <summary>Number of the newest entry, or <c>null</c>.</summary>
    public long? Latest => Count is > 0 and var count ? count - 1 : null;

    /// <summary>What the frame of every page says, in the reader's language.</summary>
    public ShellStatus Status()
    {
        var state = folder.StateName;
        var count = Count;
        return new ShellStatus(state is { } name ? Wording.Name(name.En, name.Zh) : null, count, folder.RootOf(count));
    }

    /// <summary>Who sits at it; null where nobody is signed in.</summary>
    public Caller? Caller => caller();

    /// <summary>Asks a query of the book of nuclear material.</summary>
    /// <param name="query">Its input.</param>
    /// <param name="view">From where to look.</param>
    public Answer<TResult> Ask<TQuery, TResult>(TQuery query, ViewRequest view) where TQuery : class =>
        AsCaller(asking => folder.Node.Books.SelectMany(book => book.Catalogue.Queries)
            .Single(known => known.Input == typeof(TQuery) && known.Result == typeof(TResult))
            .Accept(new Question<TQuery, TResult>(folder.Node, query, view, asking)));

    /// <summary>Reads something that is no query of a book, such as the journal itself.</summary>
    /// <inheritdoc cref="Node.Read"/>
    public Answer<TResult> Read<TResult>(string permission, string what, Func<Reader, Answer<TResult>> read) =>
        AsCaller(asking => folder.Node.Read(permission, what, asking, read));

    /// <summary>Whether the one who sits here holds a permission anywhere.</summary>
    public bool May(string permission) => Caller is { } asking && folder.May(asking, permission);

    /// <summary>Gives a command of the catalogue, or only tries it.</summary>
    /// <param name="command">Its input.</param>
    /// <param name="commandId">The same id again has the first answer.</param>
    /// <param name="tryOnly">Decide, but record nothing.</param>
    /// <param name="cancellation">Withdraws it as long as it was not decided.</param>
    public async Task<Outcome> Do(object command, Guid commandId, bool tryOnly = false,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (Caller is not { } asking)
            return new Outcome.Refused([AccessRefusals.SignInRequired.At(default)]);
        var (book, definition) = folder.Node.Books
            .SelectMany(book => book.Catalogue.Commands, (book, known) => (book, known))
            .Single(pair => pair.known.Input == command.GetType());
        try
        {
            var outcome = await folder.Node.Execute(book, definition, command, asking, commandId, tryOnly, cancellation);
            // A page draws what it changes only once its event has paused. Where the journal was so fast that nothing did, a form that is
            // cleared and left at once would still ask whether to leave what was typed.
            await Task.Yield();
            return outcome;
        }
        catch (AccessLogException exception)
        {
            return new Outcome.Refused([exception.Refusal]);
        }
    }

    /// <summary>The file of these bytes that was received before, or <c>null</c>.</summary>
    public FileEntry? FindFile(string digest)
    {
        for (var page = 1; ; page++)
        {
            var files = Ask<FilesQuery, Page<FileEntry>>(new FilesQuery(page, FilesOnPage), default).Value;
            if (files?.Rows.FirstOrDefault(file => file.File.Digest == digest) is { } found)
                return found;
            if (files is null || page * FilesOnPage >= files.Total)
                return null;
        }
    }

    /// <summary>Keeps a file as it was received.</summary>
    /// <param name="file">The file.</param>
    /// <param name="compartment">Under whose key.</param>
    /// <param name="cancellation">Withdraws it.</param>
    /// <returns>Its address, or why it is not kept.</returns>
    public Task<Answer<BlobId>> KeepFile(Stream file, string compartment, CancellationToken cancellation = default) =>
        ReceivedFiles.Keep(folder, file, compartment, cancellation);

    private Answer<T> AsCaller<T>(Func<Caller, Answer<T>> ask)
    {
        if (Caller is not { } asking)
            return AccessRefusals.SignInRequired.At(default);
        try
        {
            return ask(asking);
        }
        catch (AccessLogException exception)
        {
            return exception.Refusal;
        }
    }

    /// <summary>Asks the book whose query it is.</summary>
    private sealed class Question<TQuery, TResult>(Node node, TQuery query, ViewRequest view, Caller caller)
        : IDefinitionVisitor<Answer<TResult>>
        where TQuery : class
    {
        public Answer<TResult> Visit<TBook, TAsked, TAnswered>(QueryDefinition<TBook, TAsked, TAnswered> definition)
            where TBook : Book
            where TAsked : class =>
            (Answer<TResult>)(object)node.Ask(definition, (TAsked)(object)query, view, caller);

        public Answer<TResult> Visit<TBook, TCommand>(CommandDefinition<TBook, TCommand> definition)
            where TBook : Book
            where TCommand : class => throw new InvalidOperationException("A command is given, not asked.");
    }
}
