using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Custodia.Journal.Tests.Sealing;
using Custodia.Proofs;
using Custodia.Proofs.Audit;

namespace Custodia.Journal.Tests.Backup;

/// <summary>docs/formats/verify_journal.py against folders that the journal wrote.</summary>
public sealed class PythonVerifierTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_script_verifies_a_real_journal_and_agrees_with_its_root()
    {
        await Write();
        var root = FolderAudit.Verify(_folder["data"], cancellation: _stop).Checkpoint!.Root;

        var (code, text) = await Run(_folder["data"]);

        Assert.Equal((0, $"""
            605 entries of {TestJournal.Origin}; the checkpoint at 600 entries holds: root {root}
            its signature is good

            """), (code, text));
    }

    [Fact]
    public async Task The_script_finds_a_changed_entry_a_taken_away_segment_and_an_older_end()
    {
        await Write();
        var segments = Directory.EnumerateFiles(_folder["data/journal/segments"], "*.seg").Order().ToArray();
        var first = await File.ReadAllBytesAsync(segments[0], _stop);
        var last = await File.ReadAllBytesAsync(segments[^1], _stop);

        await AssertFails(segments[0], [.. first[..5000], (byte)(first[5000] ^ 1), .. first[5001..]]);
        await AssertFails(segments[^1], [.. last[..1024], .. new byte[last.Length - 1024]]);
        File.Delete(segments[0]);
        await AssertFails(segments[^1], last);
    }

    [Fact]
    public async Task The_script_finds_a_checkpoint_by_another_key_and_one_that_says_something_else()
    {
        await Write();
        using var other = NoteSigner.Generate(TestJournal.Origin);
        var key = await File.ReadAllTextAsync(_folder["data/journal/key.pub"], _stop);
        Assert.Equal(0, (await Run(_folder["data"], key)).Code);
        var said = await Run(_folder["data"], other.VerifierKey.ToString());
        Assert.Contains("signature is bad", said.Text, StringComparison.Ordinal);

        var audit = FolderAudit.Verify(_folder["data"], cancellation: _stop);
        var longer = new Checkpoint(TestJournal.Origin, audit.Entries, audit.Root).ToText();
        var note = await File.ReadAllTextAsync(_folder["data/journal/checkpoint"], _stop);
        var signatures = note[note.IndexOf("\n\n", StringComparison.Ordinal)..];
        var forged = Encoding.UTF8.GetBytes(longer.TrimEnd('\n') + signatures);
        await AssertFails(_folder["data/journal/checkpoint"], forged);
    }

    private async Task Write()
    {
        using var journal = new TestJournal(_folder["data"]);
        await journal.Append(600);
        journal.Checkpoint();
        await journal.Append(5);
    }

    private async Task AssertFails(string file, byte[] content)
    {
        var good = File.Exists(file) ? await File.ReadAllBytesAsync(file, _stop) : [];
        await File.WriteAllBytesAsync(file, content, _stop);
        var (code, text) = await Run(_folder["data"]);
        await File.WriteAllBytesAsync(file, good, _stop);

        Assert.Equal(1, code);
        Assert.StartsWith("DOES NOT VERIFY: ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Traceback", text, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Text)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("python3", [Script(), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var python = Start(start);
        var error = python.StandardError.ReadToEndAsync(_stop);
        var output = await python.StandardOutput.ReadToEndAsync(_stop);
        await python.WaitForExitAsync(_stop);
        return (python.ExitCode, output + await error);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException(
                "This test runs python3: install Python 3.8 or later so that it is on the PATH.");
        }
    }

    private static string Script()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Custodia.slnx")))
            folder = folder.Parent;
        return Path.Combine(folder!.FullName, "docs", "formats", "verify_journal.py");
    }
}
