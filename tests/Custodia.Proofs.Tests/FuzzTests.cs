using System.Text;

namespace Custodia.Proofs.Tests;

/// <summary>
/// Every reader is given good input with random changes: it must never throw, and what it does accept it must write
/// back byte for byte, so that nothing has two spellings.
/// </summary>
public sealed class FuzzTests
{
    private const int Rounds = 10_000;

    private static readonly byte[][] Corpus =
    [
        Receipts.Independent,
        Encoding.UTF8.GetBytes(Receipts.CheckpointText + "\n" + Receipts.EcdsaSignature + Receipts.Ed25519Signature),
        Encoding.UTF8.GetBytes(Receipts.CheckpointText),
        Encoding.UTF8.GetBytes(Receipts.EcdsaKey),
        Encoding.UTF8.GetBytes(Receipts.Ed25519Key),
        "tile/entries/x001/x234/067.p/112"u8.ToArray(),
        [0, 1, 65, 0, 0, 0, 2, 66, 67],
        Encoding.UTF8.GetBytes("old 3\nNGxrnLicS3b6ydyyDNqG46AcCldBfBOQKOrNRTj96Vs=\n\n"
            + Receipts.CheckpointText + "\n" + Receipts.EcdsaSignature),
        Encoding.UTF8.GetBytes(CosignatureTests.Line),
        "\n\n— + \u00a0extra index 9223372036854775808"u8.ToArray(),
    ];

    [Fact]
    public void Receipts_are_read_or_refused()
    {
        var key = Receipts.Key(Receipts.EcdsaKey);
        ForEachMutation(Corpus[0], bytes =>
        {
            if (!TlogProof.TryParse(bytes, out var receipt, out var fault))
                return fault;
            Assert.Equal(bytes, receipt.Encode());
            var verdict = receipt.Verify(Receipts.Entry, Receipts.Origin, [key], out var checkpoint);
            // Extra data and signatures by unknown keys are nobody's word; all else must be as it was.
            if (verdict == ProofFault.None)
                Assert.Equal((700, Receipts.CheckpointText), (receipt.Index, checkpoint!.ToText()));
            return verdict;
        });
    }

    [Fact]
    public void Notes_are_read_or_refused()
    {
        INoteVerifier[] keys = [Receipts.Key(Receipts.EcdsaKey), Receipts.Key(Receipts.Ed25519Key)];
        ForEachMutation(Corpus[1], bytes =>
        {
            if (!SignedNote.TryParse(bytes, out var note, out var fault))
                return fault;
            Assert.Equal(bytes, note.Encode());
            if (note.TryVerify(keys, out _, out fault))
                Assert.Equal(Receipts.CheckpointText, note.Text);
            return fault;
        });
    }

