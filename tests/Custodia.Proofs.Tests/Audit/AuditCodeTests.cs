using System.Buffers.Binary;
using System.Reflection;
using Custodia.Proofs.Audit;

namespace Custodia.Proofs.Tests.Audit;

/// <summary>Each code of a folder audit, with what produces it.</summary>
public sealed class AuditCodeTests
{
    // Each writes a folder with one thing wrong, and says which entry is the first that is concerned.
    private static readonly Dictionary<string, (Action<TestFolder> Write, long? Entry)> Cases = new()
    {
        [AuditCodes.Missing] = (folder => File.WriteAllText(folder["journal/origin"], TestFolder.Origin + "\n"), null),
        [AuditCodes.KeyMalformed] = (Saved(folder => File.WriteAllText(folder["journal/key.pub"], "no key\n")), null),
        [AuditCodes.SegmentMalformed] = (folder =>
        {
            folder.LastSectors[0][16] ^= 1;
            folder.Checksum(0);
        }, 0),
        [AuditCodes.SegmentGap] = (Saved(folder => File.Move(folder.LastSegmentPath, folder.SegmentPath(1))), 0),
        [AuditCodes.OriginMismatch] = (folder => Start(folder, origin: "custodia.example/other"), 0),
        [AuditCodes.SegmentLength] = (Saved(folder => File.AppendAllText(folder.LastSegmentPath, "\0")), 0),
        [AuditCodes.SectorDamaged] = (folder => folder.LastSectors[2][100] ^= 1, 1),
        [AuditCodes.SectorMisplaced] = (folder =>
        {
            folder.Frame(folder.Entries(1));
            folder.LastSectors[2].AsSpan().Clear();
        }, 1),
        [AuditCodes.FrameIncomplete] = (folder =>
        {
            folder.Frame(folder.Entries(1, 700));
            folder.LastSectors.RemoveAt(folder.LastSectors.Count - 1);
            folder.Segment(2, folder.Tree.Root());
        }, 2),
        [AuditCodes.FrameMalformed] = (folder => folder.Frame(folder.Entries(1), count: 2), 3),
        [AuditCodes.EpochWentBack] = (folder =>
        {
            folder.Epoch = 0;
            folder.Frame(folder.Entries(1));
        }, 2),
        [AuditCodes.RootMismatch] = (folder => folder.Frame(folder.Entries(1), root: MerkleTree.EmptyRoot), 2),
        [AuditCodes.EntryMalformed] = (folder => folder.Frame([TestFolder.Entry(2, ++folder.Time, actor: "")]), 2),
        [AuditCodes.EntryOutOfOrder] = (folder => folder.Frame([TestFolder.Entry(3, ++folder.Time)]), 2),
        [AuditCodes.TimeNotIncreasing] = (folder => folder.Frame([TestFolder.Entry(2, folder.Time)]), 2),
        [AuditCodes.CheckpointInvalid] = (folder =>
        {
            var note = File.ReadAllText(folder["journal/checkpoint"]);
            File.WriteAllText(folder["journal/checkpoint"], note.Replace("\n1\n", "\n2\n", StringComparison.Ordinal));
        }, null),
        [AuditCodes.CheckpointName] = (folder => File.Move(
            folder[$"journal/checkpoints/{1:D20}"], folder[$"journal/checkpoints/{2:D20}"]), null),
        [AuditCodes.CheckpointAhead] = (folder => folder.LastSectors.RemoveRange(1, folder.LastSectors.Count - 1), 0),
        [AuditCodes.CheckpointRoot] = (folder =>
        {
            var note = new Checkpoint(TestFolder.Origin, 2, MerkleTree.EmptyRoot).Sign(folder.Signer);
            File.WriteAllBytes(folder["journal/checkpoint"], note.Encode());
        }, 1),
        [AuditCodes.Unreadable] = (Saved(folder =>
        {
            File.Delete(folder["journal/checkpoint"]);
            File.CreateSymbolicLink(folder["journal/checkpoint"], folder["journal/checkpoint"]);
        }), null),
    };

