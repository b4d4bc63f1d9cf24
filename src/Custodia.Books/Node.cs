using System.Security.Cryptography;
using System.Text.Json;
using Custodia.Journal;
using Custodia.Journal.Sealing;

namespace Custodia.Books;

/// <summary>
/// The books over one journal. A command is decided on the journal's writer thread against the books as they stand, the
/// facts it makes are folded, written and flushed, and only then may a reader see them and the caller has the answer.
/// </summary>
/// <remarks>
/// Opening: make the node, hand <see cref="Fold"/> to the store as it opens and verifies, then <see cref="Start"/>.
/// Safe on any thread after that.
/// </remarks>
public sealed class Node : IDisposable
{
    /// <summary>Bytes reserved for each row of a command of many rows; a longer one is refused, not cut.</summary>
    private const int BytesPerRow = 2_048;

    private readonly Dictionary<string, Book> _books;
    private readonly EntryReader _reader;
    private readonly Replay _replay;
    private readonly FactWriter _writer;
    private readonly Dictionary<Guid, Answered> _answered = [];
    private Journal.Journal? _journal;
    private long _folded;
    private long _published;

    /// <summary>A node over these books.</summary>
    /// <param name="books">Of different names.</param>
    /// <param name="keys">The keys of sealed compartments; <c>null</c>: none are sealed, and sealed bodies are withheld.</param>
    public Node(IEnumerable<Book> books, IKeyRing? keys = null)
    {
        _books = books.ToDictionary(book => book.Name, StringComparer.Ordinal);
        _reader = new EntryReader(keys);
        _replay = new Replay(_books, _reader);
        _writer = new FactWriter(keys);
    }

    /// <summary>The books.</summary>
    public IReadOnlyCollection<Book> Books => _books.Values;

    /// <summary>How many entries are durable and may be seen.</summary>
    public long Count => Volatile.Read(ref _published);

    /// <summary>Raised on the writer's thread after entries became durable; handlers return at once.</summary>
    public event Action<long>? Published;

    /// <summary>The book of that name, or <c>null</c>.</summary>
    public Book? Find(string name) => _books.GetValueOrDefault(name);

    /// <summary>Folds an entry of the store that is being opened, in order; all are folded when <see cref="Start"/> returns.</summary>
    public void Fold(in Entry entry)
    {
        var header = entry.Header;
        _folded = header.Sequence + 1;
        Remember(header.CommandId, header.CommandDigest, header.Sequence);
        _replay.Add(entry);
    }

    /// <summary>Begins to take commands.</summary>
    /// <param name="store">The store whose entries were folded.</param>
    /// <param name="options">How to group.</param>
    /// <param name="time">The clock.</param>
    public Journal.Journal Start(IJournalStore store, JournalOptions options, TimeProvider time)
    {
        if (_folded != store.Count)
            throw new InvalidOperationException("The node did not fold the store's entries.");
        _replay.Finish();
        _published = _folded;
        _journal = Journal.Journal.Open(store, options, time, Publish);
        return _journal;
    }

    /// <summary>Gives a command, or only tries it.</summary>
    /// <param name="book">Name of the book.</param>
    /// <param name="definition">Which command.</param>
    /// <param name="command">Its input.</param>
    /// <param name="actor">Who gives it.</param>
    /// <param name="commandId">Made by the client: the same id again has the first answer.</param>
    /// <param name="tryOnly">Decide, but record nothing.</param>
    /// <param name="cancellation">Withdraws it as long as it was not decided.</param>
    /// <exception cref="JournalFailedException">The store failed; the process must stop.</exception>
    public async Task<Outcome> Execute(Book book, CommandDefinition definition, object command, Actor actor,
        Guid commandId, bool tryOnly = false, CancellationToken cancellation = default)
    {
        var journal = _journal ?? throw new InvalidOperationException("The node was not started.");
        var digest = Digest(book, definition, command);
        var rows = command is IManyRows many ? many.RowCount : 0;
        var reserve = Math.Min(JournalLimits.MaxBatchBytes, JournalLimits.DefaultReserveBytes + ((long)rows * BytesPerRow));
        try
        {
            return await journal.Submit(
                drafts => Decide(drafts, book, definition, command, actor, commandId, digest, tryOnly),
                reserve, cancellation).ConfigureAwait(false);
        }
        catch (DiskFullException)
        {
            return new Outcome.Refused([BooksRefusals.DiskFull.At(default)]);
        }
        catch (Exception exception) when (exception is BatchLimitException or ReservationExceededException
            or EntryFormatException)
        {
            return new Outcome.Refused([BooksRefusals.CommandTooLarge.At(default, found: exception.Message)]);
        }
        catch (KeyRingException exception)
        {
            return new Outcome.Refused([BooksRefusals.CompartmentErased.At(default, found: exception.Message)]);
        }
    }