    [Fact]
    public void Checkpoints_are_read_or_refused() => ForEachMutation(Corpus[2], bytes =>
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (Checkpoint.TryParse(text, out var checkpoint, out var fault))
            Assert.Equal(text, checkpoint.ToText());
        return fault;
    });

    [Fact]
    public void Verifier_keys_are_read_or_refused()
    {
        foreach (var seed in (byte[][])[Corpus[3], Corpus[4]])
        {
            ForEachMutation(seed, bytes =>
            {
                var text = Encoding.UTF8.GetString(bytes);
                if (VerifierKey.TryParse(text, out var key, out var fault))
                    Assert.Equal(text, key.ToString());
                return fault;
            });
        }
    }

    [Fact]
    public void Requests_to_a_witness_are_read_or_refused() => ForEachMutation(Corpus[7], bytes =>
    {
        if (WitnessRequest.TryParse(bytes, out var request, out var fault))
            Assert.Equal(bytes, request.Encode());
        return fault;
    });

    [Fact]
    public void Cosignature_lines_are_read_and_never_verify_when_they_say_anything_else()
    {
        var key = Receipts.Key(CosignatureTests.WitnessKey);
        var text = Encoding.UTF8.GetBytes(Receipts.CheckpointText);
        ForEachMutation(Corpus[8], bytes =>
        {
            if (!NoteSignature.TryParse(Encoding.UTF8.GetString(bytes), out var line))
                return ProofFault.NoteMalformed;
            Cosignature.TryReadTime(line.Bytes.Span, out _);
            var verifies = line.IsBy(key) && key.Verify(text, line.Bytes.Span);
            Assert.Equal(line.ToString() == CosignatureTests.Line, verifies);
            return verifies ? ProofFault.None : ProofFault.BadSignature;
        }, Rounds / 2);
    }

    [Fact]
    public void Private_keys_are_read_or_refused()
    {
        using var ecdsa = NoteSigner.Generate("a/b");
        using var ed25519 = NoteSigner.Generate("a/b", SignatureType.Ed25519);
        foreach (var signer in (NoteSigner[])[ecdsa, ed25519])
        {
            ForEachMutation(Encoding.UTF8.GetBytes(signer.ExportPem()), bytes =>
            {
                if (NoteSigner.TryImportPem("a/b", Encoding.UTF8.GetString(bytes), out var imported, out var fault))
                    imported.Dispose();
                return fault;
            });
        }
    }

    [Fact]
    public void Tile_paths_are_read_or_refused() => ForEachMutation(Corpus[5], bytes =>
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (Tile.TryParse(text, out var tile, out var fault))
            Assert.Equal((text, tile.Index), (tile.ToString(), tile.First / Tile.FullWidth));
        return fault;
    });

    [Fact]
    public void Entry_bundles_are_read_or_refused() => ForEachMutation(Corpus[6], bytes =>
    {
        if (EntryBundle.TryRead(bytes, 3, out var entries, out var fault))
            Assert.Equal(bytes.Length, entries.Sum(entry => entry.Length + 2));
        return fault;
    });

    [Fact]
    public void Changed_signatures_are_refused()
    {
        var key = Receipts.Key(Receipts.EcdsaKey);
        var text = Encoding.UTF8.GetBytes(Receipts.CheckpointText);
        var good = Convert.FromBase64String(Receipts.EcdsaSignature.Split(' ')[2])[4..];
        Assert.True(key.Verify(text, good));
        ForEachMutation(good, bytes =>
        {
            Assert.Equal(bytes.AsSpan().SequenceEqual(good), key.Verify(text, bytes));
            return ProofFault.BadSignature;
        }, Rounds / 5);
    }

    // A run that only ever met one fault, or only ever succeeded, would have tested nothing.
    private static void ForEachMutation(byte[] seed, Func<byte[], ProofFault> read, int rounds = Rounds)
    {
        var faults = new HashSet<ProofFault>();
        var random = new Random(20101122);
        for (var round = 0; round < rounds; round++)
        {
            var input = seed;
            for (var changes = random.Next(1, 5); changes > 0; changes--)
                input = Mutate(input, random);
            var fault = read(input);
            Assert.True(Enum.IsDefined(fault));
            faults.Add(fault);
        }
        Assert.Contains(faults, fault => fault != ProofFault.None);
    }

    private static byte[] Mutate(byte[] input, Random random)
    {
        var at = random.Next(input.Length + 1);
        var length = Math.Min(random.Next(1, 40), input.Length - at);
        switch (random.Next(6))
        {
            case 0 when length > 0:
                var flipped = (byte[])input.Clone();
                flipped[at] ^= (byte)(1 << random.Next(8));
                return flipped;
            case 1:
                return [.. input[..at], .. input[(at + length)..]];
            case 2:
                return [.. input[..(at + length)], .. input[at..]];
            case 3:
                return [.. input[..at], (byte)random.Next(256), .. input[at..]];
            case 4:
                return [.. input[..at], (byte)'\n', .. input[at..]];
            default:
                var other = Corpus[random.Next(Corpus.Length)];
                var from = random.Next(other.Length);
                var to = Math.Min(other.Length, from + random.Next(1, 120));
                return [.. input[..at], .. other[from..to], .. input[at..]];
        }
    }
}
