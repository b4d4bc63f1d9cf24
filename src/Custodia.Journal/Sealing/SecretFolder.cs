using System.Security.Cryptography;
using System.Text;

namespace Custodia.Journal.Sealing;

/// <summary>
/// A folder of small secrets that change: mode 0700, one file of mode 0600 for each, wrapped as the keys of
/// compartments are (<see cref="KeyProtection"/>).
/// </summary>
/// <remarks>
/// A file is text: <c>custodia secret 1</c>, <c>name</c>, <c>wrap</c>, <c>body</c> (base64), one line each. The wrap
/// binds the body to the lines before it, so a file that takes the name of another does not open. A change replaces
/// the file whole and durably. One process at a time, which the lock of the data folder sees to; not for several
/// threads at once.
/// </remarks>
public sealed class SecretFolder : IDisposable
{
    /// <summary>The longest content, in bytes.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>The longest name, in characters.</summary>
    public const int MaxNameLength = 200;

    private const string Suffix = ".secret";
    private const string Title = "custodia secret 1\n";

    private readonly string _folder;
    private readonly KeyWrap _wrap;

    private SecretFolder(string folder, KeyProtection protection)
    {
        _folder = folder;
        _wrap = new KeyWrap(protection);
    }

    /// <summary>The names of all secrets, in order.</summary>
    public IReadOnlyList<string> Names =>
        [.. Files(Suffix).Select(path => Path.GetFileNameWithoutExtension(path))];

    /// <summary>Opens a folder, which is made if it is not there.</summary>
    /// <exception cref="KeyRingException"><see cref="KeyRingException.Permissions"/>.</exception>
    public static SecretFolder Open(string folder, KeyProtection protection)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(protection);
        var full = Path.GetFullPath(folder);
        DurableFile.CreateSecretFolder(full);
        DurableFile.RefuseIfOpenToOthers(full);
        var opened = new SecretFolder(full, protection);
        // What never got its name was never acknowledged.
        foreach (var path in opened.Files(DurableFile.TemporarySuffix))
            DurableFile.Erase(path);
        return opened;
    }

    /// <summary>Whether a name may be given: 1 to 200 of a–z, 0–9 and the hyphen.</summary>
    public static bool IsName(string name) =>
        name is { Length: > 0 and <= MaxNameLength }
        && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    /// <summary>Reads a secret.</summary>
    /// <exception cref="KeyRingException">It is malformed, open to others, or cannot be unwrapped.</exception>
    /// <exception cref="FileNotFoundException">There is none of that name.</exception>
    public byte[] Read(string name)
    {
        var path = PathOf(name);
        DurableFile.RefuseIfOpenToOthers(path);
        if (new FileInfo(path).Length > MaxFileBytes)
            throw Malformed(path);
        var lines = File.ReadAllText(path, Encoding.UTF8).Split('\n');
        if (lines is not [_, _, { } wrap, { } body, ""] || !wrap.StartsWith("wrap ", StringComparison.Ordinal)
            || !body.StartsWith("body ", StringComparison.Ordinal)
            || $"{lines[0]}\n{lines[1]}\n{wrap}\n" is not { } head || head != Head(name, wrap[5..]))
            throw Malformed(path);
        var wrapped = new byte[body.Length];
        if (!Convert.TryFromBase64String(body[5..], wrapped, out var length))
            throw Malformed(path);
        return _wrap.Unwrap(wrap[5..], wrapped.AsSpan(0, length), Encoding.UTF8.GetBytes(head), path, length: null);
    }

    /// <summary>Writes a secret, in place of the one of that name: durable when it returns.</summary>
    public void Write(string name, ReadOnlySpan<byte> content)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(content.Length, MaxBytes);
        var path = PathOf(name);
        var head = Head(name, _wrap.Method);
        var wrapped = _wrap.Wrap(content, Encoding.UTF8.GetBytes(head));
        var file = Encoding.UTF8.GetBytes($"{head}body {Convert.ToBase64String(wrapped)}\n");
        DurableFile.WriteSecret(path, file);
        CryptographicOperations.ZeroMemory(file);
    }

    /// <summary>Overwrites and removes a secret; nothing happens where there is none.</summary>
    public void Delete(string name)
    {
        var path = PathOf(name);
        if (File.Exists(path))
            DurableFile.Erase(path);
    }

    /// <summary>Forgets the wrapping key; the files stay.</summary>
    public void Dispose() => _wrap.Dispose();

    // Base64 takes four bytes for three; the lines before it are short.
    private const int MaxFileBytes = (MaxBytes / 3 * 4) + 4096;

    private static string Head(string name, string method) => $"{Title}name {name}\nwrap {method}\n";

    private static KeyRingException Malformed(string path) =>
        new(KeyRingException.Malformed, $"{path}: is not a file of secrets of this version");

    private IEnumerable<string> Files(string suffix) =>
        Directory.GetFiles(_folder, "*" + suffix).Order(StringComparer.Ordinal);

    private string PathOf(string name) => IsName(name)
        ? Path.Combine(_folder, name + Suffix)
        : throw new ArgumentException($"'{name}' is not the name of a secret.", nameof(name));
}
