using System.Globalization;

namespace Custodia.Cli.Tests;

public sealed class VerifyTests(CliFolder cli) : IClassFixture<CliFolder>
{
    [Fact]
    public async Task A_sound_folder_its_receipts_and_its_checkpoints_verify()
    {
        var earlier = Path.Combine(cli.Root, "earlier");
        var later = Path.Combine(cli.Root, "later");
        var receipt = Path.Combine(cli.Root, "receipt");
        var proof = Path.Combine(cli.Root, "proof");
        (await cli.Run("journal", "checkpoint", "--out", earlier)).Expect(0);
        (await cli.Run("materials", "name-state", "--code", "XA", "--name-en", "Zedland", "--name-zh", "澤國")).Expect(0);
        (await cli.Run("journal", "checkpoint", "--out", later)).Expect(0);
        (await cli.Run("journal", "receipt", "1", "--out", receipt)).Expect(0);
        (await cli.Run("journal", "consistency", "--from", SizeOf(earlier), "--to", SizeOf(later), "--json", "--out", proof)).Expect(0);

        var folder = (await cli.Run("verify", cli.Data, "--key", cli.KeyFile, "--checkpoint", earlier, "--json")).Expect(0);
        Assert.True((int)folder.Json["entries"]! >= int.Parse(SizeOf(later), CultureInfo.InvariantCulture));
        (await cli.Run("verify", "receipt", receipt, "--key", cli.KeyFile)).Expect(0);
        (await cli.Run("verify", "consistency", earlier, later, "--key", cli.KeyFile, "--proof", proof)).Expect(0);
        (await cli.Run("verify", "consistency", earlier, later, "--key", cli.KeyFile)).Expect(0);
        (await cli.Run("verify", "consistency", later, earlier, "--key", cli.KeyFile, "--proof", proof)).Expect(3);
    }

    [Fact]
    public async Task A_copy_can_be_made_and_brought_back()
    {
        var copy = Path.Combine(cli.Root, "copy");
        var keys = Path.Combine(cli.Root, "keys");
        var restored = Path.Combine(cli.Root, "restored");
        (await cli.Run("journal", "backup", "--to", copy, "--keys-to", keys)).Expect(0);
        (await CliFolder.RunOn(restored, null, ["journal", "restore", "--from", copy, "--keys-from", keys])).Expect(0);
        (await CliFolder.RunOn(restored, null, ["journal", "state"])).Expect(0);
        (await cli.Run("journal", "backup", "--to", copy)).Expect(1);
    }

    [Fact]
    public async Task A_flipped_byte_is_found_and_the_folder_is_not_opened()
    {
        var copy = Path.Combine(cli.Root, "whole");
        var keys = Path.Combine(cli.Root, "whole-keys");
        var damaged = Path.Combine(cli.Root, "damaged");
        (await cli.Run("journal", "backup", "--to", copy, "--keys-to", keys)).Expect(0);
        (await CliFolder.RunOn(damaged, null, ["journal", "restore", "--from", copy, "--keys-from", keys])).Expect(0);
        var segment = Directory.GetFiles(Path.Combine(damaged, "journal", "segments"), "*.seg").Single();
        using (var file = new FileStream(segment, FileMode.Open, FileAccess.ReadWrite))
        {
            file.Position = 512 + 100;
            var value = file.ReadByte();
            file.Position = 512 + 100;
            file.WriteByte((byte)(value ^ 1));
        }

        var found = (await cli.Run("verify", damaged, "--json")).Expect(3);
        Assert.False((bool)found.Json["isSound"]!);
        Assert.Equal(0, (long)found.Json["firstBadEntry"]!);
        var refused = (await CliFolder.RunOn(damaged, null, ["journal", "state"])).Expect(3);
        Assert.Contains("journal.sector-damaged", refused.Error, StringComparison.Ordinal);
        Assert.Contains("first bad entry 0", refused.Error, StringComparison.Ordinal);
    }

    // The second line of a checkpoint (C2SP tlog-checkpoint).
    private static string SizeOf(string checkpoint) => File.ReadLines(checkpoint).ElementAt(1);
}
