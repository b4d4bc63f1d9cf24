using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Custodia.Journal.Sealing;
using Custodia.Server.Hosting;

namespace Custodia.Server.SignIn;

/// <summary>
/// What people and devices sign in with, outside the journal: DIR/keys/people, one wrapped file for each (docs/manual/backup.md).
/// </summary>
/// <remarks>
/// All of it is read at opening, and refused whole where one file is malformed or open to others. A change is decided and made
/// durable as one step, so two attempts at the same time never use one code twice. Safe on any thread.
/// </remarks>
public sealed class SecretStore : IDisposable
{
    /// <summary>The longest id, in bytes of UTF-8.</summary>
    public const int MaxPersonBytes = 64;

    /// <summary>Stands for every unknown name, so that an attempt with one costs what any other costs.</summary>
    internal const string Decoy = "\0";

    private const string DecoyFile = "decoy";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    private readonly SecretFolder _folder;
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, PersonSecrets> _people = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _byKey = new(StringComparer.Ordinal);

    private SecretStore(SecretFolder folder) => _folder = folder;

    /// <summary>Everybody who has secrets.</summary>
    public IEnumerable<PersonSecrets> All => _people.Values.Where(secrets => secrets.Person != Decoy);

    /// <summary>Opens the store, which is made if it is not there.</summary>
    /// <exception cref="KeyRingException">A file is malformed, open to others, or cannot be unwrapped.</exception>
    /// <exception cref="DataFolderException">What a file holds is not what it should.</exception>
    public static SecretStore Open(string folder, KeyProtection protection)
    {
        var opened = SecretFolder.Open(folder, protection);
        var store = new SecretStore(opened);
        try
        {
            foreach (var name in opened.Names)
                store.Hold(Parse(Path.Combine(folder, name), name, opened.Read(name)));
            if (store.Find(Decoy) is null)
                store.Change(Decoy, secrets => (secrets with { Stamp = NewStamp() }, true));
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Whether an id can have secrets.</summary>
    public static bool IsPerson(string? person) =>
        person is { Length: > 0 and <= MaxPersonBytes } && !person.Any(char.IsControl)
        && Encoding.UTF8.GetByteCount(person) <= MaxPersonBytes;

    /// <summary>A new value for <see cref="PersonSecrets.Stamp"/>.</summary>
    public static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The secrets of a person, or null.</summary>
    public PersonSecrets? Find(string person) => _people.GetValueOrDefault(person);

    /// <summary>Who has the token, the certificate or the passkey of that id; null: nobody.</summary>
    internal PersonSecrets? FindByKey(string key) => _byKey.TryGetValue(key, out var person) ? Find(person) : null;

    /// <summary>
    /// Decides a change and makes it durable, as one step. A person who has no secrets yet begins with none.
    /// </summary>
    /// <param name="person">Whose.</param>
    /// <param name="change">Pure; the same secrets again mean that nothing is written.</param>
    public T Change<T>(string person, Func<PersonSecrets, (PersonSecrets Secrets, T Result)> change)
    {
        if (person != Decoy && !IsPerson(person))
            throw new ArgumentException("Nobody can have this id.", nameof(person));
        lock (_gate)
        {
            var before = Find(person) ?? new PersonSecrets { Person = person, Stamp = NewStamp() };
            var (after, result) = change(before);
            if (ReferenceEquals(before, after))
                return result;
            var bytes = JsonSerializer.SerializeToUtf8Bytes(after, Json);
            _folder.Write(FileOf(person), bytes);
            CryptographicOperations.ZeroMemory(bytes);
            Hold(after);
            return result;
        }
    }

    /// <summary>Takes away all that a person signs in with.</summary>
    public void Forget(string person)
    {
        lock (_gate)
        {
            if (!_people.TryRemove(person, out var secrets))
                return;
            foreach (var key in KeysOf(secrets))
                _byKey.TryRemove(key, out _);
            _folder.Delete(FileOf(person));
        }
    }

    /// <summary>Forgets the wrapping key; the files stay.</summary>
    public void Dispose() => _folder.Dispose();

    internal static string TokenKey(string id) => "token " + id;

    internal static string CertificateKey(string thumbprint) => "certificate " + thumbprint;

    internal static string PasskeyKey(string id) => "passkey " + id;

    private void Hold(PersonSecrets secrets)
    {
        if (_people.TryGetValue(secrets.Person, out var before))
        {
            foreach (var key in KeysOf(before))
                _byKey.TryRemove(key, out _);
        }

        _people[secrets.Person] = secrets;
        foreach (var key in KeysOf(secrets))
            _byKey[key] = secrets.Person;
    }

    private static IEnumerable<string> KeysOf(PersonSecrets secrets) =>
    [
        .. secrets.Tokens.Select(token => TokenKey(token.Id)),
        .. secrets.Certificates.Select(certificate => CertificateKey(certificate.Thumbprint)),
        .. secrets.Passkeys.Select(passkey => PasskeyKey(passkey.Id)),
    ];

    // Hexadecimal, so that no id can lead out of the folder or meet another one that differs only by case.
    private static string FileOf(string person) =>
        person == Decoy ? DecoyFile : "p-" + Convert.ToHexStringLower(Encoding.UTF8.GetBytes(person));

    private static PersonSecrets Parse(string path, string name, byte[] bytes)
    {
        try
        {
            var secrets = JsonSerializer.Deserialize<PersonSecrets>(bytes, Json);
            if (secrets is not null && FileOf(secrets.Person) == name && secrets.Stamp.Length > 0)
                return secrets;
        }
        catch (JsonException)
        {
            // Said below: a text of the parser would show parts of the secrets.
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }

        throw new DataFolderException($"{path}: does not hold what its name says. Bring it back from the backup of the keys.");
    }
}
