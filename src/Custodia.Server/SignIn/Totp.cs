using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Custodia.Server.SignIn;

/// <summary>Codes of a code app: RFC 6238 with HMAC-SHA-1, six digits, steps of 30 seconds, which every app knows.</summary>
public static class Totp
{
    /// <summary>Digits of a code.</summary>
    public const int Digits = 6;

    /// <summary>Steps before and after the present one whose codes are taken too: clocks differ, fingers are slow.</summary>
    public const int Tolerance = 1;

    private const int StepSeconds = 30;
    private const int KeyBytes = 20;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new key of 160 bits (RFC 4226 §4, requirement 6), base32 (RFC 4648 §6) without padding.</summary>
    public static string NewKey() => RandomNumberGenerator.GetString(Base32, KeyBytes * 8 / 5);

    /// <summary>The step of a moment (RFC 6238 §4.2).</summary>
    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step.</summary>
    /// <param name="key">Base32.</param>
    /// <param name="step">As <see cref="StepAt"/> gives it.</param>
    public static string CodeOf(string key, long step) => Code(Decode(key), step);

    /// <summary>
    /// The step whose code this is, near a moment and after the last one taken; null: the code is wrong or was used.
    /// </summary>
    public static long? Match(string key, string code, DateTimeOffset now, long lastStep)
    {
        var given = Encoding.UTF8.GetBytes(string.Concat(code.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter))));
        var bytes = Decode(key);
        var present = StepAt(now);
        long? found = null;
        for (var step = present - Tolerance; step <= present + Tolerance; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(Code(bytes, step))) && step > lastStep)
                found ??= step;
        }

        return found;
    }

    /// <summary>The address that a code app reads from the picture.</summary>
    /// <param name="issuer">Names the installation.</param>
    /// <param name="person">Names the account in it.</param>
    /// <param name="key">Base32.</param>
    public static string Address(string issuer, string person, string key) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(person)}"
        + $"?secret={key}&issuer={Uri.EscapeDataString(issuer)}";

    // RFC 4226 §5.3.
    private static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // HMAC-SHA-1 is what the standard and the apps use; its weakness as a plain hash does not matter here.
        HMACSHA1.HashData(key, counter, mac);
#pragma warning restore CA5350
        var offset = mac[^1] & 0xF;
        var number = BinaryPrimitives.ReadUInt32BigEndian(mac[offset..]) & 0x7FFF_FFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string key)
    {
        var bytes = new byte[key.Length * 5 / 8];
        var (buffer, bits, at) = (0, 0, 0);
        foreach (var letter in key)
        {
            var value = Base32.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0)
                throw new FormatException("The key of a code app is not base32.");
            buffer = ((buffer << 5) | value) & 0xFFF;
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes[at++] = (byte)((buffer >> bits) & 0xFF);
        }

        return bytes;
    }
}
