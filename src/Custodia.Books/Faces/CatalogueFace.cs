using System.Buffers;
using System.Text.Json;

namespace Custodia.Books.Faces;

/// <summary>
/// Everything that the books offer, by name and as JSON: what HTTP and the command line are made of. It adds no rule.
/// Safe on any thread.
/// </summary>
public sealed class CatalogueFace
{
    /// <summary>Most facts that the answer to a trial lists; their number is always stated.</summary>
    public const int MaxFactsShown = 1_000;

    private readonly Node _node;
    private readonly Dictionary<(string Book, string Name), Handler> _handlers = [];

    /// <summary>The face of a node.</summary>
    public CatalogueFace(Node node)
    {
        ArgumentNullException.ThrowIfNull(node);
        _node = node;
        foreach (var book in node.Books)
        {
            var binder = new Binder(node, book);
            foreach (var command in book.Catalogue.Commands)
                _handlers.Add((book.Name, command.Name), command.Accept(binder));
            foreach (var query in book.Catalogue.Queries)
                _handlers.Add((book.Name, query.Name), query.Accept(binder));
        }
    }

    private delegate Task<FaceAnswer> Handler(ReadOnlyMemory<byte> json, FaceRequest request, CancellationToken cancellation);

    /// <summary>Gives a command or asks a query.</summary>
    /// <param name="book">Name of the book.</param>
    /// <param name="name">Name of the command or query.</param>
    /// <param name="json">Its input, UTF-8 JSON; empty: no fields.</param>
    /// <param name="request">How it is asked.</param>
    /// <param name="cancellation">Withdraws a command as long as it was not decided.</param>
    /// <returns>
    /// A command: <c>{"outcome":"recorded","commandId","first","count","isRepeat"}</c>, or when tried
    /// <c>{"outcome":"wouldRecord","count","needsApproval","facts"}</c>,
    /// or where a second person has to approve it <c>{"outcome":"proposed","commandId","proposal","expires","isRepeat"}</c>.
    /// A query: <c>{"knownAt","asOf","result"}</c>, which asked again
    /// with that <c>knownAt</c> and <c>asOf</c> gives the same for ever.
    /// </returns>
    /// <exception cref="Journal.JournalFailedException">The store failed; the process must stop.</exception>
    public Task<FaceAnswer> Call(string book, string name, ReadOnlyMemory<byte> json, FaceRequest request,
        CancellationToken cancellation = default) =>
        _handlers.TryGetValue((book, name), out var handler)
            ? handler(json, request, cancellation)
            : Task.FromResult(FaceAnswer.Refuse(InputRefusals.Unknown.In("name", found: $"{book} {name}")));

    /// <summary>Gives a command that was read already, as from a file.</summary>
    public Task<FaceAnswer> Execute(Book book, CommandDefinition definition, object command, FaceRequest request,
        CancellationToken cancellation = default) => Execute(_node, book, definition, command, request, cancellation);

    private static async Task<FaceAnswer> Execute(Node node, Book book, CommandDefinition definition, object command,
        FaceRequest request, CancellationToken cancellation)
    {
        var id = request.CommandId ?? Guid.NewGuid();
        var outcome = await node.Execute(book, definition, command, request.Caller, id, request.TryOnly, cancellation)
            .ConfigureAwait(false);
        return outcome switch
        {
            Outcome.Recorded recorded => FaceAnswer.Of(
                new RecordedAnswer("recorded", id, recorded.First, recorded.Count, recorded.IsRepeat)),
            Outcome.Proposed proposed => FaceAnswer.Of(
                new ProposedAnswer("proposed", id, proposed.Proposal, proposed.Expires, proposed.IsRepeat)),
            Outcome.WouldRecord would => new(FaceStatus.Ok, Write(node.Books, would)),
            Outcome.Refused refused => FaceAnswer.Refuse(refused.Refusals),
            _ => throw new InvalidOperationException("An outcome of no known sort."),
        };
    }

