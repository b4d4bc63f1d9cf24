using Custodia.Proofs.Audit;

namespace Custodia.Proofs.Tests.Audit;

public sealed class FolderAuditTests
{
    [Fact]
    public void A_sound_folder_is_reported_with_its_entries_root_and_checkpoints()
    {
        using var folder = TestFolder.Sound();

        var result = folder.Audit();

        Assert.Empty(result.Problems);
        Assert.True(result.IsSound);
        Assert.Equal(2, folder.SegmentCount);
        Assert.Equal((25, folder.Tree.Root()), (result.Entries, result.Root));
        Assert.Equal((TestFolder.Origin, 25L), (result.Origin, result.Checkpoint?.Size));
        // The newest one is there twice.
        Assert.Equal((CheckpointStatus.Verified, 3), (result.CheckpointStatus, result.CheckpointsVerified));
        Assert.Null(result.TornTail);
        Assert.Null(result.FirstBadEntry);
    }

    [Fact]
    public void A_journal_without_entries_and_without_a_checkpoint_is_sound_unless_one_is_required()
    {
        using var folder = new TestFolder();
        folder.Segment(0, MerkleTree.EmptyRoot);
        folder.Save();

        var result = folder.Audit();
        var strict = folder.Audit(new AuditOptions { RequireCheckpoint = true });

        Assert.Empty(result.Problems);
        Assert.Equal(
            (0, MerkleTree.EmptyRoot, CheckpointStatus.None), (result.Entries, result.Root, result.CheckpointStatus));
        Assert.Equal(AuditCodes.CheckpointMissing, Assert.Single(strict.Problems).Code);
    }

    [Fact]
    public void A_flipped_bit_is_found_wherever_it_is_and_no_entry_after_it_counts_as_verified()
    {
        using var folder = new TestFolder { SegmentSectors = 5 };
        folder.Frame(folder.Entries(2));
        folder.Frame(folder.Entries(2, 200));
        folder.Frame(folder.Entries(2, 700));
        folder.Save();
        Assert.Equal(2, folder.SegmentCount);
        var random = new Random(1);
        foreach (var path in Directory.EnumerateFiles(folder["journal/segments"]))
        {
            var bytes = File.ReadAllBytes(path);
            // Seven and 512 have no common factor: over the sectors this comes by every field of one.
            for (var i = 0; i < bytes.Length; i += 7)
            {
                var good = bytes[i];
                bytes[i] ^= (byte)(1 << random.Next(8));
                File.WriteAllBytes(path, bytes);
                bytes[i] = good;

                var result = folder.Audit();

                Assert.False(result.IsSound, $"byte {i} of {path}");
                Assert.InRange(result.FirstBadEntry!.Entry!.Value, result.Entries, folder.Tree.Size);
            }

            File.WriteAllBytes(path, bytes);
        }

        Assert.True(folder.Audit().IsSound);
    }

    [Fact]
    public void A_frame_of_which_any_part_is_missing_is_a_torn_tail_and_no_problem()
    {
        using var folder = new TestFolder();
        folder.Frame(folder.Entries(2));
        folder.Checkpoint();
        var start = folder.LastSectors.Count;
        folder.Frame(folder.Entries(2, 700));
        var whole = folder.LastSectors.Skip(start).ToArray();
        Assert.Equal(4, whole.Length);
        // Each subset of the four sectors but all of them and none.
        for (var subset = 1; subset < 15; subset++)
        {
            for (var i = 0; i < whole.Length; i++)
                folder.LastSectors[start + i] = (subset >> i & 1) != 0 ? whole[i] : new byte[TestFolder.SectorBytes];
            folder.Save();

            var result = folder.Audit();

            Assert.Empty(result.Problems);
            Assert.Equal(2, result.Entries);
            Assert.Equal(
                ((long)start * TestFolder.SectorBytes, int.PopCount(subset)),
                (result.TornTail?.Offset, result.TornTail?.Sectors));
        }
    }

    [Fact]
    public void A_damaged_sector_names_the_entry_in_it_and_not_only_its_frame()
    {
        using var folder = new TestFolder();
        var entries = folder.Entries(10, 400);
        folder.Frame(entries);
        for (var sector = 1; sector < folder.LastSectors.Count; sector++)
        {
            folder.LastSectors[sector][40] ^= 1;
            folder.Save();
            folder.LastSectors[sector][40] ^= 1;
            // A frame's head, then entries led by their lengths, cut into 496 bytes for each sector.
            var expected = Math.Min((((sector - 1) * 496) - 16) / (2 + entries[0].Length), 9);

            Assert.Equal(Math.Max(expected, 0), folder.Audit().FirstBadEntry?.Entry);
        }
    }

