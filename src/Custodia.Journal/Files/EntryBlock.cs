namespace Custodia.Journal.Files;

/// <summary>Verified entries on their way from the thread that verifies to the one that visits.</summary>
internal sealed class EntryBlock
{
    /// <summary>A block is handed on when it has this many bytes, or the frame that reaches them.</summary>
    internal const int FullBytes = 256 * 1024;

    private byte[] _buffer = new byte[16 * 1024];

    /// <summary>Bytes in the block: whole frames, and the part of one that is being read.</summary>
    internal int Length { get; private set; }

    /// <summary>Where each entry is.</summary>
    internal List<Extent> Entries { get; } = [];

    internal ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, Length);

    internal void Append(ReadOnlySpan<byte> bytes)
    {
        if (Length + bytes.Length > _buffer.Length)
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, Length + bytes.Length));
        bytes.CopyTo(_buffer.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>Takes back the part of a frame that is not whole.</summary>
    internal void Truncate(int length) => Length = length;

    internal void Clear()
    {
        Length = 0;
        Entries.Clear();
    }
}
