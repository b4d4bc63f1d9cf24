namespace Custodia.Materials.Reports;

/// <summary>The text of a concise note (INFCIRC/153 ¶64): lines parted by a line feed.</summary>
public static class ConciseNote
{
    /// <summary>Breaks a remark into lines at its blanks; a longer word is broken where the line ends.</summary>
    /// <param name="remark">The remark; every run of blanks and line ends counts as one blank.</param>
    /// <param name="width">Most characters in a line, at least 1.</param>
    /// <returns>The note, or <c>null</c> if the remark is blank.</returns>
    public static string? Wrap(string remark, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        var lines = new List<string>();
        foreach (var word in remark.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var part in word.Chunk(width).Select(chunk => new string(chunk)))
            {
                if (lines.Count > 0 && lines[^1].Length + 1 + part.Length <= width)
                    lines[^1] += " " + part;
                else
                    lines.Add(part);
            }
        }

        return lines.Count == 0 ? null : Join(lines);
    }

    internal static string[] Lines(string? note) => note?.Split('\n') ?? [];

    internal static string? Join(List<string> lines) => lines.Count == 0 ? null : string.Join('\n', lines);
}
