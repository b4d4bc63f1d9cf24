using System.Diagnostics;
using System.Globalization;
using Custodia.Journal.Disks;

namespace Custodia.Journal.Tests;

/// <summary>A process that appends under load is killed at random moments: what it acknowledged is there.</summary>
public sealed class KillTests
{
    private const int Kills = 200;
    private const int KillsInOneJournal = 40;

    [Fact]
    public void Whatever_was_acknowledged_before_a_kill_is_there_after_it()
    {
        var random = new Random(20_261_121);
        var acknowledged = 0L;
        var torn = 0;
        for (var kill = 0; kill < Kills;)
        {
            var folder = Directory.CreateTempSubdirectory("custodia-kill-");
            try
            {
                var expected = new Dictionary<long, Guid>();
                for (var last = kill + KillsInOneJournal; kill < last; kill++)
                {
                    RunAndKill(folder.FullName, random, expected);
                    torn += Verify(folder.FullName, expected);
                }
                acknowledged += expected.Count;
            }
            finally
            {
                folder.Delete(true);
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture, $"{acknowledged} entries acknowledged, {torn} torn frames cut off"));
        Assert.True(acknowledged > Kills, "the processes hardly wrote anything");
    }

    private static void RunAndKill(string folder, Random random, Dictionary<long, Guid> expected)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Custodia.Journal.Victim"))
        {
            ArgumentList = { folder },
            RedirectStandardOutput = true,
        };
        using var victim = Process.Start(start)!;
        // Most are killed after so many entries, while they write the next ones; some while they start or open.
        if (random.Next(8) > 0)
        {
            Assert.Equal("ready", victim.StandardOutput.ReadLine());
            for (var more = random.Next(30); more > 0; more--)
                Note(Assert.IsType<string>(victim.StandardOutput.ReadLine()), expected);
        }
        else
            Assert.False(victim.WaitForExit(random.Next(60)), "none ends by itself");
        victim.Kill();
        while (victim.StandardOutput.ReadLine() is { } line)
            Note(line, expected);
        victim.WaitForExit();
    }

    private static void Note(string line, Dictionary<long, Guid> expected)
    {
        var parts = line.Split(' ');
        // The last line may have been cut by the kill.
        if (parts.Length == 2 && Guid.TryParseExact(parts[1], "N", out var command))
            expected.Add(long.Parse(parts[0], CultureInfo.InvariantCulture), command);
    }

    // Opening verifies all of it; whether a torn frame was cut off.
    private static int Verify(string folder, Dictionary<long, Guid> expected)
    {
        var found = 0;
        var options = new FileStoreOptions { Origin = "test.example/victim", Create = true, SegmentBytes = 64 * 1024 };
        using var store = FileStore.Open(new OsDisk(folder), options, (in entry) =>
        {
            if (!expected.TryGetValue(entry.Header.Sequence, out var command))
                return;
            Assert.Equal(command, entry.Header.CommandId);
            found++;
        });
        Assert.Equal(expected.Count, found);
        return store.Torn is null ? 0 : 1;
    }
}
