using System.Globalization;
using System.Text;
using Custodia.Journal.Disks;

namespace Custodia.Journal.Files;

/// <summary>
/// The lock of the one writer, and the number of the present one: a writer that finds a higher number than its own
/// has been replaced and stops.
/// </summary>
internal sealed class LockFile : IDisposable
{
    // One line in one sector, so that it is replaced whole: name, epoch in 10 digits, CRC-32C of all before it.
    private const string Name = "custodia lock 1 ";
    private const int EpochDigits = 10;
    private const int TextBytes = 16 + EpochDigits + 1 + 8 + 1;

    private readonly IDiskFile _file;

    internal LockFile(IDiskFile file) => _file = file;

    /// <summary>The number of the last writer; 0 if there was none, null if the file is damaged.</summary>
    internal uint? Read()
    {
        Span<byte> bytes = stackalloc byte[TextBytes];
        var read = bytes[..(int)Math.Min(TextBytes, _file.Length)];
        _file.ReadExactly(0, read);
        if (Sector.IsZero(read))
            return 0;
        return read.Length == TextBytes
            && uint.TryParse(
                read.Slice(Name.Length, EpochDigits), NumberStyles.None, CultureInfo.InvariantCulture, out var epoch)
            && read.SequenceEqual(Encode(epoch))
                ? epoch
                : null;
    }

    /// <summary>Makes a number the present one, durably.</summary>
    internal void Write(uint epoch)
    {
        _file.WriteAt(0, Encode(epoch));
        _file.Sync();
    }

    public void Dispose() => _file.Dispose();

    private static byte[] Encode(uint epoch)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Name}{epoch:D10}");
        var crc = uint.MaxValue;
        foreach (var value in Encoding.ASCII.GetBytes(text))
            crc = System.Numerics.BitOperations.Crc32C(crc, value);
        return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{text} {~crc:x8}\n"));
    }
}
