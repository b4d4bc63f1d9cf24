using System.Text;

namespace Custodia.Server.SignIn;

/// <summary>
/// A QR code (ISO/IEC 18004) of a text of up to 213 bytes: byte mode, error correction level M, versions 1 to 10. Enough for the
/// address that a code app reads.
/// </summary>
public sealed class QrCode
{
    /// <summary>The longest text, in bytes of UTF-8.</summary>
    public const int MaxBytes = 213;

    // Table 9 of the standard for level M: codewords in all, of error correction in a block, blocks.
    private static readonly (int Total, int Correction, int Blocks)[] Versions =
    [
        (26, 10, 1), (44, 16, 1), (70, 26, 1), (100, 18, 2), (134, 24, 2), (172, 16, 4), (196, 18, 4), (242, 22, 4), (292, 22, 5), (346, 26, 5),
    ];

    // Annex E: centres of the alignment patterns.
    private static readonly int[][] Alignments =
    [
        [], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50],
    ];

    private readonly int _version;
    private readonly bool[,] _dark;
    private readonly bool[,] _fixed;

    private QrCode(int version)
    {
        _version = version;
        Size = 17 + (4 * version);
        _dark = new bool[Size, Size];
        _fixed = new bool[Size, Size];
    }

    /// <summary>Modules on a side.</summary>
    public int Size { get; }

    /// <summary>Which of the eight masks was taken.</summary>
    public int Mask { get; private set; }

    /// <summary>Whether a module is dark.</summary>
    public bool this[int row, int column] => _dark[row, column];

    /// <summary>The code of a text; null: it is too long.</summary>
    public static QrCode? Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var version = 1;
        while (version <= Versions.Length && DataCodewords(version) * 8 < 4 + CountBits(version) + (bytes.Length * 8))
            version++;
        if (version > Versions.Length)
            return null;
        var code = new QrCode(version);
        code.DrawPatterns();
        code.DrawData(Codewords(bytes, version));
        code.ChooseMask();
        return code;
    }

    /// <summary>The dark modules as the path of a drawing, one unit a module, without the quiet zone of four.</summary>
    public string Path()
    {
        var path = new StringBuilder();
        for (var row = 0; row < Size; row++)
        {
            for (var column = 0; column < Size; column++)
            {
                if (_dark[row, column])
                    path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{column} {row}h1v1h-1z");
            }
        }

        return path.ToString();
    }

    /// <summary>Remainder of error correction (§7.5.2): Reed–Solomon over GF(256) with 0x11D.</summary>
    internal static byte[] Correction(ReadOnlySpan<byte> data, int length)
    {
        var generator = new byte[length];
        generator[^1] = 1;
        byte root = 1;
        for (var i = 0; i < length; i++)
        {
            for (var j = 0; j < length; j++)
                generator[j] = (byte)(Multiply(generator[j], root) ^ (j + 1 < length ? generator[j + 1] : 0));
            root = Multiply(root, 2);
        }

        var remainder = new byte[length];
        foreach (var value in data)
        {
            var factor = (byte)(value ^ remainder[0]);
            for (var j = 0; j < length; j++)
                remainder[j] = (byte)((j + 1 < length ? remainder[j + 1] : 0) ^ Multiply(generator[j], factor));
        }

        return remainder;
    }

    /// <summary>The 15 bits of format information of level M (Annex C).</summary>
    internal static int FormatBits(int mask)
    {
        // Level M is 00, so the five bits are those of the mask.
        var remainder = mask << 10;
        for (var bit = 14; bit >= 10; bit--)
        {
            if ((remainder >> bit & 1) != 0)
                remainder ^= 0x537 << (bit - 10);
        }

        return (mask << 10 | remainder) ^ 0x5412;
    }

    /// <summary>The 18 bits of version information, from version 7 on (Annex D).</summary>
    internal static int VersionBits(int version)
    {
        var remainder = version << 12;
        for (var bit = 17; bit >= 12; bit--)
        {
            if ((remainder >> bit & 1) != 0)
                remainder ^= 0x1F25 << (bit - 12);
        }

        return version << 12 | remainder;
    }

    /// <summary>Data and error correction in the order in which they are drawn (§7.6).</summary>
    internal static byte[] Codewords(ReadOnlySpan<byte> bytes, int version)
    {
        var (total, correction, blocks) = Versions[version - 1];
        var data = Data(bytes, version);
        var shortLength = data.Length / blocks;
        var longBlocks = data.Length % blocks;
        var parts = new (byte[] Data, byte[] Correction)[blocks];
        for (int block = 0, at = 0; block < blocks; block++)
        {
            var length = shortLength + (block >= blocks - longBlocks ? 1 : 0);
            var part = data.AsSpan(at, length).ToArray();
            parts[block] = (part, Correction(part, correction));
            at += length;
        }

        var all = new List<byte>(total);
        for (var i = 0; i <= shortLength; i++)
            all.AddRange(parts.Where(part => i < part.Data.Length).Select(part => part.Data[i]));
        for (var i = 0; i < correction; i++)
            all.AddRange(parts.Select(part => part.Correction[i]));
        return [.. all];
    }

    internal static int DataCodewords(int version)
    {
        var (total, correction, blocks) = Versions[version - 1];
        return total - (correction * blocks);
    }

    // §7.4.5: mode 0100, how many bytes, the bytes, an end of up to four zeros, then the two pad bytes in turn.
    private static byte[] Data(ReadOnlySpan<byte> bytes, int version)
    {
        var data = new byte[DataCodewords(version)];
        var at = 0;
        void Put(int value, int bits)
        {
            for (var bit = bits - 1; bit >= 0; bit--, at++)
                data[at / 8] |= (byte)((value >> bit & 1) << (7 - (at % 8)));
        }

        Put(0b0100, 4);
        Put(bytes.Length, CountBits(version));
        foreach (var value in bytes)
            Put(value, 8);
        at = (Math.Min(at + 4, data.Length * 8) + 7) / 8;
        for (var pad = 0; at < data.Length; at++, pad++)
            data[at] = pad % 2 == 0 ? (byte)0xEC : (byte)0x11;
        return data;
    }

    private static int CountBits(int version) => version < 10 ? 8 : 16;

    private static byte Multiply(int left, int right)
    {
        var product = 0;
        for (; right != 0; right >>= 1)
        {
            if ((right & 1) != 0)
                product ^= left;
            left = left << 1 ^ (left >> 7) * 0x11D;
        }

        return (byte)product;
    }

    private void Set(int row, int column, bool dark)
    {
        _dark[row, column] = dark;
        _fixed[row, column] = true;
    }

    private void DrawPatterns()
    {
        for (var i = 0; i < Size; i++)
        {
            Set(6, i, i % 2 == 0);
            Set(i, 6, i % 2 == 0);
        }

        DrawFinder(3, 3);
        DrawFinder(3, Size - 4);
        DrawFinder(Size - 4, 3);
        var centres = Alignments[_version - 1];
        foreach (var row in centres)
        {
            foreach (var column in centres)
            {
                var isFinder = (row == 6 && (column == 6 || column == centres[^1])) || (column == 6 && row == centres[^1]);
                if (!isFinder)
                    DrawRings(row, column, 2, ring => ring != 1);
            }
        }

        DrawFormat(0);
        DrawVersion();
    }

    private void DrawFinder(int row, int column) => DrawRings(row, column, 4, ring => ring is not (2 or 4));

    private void DrawRings(int row, int column, int radius, Func<int, bool> isDark)
    {
        for (var down = -radius; down <= radius; down++)
        {
            for (var right = -radius; right <= radius; right++)
            {
                if (row + down >= 0 && row + down < Size && column + right >= 0 && column + right < Size)
                    Set(row + down, column + right, isDark(Math.Max(Math.Abs(down), Math.Abs(right))));
            }
        }
    }

    // Figure 25: one copy around the first finder, the other split between the two others.
    private void DrawFormat(int mask)
    {
        var bits = FormatBits(mask);
        for (var i = 0; i < 15; i++)
        {
            var dark = (bits >> i & 1) != 0;
            Set(i < 6 ? i : i < 8 ? i + 1 : 8, i < 8 ? 8 : i == 8 ? 7 : 14 - i, dark);
            Set(i < 8 ? 8 : Size - 15 + i, i < 8 ? Size - 1 - i : 8, dark);
        }

        Set(Size - 8, 8, true);
    }

    private void DrawVersion()
    {
        if (_version < 7)
            return;
        var bits = VersionBits(_version);
        for (var i = 0; i < 18; i++)
        {
            var dark = (bits >> i & 1) != 0;
            Set(i / 3, Size - 11 + (i % 3), dark);
            Set(Size - 11 + (i % 3), i / 3, dark);
        }
    }

    // §7.7.3: columns by two from the right, up and down in turn, around the timing pattern.
    private void DrawData(byte[] codewords)
    {
        var bit = 0;
        foreach (var (row, column) in DataPlaces())
        {
            _dark[row, column] = bit < codewords.Length * 8 && (codewords[bit / 8] >> (7 - (bit % 8)) & 1) != 0;
            bit++;
        }
    }

    private IEnumerable<(int Row, int Column)> DataPlaces()
    {
        var upwards = true;
        for (var right = Size - 1; right > 0; right -= 2, upwards = !upwards)
        {
            if (right == 6)
                right--;
            for (var step = 0; step < Size; step++)
            {
                var row = upwards ? Size - 1 - step : step;
                for (var column = right; column > right - 2; column--)
                {
                    if (!_fixed[row, column])
                        yield return (row, column);
                }
            }
        }
    }

    private void ChooseMask()
    {
        Mask = Enumerable.Range(0, 8).MinBy(mask =>
        {
            Apply(mask);
            DrawFormat(mask);
            var penalty = QrPenalty.Of(_dark, Size);
            Apply(mask);
            return penalty;
        });
        Apply(Mask);
        DrawFormat(Mask);
    }

    // Table 10; the same mask twice changes nothing.
    private void Apply(int mask)
    {
        foreach (var (i, j) in DataPlaces())
        {
            _dark[i, j] ^= mask switch
            {
                0 => (i + j) % 2 == 0,
                1 => i % 2 == 0,
                2 => j % 3 == 0,
                3 => (i + j) % 3 == 0,
                4 => ((i / 2) + (j / 3)) % 2 == 0,
                5 => (i * j % 2) + (i * j % 3) == 0,
                6 => ((i * j % 2) + (i * j % 3)) % 2 == 0,
                _ => (((i + j) % 2) + (i * j % 3)) % 2 == 0,
            };
        }
    }
}
