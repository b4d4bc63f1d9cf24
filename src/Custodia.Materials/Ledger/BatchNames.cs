using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using Custodia.Books;

namespace Custodia.Materials.Ledger;

/// <summary>
/// The names of an MBA's batches as one text, so that they are searched at the speed of memory: a million names are some
/// 12 MB side by side, while as objects they lie anywhere. A name is added once, when its batch first appears.
/// </summary>
internal sealed class BatchNames
{
    /// <summary>Follows each name; no folded text has it within, so no match goes over into the next name.</summary>
    private const byte Separator = (byte)'\n';

    private readonly List<Batch> _batches = [];
    private readonly List<int> _ends = [];
    private readonly List<DateOnly> _firstDays = [];
    private byte[] _text = new byte[256];

    /// <summary>The batches in the order of their first entries.</summary>
    public IReadOnlyList<Batch> Batches => _batches;

    /// <summary>Takes in a batch.</summary>
    public void Add(Batch batch)
    {
        var start = Start(_batches.Count);
        MakeRoom(start, batch.Name.Length + 1);
        // Names are capitals of the reports' alphabet; a journal of another rule may hold others.
        if (Ascii.ToUpper(batch.Name, _text.AsSpan(start), out var length) != OperationStatus.Done)
        {
            var folded = Encoding.UTF8.GetBytes(SearchText.Fold(batch.Name));
            length = folded.Length;
            MakeRoom(start, length + 1);
            folded.CopyTo(_text, start);
        }

        _text[start + length] = Separator;
        _ends.Add(start + length);
        _firstDays.Add(DateOnly.MaxValue);
        _batches.Add(batch);
    }

    /// <summary>Takes in the day of a posting.</summary>
    public void Posted(Batch batch, DateOnly day)
    {
        if (day < _firstDays[batch.Number])
            _firstDays[batch.Number] = day;
    }

    /// <summary>Whether a view sees any posting of a batch. The first day is kept beside the names, so that a day before most
    /// batches does not make the search read them all.</summary>
    public bool IsSeen(int index, View view) => _firstDays[index] <= view.AsOf && _batches[index].IsSeen(view);

    /// <summary>Walks the names that have a text within, in the order of their batches' first entries.</summary>
    /// <param name="text">What is looked for: folded, UTF-8, not empty.</param>
    /// <param name="known">How many batches, from the first, are looked at.</param>
    public Walk Find(ReadOnlySpan<byte> text, int known) => new(this, text, known);

    /// <summary>A folded name, where it lies.</summary>
    public ReadOnlyMemory<byte> Name(int index) => _text.AsMemory(Start(index), _ends[index] - Start(index));

    private int Start(int index) => index == 0 ? 0 : _ends[index - 1] + 1;

    private void MakeRoom(int start, int length)
    {
        if (_text.Length - start < length)
            Array.Resize(ref _text, (_text.Length * 2) + length);
    }

    /// <summary>The names found, one after the other.</summary>
    public ref struct Walk(BatchNames names, ReadOnlySpan<byte> text, int known)
    {
        private readonly ReadOnlySpan<byte> _all = names._text.AsSpan(0, names.Start(known));
        private readonly ReadOnlySpan<int> _ends = CollectionsMarshal.AsSpan(names._ends)[..known];
        private readonly ReadOnlySpan<byte> _text = text;
        private int _start;
        private int _next;

        /// <summary>Index of the batch.</summary>
        public readonly int Index => _next - 1;

        /// <summary>Its name, folded.</summary>
        public ReadOnlySpan<byte> Name { get; private set; }

        /// <summary>How its name answers.</summary>
        public SearchRank Rank { get; private set; }

        /// <summary>Goes on to the next.</summary>
        public bool MoveNext()
        {
            var found = _all[_start..].IndexOf(_text);
            if (found < 0)
                return false;
            found += _start;
            // Matches come in order, so that the walk passes each end once.
            while (_ends[_next] < found)
                _start = _ends[_next++] + 1;
            var end = _ends[_next++];
            Name = _all[_start..end];
            Rank = found > _start ? SearchRank.Inside
                : _text.Length == Name.Length ? SearchRank.Exact : SearchRank.Prefix;
            _start = end + 1;
            return true;
        }
    }
}
