using System.Security.Cryptography;

namespace Custodia.Journal.Sealing;

/// <summary>
/// The key ring in files: DIR/keys/compartments, folder mode 0700, one file of mode 0600 for each key.
/// </summary>
/// <remarks>
/// A key becomes usable only after its file is durable, and is forgotten only after the mark of its destruction
/// is. Destruction overwrites the file in place, which a copying file system, an SSD or a backup may outlive:
/// wrap the keys, and destroy the backups of a key as well (docs/manual/backup.md).
/// Safe on any thread; one process at a time, which the lock of the data folder sees to.
/// </remarks>
public sealed class FileKeyRing : IKeyRing, IDisposable
{
    private readonly string _folder;
    private readonly KeyWrap _wrap;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly Dictionary<KeyId, KeyLookup> _keys = [];
    private readonly Dictionary<string, Compartment> _compartments = new(StringComparer.Ordinal);

    private FileKeyRing(string folder, KeyProtection protection, TimeProvider time)
    {
        _folder = folder;
        _wrap = new KeyWrap(protection);
        _time = time;
    }

    /// <summary>All keys, held and destroyed, by compartment and generation.</summary>
    public IReadOnlyList<KeyRecord> Records
    {
        get
        {
            lock (_gate)
                return [.. _keys.Values.Select(RecordOf)
                    .OrderBy(key => key.Compartment, StringComparer.Ordinal).ThenBy(key => key.Generation)];
        }
    }

