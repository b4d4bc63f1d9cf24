using System.Text;

namespace Custodia.Proofs.Tests;

public sealed class CosignatureTests
{
    // The first key of RFC 8032 §7.1 as a witness; the cosignature was made by a script in another language with the
    // command line of OpenSSL, over the checkpoint of the independent receipt.
    internal const string WitnessKey = "witness.example/w1+eb762cc2+BNdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea";

    internal const string WitnessPem =
        "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n";

    internal const string Line =
        "— witness.example/w1 63YswgAAAABkGFDLtODxkOu0MoLT4soKCSmJYjbiepkabXeKbC2Mz9nE7AwDoXoOnG0E+ZEGXSgKB6jPTnsU5svHr5K7H9FYtFmKAA==";

    // The example of C2SP tlog-cosignature, whose key the page does not give.
    private const string SpecificationLine =
        "— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==";

    private static readonly DateTimeOffset Time = DateTimeOffset.FromUnixTimeSeconds(1_679_315_147);

    [Fact]
    public void A_cosignature_made_elsewhere_verifies_and_says_when_it_was_made()
    {
        var key = Receipts.Key(WitnessKey);
        Assert.True(NoteSignature.TryParse(Line, out var line));
        Assert.True(line.IsBy(key));
        Assert.True(key.Verify(Encoding.UTF8.GetBytes(Receipts.CheckpointText), line.Bytes.Span));
        Assert.True(Cosignature.TryReadTime(line.Bytes.Span, out var time));
        Assert.Equal(Time, time);
    }

    [Fact]
    public void The_example_of_the_specification_is_read_with_its_time()
    {
        Assert.True(NoteSignature.TryParse(SpecificationLine, out var line));
        Assert.Equal(("witness.example.com/w1", 0x8d66cf3fu), (line.Name, line.KeyId));
        Assert.True(Cosignature.TryReadTime(line.Bytes.Span, out var time));
        Assert.Equal(Time, time);
        Assert.Equal(SpecificationLine, line.ToString());
    }

    [Fact]
    public void The_same_key_makes_the_same_cosignature_as_the_other_tool()
    {
        Assert.True(CosignerKey.TryImportPem("witness.example/w1", WitnessPem, out var key, out _));
        using (key)
        {
            Assert.Equal(WitnessKey, key.VerifierKey.ToString());
            Assert.Equal(Line, key.Cosign(Given(), Time).ToString());
            Assert.Equal(WitnessPem, key.ExportPem());
        }
    }

    [Fact]
    public void A_note_carries_the_log_s_signature_and_the_witness_s_and_each_is_verified()
    {
        using var witness = CosignerKey.Generate("witness.example/w2");
        var signed = Encoding.UTF8.GetBytes(Receipts.CheckpointText + "\n" + Receipts.EcdsaSignature);
        Assert.True(SignedNote.TryParse(signed, out var note, out _));
        var cosigned = note.WithSignature(witness.Cosign(Given(), Time));
        Assert.True(SignedNote.TryParse(cosigned.Encode(), out var read, out _));
        var log = Receipts.Key(Receipts.EcdsaKey);
        Assert.True(read.TryVerify([log, witness.VerifierKey], out var signedBy, out _));
        Assert.Equal([log, witness.VerifierKey], signedBy);
    }

    [Fact]
    public void Verifier_keys_of_witnesses_are_read_back_as_written()
    {
        Assert.Equal(WitnessKey, Receipts.Key(WitnessKey).ToString());
        Assert.Equal(SignatureType.CosignatureEd25519, Receipts.Key(WitnessKey).Type);
        // A witness of the public network, from the tests of transparency-dev/formats.
        const string Known = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2";
        Assert.Equal(Known, Receipts.Key(Known).ToString());
        using var made = CosignerKey.Generate("a/b");
        Assert.Equal(made.VerifierKey.KeyId, Receipts.Key(made.VerifierKey.ToString()).KeyId);
    }

    [Fact]
    public void The_key_id_differs_from_that_of_the_same_key_for_notes()
    {
        Assert.True(NoteSigner.TryImportPem("witness.example/w1", WitnessPem, out var signer, out _));
        using (signer)
        {
            Assert.Equal(Receipts.Key(WitnessKey).PublicKey.ToArray(), signer.VerifierKey.PublicKey.ToArray());
            Assert.NotEqual(Receipts.Key(WitnessKey).KeyId, signer.KeyId);
        }
        Assert.True(NoteSignature.TryParse(Line, out var line));
        Assert.False(signer.VerifierKey.Verify(Encoding.UTF8.GetBytes(Receipts.CheckpointText), line.Bytes.Span[8..]));
    }

    [Fact]
    public void A_key_of_a_wrong_length_is_refused()
    {
        var line = "name+00000000+" + Convert.ToBase64String([4, .. new byte[31]]);
        Assert.False(VerifierKey.TryParse(line, out _, out var fault));
        Assert.Equal(ProofFault.KeyMalformed, fault);
    }

    [Fact]
    public void A_private_key_of_another_type_cannot_cosign()
    {
        using var ecdsa = NoteSigner.Generate("a/b");
        Assert.False(CosignerKey.TryImportPem("a/b", ecdsa.ExportPem(), out _, out var fault));
        Assert.Equal(ProofFault.SignatureTypeUnsupported, fault);
        Assert.False(CosignerKey.TryImportPem("a/b", "nothing", out _, out fault));
        Assert.Equal(ProofFault.KeyMalformed, fault);
    }

    [Fact]
    public void Every_flipped_bit_of_a_cosignature_or_its_text_is_found()
    {
        var key = Receipts.Key(WitnessKey);
        Assert.True(NoteSignature.TryParse(Line, out var line));
        var text = Encoding.UTF8.GetBytes(Receipts.CheckpointText);
        for (var bit = 0; bit < Cosignature.Size * 8; bit++)
            Assert.False(key.Verify(text, Flipped(line.Bytes.ToArray(), bit)));
        for (var bit = 0; bit < text.Length * 8; bit++)
            Assert.False(key.Verify(Flipped(text, bit), line.Bytes.Span));
        for (var length = 0; length < Cosignature.Size; length++)
            Assert.False(key.Verify(text, line.Bytes.Span[..length]));
    }

    [Theory]
    [InlineData(0UL)]
    [InlineData(253_402_300_800UL)]
    [InlineData(ulong.MaxValue >> 1)]
    [InlineData(ulong.MaxValue)]
    public void A_time_that_is_none_is_not_read(ulong seconds)
    {
        var bytes = new byte[Cosignature.Size];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, seconds);
        Assert.False(Cosignature.TryReadTime(bytes, out _));
    }

    [Fact]
    public void A_time_before_1970_cannot_be_signed()
    {
        using var key = CosignerKey.Generate("a/b");
        Assert.Throws<ArgumentOutOfRangeException>(() => key.Cosign(Given(), DateTimeOffset.UnixEpoch));
    }

    private static Checkpoint Given() => Checkpoint.TryParse(Receipts.CheckpointText, out var checkpoint, out _) ? checkpoint
        : throw new InvalidOperationException("The checkpoint of the receipt cannot be read.");

    private static byte[] Flipped(byte[] bytes, int bit)
    {
        var changed = (byte[])bytes.Clone();
        changed[bit / 8] ^= (byte)(1 << (bit % 8));
        return changed;
    }
}