    public static TheoryData<string> Codes => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_code_is_produced_by_what_it_stands_for(string code)
    {
        using var folder = new TestFolder();
        var (write, entry) = Cases[code];
        if (code != AuditCodes.Missing)
        {
            folder.Frame(folder.Entries(1));
            folder.Checkpoint();
            folder.Frame(folder.Entries(1));
        }
        else
        {
            Directory.CreateDirectory(folder["journal"]);
        }

        write(folder);
        if (folder.SegmentCount > 0 && !Directory.Exists(folder["journal/segments"]))
            folder.Save();
        var result = folder.Audit();

        var problem = result.Problems.First(problem => problem.Code == code);
        Assert.False(result.IsSound);
        if (entry is not null)
            Assert.Equal(entry, result.FirstBadEntry?.Entry);
    }

    [Fact]
    public void Every_code_of_a_folder_audit_has_a_case()
    {
        string[] elsewhere =
            [
                AuditCodes.CheckpointMissing, AuditCodes.ReceiptMalformed, AuditCodes.ReceiptCheckpoint,
                AuditCodes.ReceiptProof, AuditCodes.Consistency,
            ];
        var codes = typeof(AuditCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(codes.Except(elsewhere).Order(), Cases.Keys.Order());
    }

    [Fact]
    public void An_origin_that_is_not_one_line_is_found()
    {
        using var folder = TestFolder.Sound();
        File.WriteAllText(folder["journal/origin"], "two\nlines\n");

        Assert.Equal(AuditCodes.OriginMismatch, folder.Audit().Problems[0].Code);
    }

    [Fact]
    public void A_segment_that_states_another_root_before_it_is_found()
    {
        using var folder = new TestFolder();
        folder.Segment(0, MerkleTree.LeafHash([]));
        folder.Save();

        var problem = Assert.Single(folder.Audit().Problems);

        Assert.Equal((AuditCodes.RootMismatch, 0L), (problem.Code, problem.Entry));
    }

    [Theory]
    [InlineData(0, 2, "format 1")]
    [InlineData(1, 2, "flags 0 or 1")]
    [InlineData(10, 0x80, "a time from 1970 to 9999")]
    [InlineData(52, 200, "the actor")]
    [InlineData(53, 7, "actor in UTF-8 without control characters")]
    [InlineData(53, 0xFF, "actor in UTF-8 without control characters")]
    public void A_wrong_byte_in_an_envelope_is_named(int offset, byte value, string expected)
    {
        using var folder = new TestFolder();
        var entry = TestFolder.Entry(0, 5);
        entry[offset] = value;
        folder.Frame([entry]);
        folder.Save();

        var problem = Assert.Single(folder.Audit().Problems);

        Assert.Equal((AuditCodes.EntryMalformed, expected), (problem.Code, problem.Expected));
    }

    [Fact]
    public void A_sealed_body_too_short_for_key_nonce_and_tag_is_found()
    {
        using var folder = new TestFolder();
        folder.Frame([TestFolder.Entry(0, 5, bodyBytes: 42, flags: 1)]);
        folder.Frame([TestFolder.Entry(1, 6, bodyBytes: 41, flags: 1)]);
        folder.Save();

        var problem = Assert.Single(folder.Audit().Problems);

        Assert.Equal((AuditCodes.EntryMalformed, 1L), (problem.Code, problem.Entry));
    }

    [Fact]
    public void A_sector_that_is_not_full_before_the_last_of_its_frame_is_found()
    {
        using var folder = new TestFolder();
        folder.Frame(folder.Entries(2, 700));
        BinaryPrimitives.WriteUInt16BigEndian(folder.LastSectors[1].AsSpan(4), 495);
        folder.LastSectors[1][^1] = 0;
        folder.Checksum(1);
        folder.Save();

        Assert.Equal(AuditCodes.FrameMalformed, Assert.Single(folder.Audit().Problems).Code);
    }

    private static Action<TestFolder> Saved(Action<TestFolder> tamper) => folder =>
    {
        folder.Save();
        tamper(folder);
    };

    private static void Start(TestFolder folder, string origin = TestFolder.Origin, Hash? before = null)
    {
        var frames = folder.LastSectors.Skip(1).ToArray();
        folder.LastSectors.Clear();
        folder.Segment(0, before ?? MerkleTree.EmptyRoot, origin);
        folder.LastSectors.AddRange(frames);
    }
}
