namespace Custodia.Testing;

/// <summary>The fenced blocks of a page of the manual.</summary>
internal static class ManualBlocks
{
    /// <summary>Each block in its order: the section that it stands in, what stands behind its fence, and its lines.</summary>
    /// <param name="file">The page.</param>
    public static IEnumerable<(string Section, string Kind, IReadOnlyList<string> Lines)> Of(string file)
    {
        var section = "";
        (string Kind, List<string> Lines)? open = null;
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                if (open is { } block)
                    yield return (section, block.Kind, block.Lines);
                open = open is null ? (line[3..].Trim(), []) : null;
            }
            else if (open is { } block)
                block.Lines.Add(line);
            else if (line.StartsWith("## ", StringComparison.Ordinal))
                section = line[3..];
        }
    }
}