    /// <summary>Asks a query.</summary>
    /// <param name="definition">Which query.</param>
    /// <param name="query">Its input.</param>
    /// <param name="request">From where to look.</param>
    public Answer<TResult> Ask<TBook, TQuery, TResult>(
        QueryDefinition<TBook, TQuery, TResult> definition, TQuery query, ViewRequest request)
        where TBook : Book
        where TQuery : class
    {
        var book = _books.Values.OfType<TBook>().Single();
        return View(request) is { } view
            ? Ask(book, found => definition.Ask(found, query, view))
            : BooksRefusals.KnownAtAhead.In("knownAt", "≤ " + (Count - 1), request.KnownAt?.ToString(
                System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Reads a book under its lock.</summary>
    public static Answer<TResult> Ask<TBook, TResult>(TBook book, Func<TBook, Answer<TResult>> question) where TBook : Book =>
        book.Fault is { } fault
            ? BooksRefusals.BookStopped.At(default, found: FormattableString.Invariant($"{fault.Book} {fault.Sequence}: {fault.Reason}"))
            : book.Read(() => question(book));

    /// <summary>The view that a request means now; <c>null</c> where it names an entry that does not exist yet.</summary>
    public View? View(ViewRequest request)
    {
        var count = Count;
        if (request.KnownAt is { } knownAt && (knownAt < 0 || knownAt >= count))
            return null;
        return new View(request.KnownAt + 1 ?? count, request.AsOf ?? DateOnly.MaxValue);
    }

    /// <summary>Reads the body of a stored entry, for showing it: unsealed where this node may.</summary>
    /// <returns>The JSON, or <c>null</c> where it is withheld.</returns>
    public byte[]? OpenBody(in Entry entry) => _reader.OpenBody(entry);

    /// <inheritdoc/>
    public void Dispose()
    {
        _journal?.Dispose();
        _writer.Dispose();
        foreach (var book in _books.Values)
            book.Dispose();
    }

    private static UInt128 Digest(Book book, CommandDefinition definition, object command)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes($"{book.Name}/{definition.Name}", FaceJson.Options));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(command, definition.Input, FaceJson.Options));
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash.GetHashAndReset());
    }

    /// <summary>Runs on the writer's thread, one command after the other.</summary>
    private Outcome Decide(EntryDrafts drafts, Book book, CommandDefinition definition, object command, Actor actor,
        Guid commandId, UInt128 digest, bool tryOnly)
    {
        if (!tryOnly && _answered.TryGetValue(commandId, out var before))
        {
            return before.Digest == digest
                ? new Outcome.Recorded(before.First, before.Count, IsRepeat: true)
                : new Outcome.Refused([BooksRefusals.CommandIdReused.In("commandId", found: commandId.ToString())]);
        }

        if (book.Fault is { } fault)
            return new Outcome.Refused([BooksRefusals.BookStopped.At(default, found: fault.Reason)]);
        switch (definition.Decide(book, command, new DecisionContext(drafts.Now, actor.Name)))
        {
            case Decision.Refused refused:
                return new Outcome.Refused(refused.Refusals);
            case Decision.Accepted accepted when tryOnly:
                return new Outcome.WouldRecord(accepted.Facts);
            case Decision.Accepted accepted:
                return Record(drafts, book, accepted.Facts, actor, commandId, digest);
            default:
                throw new InvalidOperationException("A decision accepts or refuses.");
        }
    }

    private Outcome.Recorded Record(EntryDrafts drafts, Book book, IReadOnlyList<Fact> facts, Actor actor, Guid commandId,
        UInt128 digest)
    {
        var first = drafts.NextSequence;
        var stamps = new Stamp[facts.Count];
        for (var i = 0; i < facts.Count; i++)
        {
            stamps[i] = new Stamp(drafts.NextSequence, drafts.Now, actor.Name);
            _writer.Write(drafts, book, facts[i], actor.Name, commandId, digest);
        }

        // The fold runs before the append: what a book cannot fold never reaches the journal.
        for (var i = 0; i < facts.Count; i++)
        {
            if (!book.Fold(stamps[i], facts[i]))
                throw new InvalidOperationException($"The book '{book.Name}' could not fold its own decision: {book.Fault!.Reason}");
        }

        if (facts.Count > 0)
            _answered[commandId] = new Answered(first, facts.Count, digest);
        return new Outcome.Recorded(first, facts.Count, IsRepeat: false);
    }

    private void Remember(Guid commandId, UInt128 digest, long sequence)
    {
        ref var answered = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
            _answered, commandId, out var exists);
        answered = exists ? answered with { Count = answered.Count + 1 } : new Answered(sequence, 1, digest);
    }

    private void Publish(long count)
    {
        Volatile.Write(ref _published, count);
        Published?.Invoke(count);
    }

    private readonly record struct Answered(long First, int Count, UInt128 Digest);
}

/// <summary>A command that holds rows of a file: so that room for all its entries can be reserved.</summary>
public interface IManyRows
{
    /// <summary>How many rows it has.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    int RowCount { get; }
}
