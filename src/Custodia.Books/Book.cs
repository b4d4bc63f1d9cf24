namespace Custodia.Books;

/// <summary>
/// One subject's book: a deterministic fold of the journal, held in memory. It does no I/O, reads no clock and validates
/// nothing: what is in the journal happened.
/// </summary>
/// <remarks>
/// <b>Concurrency.</b> One writer folds, many readers ask. Memory safety comes from a lock that a reader holds while a
/// question is answered; isolation comes from sequence numbers: the fold may run ahead of what is durable, and everything
/// it keeps carries the number of its entry, which a reader compares with its <see cref="View"/>.
/// </remarks>
public abstract class Book : IDisposable
{
    private readonly ReaderWriterLockSlim _lock = new(LockRecursionPolicy.NoRecursion);
    private readonly ChangedDays _changedDays = new();
    private long _lastEntry = -1;

    /// <summary>Name in the journal, in addresses and on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>The names of its facts in the journal.</summary>
    public abstract KindTable Kinds { get; }

    /// <summary>Its commands and queries.</summary>
    public abstract Catalogue Catalogue { get; }

    /// <summary>Where the fold stopped, if it did: the book answers no more, the node goes on.</summary>
    public BookFault? Fault { get; private set; }

    /// <summary>Whether its entries come of looking: pages are not told of them, or each look would call for the next.</summary>
    public virtual bool ComesOfLooking => false;

    /// <summary>Number of its last entry, which need not be durable yet; -1 while it has none.</summary>
    public long LastEntry => Volatile.Read(ref _lastEntry);

    /// <summary>How indicators are worked out of its queries.</summary>
    public virtual IReadOnlyList<IndicatorFormula> Indicators => [];

    /// <summary>What a person must hold to read the bodies of its facts in the journal.</summary>
    public abstract string ReadPermission { get; }

    /// <summary>What a person must hold to read the bodies of its facts in a compartment.</summary>
    public virtual string ReadPermissionOf(string compartment) => ReadPermission;

    /// <summary>
    /// The place that a compartment belongs to, where this book knows it: who is cleared for the place may read what is
    /// sealed there. Called at any time, on any thread, without the book's lock.
    /// </summary>
    public virtual string? PlaceOf(string compartment) => null;

    /// <summary>The places in which a place lies, where this book knows it; called as <see cref="PlaceOf"/> is.</summary>
    public virtual IReadOnlyList<string> PlacesAround(string place) => [];

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Folds one fact. It must not fail; if it does, the book stops at this entry.</summary>
    protected abstract void Apply(in Stamp stamp, Fact fact);

    /// <summary>
    /// The first day as of which what an indicator asks of this book can be answered otherwise because of a fact: so that what was
    /// worked out as of an earlier day need not be worked out again. Any day at all, where the book cannot tell.
    /// </summary>
    protected virtual DateOnly DayOf(Fact fact) => DateOnly.MinValue;

    /// <summary>Frees the book's lock.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _lock.Dispose();
    }

    /// <summary>
    /// The first day as of which its answers can have changed by the entries past the first <paramref name="count"/>; past all
    /// days where there are none. Safe on any thread.
    /// </summary>
    public DateOnly ChangedSince(long count) => _changedDays.Since(count);

    /// <summary>How many entries of the journal there were, at least, when the last entry of this book up to a day was recorded.</summary>
    public long CountAt(DateOnly day) => _changedDays.CountAt(day);

    /// <summary>Folds one entry under the writer's lock.</summary>
    /// <returns>Whether the book took it; <c>false</c> once it has stopped.</returns>
    internal bool Fold(in Stamp stamp, Fact fact)
    {
        _lock.EnterWriteLock();
        try
        {
            return FoldUnlocked(stamp, fact);
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    /// <summary>Folds one entry while no reader exists yet: at opening.</summary>
    internal bool FoldUnlocked(in Stamp stamp, Fact fact)
    {
        if (Fault is not null)
            return false;
#pragma warning disable CA1031 // Whatever a fold throws is a defect of that book: it stops this book, not the node.
        try
        {
            Apply(stamp, fact);
            _changedDays.Add(stamp, DayOf(fact));
            Volatile.Write(ref _lastEntry, stamp.Sequence);
            return true;
        }
        catch (Exception exception)
        {
            Fault = new BookFault(Name, stamp.Sequence, exception.Message);
            return false;
        }
#pragma warning restore CA1031
    }

    /// <summary>Stops the book at an entry whose body could not be read.</summary>
    internal void Stop(long sequence, string reason) => Fault ??= new BookFault(Name, sequence, reason);

    /// <summary>Reads under the readers' lock.</summary>
    internal T Read<T>(Func<T> question)
    {
        _lock.EnterReadLock();
        try
        {
            return question();
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }
}

/// <summary>A book that stopped: its fold failed at an entry.</summary>
/// <param name="Book">Name of the book.</param>
/// <param name="Sequence">The entry at which it stopped.</param>
/// <param name="Reason">What the fold said.</param>
public sealed record BookFault(string Book, long Sequence, string Reason);
