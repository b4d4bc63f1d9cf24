using System.Text;

namespace Custodia.Proofs.Tests;

public sealed class SignedNoteTests
{
    // The key and note in the specification (signed-note, "Example").
    private const string SpecificationKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private const string SpecificationNote =
        "This is an example message.\n\n" +
        "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmR" +
        "KuwHjG1Yu72IneyaQM=\n";

    // The keys and note in the tests of the reference implementation (golang.org/x/mod, sumdb/note).
    private const string PeterKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private const string EnochKey = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";

    private const string GoText =
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";

    private const string Peter =
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    private const string Enoch =
        "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

    // A checkpoint of a public log signed with ECDSA (github.com/transparency-dev/formats, note tests).
    private const string RekorKey =
        "rekor.sigstore.dev+c0d23d6a+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNhtmPtrWm3U1eQXBogSMdGvXwB" +
        "cK5AW5i0hrZLOC96l+smG" +
        "NM7nwZ4QvFK/4sueRoVj//QP22Ni4Qt9DPfkWLc=";

    private const string RekorNote =
        "Rekor\n798034\nf+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP0=\n\n" +
        "— rekor.sigstore.dev wNI9ajBEAiARInWIWyCdyG27CO6LPnPekyw20qO0YJfoaPaowGp/XgIgc+qEHS3+GKVClg" +
        "qq20uDLet7MCoTURUCRdxw" +
        "WBHHufk=\n";

    public static readonly TheoryData<string, string> PublishedNotes = new()
    {
        { SpecificationKey, SpecificationNote },
        { PeterKey, GoText + "\n" + Peter },
        { EnochKey, GoText + "\n" + Enoch },
        { RekorKey, RekorNote },
        { Receipts.EcdsaKey, Receipts.CheckpointText + "\n" + Receipts.EcdsaSignature },
        { Receipts.Ed25519Key, Receipts.CheckpointText + "\n" + Receipts.Ed25519Signature },
    };

    [Theory]
    [MemberData(nameof(PublishedNotes))]
    public void Published_notes_verify_and_are_written_as_they_were_read(string key, string text)
    {
        var note = Parse(text);
        var known = Receipts.Key(key);
        Assert.True(note.TryVerify([known], out var signedBy, out var fault));
        Assert.Equal(ProofFault.None, fault);
        Assert.Equal([known], signedBy);
        Assert.Equal(text, note.ToString());
        Assert.Equal(Encoding.UTF8.GetBytes(text), note.Encode());
        Assert.Equal(key, known.ToString());
    }

