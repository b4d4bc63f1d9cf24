using System.Security.Cryptography;

namespace Custodia.Proofs.Tests;

public sealed class KeyTests
{
    private const string PeterKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    // A P-256 key for tests only, in PKCS #8 as another library wrote it; its public half is Receipts.EcdsaKey.
    private const string EcdsaPkcs8 =
        "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgHHwH8kL0qiGPx8RQWh03yDqjBqVDM30TnoavwH1Zxpa" +
        "hRANCAASeox+aw+iNqLd0" +
        "bunFFoEM+czm8kqEBCMsN/5K+/7JIXOLYb50RZfiwgJA1fndHEImZqXzkSiuBCFVMmfe1gyF";

    // RFC 8410 §10.3 and §10.1.
    private const string Ed25519Pkcs8 = "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC";
    private const string Ed25519Public = "Gb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";

    public static readonly TheoryData<string> Bad = new()
    {
        "",
        "+",
        "++",
        "PeterNeumann",
        "PeterNeumann+c74f20a3",
        "PeterNeumann+c74f20a3+",
        "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+0c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20g3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWAA==",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n",
        "name+00000000+AgAA",
        "name+00000000+Ag==",
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_is_not_a_verifier_key_is_refused(string line)
    {
        Assert.False(VerifierKey.TryParse(line, out _, out var fault));
        Assert.Equal(ProofFault.KeyMalformed, fault);
    }

    [Fact]
    public void A_key_under_another_id_is_refused()
    {
        var otherId = PeterKey.Replace("c74f", "c74e", StringComparison.Ordinal);
        Assert.False(VerifierKey.TryParse(otherId, out _, out var fault));
        Assert.Equal(ProofFault.KeyIdMismatch, fault);
        // The id of an Ed25519 key covers the name.
        Assert.False(VerifierKey.TryParse("P" + PeterKey, out _, out fault));
        Assert.Equal(ProofFault.KeyIdMismatch, fault);
    }

    [Fact]
    public void Types_and_curves_that_are_not_known_are_refused_as_such()
    {
        foreach (var type in (byte[])[0, 3, 5, 6, 0xff])
        {
            var line = "name+00000000+" + Convert.ToBase64String([type, .. new byte[32]]);
            Assert.False(VerifierKey.TryParse(line, out _, out var fault));
            Assert.Equal(ProofFault.SignatureTypeUnsupported, fault);
        }
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var other = "name+00000000+" + Convert.ToBase64String([2, .. p384.ExportSubjectPublicKeyInfo()]);
        Assert.False(VerifierKey.TryParse(other, out _, out var otherFault));
        Assert.Equal(ProofFault.SignatureTypeUnsupported, otherFault);
        Assert.False(NoteSigner.TryImportPem("name", p384.ExportPkcs8PrivateKeyPem(), out _, out otherFault));
        Assert.Equal(ProofFault.SignatureTypeUnsupported, otherFault);
    }

    [Fact]
    public void Too_long_a_key_is_refused()
    {
        Assert.False(VerifierKey.TryParse(new string('a', VerifierKey.MaxLength + 1), out _, out var fault));
        Assert.Equal(ProofFault.TooLarge, fault);
        Assert.False(NoteSigner.TryImportPem("name", new string('a', NoteSigner.MaxPemLength + 1), out _, out fault));
        Assert.Equal(ProofFault.TooLarge, fault);
    }

    [Theory]
    [InlineData(SignatureType.EcdsaP256)]
    [InlineData(SignatureType.Ed25519)]
    public void A_private_key_that_was_exported_is_the_same_key(SignatureType type)
    {
        using var signer = NoteSigner.Generate("custodia.example/xa", type);
        Assert.True(NoteSigner.TryImportPem(signer.Name, signer.ExportPem(), out var imported, out _));
        using (imported)
        {
            Assert.Equal(signer.VerifierKey.ToString(), imported.VerifierKey.ToString());
            Assert.Equal(signer.ExportPem(), imported.ExportPem());
            Assert.True(signer.VerifierKey.Verify("text\n"u8, imported.Sign("text\n"u8)));
            Assert.False(signer.VerifierKey.Verify("Text\n"u8, imported.Sign("text\n"u8)));
        }
    }

    [Fact]
    public void Private_keys_of_other_tools_are_read()
    {
        Assert.True(NoteSigner.TryImportPem(Receipts.Origin, Pem(EcdsaPkcs8), out var ecdsa, out _));
        using (ecdsa)
            Assert.Equal(Receipts.EcdsaKey, ecdsa.VerifierKey.ToString());
        Assert.True(NoteSigner.TryImportPem("a/b", Pem(Ed25519Pkcs8), out var ed25519, out _));
        using (ed25519)
        {
            var material = ed25519.VerifierKey.ToString().Split('+', 3)[2];
            Assert.Equal([1, .. Convert.FromBase64String(Ed25519Public)], Convert.FromBase64String(material));
            Assert.Equal(Pem(Ed25519Pkcs8), ed25519.ExportPem());
        }
    }

    // Ed25519 is deterministic: RFC 8032 §7.1, TEST 2.
    [Fact]
    public void Ed25519_signs_as_the_standard_does()
    {
        Assert.True(Ed25519.IsAvailable);
        byte[] pkcs8 =
        [
            .. Convert.FromBase64String(Ed25519Pkcs8)[..16],
            .. Convert.FromHexString("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"),
        ];
        Assert.True(NoteSigner.TryImportPem("a/b", Pem(Convert.ToBase64String(pkcs8)), out var signer, out _));
        using (signer)
        {
            Assert.Equal(
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da" +
                "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
                Convert.ToHexStringLower(signer.Sign([0x72])));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")]
    [InlineData(
        "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n" +
        "-----END PUBLIC KEY-----\n")]
    public void What_is_not_a_private_key_is_refused(string pem)
    {
        Assert.False(NoteSigner.TryImportPem("a/b", pem, out var signer, out var fault));
        Assert.Null(signer);
        Assert.Equal(ProofFault.KeyMalformed, fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a+b")]
    [InlineData("a\nb")]
    [InlineData("a\u2003b")]
    public void A_name_that_could_not_stand_in_a_note_is_not_given_to_a_key(string name)
    {
        Assert.Throws<ArgumentException>(() => NoteSigner.Generate(name));
        Assert.Throws<ArgumentException>(() => NoteSigner.TryImportPem(name, Pem(EcdsaPkcs8), out _, out _));
    }

    private static string Pem(string pkcs8) =>
        PemEncoding.WriteString("PRIVATE KEY", Convert.FromBase64String(pkcs8)) + "\n";
}
