using System.Runtime.CompilerServices;

namespace Custodia.House.Tests;

/// <summary>The source tree that the tests read.</summary>
internal static class Repository
{
    private static readonly string[] Skipped = ["artifacts", "bin", "obj", ".git", "_framework", "node_modules", "data"];

    /// <summary>Its root.</summary>
    public static string Root { get; } = Find();

    /// <summary>Its files with one of these endings, apart from what a build makes.</summary>
    public static IEnumerable<string> Files(params string[] endings) =>
        Walk(Root).Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)));

    /// <summary>A path for people.</summary>
    public static string Short(string file) => Path.GetRelativePath(Root, file);

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
            yield return file;
        foreach (var inner in Directory.EnumerateDirectories(folder).Where(d => !Skipped.Contains(Path.GetFileName(d))))
        {
            foreach (var file in Walk(inner))
                yield return file;
        }
    }

    private static string Find([CallerFilePath] string file = "")
    {
        var folder = Path.GetDirectoryName(file);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Custodia.slnx")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The repository was not found.");
    }
}
