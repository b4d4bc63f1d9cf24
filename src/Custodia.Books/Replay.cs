using System.Buffers;
using Custodia.Journal;

namespace Custodia.Books;

/// <summary>
/// Folds the entries of a journal that is being opened. Reading a fact from its bytes depends on nothing before it: so
/// blocks of entries are read on other threads while the caller's thread folds what was read, in order.
/// </summary>
internal sealed class Replay(IReadOnlyDictionary<string, Book> books, EntryReader reader)
{
    private const int BlockEntries = 1_024;
    private const int MaxBlocks = 4;

    private readonly Queue<(Block Block, Task Reading)> _blocks = new();
    private readonly Stack<Block> _free = new();
    private Block _filling = new();

    /// <summary>Takes the next entry; its bytes are copied.</summary>
    public void Add(in Entry entry)
    {
        _filling.Add(entry);
        if (_filling.Count < BlockEntries)
            return;
        Send();
        if (_blocks.Count > MaxBlocks)
            FoldOldest();
    }

    /// <summary>Folds what is left.</summary>
    public void Finish()
    {
        Send();
        while (_blocks.Count > 0)
            FoldOldest();
    }

    private void Send()
    {
        var block = _filling;
        _blocks.Enqueue((block, Task.Run(() => block.Read(books, reader))));
        _filling = _free.TryPop(out var free) ? free : new Block();
    }

    private void FoldOldest()
    {
        var (block, reading) = _blocks.Dequeue();
        reading.GetAwaiter().GetResult();
        block.Fold(books);
        block.Clear();
        _free.Push(block);
    }

    private sealed class Block
    {
        private readonly ArrayBufferWriter<byte> _bytes = new(BlockEntries * 512);
        private readonly List<(EntryHeader Header, int Offset, int Length, int HeaderLength)> _entries = new(BlockEntries);
        private readonly (Fact? Fact, string? Reason)[] _facts = new (Fact?, string?)[BlockEntries];

        public int Count => _entries.Count;

        public void Add(in Entry entry)
        {
            _entries.Add((entry.Header, _bytes.WrittenCount, entry.Bytes.Length, entry.HeaderLength));
            _bytes.Write(entry.Bytes.Span);
        }

        public void Read(IReadOnlyDictionary<string, Book> books, EntryReader reader)
        {
            for (var i = 0; i < _entries.Count; i++)
            {
                var (header, offset, length, headerLength) = _entries[i];
                if (!books.TryGetValue(header.Book, out var book))
                    continue;
                var entry = new Entry(header, _bytes.WrittenMemory.Slice(offset, length), headerLength);
                _facts[i] = reader.TryRead(entry, book, out var fact, out var reason) ? (fact, null) : (null, reason);
            }
        }

        public void Fold(IReadOnlyDictionary<string, Book> books)
        {
            for (var i = 0; i < _entries.Count; i++)
            {
                var header = _entries[i].Header;
                var (fact, reason) = _facts[i];
                if (fact is not null)
                    books[header.Book].FoldUnlocked(new Stamp(header.Sequence, header.RecordedAt, header.Actor), fact);
                else if (reason is not null)
                    books[header.Book].Stop(header.Sequence, reason);
            }
        }

        public void Clear()
        {
            _bytes.ResetWrittenCount();
            _entries.Clear();
            Array.Clear(_facts);
        }
    }
}