    private static ReadOnlyMemory<byte> Write(IReadOnlyCollection<Book> books, Outcome.WouldRecord would)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = FaceJson.Options.Encoder });
        json.WriteStartObject();
        json.WriteString("outcome", "wouldRecord");
        json.WriteNumber("count", would.Facts.Count);
        json.WriteBoolean("needsApproval", would.NeedsApproval);
        json.WriteStartArray("facts");
        foreach (var fact in would.Facts.Take(MaxFactsShown))
        {
            // An approval shows what the approved command records, which is of that command's book.
            var kind = books.Select(book => book.Kinds.Find(fact)).First(found => found is not null)!;
            json.WriteStartObject();
            json.WriteString("kind", kind.Name);
            json.WritePropertyName("body");
            kind.Write(json, fact);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private sealed class Binder(Node node, Book book) : IDefinitionVisitor<Handler>
    {
        public Handler Visit<TBook, TCommand>(CommandDefinition<TBook, TCommand> definition)
            where TBook : Book
            where TCommand : class => async (json, request, cancellation) =>
        {
            var input = FaceInput.Read<TCommand>(json);
            return input.IsGiven
                ? await Execute(node, book, definition, input.Value, request, cancellation).ConfigureAwait(false)
                : FaceAnswer.Refuse(input.Refusals);
        };

        public Handler Visit<TBook, TQuery, TResult>(QueryDefinition<TBook, TQuery, TResult> definition)
            where TBook : Book
            where TQuery : class => (json, request, _) =>
        {
            var input = FaceInput.Read<TQuery>(json);
            return Task.FromResult(input.IsGiven ? Ask(definition, input.Value, request) : FaceAnswer.Refuse(input.Refusals));
        };

        private FaceAnswer Ask<TBook, TQuery, TResult>(
            QueryDefinition<TBook, TQuery, TResult> definition, TQuery query, FaceRequest request)
            where TBook : Book
            where TQuery : class
        {
            // The newest entry is fixed before the question, so that the answer states exactly what it knew.
            var count = node.Count;
            var fixedView = request.View with { KnownAt = request.View.KnownAt ?? (count > 0 ? count - 1 : null) };
            var answer = node.Ask(definition, query, fixedView, request.Caller);
            return answer.IsGiven
                ? FaceAnswer.Of(new QueryAnswer<TResult>(fixedView.KnownAt, fixedView.AsOf, answer.Value))
                : FaceAnswer.Refuse(answer.Refusals);
        }
    }
}

/// <summary>The answer to a command that was taken.</summary>
/// <param name="Outcome">Always <c>recorded</c>.</param>
/// <param name="CommandId">The command's id.</param>
/// <param name="First">Number of its first entry.</param>
/// <param name="Count">How many entries; 0: there was nothing left to record.</param>
/// <param name="IsRepeat">Whether the same command had been given before.</param>
public sealed record RecordedAnswer(string Outcome, Guid CommandId, long First, int Count, bool IsRepeat);

/// <summary>The answer to a command that waits for a second person.</summary>
/// <param name="Outcome">Always <c>proposed</c>.</param>
/// <param name="CommandId">The command's id.</param>
/// <param name="Proposal">Number of the proposal.</param>
/// <param name="Expires">Until when it can be approved (UTC).</param>
/// <param name="IsRepeat">Whether the same command had been given before.</param>
public sealed record ProposedAnswer(string Outcome, Guid CommandId, long Proposal, DateTimeOffset Expires, bool IsRepeat);

/// <summary>The answer to a query.</summary>
/// <param name="KnownAt">Number of the last entry that counted; absent: the journal is empty.</param>
/// <param name="AsOf">The last day that counted; absent: no limit.</param>
/// <param name="Result">The answer.</param>
public sealed record QueryAnswer<T>(long? KnownAt, DateOnly? AsOf, T Result);
