using System.Security.Cryptography;

namespace Custodia.Journal.Sealing;

/// <summary>How the keys are wrapped in their files. A closed family.</summary>
public abstract record KeyProtection
{
    /// <summary>The environment variable with the key-encryption key: base64 of 32 bytes.</summary>
    public const string EnvironmentVariable = "CUSTODIA_KEK";

    private KeyProtection()
    {
    }

    /// <summary>Not wrapped: whoever reads the file (mode 0600) has the key.</summary>
    public sealed record None : KeyProtection;

    /// <summary>Wrapped with a key that is kept elsewhere.</summary>
    public sealed record Kek : KeyProtection
    {
        /// <summary>Takes the 32 bytes of the key-encryption key.</summary>
        public Kek(ReadOnlyMemory<byte> key)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, CompartmentKey.KeyBytes);
            Key = key;
        }

        internal ReadOnlyMemory<byte> Key { get; }
    }

    /// <summary>Wrapped with a key derived from a passphrase (PBKDF2 with HMAC-SHA-512, RFC 8018 §5.2).</summary>
    public sealed record Passphrase : KeyProtection
    {
        /// <summary>Takes the passphrase, at least one character.</summary>
        public Passphrase(string text)
        {
            ArgumentException.ThrowIfNullOrEmpty(text);
            Text = text;
        }

        internal string Text { get; }
    }

    /// <summary>
    /// Chooses as the product does: the key-encryption key of the environment if there is one, else the
    /// passphrase if there is one, else none.
    /// </summary>
    /// <param name="environment">Reads an environment variable; null when it is not set.</param>
    /// <param name="passphrase">The passphrase; null or empty when none was given.</param>
    /// <exception cref="KeyRingException"><see cref="KeyRingException.Environment"/>.</exception>
    public static KeyProtection Choose(Func<string, string?> environment, string? passphrase)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var text = environment(EnvironmentVariable);
        if (!string.IsNullOrEmpty(text))
        {
            var key = new byte[CompartmentKey.KeyBytes];
            if (!Convert.TryFromBase64String(text.Trim(), key, out var written) || written != key.Length)
                throw new KeyRingException(
                    KeyRingException.Environment, $"{EnvironmentVariable} must be base64 of 32 bytes");
            return new Kek(key);
        }

        return string.IsNullOrEmpty(passphrase) ? new None() : new Passphrase(passphrase);
    }
}

/// <summary>
/// Wraps and unwraps keys: nonce (12) | ciphertext (32) | tag (16), AES-256-GCM, bound to the text of the key
/// file that stands before the key.
/// </summary>
internal sealed class KeyWrap : IDisposable
{
    internal const int Iterations = 210_000;
    internal const int SaltBytes = 16;

    // A hostile file must not be able to keep the machine busy for hours.
    private const int MaxIterations = 10_000_000;

    private readonly KeyProtection _protection;
    private readonly Dictionary<string, AesGcm> _ciphers = [];
    private string? _method;

    internal KeyWrap(KeyProtection protection) => _protection = protection;

    /// <summary>
    /// The method for newly wrapped keys, as it stands in the key file. One salt serves a whole ring.
    /// </summary>
    internal string Method => _method ??= _protection switch
    {
        KeyProtection.None => "none",
        KeyProtection.Kek => "kek",
        KeyProtection.Passphrase =>
            $"pbkdf2-sha512 {Iterations} {Convert.ToBase64String(RandomNumberGenerator.GetBytes(SaltBytes))}",
        _ => throw new InvalidOperationException("A protection of no known sort."),
    };

    internal byte[] Wrap(ReadOnlySpan<byte> key, ReadOnlySpan<byte> associated)
    {
        if (Cipher(Method) is not { } cipher)
            return key.ToArray();
        var wrapped = new byte[CompartmentKey.NonceBytes + key.Length + CompartmentKey.TagBytes];
        var nonce = wrapped.AsSpan(0, CompartmentKey.NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        cipher.Encrypt(
            nonce, key, wrapped.AsSpan(nonce.Length, key.Length), wrapped.AsSpan(nonce.Length + key.Length),
            associated);
        return wrapped;
    }

    /// <summary>Unwraps a key, or a secret of another length where <paramref name="length"/> is null.</summary>
    /// <exception cref="KeyRingException">Locked, wrong unlock or malformed.</exception>
    internal byte[] Unwrap(string method, ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> associated, string file,
        int? length = CompartmentKey.KeyBytes)
    {
        var cipher = Cipher(method, file);
        var overhead = cipher is null ? 0 : CompartmentKey.NonceBytes + CompartmentKey.TagBytes;
        if (wrapped.Length < overhead || (length is { } exact && wrapped.Length != exact + overhead))
            throw new KeyRingException(KeyRingException.Malformed, $"{file}: the key has a wrong length");
        var key = new byte[wrapped.Length - overhead];
        if (cipher is null)
        {
            wrapped.CopyTo(key);
            return key;
        }

        try
        {
            var nonce = wrapped[..CompartmentKey.NonceBytes];
            var ciphertext = wrapped.Slice(nonce.Length, key.Length);
            cipher.Decrypt(nonce, ciphertext, wrapped[^CompartmentKey.TagBytes..], key, associated);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new KeyRingException(
                KeyRingException.WrongUnlock,
                $"{file}: the key-encryption key or passphrase is not the one it was wrapped with, or it was changed");
        }

        // Further keys of this ring are wrapped with the same salt: one slow derivation at start, not one per key.
        if (_protection is KeyProtection.Passphrase)
            _method ??= method;
        return key;
    }

    public void Dispose()
    {
        foreach (var cipher in _ciphers.Values)
            cipher.Dispose();
    }

    private AesGcm? Cipher(string method, string file = "")
    {
        if (method == "none")
            return null;
        if (_ciphers.TryGetValue(method, out var known))
            return known;
        var key = (method.Split(' '), _protection) switch
        {
            (["kek"], KeyProtection.Kek kek) => kek.Key.ToArray(),
            (["pbkdf2-sha512", var iterations, var salt], KeyProtection.Passphrase passphrase) =>
                Derive(passphrase.Text, iterations, salt, file),
            (["kek"], _) => throw new KeyRingException(
                KeyRingException.Locked,
                $"{file}: needs the key-encryption key in {KeyProtection.EnvironmentVariable}"),
            (["pbkdf2-sha512", _, _], _) => throw new KeyRingException(
                KeyRingException.Locked, $"{file}: needs the passphrase"),
            _ => throw new KeyRingException(KeyRingException.Malformed, $"{file}: unknown wrap method"),
        };
        var cipher = new AesGcm(key, CompartmentKey.TagBytes);
        CryptographicOperations.ZeroMemory(key);
        _ciphers.Add(method, cipher);
        return cipher;
    }

    private static byte[] Derive(string passphrase, string iterations, string salt, string file)
    {
        var bytes = new byte[SaltBytes];
        if (!int.TryParse(iterations, System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture, out var count)
            || count is < 1 or > MaxIterations
            || !Convert.TryFromBase64String(salt, bytes, out var length) || length != SaltBytes)
            throw new KeyRingException(KeyRingException.Malformed, $"{file}: bad salt or iteration count");
        return Rfc2898DeriveBytes.Pbkdf2(passphrase, bytes, count, HashAlgorithmName.SHA512, CompartmentKey.KeyBytes);
    }
}
