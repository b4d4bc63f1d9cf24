using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Custodia.Proofs;

/// <summary>
/// One static resource of a tiled log (tlog-tiles, "Merkle Tree", "Log entries"): 1 to 256 neighbouring hashes of a
/// level, or the entries of 1 to 256 neighbouring leaves.
/// </summary>
/// <param name="Level">0 to 7 (each 8 levels of the tree high), or <see cref="EntriesLevel"/> for an entry
/// bundle.</param>
/// <param name="Index">Place of the tile in its level.</param>
/// <param name="Width">Hashes or entries in it; 256 if it is full.</param>
public readonly record struct Tile(int Level, long Index, int Width)
{
    /// <summary>Levels of the tree in one tile.</summary>
    public const int Height = 8;

    /// <summary>Hashes or entries in a full tile.</summary>
    public const int FullWidth = 256;

    /// <summary>Stands for the level of entry bundles.</summary>
    public const int EntriesLevel = -1;

    // A tree of 2^63 - 1 leaves has hashes in tiles of level 7 and none above.
    private const int MaxLevel = 7;
    private const long MaxIndex = long.MaxValue / FullWidth;
    private const int MaxPathLength = 64;
    private const string Root = "tile/";
    private const string EntriesName = "entries";
    private const string PartialMark = ".p/";

    /// <summary>Whether it is an entry bundle.</summary>
    public bool IsEntries => Level == EntriesLevel;

    /// <summary>Whether it is the last of its level and not full.</summary>
    public bool IsPartial => Width < FullWidth;

    /// <summary>The place in its level of its first hash or entry.</summary>
    public long First => Index * FullWidth;

    /// <summary>The tiles of hashes that a log serves for a tree of that size, lowest level first.</summary>
    public static IEnumerable<Tile> HashTiles(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return Enumerable.Range(0, MaxLevel + 1).SelectMany(level => OfLevel(level, size >> (level * Height)));
    }

    /// <summary>The entry bundles that a log serves for a tree of that size.</summary>
    public static IEnumerable<Tile> EntryBundles(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return OfLevel(EntriesLevel, size);
    }

    /// <summary>Whether a tree of that size has this tile, partial or full.</summary>
    public bool IsIn(long size)
    {
        var nodes = Level <= 0 ? size : size >> (Level * Height);
        return Index is >= 0 and <= MaxIndex && First <= nodes - Width;
    }

    /// <summary>The bytes of a tile of hashes, from the nodes of a tree that has it.</summary>
    /// <exception cref="InvalidOperationException">It is an entry bundle.</exception>
    public byte[] Content(INodeSource nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        if (IsEntries)
            throw new InvalidOperationException("An entry bundle has no hashes.");
        var hashes = new Hash[Width];
        nodes.Read(Level * Height, First, hashes);
        var bytes = new byte[Width * Hash.Size];
        for (var i = 0; i < hashes.Length; i++)
            hashes[i].CopyTo(bytes.AsSpan(i * Hash.Size));
        return bytes;
    }

    /// <summary>Reads the bytes of this tile of hashes.</summary>
    public bool TryReadContent(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out Hash[]? hashes, out ProofFault fault)
    {
        hashes = null;
        fault = ProofFault.TileMalformed;
        if (IsEntries || bytes.Length != Width * Hash.Size)
            return false;
        hashes = new Hash[Width];
        for (var i = 0; i < hashes.Length; i++)
            hashes[i] = Hash.FromSpan(bytes.Slice(i * Hash.Size, Hash.Size));
        fault = ProofFault.None;
        return true;
    }

    /// <summary>The path under the log's prefix, such as <c>tile/0/x001/x234/067.p/112</c>.</summary>
    public override string ToString()
    {
        var groups = (Index % 1000).ToString("000", CultureInfo.InvariantCulture);
        for (var rest = Index / 1000; rest > 0; rest /= 1000)
            groups = string.Create(CultureInfo.InvariantCulture, $"x{rest % 1000:000}/{groups}");
        var level = IsEntries ? EntriesName : Level.ToString(CultureInfo.InvariantCulture);
        var partial = IsPartial ? PartialMark + Width.ToString(CultureInfo.InvariantCulture) : "";
        return Root + level + "/" + groups + partial;
    }

    /// <summary>Reads a path in its one canonical form.</summary>
    public static bool TryParse(ReadOnlySpan<char> path, out Tile tile, out ProofFault fault)
    {
        fault = ProofFault.TilePathMalformed;
        tile = default;
        if (path.Length > MaxPathLength || !path.StartsWith(Root))
            return false;
        var rest = path[Root.Length..];
        var slash = rest.IndexOf('/');
        if (slash < 0 || !TryParseLevel(rest[..slash], out var level))
            return false;
        rest = rest[(slash + 1)..];
        var width = FullWidth;
        var mark = rest.IndexOf(PartialMark);
        if (mark >= 0)
        {
            var digits = rest[(mark + PartialMark.Length)..];
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out width)
                || width is < 1 or >= FullWidth)
                return false;
            rest = rest[..mark];
        }
        if (!TryParseIndex(rest, out var index))
            return false;
        var read = new Tile(level, index, width);
        // One spelling for each tile: no leading zeroes, no needless groups.
        if (!path.SequenceEqual(read.ToString()))
            return false;
        tile = read;
        fault = ProofFault.None;
        return true;
    }

    private static IEnumerable<Tile> OfLevel(int level, long nodes)
    {
        for (long index = 0; index < nodes / FullWidth; index++)
            yield return new Tile(level, index, FullWidth);
        if (nodes % FullWidth != 0)
            yield return new Tile(level, nodes / FullWidth, (int)(nodes % FullWidth));
    }

    private static bool TryParseLevel(ReadOnlySpan<char> text, out int level)
    {
        level = EntriesLevel;
        return text.SequenceEqual(EntriesName)
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out level) && level <= MaxLevel);
    }

    private static bool TryParseIndex(ReadOnlySpan<char> groups, out long index)
    {
        const int MaxGroups = 6;
        index = 0;
        var count = 0;
        foreach (var part in groups.Split('/'))
        {
            var group = groups[part];
            if (group is ['x', ..])
                group = group[1..];
            if (++count > MaxGroups
                || group.Length != 3
                || !int.TryParse(group, NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
                return false;
            index = (index * 1000) + digits;
        }
        // Beyond it no tree has a tile, and First would not be a number.
        return index <= MaxIndex;
    }
}