    [Fact]
    public void A_frame_taken_away_that_a_checkpoint_covers_is_found()
    {
        using var folder = new TestFolder();
        folder.Frame(folder.Entries(2));
        var start = folder.LastSectors.Count;
        folder.Frame(folder.Entries(1));
        folder.Checkpoint();
        folder.LastSectors.RemoveRange(start, folder.LastSectors.Count - start);
        folder.Save();

        var result = folder.Audit();

        Assert.Equal(
            [AuditCodes.CheckpointAhead, AuditCodes.CheckpointAhead], result.Problems.Select(problem => problem.Code));
        Assert.Equal(("3 entries, as signed", "2"), (result.Problems[0].Expected, result.Problems[0].Found));
        Assert.Equal(CheckpointStatus.NotReached, result.CheckpointStatus);
    }

    [Fact]
    public void History_written_anew_with_right_checksums_and_roots_contradicts_the_checkpoint()
    {
        using var signer = NoteSigner.Generate(TestFolder.Origin);
        using var honest = new TestFolder { Signer = signer };
        honest.Frame(honest.Entries(2));
        var earlier = honest.Checkpoint();
        honest.Frame(honest.Entries(2));
        var later = honest.Checkpoint();
        using var forged = new TestFolder { Signer = signer };
        forged.Frame(forged.Entries(2));
        forged.Time++;
        forged.Frame(forged.Entries(2));
        forged.Save();
        Assert.True(forged.Audit().IsSound);

        var result = ConsistencyAudit.ByFolder(forged.Path, earlier, later, TestFolder.Origin, [signer.VerifierKey],
            cancellation: TestContext.Current.CancellationToken);

        var problem = Assert.Single(result.Problems);
        Assert.Equal((AuditCodes.CheckpointRoot, "later checkpoint", 2L), (problem.Code, problem.File, problem.Entry));
        Assert.Equal(CheckpointStatus.Contradicted, result.CheckpointStatus);
    }

    [Fact]
    public void Two_checkpoints_that_the_folder_contains_are_consistent()
    {
        using var folder = new TestFolder();
        folder.Frame(folder.Entries(3));
        var earlier = folder.Checkpoint();
        folder.Frame(folder.Entries(4));
        var later = folder.Checkpoint();
        folder.Save();

        var result = ConsistencyAudit.ByFolder(
            folder.Path, earlier, later, TestFolder.Origin, [folder.Signer.VerifierKey],
            cancellation: TestContext.Current.CancellationToken);

        Assert.Empty(result.Problems);
        Assert.Equal(5, result.CheckpointsVerified);
    }

    [Fact]
    public void A_folder_signed_by_another_key_than_the_auditors_is_found()
    {
        using var folder = TestFolder.Sound();
        using var other = NoteSigner.Generate(TestFolder.Origin);

        var result = folder.Audit(new AuditOptions { Keys = [other.VerifierKey] });

        Assert.All(result.Problems, problem => Assert.Equal(AuditCodes.CheckpointInvalid, problem.Code));
        Assert.Equal((3, CheckpointStatus.None), (result.Problems.Count, result.CheckpointStatus));
    }

    [Fact]
    public void A_folder_that_is_being_written_is_verified_up_to_its_checkpoint()
    {
        using var folder = new TestFolder();
        folder.Frame(folder.Entries(5));
        folder.Checkpoint();
        folder.Frame(folder.Entries(5, 500));
        folder.LastSectors[^1][300] ^= 1;
        folder.Save();

        Assert.Equal(AuditCodes.SectorDamaged, Assert.Single(folder.Audit().Problems).Code);
        var result = folder.Audit(new AuditOptions { CheckpointedOnly = true });

        Assert.Empty(result.Problems);
        Assert.Equal((5, CheckpointStatus.Verified), (result.Entries, result.CheckpointStatus));
    }

    [Fact]
    public void Progress_ends_with_all_bytes_and_an_audit_can_be_stopped()
    {
        using var folder = TestFolder.Sound();
        using var stop = new CancellationTokenSource();
        AuditProgress last = default;
        FolderAudit.Verify(
            folder.Path, progress: progress => last = progress, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal((2L * 16 * 512, 2L * 16 * 512), (last.BytesRead, last.BytesTotal));
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => FolderAudit.Verify(folder.Path, cancellation: stop.Token));
    }

    [Fact]
    public void No_more_problems_are_kept_than_the_limit()
    {
        using var folder = TestFolder.Sound();
        for (var i = 100; i < 300; i++)
            File.WriteAllText(folder[$"journal/checkpoints/{i:D20}"], "no note");

        Assert.Equal(AuditResult.MaxProblems, folder.Audit().Problems.Count);
    }
}
