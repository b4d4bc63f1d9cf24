using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Custodia.Journal.Sealing;

/// <summary>
/// The text of a key file and of the mark that a destroyed key leaves (docs/formats/journal.md, "Key files").
/// </summary>
internal static class KeyFile
{
    internal const int MaxBytes = 4096;
    internal const string KeySuffix = ".key";
    internal const string DestroyedSuffix = ".destroyed";

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    internal static byte[] Write(KeyRecord record, ReadOnlySpan<byte> key, KeyWrap wrap)
    {
        var head = $"custodia key 1\n{Fields(record)}wrap {wrap.Method}\n";
        var wrapped = wrap.Wrap(key, Encoding.UTF8.GetBytes(head));
        return Encoding.UTF8.GetBytes($"{head}key {Convert.ToBase64String(wrapped)}\n");
    }

    internal static byte[] WriteDestroyed(KeyRecord record) => Encoding.UTF8.GetBytes(
        $"custodia destroyed key 1\n{Fields(record)}destroyed {Time(record.Destroyed!.Value)}\n");

    /// <exception cref="KeyRingException">Malformed, locked or wrongly unlocked.</exception>
    internal static CompartmentKey Read(string path, KeyWrap wrap)
    {
        var text = ReadText(path);
        var lines = Lines(path, text, "custodia key 1", "wrap", "key");
        var record = Record(path, lines);
        var wrapped = new byte[MaxBytes];
        if (!Convert.TryFromBase64String(lines[5], wrapped, out var length))
            throw Malformed(path);
        var head = text[..(text.LastIndexOf("\nkey ", StringComparison.Ordinal) + 1)];
        var key = wrap.Unwrap(lines[4], wrapped.AsSpan(0, length), Encoding.UTF8.GetBytes(head), path);
        try
        {
            if (KeyId.Of(key) != record.Id)
                throw new KeyRingException(KeyRingException.Malformed, $"{path}: the key is not the one of its id");
            return new CompartmentKey(record, key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <exception cref="KeyRingException">Malformed.</exception>
    internal static KeyRecord ReadDestroyed(string path)
    {
        var lines = Lines(path, ReadText(path), "custodia destroyed key 1", "destroyed");
        return Record(path, lines) with { Destroyed = ParseTime(path, lines[4]) };
    }

    private static string Fields(KeyRecord record) => string.Create(
        CultureInfo.InvariantCulture,
        $"id {record.Id}\ncompartment {record.Compartment}\ngeneration {record.Generation}\n" +
        $"created {Time(record.Created)}\n");

    private static KeyRecord Record(string path, string[] values)
    {
        if (!KeyId.TryParse(values[0], out var id) || Path.GetFileNameWithoutExtension(path) != values[0]
            || !KeyRecord.IsCompartmentName(values[1])
            || !int.TryParse(values[2], NumberStyles.None, CultureInfo.InvariantCulture, out var generation)
            || generation < 1)
            throw Malformed(path);
        return new KeyRecord(id, values[1], generation, ParseTime(path, values[3]));
    }

    // The values of the four common fields, then of the further fields, in this order and no other.
    private static string[] Lines(string path, string text, string title, params string[] further)
    {
        var lines = text.Split('\n');
        string[] names = ["id", "compartment", "generation", "created", .. further];
        if (lines.Length != names.Length + 2 || lines[0] != title || lines[^1].Length > 0)
            throw Malformed(path);
        var values = new string[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            var prefix = names[i] + " ";
            if (!lines[i + 1].StartsWith(prefix, StringComparison.Ordinal))
                throw Malformed(path);
            values[i] = lines[i + 1][prefix.Length..];
        }

        return values;
    }

    private static string ReadText(string path)
    {
        if (new FileInfo(path).Length > MaxBytes)
            throw Malformed(path);
        return File.ReadAllText(path, Encoding.UTF8);
    }

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static DateTimeOffset ParseTime(string path, string text) =>
        DateTimeOffset.TryParseExact(
            text, TimeFormat, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw Malformed(path);

    private static KeyRingException Malformed(string path) =>
        new(KeyRingException.Malformed, $"{path}: is not a key file of this version");
}
