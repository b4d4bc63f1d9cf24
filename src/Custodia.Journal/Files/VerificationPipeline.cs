using System.Collections.Concurrent;

namespace Custodia.Journal.Files;

/// <summary>
/// Two threads over one journal: one reads, checks and hashes, the other, the caller's, reads the envelopes of what
/// is verified and hands the entries to the visitor.
/// </summary>
internal sealed class VerificationPipeline(EntryVisitor? visitor) : IDisposable
{
    private const int Blocks = 4;

    private readonly BlockingCollection<EntryBlock> _full = [];
    private readonly BlockingCollection<EntryBlock> _empty = [];
    private readonly CancellationTokenSource _stop = new();
    private long _count;

    /// <summary>The time of the last entry visited, in microseconds since 1970; -1 if there was none.</summary>
    internal long LastMicroseconds { get; private set; } = -1;

    /// <summary>Runs a scan on another thread, and visits on this one, to the end.</summary>
    /// <param name="scan">Gets the first block, and the way to hand one on; returns the last.</param>
    internal void Run(Func<EntryBlock, Func<EntryBlock, EntryBlock>, EntryBlock> scan)
    {
        for (var number = 1; number < Blocks; number++)
            _empty.Add(new EntryBlock());
        var scanning = Task.Run(() =>
        {
            try
            {
                _full.Add(scan(new EntryBlock(), HandOn));
            }
            finally
            {
                _full.CompleteAdding();
            }
        });
        try
        {
            foreach (var block in _full.GetConsumingEnumerable())
            {
                Visit(block);
                block.Clear();
                _empty.Add(block);
            }
        }
        catch
        {
            _stop.Cancel();
            ((IAsyncResult)scanning).AsyncWaitHandle.WaitOne();
            throw;
        }
        scanning.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _full.Dispose();
        _empty.Dispose();
        _stop.Dispose();
    }

    private EntryBlock HandOn(EntryBlock block)
    {
        _full.Add(block);
        return _empty.Take(_stop.Token);
    }

    private void Visit(EntryBlock block)
    {
        foreach (var (offset, length) in block.Entries)
        {
            var fault = EntryCodec.TryDecode(block.Bytes.Slice(offset, length), out var entry);
            if (fault != EntryFault.None)
                throw new JournalCorruptException(JournalFault.EntryMalformed, _count, fault.ToString());
            if (entry.Header.Sequence != _count)
                throw new JournalCorruptException(JournalFault.EntryOutOfOrder, _count, "its number");
            var microseconds = EntryCodec.ToMicroseconds(entry.Header.RecordedAt);
            if (microseconds <= LastMicroseconds)
                throw new JournalCorruptException(JournalFault.TimeNotIncreasing, _count, "its time");
            visitor?.Invoke(in entry);
            LastMicroseconds = microseconds;
            _count++;
        }
    }
}
