using System.Security.Cryptography;

namespace Custodia.Journal.Sealing;

/// <summary>What came of opening something sealed.</summary>
public enum Unsealing
{
    /// <summary>Opened; the bytes are authentic.</summary>
    Opened,

    /// <summary>The key was destroyed meanwhile.</summary>
    KeyDestroyed,

    /// <summary>The key is right, the tag is not: the sealed bytes or what they are bound to were changed.</summary>
    Corrupt,
}

/// <summary>
/// A 256-bit key of one compartment, with the one thing it does: AES-256-GCM (NIST SP 800-38D).
/// </summary>
/// <remarks>
/// Sealed form: key id (16) | nonce (12) | ciphertext | tag (16). The nonce is random; SP 800-38D §8.3 allows
/// 2^32 uses of one key with random nonces, far beyond what one compartment writes, and a key can be rotated.
/// Safe on any thread: one use at a time. The key's bytes never leave this object.
/// </remarks>
public sealed class CompartmentKey : IDisposable
{
    /// <summary>Length of a key in bytes.</summary>
    public const int KeyBytes = 32;

    /// <summary>Length of a nonce in bytes.</summary>
    public const int NonceBytes = 12;

    /// <summary>Length of a tag in bytes.</summary>
    public const int TagBytes = 16;

    /// <summary>How many bytes longer the sealed form is than what is in it.</summary>
    public const int Overhead = KeyId.Length + NonceBytes + TagBytes;

    private readonly Lock _gate = new();
    private readonly AesGcm _cipher;
    private bool _destroyed;

    internal CompartmentKey(KeyRecord record, ReadOnlySpan<byte> key)
    {
        Record = record;
        _cipher = new AesGcm(key, TagBytes);
    }

    /// <summary>Id, compartment and age of the key.</summary>
    public KeyRecord Record { get; }

    /// <summary>
    /// Seals <paramref name="plain"/> and binds it to <paramref name="associated"/>, which stays readable.
    /// </summary>
    /// <param name="associated">What the sealed bytes belong to; must be the same when they are opened.</param>
    /// <param name="plain">The bytes to seal.</param>
    /// <param name="destination">Exactly <see cref="Overhead"/> bytes longer than <paramref name="plain"/>.</param>
    /// <exception cref="KeyRingException"><see cref="KeyRingException.Erased"/>: the key was destroyed.</exception>
    public void Seal(ReadOnlySpan<byte> associated, ReadOnlySpan<byte> plain, Span<byte> destination)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(destination.Length, plain.Length + Overhead);
        Record.Id.Write(destination);
        var nonce = destination.Slice(KeyId.Length, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        var ciphertext = destination.Slice(KeyId.Length + NonceBytes, plain.Length);
        lock (_gate)
        {
            if (_destroyed)
                throw KeyRingException.ErasedCompartment(Record.Compartment);
            _cipher.Encrypt(nonce, plain, ciphertext, destination[^TagBytes..], associated);
        }
    }

    /// <summary>Opens what <see cref="Seal"/> made.</summary>
    /// <param name="associated">What the sealed bytes were bound to.</param>
    /// <param name="sealedBytes">The sealed form, with this key's id in front.</param>
    /// <param name="plain">Exactly <see cref="Overhead"/> bytes shorter; all zero unless opened.</param>
    public Unsealing Open(ReadOnlySpan<byte> associated, ReadOnlySpan<byte> sealedBytes, Span<byte> plain)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(sealedBytes.Length, plain.Length + Overhead);
        var nonce = sealedBytes.Slice(KeyId.Length, NonceBytes);
        var ciphertext = sealedBytes.Slice(KeyId.Length + NonceBytes, plain.Length);
        lock (_gate)
        {
            if (_destroyed)
                return Unsealing.KeyDestroyed;
            try
            {
                _cipher.Decrypt(nonce, ciphertext, sealedBytes[^TagBytes..], plain, associated);
                return Unsealing.Opened;
            }
            catch (AuthenticationTagMismatchException)
            {
                return Unsealing.Corrupt;
            }
        }
    }

    /// <summary>Forgets the key. Whoever still holds this object gets <see cref="Unsealing.KeyDestroyed"/>.</summary>
    internal void Forget()
    {
        lock (_gate)
        {
            _destroyed = true;
            _cipher.Dispose();
        }
    }

    // The ring that made the key decides when it is forgotten; nobody else is to do it by a using statement.
    void IDisposable.Dispose() => Forget();
}
