namespace Custodia.Journal;

/// <summary>A decision that waits for the writer, and then for its entries to be durable.</summary>
internal abstract class Submission(long reserveBytes, bool isAwaitedHere, CancellationToken cancellation)
{
    internal long ReserveBytes { get; } = reserveBytes;

    /// <summary>Whether a thread stands and waits for it: then the writer's thread ends the wait, which needs no other one.</summary>
    internal bool IsAwaitedHere { get; } = isAwaitedHere;

    internal CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Runs the decision; what it throws is kept for its submitter. Whether its drafts count.</summary>
    internal abstract bool Decide(EntryDrafts drafts);

    /// <summary>Hands the outcome to the submitter.</summary>
    internal abstract void Complete();

    internal abstract void Fail(Exception exception);
}

/// <inheritdoc/>
internal sealed class Submission<T>(
    Func<EntryDrafts, T> decide, long reserveBytes, bool isAwaitedHere, CancellationToken cancellation)
    : Submission(reserveBytes, isAwaitedHere, cancellation)
{
    // The writer must never run what its submitters do next.
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;
    private Exception? _exception;

    internal Task<T> Task => _completion.Task;

    internal override bool Decide(EntryDrafts drafts)
    {
#pragma warning disable CA1031 // Whatever a decision throws is its submitter's, and must not stop the writer.
        try
        {
            _result = decide(drafts);
            return true;
        }
        catch (Exception exception)
        {
            _exception = exception;
            return false;
        }
#pragma warning restore CA1031
    }

    internal override void Complete()
    {
        if (_exception is not null)
            Fail(_exception);
        else
            _completion.SetResult(_result!);
    }

    internal override void Fail(Exception exception)
    {
        if (exception is OperationCanceledException canceled)
            _completion.SetCanceled(canceled.CancellationToken);
        else
            _completion.SetException(exception);
    }
}
