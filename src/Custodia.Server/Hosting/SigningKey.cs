using Custodia.Proofs;

namespace Custodia.Server.Hosting;

/// <summary>The journal's own key: made with the folder, kept in keys/signing.key, its public half in journal/key.pub.</summary>
/// <remarks>Safe on any thread.</remarks>
internal sealed class SigningKey : INoteSigner, IDisposable
{
    private readonly NoteSigner _signer;
    private readonly Lock _gate = new();

    private SigningKey(NoteSigner signer) => _signer = signer;

    public string Name => _signer.Name;

    public uint KeyId => _signer.KeyId;

    public VerifierKey VerifierKey => _signer.VerifierKey;

    /// <summary>Reads the key, or makes one where the folder is new.</summary>
    /// <exception cref="DataFolderException">It is missing, malformed, or not the key of the journal.</exception>
    public static SigningKey Open(FolderLayout layout, string origin, bool isNew)
    {
        if (!File.Exists(layout.SigningKey))
        {
            if (!isNew)
                throw new DataFolderException(
                    $"{layout.SigningKey} is missing: bring back the keys of this folder from their backup.");
            Create(layout, origin);
        }

        if (!NoteSigner.TryImportPem(origin, File.ReadAllText(layout.SigningKey), out var signer, out var fault))
            throw new DataFolderException($"{layout.SigningKey} is not a signing key ({fault}): bring it back from its backup.");
        var line = signer.VerifierKey + "\n";
        if (!File.Exists(layout.VerifierKey) && isNew)
            FolderLayout.WriteSecret(layout.VerifierKey, line);
        if (File.ReadAllText(layout.VerifierKey) != line)
            throw new DataFolderException(
                $"{layout.SigningKey} is not the key of this journal, which {layout.VerifierKey} names.", isIntegrity: true);
        return new SigningKey(signer);
    }

    public byte[] Sign(ReadOnlySpan<byte> text)
    {
        lock (_gate)
            return _signer.Sign(text);
    }

    public void Dispose() => _signer.Dispose();

    private static void Create(FolderLayout layout, string origin)
    {
        FolderLayout.CreateSecretFolder(layout.Keys);
        using var made = NoteSigner.Generate(origin);
        FolderLayout.WriteSecret(layout.SigningKey, made.ExportPem());
    }
}
