using System.Diagnostics;
using System.Text;
using Custodia.Proofs;

namespace Custodia.Cli.Tests;

/// <summary>The whole round of a witness, each step a process: by files that are carried, and over HTTP.</summary>
public sealed class WitnessTests(CliFolder cli) : IClassFixture<CliFolder>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static int _facilities;

    [Fact]
    public async Task A_journal_is_witnessed_by_files_and_a_fork_or_rollback_is_refused()
    {
        var witness = await NewWitness("inspectorate.example/w1");
        var first = await Visit(cli.Data, 0);
        var cosigned = await Sign(witness, first);
        await Upload(cli.Data, cosigned);
        await Holds("inspectorate.example/w1", cosigned);

        // The same visit again begins where the witness no longer stands.
        var stale = (await RunWitness(witness, "sign", first)).Expect(1);
        Assert.Contains("--from", stale.Error, StringComparison.Ordinal);

        var fork = Path.Combine(cli.Root, "fork");
        CopyFolder(cli.Data, fork);
        var seen = SizeOf(cosigned);
        await Grow(cli.Data, 3);
        var second = await Sign(witness, await Visit(cli.Data, seen));
        Assert.True(SizeOf(second) > seen);
        await Upload(cli.Data, second);

        await Grow(fork, 1);
        var rolledBack = (await RunWitness(witness, "sign", await Visit(fork, seen))).Expect(3);
        Assert.Contains("Entries were taken away", rolledBack.Error, StringComparison.Ordinal);
        await Grow(fork, 5);
        var forked = (await RunWitness(witness, "sign", await Visit(fork, SizeOf(second)))).Expect(3);
        Assert.Contains("two faces", forked.Error, StringComparison.Ordinal);
        var uploaded = (await CliFolder.RunOn(fork, null, ["journal", "record-cosignature", "--note", await Text(second), "--json"])).Expect(1);
        Assert.Equal("journal.cosignature-forked", (string?)uploaded.Json["refusals"]![0]!["code"]);

        // What was refused left no trace in the witness's memory.
        var listed = (await RunWitness(witness, "logs", "--json")).Expect(0).Json.AsArray();
        Assert.Equal(SizeOf(second), (long)Assert.Single(listed)!["size"]!);
    }

    [Fact]
    public async Task A_journal_is_witnessed_over_http_and_a_fork_or_rollback_is_refused()
    {
        const string Name = "node.example/w2";
        var witness = await NewWitness(Name, register: false);
        // It has come for its file before, of which this journal was never told: it answers 409 with its size.
        await Sign(witness, await Visit(cli.Data, 0));
        var (server, url) = await Serve(witness);
        var fork = Path.Combine(cli.Root, "fork-http");
        try
        {
            await Register(witness, url);
            (await cli.Run("journal", "cosign", "--witness", Name)).Expect(0);
            CopyFolder(cli.Data, fork);
            await Grow(cli.Data, 2);
            (await cli.Run("journal", "cosign", "--witness", Name)).Expect(0);
            var note = (await cli.Run("journal", "checkpoint")).Expect(0).Output;
            Assert.Contains("— " + Name, note, StringComparison.Ordinal);
            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
            var origin = note.Split('\n')[0];
            var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(origin)));
            Assert.Equal(note, await client.GetStringAsync(new Uri($"{url}/{hash}/checkpoint"), Cancel));

            var rolledBack = (await CliFolder.RunOn(fork, null, ["journal", "cosign", "--witness", Name])).Expect(3);
            Assert.Contains("Entries were lost", rolledBack.Error, StringComparison.Ordinal);
            await Grow(fork, 9);
            var forked = (await CliFolder.RunOn(fork, null, ["journal", "cosign", "--witness", Name])).Expect(3);
            Assert.Contains("saw other entries", forked.Error, StringComparison.Ordinal);
        }
        finally
        {
            await Stop(server);
        }

        (await cli.Run("journal", "cosign", "--witness", Name)).Expect(1);
        (await cli.Run("journal", "cosign", "--witness", "nobody.example")).Expect(1);
    }

    [Fact]
    public async Task A_witness_over_http_answers_what_it_does_not_sign_by_the_status_of_the_specification()
    {
        var witness = Path.Combine(cli.Root, "strict");
        (await RunWitness(witness, "keygen", "--name", "strict.example")).Expect(0);
        var (server, url) = await Serve(witness);
        try
        {
            var visit = await File.ReadAllBytesAsync(await Visit(cli.Data, 0), Cancel);
            Assert.Equal((404, "UnknownLog\n"), await Post(url, visit));
            Assert.Equal((400, "WitnessRequestMalformed\n"), await Post(url, "old\n"u8.ToArray()));
            Assert.Equal(413, (await Post(url, new byte[WitnessRequest.MaxBytes + 1])).Status);
            var inUse = (await RunWitness(witness, "trust", cli.KeyFile)).Expect(1);
            Assert.Contains("in use", inUse.Error, StringComparison.Ordinal);
        }
        finally
        {
            await Stop(server);
        }
    }

    [Fact]
    public async Task A_witness_without_its_memory_does_not_sign()
    {
        var witness = await NewWitness("forgetful.example", register: false);
        var visit = await Visit(cli.Data, 0);
        File.Delete(Path.Combine(witness, "logs.json"));
        var refused = (await RunWitness(witness, "sign", visit)).Expect(1);
        Assert.Contains("missing or damaged", refused.Error, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(witness, "logs.json"), """[{"origin":"x"}]""", Cancel);
        (await RunWitness(witness, "sign", visit)).Expect(1);
        (await RunWitness(witness, "keygen", "--name", "again.example")).Expect(1);
        (await RunWitness(witness + "-new", "keygen", "--name", "two words")).Expect(1);
        (await RunWitness(witness, "sign", cli.KeyFile)).Expect(2);
    }

    private async Task<string> NewWitness(string name, bool register = true)
    {
        var folder = Path.Combine(cli.Root, name.Replace('/', '-'));
        var key = (await RunWitness(folder, "keygen", "--name", name)).Expect(0).Output.Trim();
        Assert.True(VerifierKey.TryParse(key, out var read, out _));
        Assert.Equal(SignatureType.CosignatureEd25519, read.Type);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "witness.key")));
        (await RunWitness(folder, "trust", cli.KeyFile)).Expect(0);
        if (register)
            await Register(folder, null);
        return folder;
    }

    private async Task Register(string witness, string? url)
    {
        var key = (await Text(Path.Combine(witness, "witness.pub"))).Trim();
        string[] address = url is null ? [] : ["--url", url];
        (await cli.Run(["journal", "register-witness", "--key", key, "--organisation", "Inspectorate", .. address])).Expect(0);
    }

    private async Task<string> Visit(string data, long from)
    {
        var file = Path.Combine(cli.Root, Guid.NewGuid().ToString("N") + ".visit");
        (await CliFolder.RunOn(data, null, ["journal", "visit", "--from", $"{from}", "--out", file])).Expect(0);
        return file;
    }

    private async Task<string> Sign(string witness, string visit)
    {
        (await RunWitness(witness, "sign", visit, "--out", visit + ".cosigned")).Expect(0);
        return visit + ".cosigned";
    }

    private static async Task Upload(string data, string cosigned) =>
        (await CliFolder.RunOn(data, null, ["journal", "record-cosignature", "--note", await Text(cosigned)])).Expect(0);

    private async Task Holds(string name, string cosigned)
    {
        var size = SizeOf(cosigned);
        Assert.Equal(await Text(cosigned), (await cli.Run("journal", "checkpoint")).Expect(0).Output);
        Assert.Equal(await Text(cosigned), (await cli.Run("journal", "checkpoint", "--size", $"{size}")).Expect(0).Output);
        var list = (await cli.Run("journal", "witnesses", "--json")).Expect(0).Json["result"]!["witnesses"]!.AsArray();
        var row = list.Single(row => (string?)row!["name"] == name)!;
        Assert.Equal((size, 1L), ((long)row["size"]!, (long)row["entriesSince"]!));
    }

    private async Task Grow(string data, int entries)
    {
        var facilities = Enumerable.Range(0, entries).Select(_ =>
            $$$"""{"row":2,"value":{"code":"XA-{{{_facilities++}}}","nameEn":"Plant","nameZh":"廠","kind":"storage","from":"2026-01-01"}}""");
        var json = $$"""{"facilities":[{{string.Join(',', facilities)}}],"mbas":[],"kmps":[]}""";
        (await CliFolder.RunOn(data, json, ["materials", "import-structure", "--input", "-"])).Expect(0);
    }

    private static async Task<CliResult> RunWitness(string folder, params string[] args) =>
        await CliFolder.RunOn("unused", null, ["witness", .. args, "--folder", folder]);

    private static async Task<(Process Server, string Url)> Serve(string witness)
    {
        var server = CliFolder.Start(["witness", "serve", "--folder", witness, "--listen", "http://127.0.0.1:0"]);
        var line = await server.StandardOutput.ReadLineAsync(Cancel)
            ?? throw new InvalidOperationException(await server.StandardError.ReadToEndAsync(Cancel));
        return (server, line[line.IndexOf("http://", StringComparison.Ordinal)..].Split(' ')[0]);
    }

    private static async Task Stop(Process server)
    {
        server.Kill();
        await server.WaitForExitAsync(Cancel);
        server.Dispose();
    }

    private static async Task<(int Status, string Text)> Post(string url, byte[] body)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var content = new ByteArrayContent(body);
        using var response = await client.PostAsync(new Uri(url + "/add-checkpoint"), content, Cancel);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Cancel));
    }

    private static Task<string> Text(string file) => File.ReadAllTextAsync(file, Cancel);

    private static long SizeOf(string file) => SignedNote.TryParse(File.ReadAllBytes(file), out var note, out _)
        && Checkpoint.TryParse(note.Text, out var checkpoint, out _) ? checkpoint.Size : -1;

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            CreateFolder(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        // Keys are not opened from a folder that others may enter.
        static void CreateFolder(string path)
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(path);
            else
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