    [Theory]
    [MemberData(nameof(PublishedNotes))]
    public void A_note_with_any_flipped_bit_is_refused(string key, string text)
    {
        var known = Receipts.Key(key);
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var changed = (byte[])bytes.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            var accepted = SignedNote.TryParse(changed, out var note, out _) && note.TryVerify([known], out _, out _);
            Assert.False(accepted, $"bit {bit}");
        }
    }

    [Fact]
    public void Signatures_by_unknown_keys_are_ignored()
    {
        var peter = Receipts.Key(PeterKey);
        var enoch = Receipts.Key(EnochKey);
        var both = Parse(GoText + "\n" + Peter + Enoch);
        Assert.True(both.TryVerify([peter], out var signedBy, out _));
        Assert.Equal([peter], signedBy);
        Assert.True(both.TryVerify([enoch, peter], out signedBy, out _));
        Assert.Equal([peter, enoch], signedBy);
        Assert.Equal(["PeterNeumann", "EnochRoot"], both.Signatures.Select(signature => signature.Name));
        Assert.Equal([0xc74f20a3u, 0xaf0cfe78u], both.Signatures.Select(signature => signature.KeyId));

        Assert.False(both.TryVerify([], out signedBy, out var fault));
        Assert.Empty(signedBy);
        Assert.Equal(ProofFault.NoKnownSignature, fault);
        Assert.False(both.TryVerify([Receipts.Key(RekorKey)], out _, out fault));
        Assert.Equal(ProofFault.NoKnownSignature, fault);
        Assert.True(Parse(GoText + "\n" + Peter + Peter + Enoch + Enoch).TryVerify([peter], out signedBy, out _));
        Assert.Equal([peter], signedBy);
    }

    [Fact]
    public void A_key_is_unknown_if_only_its_name_or_only_its_id_is_known()
    {
        var bad = Peter.Replace("nAM=", "nAQ=", StringComparison.Ordinal);
        var otherName = bad.Replace("PeterNeumann", "PeterNewmann", StringComparison.Ordinal);
        var otherId = bad.Replace("x08go/", "x08gp/", StringComparison.Ordinal);
        var note = Parse(GoText + "\n" + otherName + otherId + Peter);
        Assert.True(note.TryVerify([Receipts.Key(PeterKey)], out _, out _));
    }

    [Fact]
    public void One_bad_signature_by_a_known_key_refuses_the_note()
    {
        var bad = Peter.Replace("nAM=", "nAQ=", StringComparison.Ordinal);
        foreach (var lines in (string[])[bad, Enoch + bad, bad + Enoch, Peter + bad, bad + Peter])
        {
            var note = Parse(GoText + "\n" + lines);
            Assert.False(
                note.TryVerify([Receipts.Key(PeterKey), Receipts.Key(EnochKey)], out var signedBy, out var fault));
            Assert.Equal(ProofFault.BadSignature, fault);
            Assert.Empty(signedBy);
        }
    }

    [Fact]
    public void The_text_ends_at_the_last_empty_line()
    {
        var note = Parse("a\n\n— not.a/signature\n\nb\n\n" + Peter);
        Assert.Equal("a\n\n— not.a/signature\n\nb\n", note.Text);
        Assert.Single(note.Signatures);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\n\n")]
    [InlineData(GoText)]
    [InlineData(GoText + "\n")]
    [InlineData(GoText + "\n\n")]
    [InlineData(GoText + Peter)]
    [InlineData(GoText + "\n" + Peter + "Unexpected line.\n")]
    [InlineData(GoText + "\n" + Peter + "\n")]
    [InlineData(
        GoText +
        "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngot" +
        "pRZb6KE6RyyBwJnAM=")]
    [InlineData(GoText + "\n— Bad Name x08go/ZJkuBS\n")]
    [InlineData(GoText + "\n— Bad\u00a0Name x08go/ZJkuBS\n")]
    [InlineData(GoText + "\n— Bad+Name x08go/ZJkuBS\n")]
    [InlineData(GoText + "\n—  x08go/ZJkuBS\n")]
    [InlineData(GoText + "\n— Name x08go\n")]
    [InlineData(GoText + "\n— Name x08goz==\n")]
    [InlineData(GoText + "\n— Name x08goQ==\n")]
    [InlineData(GoText + "\n— Name x08g o/ZJkuBS\n")]
    [InlineData(GoText + "\n— Name \n")]
    [InlineData(GoText + "\n— Name\n")]
    [InlineData(GoText + "\n- Name x08go/ZJkuBS\n")]
    public void What_is_not_a_note_is_refused(string text)
    {
        Assert.False(SignedNote.TryParse(Encoding.UTF8.GetBytes(text), out _, out var fault));
        Assert.Equal(ProofFault.NoteMalformed, fault);
    }

    [Fact]
    public void Bytes_that_are_not_plain_text_are_refused()
    {
        var good = Encoding.UTF8.GetBytes(GoText + "\n" + Peter);
        foreach (var b in (byte[])[0, 1, 9, 13, 31, 0x80, 0xc0, 0xff])
        {
            Assert.False(SignedNote.TryParse([b, .. good], out _, out var fault));
            Assert.Equal(ProofFault.NotText, fault);
        }
        Assert.True(SignedNote.TryParse([0x7f, .. good], out _, out _));
    }

    [Fact]
    public void Size_and_number_of_signatures_are_limited()
    {
        var many = string.Concat(Enumerable.Repeat(Peter, SignedNote.MaxSignatures));
        Assert.True(Parse(GoText + "\n" + many).TryVerify([Receipts.Key(PeterKey)], out _, out _));
        Assert.False(SignedNote.TryParse(Encoding.UTF8.GetBytes(GoText + "\n" + many + Peter), out _, out var fault));
        Assert.Equal(ProofFault.TooManySignatures, fault);
        var full = Parse(GoText + "\n" + many);
        using var signer = NoteSigner.Generate("one/more");
        Assert.Throws<InvalidOperationException>(() => full.WithSignature(signer));

        const string End = "\n\n" + Peter;
        var largest = new string('a', SignedNote.MaxBytes - Encoding.UTF8.GetByteCount(End)) + End;
        Assert.True(SignedNote.TryParse(Encoding.UTF8.GetBytes(largest), out _, out _));
        Assert.False(SignedNote.TryParse(Encoding.UTF8.GetBytes("a" + largest), out _, out fault));
        Assert.Equal(ProofFault.TooLarge, fault);
    }

    [Theory]
    [InlineData(SignatureType.EcdsaP256)]
    [InlineData(SignatureType.Ed25519)]
    public void What_a_key_signs_its_verifier_key_verifies(SignatureType type)
    {
        using var signer = NoteSigner.Generate("custodia.example/xa", type);
        using var witness = NoteSigner.Generate("witness.example/w1");
        var note = SignedNote.Sign("衡守\n\n核子保安\n", signer).WithSignature(witness);
        var read = Parse(note.ToString());
        var known = Receipts.Key(signer.VerifierKey.ToString());
        Assert.Equal(type, known.Type);
        Assert.True(read.TryVerify([known, witness.VerifierKey], out var signedBy, out _));
        Assert.Equal(2, signedBy.Count);
        using var stranger = NoteSigner.Generate("custodia.example/xa", type);
        Assert.False(read.TryVerify([stranger.VerifierKey], out _, out var fault));
        Assert.Equal(ProofFault.NoKnownSignature, fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no newline")]
    [InlineData("tab\there\n")]
    public void What_could_not_be_read_back_is_not_signed(string text)
    {
        using var signer = NoteSigner.Generate("custodia.example/xa");
        Assert.ThrowsAny<ArgumentException>(() => SignedNote.Sign(text, signer));
        Assert.ThrowsAny<ArgumentException>(() => SignedNote.Sign('\ud800' + text + "\n", signer));
    }

    [Theory]
    [InlineData("a b", 64)]
    [InlineData("", 64)]
    [InlineData("a/b", 0)]
    public void A_signer_whose_line_could_not_be_read_back_is_refused(string name, int signatureLength) =>
        Assert.Throws<ArgumentException>(() => SignedNote.Sign("text\n", new OtherSigner(name, signatureLength)));

    [Fact]
    public void Signers_and_verifiers_of_other_types_can_be_plugged_in()
    {
        var note = Parse(SignedNote.Sign("text\n", new OtherSigner("a/b", 5000)).ToString());
        Assert.True(note.TryVerify([new OtherVerifier("a/b", 5000)], out _, out _));
        Assert.False(note.TryVerify([new OtherVerifier("a/b", 4999)], out _, out var fault));
        Assert.Equal(ProofFault.BadSignature, fault);
    }

    private sealed record OtherSigner(string Name, int Length) : INoteSigner
    {
        public uint KeyId => 7;

        public byte[] Sign(ReadOnlySpan<byte> text) => new byte[Length];
    }

    private sealed record OtherVerifier(string Name, int Length) : INoteVerifier
    {
        public uint KeyId => 7;

        public bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature) => signature.Length == Length;
    }

    private static SignedNote Parse(string text)
    {
        Assert.True(SignedNote.TryParse(Encoding.UTF8.GetBytes(text), out var note, out var fault), fault.ToString());
        return note;
    }
}
