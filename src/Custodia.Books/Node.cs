using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Custodia.Books.Access;
using Custodia.Books.Approvals;
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

    /// <summary>Bytes reserved for each character of an approved command's input: an entry repeats it with its envelope.</summary>
    private const long BytesPerCharacter = 8;

    private readonly Dictionary<string, Book> _books;
    private readonly EntryReader _reader;
    private readonly Replay _replay;
    private readonly FactWriter _writer;
    private readonly Dictionary<Guid, Answered> _answered = [];
    private readonly IGate _gate;
    private readonly IKeyRing? _keys;
    private readonly PlaceTree _places;
    private readonly ApprovalsBook? _approvals;
    private readonly TwoPersonRule? _twoPersons;
    private Journal.Journal? _journal;
    private TimeProvider _time = TimeProvider.System;
    private long _folded;
    private long _published;

    /// <summary>A node over these books.</summary>
    /// <param name="books">Of different names.</param>
    /// <param name="keys">The keys of sealed compartments; <c>null</c>: none are sealed, and sealed bodies are withheld.</param>
    /// <param name="gate">Who may do what; <c>null</c>: the house alone.</param>
    public Node(IEnumerable<Book> books, IKeyRing? keys = null, IGate? gate = null)
    {
        _books = books.ToDictionary(book => book.Name, StringComparer.Ordinal);
        _gate = gate ?? HouseGate.Instance;
        _keys = keys;
        _places = new PlaceTree(_books.Values);
        _approvals = _books.Values.OfType<ApprovalsBook>().SingleOrDefault();
        _twoPersons = _approvals is null ? null : new TwoPersonRule(_approvals, _books, _gate, _places);
        _reader = new EntryReader(keys);
        _replay = new Replay(_books, _reader);
        _writer = new FactWriter(keys);
    }

    /// <summary>The books.</summary>
    public IReadOnlyCollection<Book> Books => _books.Values;

    /// <summary>Which place lies in which.</summary>
    public PlaceTree Places => _places;

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
        _time = time;
        _published = _folded;
        _journal = Journal.Journal.Open(store, options, time, Publish);
        return _journal;
    }

    /// <summary>Gives a command, or only tries it.</summary>
    /// <param name="book">Name of the book.</param>
    /// <param name="definition">Which command.</param>
    /// <param name="command">Its input.</param>
    /// <param name="caller">Who gives it.</param>
    /// <param name="commandId">Made by the client: the same id again has the first answer.</param>
    /// <param name="tryOnly">Decide, but record nothing.</param>
    /// <param name="cancellation">Withdraws it as long as it was not decided.</param>
    /// <exception cref="JournalFailedException">The store failed; the process must stop.</exception>
    public async Task<Outcome> Execute(Book book, CommandDefinition definition, object command, Caller caller,
        Guid commandId, bool tryOnly = false, CancellationToken cancellation = default)
    {
        var given = new GivenCommand(book, definition, command, caller, commandId, Digest(book, definition, command), tryOnly);
        Outcome outcome;
        try
        {
            outcome = await Writing.Submit(drafts => Decide(drafts, given), ReserveFor(given), cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (RefusalOf(exception) is not null)
        {
            outcome = new Outcome.Refused([RefusalOf(exception)!]);
        }

        Log(given, outcome);
        return outcome;
    }

    /// <summary>
    /// Gives a command and keeps this thread waiting until it is durable (<see cref="Journal.Journal.SubmitAndWait"/>).
    /// </summary>
    /// <inheritdoc cref="Execute"/>
    public Outcome ExecuteHere(Book book, CommandDefinition definition, object command, Caller caller, Guid commandId)
    {
        var given = new GivenCommand(book, definition, command, caller, commandId, Digest(book, definition, command), TryOnly: false);
        Outcome outcome;
        try
        {
            outcome = Writing.SubmitAndWait(drafts => Decide(drafts, given), ReserveFor(given));
        }
        catch (Exception exception) when (RefusalOf(exception) is not null)
        {
            outcome = new Outcome.Refused([RefusalOf(exception)!]);
        }

        Log(given, outcome);
        return outcome;
    }

    /// <summary>Asks a query.</summary>
    /// <param name="definition">Which query.</param>
    /// <param name="query">Its input.</param>
    /// <param name="request">From where to look.</param>
    /// <param name="caller">Who asks.</param>
    public Answer<TResult> Ask<TBook, TQuery, TResult>(
        QueryDefinition<TBook, TQuery, TResult> definition, TQuery query, ViewRequest request, Caller caller)
        where TBook : Book
        where TQuery : class
    {
        var book = _books.Values.OfType<TBook>().Single();
        return Read(definition.Permission, $"{book.Name}/{definition.Name}", caller, reader =>
            View(request) is not { } view
                ? BooksRefusals.KnownAtAhead.In("knownAt", "≤ " + (Count - 1), request.KnownAt?.ToString(CultureInfo.InvariantCulture))
                : Ask(book, found => CheckTargets(definition.TargetsOf(found, query), reader) is { } refusal
                    ? refusal
                    : definition.Ask(found, query, view with { Reader = reader })));
    }

    /// <summary>Lets a caller read something that is no query of a book, such as the journal itself.</summary>
    /// <param name="permission">What the caller must hold.</param>
    /// <param name="what">What is read, for the access log.</param>
    /// <param name="caller">Who reads.</param>
    /// <param name="read">Reads, asking the reader what may be seen of each compartment.</param>
    public Answer<TResult> Read<TResult>(string permission, string what, Caller caller, Func<Reader, Answer<TResult>> read)
    {
        var now = _time.GetUtcNow();
        var pass = _gate.Admit(caller, permission, now);
        if (!pass.IsGiven)
        {
            _gate.Denied(caller, what, pass.Refusals[0]);
            return Answer<TResult>.Refuse(pass.Refusals);
        }

        var reader = new Reader(caller, now, pass.Value, _places, Admit, IsErased);
        var answer = read(reader);
        Saw(caller, what, reader);
        return answer;

        Pass? Admit(string other) => _gate.Admit(caller, other, now).Value;
    }

    /// <summary>Reads a book under its lock, as its own rules do.</summary>
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

    private Journal.Journal Writing => _journal ?? throw new InvalidOperationException("The node was not started.");

    private long ReserveFor(GivenCommand given) =>
        Math.Min(JournalLimits.MaxBatchBytes, JournalLimits.DefaultReserveBytes + RoomFor(given.Command));

    private static Refusal? RefusalOf(Exception exception) => exception switch
    {
        DiskFullException => BooksRefusals.DiskFull.At(default),
        BatchLimitException or ReservationExceededException or EntryFormatException =>
            BooksRefusals.CommandTooLarge.At(default, found: exception.Message),
        KeyRingException => BooksRefusals.CompartmentErased.At(default, found: exception.Message),
        _ => null,
    };

    private long RoomFor(object command) => command switch
    {
        IManyRows many => (long)many.RowCount * BytesPerRow,
        Approve approve when _approvals is not null => BytesPerCharacter * _approvals.Read(
            () => _approvals.All.GetValueOrDefault(approve.Proposal)?.InputLength ?? 0),
        _ => 0,
    };

    private static UInt128 Digest(Book book, CommandDefinition definition, object command)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes($"{book.Name}/{definition.Name}", FaceJson.Options));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(command, definition.Input, FaceJson.Options));
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash.GetHashAndReset());
    }

    private static Refusal? CheckTargets(IEnumerable<Target> targets, Reader reader)
    {
        foreach (var target in targets)
        {
            var visibility = target.IsCompartment ? reader.Of(target.Name)
                : reader.Covers(target.Name) ? Visibility.Open : Visibility.Hidden;
            // Not where it would be: that could be more than the caller knew of what was asked for.
            if (visibility == Visibility.Hidden)
                return AccessRefusals.NotHere.At(default);
            if (visibility == Visibility.Withheld)
                return (reader.IsErased(target.Name) ? BooksRefusals.CompartmentErased : AccessRefusals.Withheld).At(default, found: target.Name);
        }

        return null;
    }

    /// <summary>Runs on the writer's thread, one command after the other.</summary>
    private Outcome Decide(EntryDrafts drafts, GivenCommand given)
    {
        var (book, definition, command, caller) = (given.Book, given.Definition, given.Command, given.Caller);
        if (Check(given, drafts.Now) is { } refusal)
            return new Outcome.Refused([refusal]);
        if (!given.TryOnly && _answered.TryGetValue(given.Id, out var before))
            return Repeat(before, given);
        if (book.Fault is { } fault)
            return new Outcome.Refused([BooksRefusals.BookStopped.At(default, found: fault.Reason)]);
        var context = new DecisionContext(drafts.Now, caller.Name);
        var decision = Decide(definition, book, command, context, drafts.NextSequence);
        if (decision is not Decision.Accepted accepted)
            return Refused(decision);
        if (accepted.Facts.Count > 0 && !caller.IsHouse && definition.NeedsTwoPersons(book, command))
            return Propose(drafts, given, accepted);
        if (accepted.Facts is [ProposalApproved approved])
            return Approve(drafts, given, approved);
        return given.TryOnly
            ? new Outcome.WouldRecord(accepted.Facts, NeedsApproval: false)
            : Record(drafts, given, [.. accepted.Facts.Select(fact => new Act(book, fact, caller.Name))]);
    }

    // What shows something must be there to be shown: one rule for every book.
    private static Decision Decide(CommandDefinition definition, Book book, object command, DecisionContext context, long entries)
    {
        var decision = definition.Decide(book, command, context);
        if (decision is Decision.Refused || command is not INamesEvidence { Evidence: var named })
            return decision;
        List<Refusal> missing =
        [
            .. from entry in named
               where entry.Number >= entries
               select BooksRefusals.EvidenceUnknown.In(entry.Field, FormattableString.Invariant($"0 – {entries - 1}"),
                   entry.Number.ToString(CultureInfo.InvariantCulture)),
        ];
        return missing.Count > 0 ? Decision.Refuse(missing) : decision;
    }

    private static Outcome.Refused Refused(Decision decision) => decision is Decision.Refused refused
        ? new Outcome.Refused(refused.Refusals)
        : throw new InvalidOperationException("A decision accepts or refuses.");

    private Outcome Repeat(Answered before, GivenCommand given)
    {
        if (before.Digest != given.Digest)
            return new Outcome.Refused([BooksRefusals.CommandIdReused.In("commandId", found: given.Id.ToString())]);
        return _approvals?.All.GetValueOrDefault(before.First) is { } proposal
            ? new Outcome.Proposed(before.First, proposal.Fact.Expires, IsRepeat: true)
            : new Outcome.Recorded(before.First, before.Count, IsRepeat: true);
    }

    /// <summary>Whether the caller may give this command here, and see what it acts on.</summary>
    private Refusal? Check(GivenCommand given, DateTimeOffset now)
    {
        var pass = _gate.Admit(given.Caller, given.Definition.Permission, now);
        if (!pass.IsGiven)
            return pass.Refusals[0];
        var reader = new Reader(given.Caller, now, pass.Value, _places,
            other => _gate.Admit(given.Caller, other, now).Value, IsErased);
        var refusal = CheckTargets(given.Definition.TargetsOf(given.Book, given.Command), reader);
        refusal ??= given.Command switch
        {
            Approve approve => _twoPersons!.Check(approve.Proposal, reader),
            Reject reject => _twoPersons!.Check(reject.Proposal, reader),
            Withdraw withdraw => _twoPersons!.CheckWithdrawal(withdraw.Proposal, given.Caller),
            _ => null,
        };
        given.Opened = reader.Opened;
        return refusal;
    }

    private Outcome Propose(EntryDrafts drafts, GivenCommand given, Decision.Accepted accepted)
    {
        if (_twoPersons is null)
            throw new InvalidOperationException("A node with two-person rules has a book of approvals.");
        var decision = _twoPersons.Propose(given.Book, given.Definition, given.Command, drafts.NextSequence, drafts.Now);
        if (decision is not Decision.Accepted proposed)
            return Refused(decision);
        if (given.TryOnly)
            return new Outcome.WouldRecord(accepted.Facts, NeedsApproval: true);
        var recorded = Record(drafts, given, [.. proposed.Facts.Select(fact => new Act(_approvals!, fact, given.Caller.Name))]);
        return new Outcome.Proposed(recorded.First, ((CommandProposed)proposed.Facts[0]).Expires, IsRepeat: false);
    }

    /// <summary>Decides the proposed command anew, as given by its proposer; its facts follow the approval.</summary>
    private Outcome Approve(EntryDrafts drafts, GivenCommand given, ProposalApproved approved)
    {
        var proposal = _approvals!.All[approved.Proposal];
        var (book, definition, command) = _twoPersons!.Read(proposal);
        if (_twoPersons.CheckProposer(proposal, definition, drafts.Now) is { } refusal)
            return new Outcome.Refused([refusal]);
        if (book.Fault is { } fault)
            return new Outcome.Refused([BooksRefusals.BookStopped.At(default, found: fault.Reason)]);
        var context = new DecisionContext(drafts.Now, proposal.Stamp.Actor, given.Caller.Name);
        var decision = Decide(definition, book, command, context, drafts.NextSequence);
        if (decision is not Decision.Accepted accepted)
            return Refused(decision);
        if (given.TryOnly)
            return new Outcome.WouldRecord(accepted.Facts, NeedsApproval: false);
        return Record(drafts, given,
        [
            new Act(_approvals, approved, given.Caller.Name),
            .. accepted.Facts.Select(fact => new Act(book, fact, proposal.Stamp.Actor)),
        ]);
    }

    private Outcome.Recorded Record(EntryDrafts drafts, GivenCommand given, IReadOnlyList<Act> acts)
    {
        var first = drafts.NextSequence;
        var stamps = new Stamp[acts.Count];
        for (var i = 0; i < acts.Count; i++)
        {
            stamps[i] = new Stamp(drafts.NextSequence, drafts.Now, acts[i].Actor);
            _writer.Write(drafts, acts[i].Book, acts[i].Fact, acts[i].Actor, given.Id, given.Digest);
        }

        // The fold runs before the append: what a book cannot fold never reaches the journal.
        for (var i = 0; i < acts.Count; i++)
        {
            if (!acts[i].Book.Fold(stamps[i], acts[i].Fact))
                throw new InvalidOperationException($"The book '{acts[i].Book.Name}' could not fold its own decision: {acts[i].Book.Fault!.Reason}");
        }

        if (acts.Count > 0)
            _answered[given.Id] = new Answered(first, acts.Count, given.Digest);
        return new Outcome.Recorded(first, acts.Count, IsRepeat: false);
    }

    /// <summary>What was refused for want of a right, and what a trial or a refusal showed, goes on the journal.</summary>
    private void Log(GivenCommand given, Outcome outcome)
    {
        var what = $"{given.Book.Name}/{given.Definition.Name}";
        if (outcome is Outcome.Refused refused && refused.Refusals.FirstOrDefault(IsOfAccess) is { } refusal)
            _gate.Denied(given.Caller, what, refusal);
        else if (outcome is Outcome.Refused or Outcome.WouldRecord && given.Opened.Count > 0)
            _gate.Saw(given.Caller, what, given.Opened);
    }

    private bool IsErased(string compartment) => _keys?.IsErased(compartment) ?? false;

    private void Saw(Caller caller, string what, Reader reader)
    {
        if (reader.Opened.Count > 0 && !caller.IsHouse)
            _gate.Saw(caller, what, reader.Opened);
    }

    private static bool IsOfAccess(Refusal refusal) => refusal.Code.StartsWith("access.", StringComparison.Ordinal);

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

    /// <summary>A fact on its way into its book, and who is named for it.</summary>
    private readonly record struct Act(Book Book, Fact Fact, string Actor);

    /// <summary>A command with all that came with it.</summary>
    private sealed record GivenCommand(Book Book, CommandDefinition Definition, object Command, Caller Caller, Guid Id,
        UInt128 Digest, bool TryOnly)
    {
        /// <summary>The places whose content it could see.</summary>
        public IReadOnlyCollection<string> Opened { get; set; } = [];
    }
}

/// <summary>A command that holds rows of a file: so that room for all its entries can be reserved.</summary>
public interface IManyRows
{
    /// <summary>How many rows it has.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    int RowCount { get; }
}
