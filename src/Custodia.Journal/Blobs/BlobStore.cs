using System.Security.Cryptography;
using Custodia.Journal.Sealing;
using Custodia.Proofs;

namespace Custodia.Journal.Blobs;

/// <summary>
/// Spectra, photographs, certificates and received files: encrypted, found by the SHA-256 of their plain bytes, never
/// changed (docs/formats/journal.md, "Blobs").
/// </summary>
/// <remarks>
/// Bytes are streamed both ways: a put or a read needs a few chunks of memory whatever the size. Safe on any thread;
/// one process at a time writes, which the lock of the data folder sees to.
/// </remarks>
public sealed class BlobStore : IDisposable
{
    /// <summary>The largest blob: 256 MiB.</summary>
    public const long MaxBytes = 256L * 1024 * 1024;

    /// <summary>In how many compartments one blob may be.</summary>
    public const int MaxCompartments = 64;

    /// <summary>The compartment of the key that encrypts what belongs to no sealed compartment.</summary>
    public const string GeneralCompartment = "blobs";

    private const string IncomingFolder = "incoming";

    private readonly string _folder;
    private readonly string _incoming;
    private readonly IKeyRing _keys;
    private readonly SemaphoreSlim _publishing = new(1);

    /// <summary>The store in a folder, which is made if it is not there.</summary>
    /// <param name="folder">DIR/blobs.</param>
    /// <param name="keys">Holds a key for <see cref="GeneralCompartment"/> and for each sealed compartment.</param>
    public BlobStore(string folder, IKeyRing keys)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(keys);
        _folder = Path.GetFullPath(folder);
        _incoming = Path.Combine(_folder, IncomingFolder);
        _keys = keys;
        DurableFile.CreateSecretFolder(_folder);
        DurableFile.CreateSecretFolder(_incoming);
    }

    /// <summary>
    /// Stores what a stream holds. The same bytes again change nothing; in another compartment they can from then on be
    /// opened with the keys of both. A stored copy that turns out corrupt is replaced by the good bytes.
    /// </summary>
    /// <param name="source">Read to its end.</param>
    /// <param name="compartment">Whose key encrypts it; the general key if the compartment is not sealed.</param>
    /// <param name="cancellation">Leaves nothing behind.</param>
    /// <returns>The address, after the blob is durable.</returns>
    /// <exception cref="BlobException">Too large, no key, or in too many compartments.</exception>
    /// <exception cref="KeyRingException"><see cref="KeyRingException.Erased"/>.</exception>
    public async Task<BlobId> PutAsync(Stream source, string compartment, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(compartment);
        var key = KeyFor(compartment);
        var temporary = Path.Combine(_incoming, Guid.NewGuid().ToString("N"));
        var fileKey = RandomNumberGenerator.GetBytes(BlobCipher.KeyBytes);
        try
        {
            var file = DurableFile.CreateSecret(temporary);
            await using (file.ConfigureAwait(false))
            {
                var id = await WriteChunks(source, file, fileKey, cancellation).ConfigureAwait(false);
                await _publishing.WaitAsync(cancellation).ConfigureAwait(false);
                try
                {
                    await Publish(id, file, temporary, fileKey, key, cancellation).ConfigureAwait(false);
                }
                finally
                {
                    _publishing.Release();
                }

                return id;
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(fileKey);
            File.Delete(temporary);
        }
    }

    /// <summary>Opens a blob for reading from its beginning. Dispose the stream.</summary>
    /// <returns>
    /// The plain bytes; its Length is known. A read throws <see cref="BlobException.Corrupt"/> where it is.
    /// </returns>
    /// <exception cref="BlobException">Missing, corrupt, no key or key destroyed.</exception>
    public Stream Open(BlobId id)
    {
        var file = OpenFile(id) ?? throw new BlobException(BlobException.Missing, id, $"{id}: no such blob");
        try
        {
            var (layout, slots) = BlobLayout.Read(id, file);
            var fileKey = BlobSlots.Open(id, slots, _keys);
            var stream = new BlobReadStream(id, file, layout, fileKey);
            CryptographicOperations.ZeroMemory(fileKey);
            return stream;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Whether there is a blob with this address, readable or not.</summary>
    public bool Contains(BlobId id) => File.Exists(PathOf(id));

    /// <summary>Whether a compartment has a blob with this address. One that only others have is none to it.</summary>
    public bool Contains(BlobId id, string compartment)
    {
        using var file = OpenFile(id);
        try
        {
            return file is not null && BlobSlots.Keys(BlobLayout.Read(id, file).Slots)
                .Any(key => _keys.Find(key) is KeyLookup.Held { Key.Record.Compartment: var name } && name == compartment);
        }
        catch (BlobException)
        {
            // Its slots cannot be read: it opens for nobody.
            return false;
        }
    }

    /// <summary>The addresses of all blobs, in order.</summary>
    public IEnumerable<BlobId> List() =>
        from folder in Directory.EnumerateDirectories(_folder).Order(StringComparer.Ordinal)
        from path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
        let id = IdOf(path)
        where id is not null
        select id.Value;

    /// <summary>Reads one blob to its end.</summary>
    /// <returns>Null if it is sound; else what is wrong: a code of <see cref="BlobException"/>.</returns>
    public async Task<BlobException?> VerifyAsync(BlobId id, CancellationToken cancellation = default)
    {
        try
        {
            var stream = Open(id);
            await using (stream.ConfigureAwait(false))
                await stream.CopyToAsync(Stream.Null, cancellation).ConfigureAwait(false);
            return null;
        }
        catch (BlobException problem)
        {
            return problem;
        }
    }

    /// <summary>Reads all blobs to their ends and gives what is wrong with each that is not sound.</summary>
    public async IAsyncEnumerable<BlobException> VerifyAllAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var id in List())
        {
            if (await VerifyAsync(id, cancellation).ConfigureAwait(false) is { } problem)
                yield return problem;
        }
    }

    /// <summary>
    /// Removes what puts that never finished left behind. For the start of the one process that writes.
    /// </summary>
    public void DiscardUnfinished()
    {
        foreach (var path in Directory.EnumerateFiles(_incoming))
            File.Delete(path);
    }

    /// <summary>Ends the use of the store; streams that are open go on.</summary>
    public void Dispose() => _publishing.Dispose();

    private CompartmentKey KeyFor(string compartment) =>
        _keys.Current(compartment) ?? _keys.Current(GeneralCompartment) ?? throw new BlobException(
            BlobException.NoKey, null, $"no key for compartment '{compartment}' nor for '{GeneralCompartment}'");

    private static async Task<BlobId> WriteChunks(
        Stream source, FileStream file, byte[] fileKey, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var cipher = new BlobCipher(fileKey);
        var (current, next) = (new byte[BlobCipher.ChunkBytes], new byte[BlobCipher.ChunkBytes]);
        var sealedChunk = new byte[BlobCipher.SealedChunkBytes];
        await file.WriteAsync(BlobSlots.Magic.ToArray(), cancellation).ConfigureAwait(false);
        var length = await Fill(source, current, cancellation).ConfigureAwait(false);
        long total = length;
        for (long number = 0; ; number++)
        {
            // Only when nothing follows is a chunk known to be the last.
            var nextLength = await Fill(source, next, cancellation).ConfigureAwait(false);
            total += nextLength;
            if (total > MaxBytes)
                throw new BlobException(BlobException.TooLarge, null, $"a blob has at most {MaxBytes} bytes");
            hash.AppendData(current, 0, length);
            cipher.Seal(number, nextLength == 0, current.AsSpan(0, length), sealedChunk);
            await file.WriteAsync(sealedChunk.AsMemory(0, length + BlobCipher.TagBytes), cancellation)
                .ConfigureAwait(false);
            if (nextLength == 0)
                return new BlobId(Hash.FromSpan(hash.GetHashAndReset()));
            (current, next, length) = (next, current, nextLength);
        }
    }

    private static ValueTask<int> Fill(Stream source, byte[] buffer, CancellationToken cancellation) =>
        source.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);

    private async Task Publish(
        BlobId id, FileStream file, string temporary, byte[] fileKey, CompartmentKey key,
        CancellationToken cancellation)
    {
        var keys = new Dictionary<string, CompartmentKey>(StringComparer.Ordinal) { [key.Record.Compartment] = key };
        if (Contains(id))
        {
            var others = CompartmentsOf(id);
            if (others.ContainsKey(key.Record.Compartment)
                && await VerifyAsync(id, cancellation).ConfigureAwait(false) is null)
                return;
            foreach (var (compartment, other) in others)
                keys.TryAdd(compartment, other);
        }

        if (keys.Count > MaxCompartments)
            throw new BlobException(
                BlobException.TooManyCompartments, id, $"{id}: is in {MaxCompartments} compartments already");
        await file.WriteAsync(BlobSlots.Write(id, fileKey, keys.Values), cancellation).ConfigureAwait(false);
        file.Flush(flushToDisk: true);
        var path = PathOf(id);
        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            DurableFile.CreateSecretFolder(Path.GetDirectoryName(path)!);
            DurableFile.SyncFolder(_folder);
        }

        DurableFile.Publish(temporary, path);
    }

    // The compartments whose keys open the stored blob, each with the key that it now writes with.
    private Dictionary<string, CompartmentKey> CompartmentsOf(BlobId id)
    {
        var compartments = new Dictionary<string, CompartmentKey>(StringComparer.Ordinal);
        using var file = OpenFile(id);
        if (file is null)
            return compartments;
        byte[] slots;
        try
        {
            (_, slots) = BlobLayout.Read(id, file);
        }
        catch (BlobException)
        {
            // Not even its slots can be read: the good bytes replace it.
            return compartments;
        }

        foreach (var keyId in BlobSlots.Keys(slots))
        {
            switch (_keys.Find(keyId))
            {
                case KeyLookup.Held { Key.Record.Compartment: var name }:
                    compartments[name] = _keys.Current(name)!;
                    break;
                case KeyLookup.Unknown:
                    // Replacing the file would shut out, for ever, a compartment whose key may yet be restored.
                    throw new BlobException(
                        BlobException.NoKey, id, $"{id}: is also under key {keyId}, which is not in this ring");
            }
        }

        return compartments;
    }

    private FileStream? OpenFile(BlobId id)
    {
        try
        {
            return new FileStream(PathOf(id), new FileStreamOptions
            {
                Share = FileShare.Read | FileShare.Delete,
                Options = FileOptions.SequentialScan,
            });
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private string PathOf(BlobId id)
    {
        var name = id.ToString();
        return Path.Combine(_folder, name[..2], name);
    }

    private static BlobId? IdOf(string path)
    {
        var name = Path.GetFileName(path);
        var inItsFolder = Path.GetFileName(Path.GetDirectoryName(path)) == name[..Math.Min(2, name.Length)];
        return inItsFolder && BlobId.TryParse(name, out var id) ? id : null;
    }
}
