using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Custodia.Proofs.Audit;

namespace Custodia.Proofs.Tests.Audit;

/// <summary>Writes a data folder by the documented format, and lets a test write it wrongly.</summary>
internal sealed class TestFolder : IDisposable
{
    public const string Origin = "custodia.example/test";
    public const int SectorBytes = 512;

    private readonly List<(long First, List<byte[]> Sectors)> _segments = [];

    public string Path { get; } = Directory.CreateTempSubdirectory("custodia-").FullName;

    public NoteSigner Signer { get; init; } = NoteSigner.Generate(Origin);

    public int SegmentSectors { get; init; } = 16;

    public Frontier Tree { get; } = new();

    public List<Hash> Leaves { get; } = [];

    public uint Epoch { get; set; } = 1;

    public long Time { get; set; } = 1_767_225_600_000_000;

    public List<byte[]> LastSectors => _segments[^1].Sectors;

    public int SegmentCount => _segments.Count;

    public void Dispose()
    {
        Signer.Dispose();
        Directory.Delete(Path, recursive: true);
    }

    /// <summary>A folder with three frames in two segments, all covered by a checkpoint.</summary>
    public static TestFolder Sound()
    {
        var folder = new TestFolder();
        folder.Frame(folder.Entries(2));
        folder.Checkpoint();
        folder.Frame(folder.Entries(20, 200));
        folder.Frame(folder.Entries(3, 900));
        folder.Checkpoint();
        folder.Save();
        return folder;
    }

    public byte[][] Entries(int count, int bodyBytes = 10) =>
        [.. Enumerable.Range(0, count).Select(i => Entry(Tree.Size + i, ++Time, bodyBytes))];

    public static byte[] Entry(long sequence, long time, int bodyBytes = 10, byte flags = 0, string actor = "keeper")
    {
        using var bytes = new MemoryStream();
        bytes.WriteByte(1);
        bytes.WriteByte(flags);
        bytes.Write(U64(sequence));
        bytes.Write(U64(time));
        bytes.Write(new byte[34]);
        foreach (var text in (string[])[actor, "materials", "received", ""])
        {
            bytes.WriteByte((byte)Encoding.UTF8.GetByteCount(text));
            bytes.Write(Encoding.UTF8.GetBytes(text));
        }

        bytes.Write(Encoding.ASCII.GetBytes($"\"{new string('x', bodyBytes)}\""));
        return bytes.ToArray();
    }

    /// <summary>Writes a frame; what is given besides the entries is written as it is, right or wrong.</summary>
    public void Frame(byte[][] entries, Hash? root = null, uint? count = null, byte[]? more = null)
    {
        var first = Tree.Size;
        var (before, payload) = (Tree.Root(), new List<byte>());
        payload.AddRange([.. U64(first), .. U32(count ?? (uint)entries.Length), .. U32(Epoch)]);
        foreach (var entry in entries)
        {
            payload.AddRange([(byte)(entry.Length >> 8), (byte)(entry.Length & 0xFF), .. entry]);
            Leaves.Add(MerkleTree.LeafHash(entry));
            Tree.Append(Leaves[^1]);
        }

        payload.AddRange([.. (root ?? Tree.Root()).ToArray(), .. more ?? []]);
        var sectors = payload.Chunk(496).ToList();
        if (_segments.Count == 0 || LastSectors.Count + sectors.Count > SegmentSectors)
            Segment(first, before, sectors: sectors.Count + 1);
        for (var i = 0; i < sectors.Count; i++)
            Sector(2, (byte)((i == 0 ? 1 : 0) | (i == sectors.Count - 1 ? 2 : 0)), first, sectors[i]);
    }

    public void Segment(long first, Hash before, string origin = Origin, int sectors = 0)
    {
        _segments.Add((first, []));
        Sector(1, 3, first, [
            .. "custodia segment 1\n"u8, .. U64(first),
            .. U64(Math.Max(SegmentSectors, sectors) * SectorBytes), .. U32(Epoch), .. before.ToArray(),
            .. SHA256.HashData(Encoding.UTF8.GetBytes(origin))]);
    }

    public void Sector(byte type, byte flags, long first, byte[] payload)
    {
        var sector = new byte[SectorBytes];
        BinaryPrimitives.WriteUInt16BigEndian(sector.AsSpan(4), (ushort)payload.Length);
        sector[6] = type;
        sector[7] = flags;
        U64(first).CopyTo(sector, 8);
        payload.CopyTo(sector, 16);
        LastSectors.Add(sector);
        Checksum(LastSectors.Count - 1);
    }

    /// <summary>Writes the right checksum of a sector of the last segment, whatever is in it.</summary>
    public void Checksum(int index)
    {
        byte[] covered = [.. LastSectors[index][4..], .. U64(_segments[^1].First), .. U32((uint)index)];
        var crc = covered.Aggregate(uint.MaxValue, BitOperations.Crc32C);
        BinaryPrimitives.WriteUInt32BigEndian(LastSectors[index], ~crc);
    }

    public byte[] Checkpoint()
    {
        var note = new Checkpoint(Origin, Tree.Size, Tree.Root()).Sign(Signer).Encode();
        Directory.CreateDirectory(this["journal/checkpoints"]);
        File.WriteAllBytes(this[$"journal/checkpoints/{Tree.Size:D20}"], note);
        File.WriteAllBytes(this["journal/checkpoint"], note);
        return note;
    }

    public void Save()
    {
        Directory.CreateDirectory(this["journal/segments"]);
        File.WriteAllText(this["journal/origin"], Origin + "\n");
        File.WriteAllText(this["journal/key.pub"], Signer.VerifierKey + "\n");
        foreach (var (first, sectors) in _segments)
        {
            var bytes = new byte[Math.Max(SegmentSectors, sectors.Count) * SectorBytes];
            for (var i = 0; i < sectors.Count; i++)
                sectors[i].CopyTo(bytes, i * SectorBytes);
            File.WriteAllBytes(SegmentPath(first), bytes);
        }
    }

    public FolderAuditResult Audit(AuditOptions? options = null) =>
        FolderAudit.Verify(Path, options, cancellation: TestContext.Current.CancellationToken);

    public string SegmentPath(long first) => this[$"journal/segments/{first:D20}.seg"];

    public string LastSegmentPath => SegmentPath(_segments[^1].First);

    public string this[string file] => System.IO.Path.Combine(Path, file);

    private static byte[] U64(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] U32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
