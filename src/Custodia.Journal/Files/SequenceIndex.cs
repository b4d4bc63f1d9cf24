using System.Runtime.InteropServices;

namespace Custodia.Journal.Files;

/// <summary>Where an entry is: the byte of its length in a segment file.</summary>
internal readonly record struct IndexPoint(long Sequence, int Segment, int Position);

/// <summary>
/// Where to start reading for any entry: one point for each frame, and one each 64 KiB inside long ones (16 bytes a
/// point). Points come from one thread; they are sought on any.
/// </summary>
internal sealed class SequenceIndex
{
    private const int Stride = 64 * 1024;

    private readonly Lock _gate = new();
    private readonly List<IndexPoint> _points = [];

    /// <summary>Adds the points of one frame.</summary>
    internal void Add(ReadOnlySpan<IndexPoint> points)
    {
        lock (_gate)
            _points.AddRange(points);
    }

    /// <summary>The last point not after an entry, and where the run that starts there ends.</summary>
    /// <param name="sequence">An entry that is there.</param>
    /// <param name="count">Entries there.</param>
    internal (IndexPoint Point, long End) Find(long sequence, long count)
    {
        lock (_gate)
        {
            var points = CollectionsMarshal.AsSpan(_points);
            var (low, high) = (0, points.Length - 1);
            while (low < high)
            {
                var middle = (low + high + 1) / 2;
                if (points[middle].Sequence <= sequence)
                    low = middle;
                else
                    high = middle - 1;
            }
            return (points[low], low + 1 < points.Length ? Math.Min(points[low + 1].Sequence, count) : count);
        }
    }

    /// <summary>Collects the points of one frame.</summary>
    internal sealed class Builder
    {
        private readonly List<IndexPoint> _frame = [];
        private int _segment;
        private int _sector;
        private int _next;

        internal void Begin(int segment, int sector)
        {
            _frame.Clear();
            _segment = segment;
            _sector = sector;
            _next = 0;
        }

        /// <summary>Tells where in the content of the frame the next entry is.</summary>
        internal void Entry(long sequence, int contentOffset)
        {
            if (contentOffset < _next)
                return;
            var (sectors, rest) = Math.DivRem(contentOffset, Sector.PayloadBytes);
            _frame.Add(
                new IndexPoint(sequence, _segment, ((_sector + sectors) * Sector.Size) + Sector.HeaderBytes + rest));
            _next = contentOffset + Stride;
        }

        internal ReadOnlySpan<IndexPoint> Points => CollectionsMarshal.AsSpan(_frame);
    }
}
