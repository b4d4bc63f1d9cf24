namespace Custodia.Server.SignIn;

/// <summary>How hard a QR code would be to read under a mask: §7.8.3.1 of ISO/IEC 18004, the four features and their weights.</summary>
internal static class QrPenalty
{
    private static readonly bool[] FinderLike = [true, false, true, true, true, false, true];

    public static int Of(bool[,] dark, int size)
    {
        var penalty = 0;
        for (var i = 0; i < size; i++)
        {
            var line = i;
            penalty += OfLine(size, at => dark[line, at]) + OfLine(size, at => dark[at, line]);
        }

        var count = 0;
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                count += dark[row, column] ? 1 : 0;
                if (row > 0 && column > 0 && dark[row, column] == dark[row - 1, column] && dark[row, column] == dark[row, column - 1]
                    && dark[row, column] == dark[row - 1, column - 1])
                    penalty += 3;
            }
        }

        return penalty + (Math.Abs((count * 20) - (size * size * 10)) / (size * size) * 10);
    }

    private static int OfLine(int size, Func<int, bool> dark)
    {
        var (penalty, run) = (0, 0);
        for (var at = 0; at < size; at++)
        {
            run = at > 0 && dark(at) == dark(at - 1) ? run + 1 : 1;
            penalty += run == 5 ? 3 : run > 5 ? 1 : 0;
            if (at + FinderLike.Length <= size && FinderLike.Select((expected, i) => dark(at + i) == expected).All(same => same)
                && (IsLight(dark, size, at - 4, at) || IsLight(dark, size, at + 7, at + 11)))
                penalty += 40;
        }

        return penalty;
    }

    // Outside the symbol it is light.
    private static bool IsLight(Func<int, bool> dark, int size, int from, int to) =>
        Enumerable.Range(from, to - from).All(at => at < 0 || at >= size || !dark(at));
}
