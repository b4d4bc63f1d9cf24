using Custodia.Journal.Disks;

namespace Custodia.Journal.Files;

/// <summary>An open segment file.</summary>
internal sealed class Segment(long firstSequence, int index, long length, IDiskFile file) : IDisposable
{
    /// <summary>Number of the first entry in it.</summary>
    internal long FirstSequence { get; } = firstSequence;

    /// <summary>Its place among the segments.</summary>
    internal int Index { get; } = index;

    internal int Sectors { get; } = (int)(length / Sector.Size);

    internal IDiskFile File { get; } = file;

    internal string Name => SegmentHeader.FileName(FirstSequence);

    /// <summary>A place in it, for people.</summary>
    internal string Place(long sector) => FormattableString.Invariant($"{Name}, byte {sector * Sector.Size}");

    public void Dispose() => File.Dispose();
}
