using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Custodia.Proofs;

/// <summary>
/// The timestamped signature by which a witness says that it saw a checkpoint and that it is consistent with those it
/// saw before (C2SP tlog-cosignature, "Ed25519 signed message"): eight bytes of POSIX time, then Ed25519 over two header
/// lines and the note text.
/// </summary>
public static class Cosignature
{
    /// <summary>Bytes of a cosignature, without the key id before it.</summary>
    public const int Size = TimeSize + Ed25519.SignatureSize;

    private const int TimeSize = sizeof(ulong);

    /// <summary>When the witness signed, to the second (UTC). Nothing is verified by this.</summary>
    /// <returns>False where the bytes are not those of a cosignature, or the time is 0 or past the year 9999.</returns>
    public static bool TryReadTime(ReadOnlySpan<byte> cosignature, out DateTimeOffset time)
    {
        time = default;
        if (cosignature.Length != Size)
            return false;
        var seconds = BinaryPrimitives.ReadUInt64BigEndian(cosignature);
        if (seconds == 0 || seconds > (ulong)DateTimeOffset.MaxValue.ToUnixTimeSeconds())
            return false;
        time = DateTimeOffset.FromUnixTimeSeconds((long)seconds);
        return true;
    }

    internal static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> text, ReadOnlySpan<byte> cosignature)
    {
        if (cosignature.Length != Size)
            return false;
        var seconds = BinaryPrimitives.ReadUInt64BigEndian(cosignature);
        // "It MUST NOT exceed 2^63 - 1".
        return seconds <= long.MaxValue && Ed25519.Verify(publicKey, Message(seconds, text), cosignature[TimeSize..]);
    }

    /// <summary>What is signed.</summary>
    internal static byte[] Message(ulong seconds, ReadOnlySpan<byte> text) =>
        [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {seconds}\n")), .. text];

    /// <summary>The bytes of a cosignature.</summary>
    internal static byte[] Join(ulong seconds, ReadOnlySpan<byte> signature)
    {
        var bytes = new byte[Size];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, seconds);
        signature.CopyTo(bytes.AsSpan(TimeSize));
        return bytes;
    }
}