    /// <summary>Opens the ring in a folder, which is made if it is not there.</summary>
    /// <param name="folder">DIR/keys/compartments.</param>
    /// <param name="protection">How the keys are wrapped.</param>
    /// <param name="time">Dates the keys.</param>
    /// <exception cref="KeyRingException">
    /// A file is malformed, open to others, or cannot be unwrapped: the ring opens whole or not at all.
    /// </exception>
    public static FileKeyRing Open(string folder, KeyProtection protection, TimeProvider time)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(protection);
        ArgumentNullException.ThrowIfNull(time);
        var ring = new FileKeyRing(Path.GetFullPath(folder), protection, time);
        try
        {
            ring.Load();
            return ring;
        }
        catch
        {
            ring.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public CompartmentKey? Current(string compartment)
    {
        lock (_gate)
        {
            if (!_compartments.TryGetValue(compartment, out var known))
                return null;
            return known.Current ?? throw KeyRingException.ErasedCompartment(compartment);
        }
    }

    /// <inheritdoc/>
    public bool IsErased(string compartment)
    {
        lock (_gate)
            return _compartments.TryGetValue(compartment, out var known) && known.Current is null;
    }

    /// <inheritdoc/>
    public CompartmentKey SealingKey(string compartment)
    {
        lock (_gate)
        {
            if (Current(compartment) is { } current)
                return current;
            Add(compartment);
            return Current(compartment)!;
        }
    }

    /// <inheritdoc/>
    public KeyLookup Find(KeyId id)
    {
        lock (_gate)
            return _keys.GetValueOrDefault(id, KeyLookup.Unknown.Instance);
    }

    /// <summary>
    /// Makes a new key and uses it for what is written from now on. The first key of a compartment seals it; a
    /// further one is a rotation: older keys go on opening what they sealed.
    /// </summary>
    /// <exception cref="KeyRingException"><see cref="KeyRingException.Name"/>.</exception>
    public KeyRecord Add(string compartment)
    {
        ArgumentNullException.ThrowIfNull(compartment);
        if (!KeyRecord.IsCompartmentName(compartment))
            throw new KeyRingException(
                KeyRingException.Name,
                $"a compartment's name has 1 to {KeyRecord.MaxCompartmentBytes} bytes of UTF-8, no control " +
                "characters and no blanks at its ends");
        lock (_gate)
        {
            var generation = _compartments.TryGetValue(compartment, out var known) ? known.Generation + 1 : 1;
            var bytes = RandomNumberGenerator.GetBytes(CompartmentKey.KeyBytes);
            var record = new KeyRecord(KeyId.Of(bytes), compartment, generation, Now());
            DurableFile.WriteSecret(PathOf(record.Id, KeyFile.KeySuffix), KeyFile.Write(record, bytes, _wrap));
            Hold(new CompartmentKey(record, bytes));
            CryptographicOperations.ZeroMemory(bytes);
            return record;
        }
    }

    /// <summary>
    /// Destroys one key: what it sealed is withheld for ever, by this ring and by every copy of the journal.
    /// </summary>
    /// <exception cref="KeyRingException"><see cref="KeyRingException.Unknown"/>. A destroyed key is left
    /// alone.</exception>
    public void Destroy(KeyId id)
    {
        lock (_gate)
        {
            switch (_keys.GetValueOrDefault(id))
            {
                case KeyLookup.Held held:
                    Destroy(held.Key);
                    break;
                case KeyLookup.Destroyed:
                    break;
                default:
                    throw new KeyRingException(KeyRingException.Unknown, $"no key {id} in this ring");
            }
        }
    }

    /// <summary>Destroys every key of a compartment: all of it is erased, in every copy.</summary>
    /// <returns>How many keys were destroyed.</returns>
    public int Destroy(string compartment)
    {
        lock (_gate)
        {
            var held = _keys.Values.OfType<KeyLookup.Held>()
                .Where(key => key.Key.Record.Compartment == compartment).ToList();
            foreach (var key in held)
                Destroy(key.Key);
            return held.Count;
        }
    }

    /// <summary>Forgets all keys; the files stay.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var held in _keys.Values.OfType<KeyLookup.Held>())
                held.Key.Forget();
            _wrap.Dispose();
        }
    }

    private void Load()
    {
        DurableFile.CreateSecretFolder(_folder);
        DurableFile.RefuseIfOpenToOthers(_folder);
        // What never got its name was never used.
        foreach (var path in Files(DurableFile.TemporarySuffix))
            DurableFile.Erase(path);
        foreach (var path in Files(KeyFile.DestroyedSuffix))
        {
            var record = KeyFile.ReadDestroyed(path);
            var key = PathOf(record.Id, KeyFile.KeySuffix);
            // A power cut came between the mark and the erasure: finish it.
            if (File.Exists(key))
                DurableFile.Erase(key);
            _keys.Add(record.Id, new KeyLookup.Destroyed(record));
            CompartmentOf(record);
        }

        foreach (var path in Files(KeyFile.KeySuffix))
        {
            DurableFile.RefuseIfOpenToOthers(path);
            Hold(KeyFile.Read(path, _wrap));
        }
    }

    private IEnumerable<string> Files(string suffix) =>
        Directory.GetFiles(_folder, "*" + suffix).Order(StringComparer.Ordinal);

    private void Hold(CompartmentKey key)
    {
        _keys.Add(key.Record.Id, new KeyLookup.Held(key));
        var compartment = CompartmentOf(key.Record);
        if (compartment.Current is not { } current || current.Record.Generation < key.Record.Generation)
            compartment.Current = key;
    }

    private void Destroy(CompartmentKey key)
    {
        var record = key.Record with { Destroyed = Now() };
        DurableFile.WriteSecret(PathOf(record.Id, KeyFile.DestroyedSuffix), KeyFile.WriteDestroyed(record));
        DurableFile.Erase(PathOf(record.Id, KeyFile.KeySuffix));
        key.Forget();
        _keys[record.Id] = new KeyLookup.Destroyed(record);
        _compartments[record.Compartment].Current = _keys.Values.OfType<KeyLookup.Held>()
            .Select(held => held.Key).Where(held => held.Record.Compartment == record.Compartment)
            .MaxBy(held => held.Record.Generation);
    }

    private Compartment CompartmentOf(KeyRecord record)
    {
        if (!_compartments.TryGetValue(record.Compartment, out var compartment))
            _compartments.Add(record.Compartment, compartment = new Compartment());
        compartment.Generation = Math.Max(compartment.Generation, record.Generation);
        return compartment;
    }

    private string PathOf(KeyId id, string suffix) => Path.Combine(_folder, id + suffix);

    private DateTimeOffset Now()
    {
        var now = _time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private static KeyRecord RecordOf(KeyLookup key) => key switch
    {
        KeyLookup.Held held => held.Key.Record,
        KeyLookup.Destroyed destroyed => destroyed.Record,
        _ => throw new InvalidOperationException("A ring holds only keys that it knows."),
    };

    private sealed class Compartment
    {
        internal int Generation { get; set; }

        internal CompartmentKey? Current { get; set; }
    }
}
