using System.Text;

namespace Custodia.Cli;

/// <summary>
/// Where the command line keeps its tokens: one file of mode 0600 for each journal, in the user's configuration folder. The variable
/// CUSTODIA_TOKEN comes first.
/// </summary>
internal static class TokenFile
{
    private const string Variable = "CUSTODIA_TOKEN";

    /// <summary>The token for a journal; null: none.</summary>
    public static string? Read(string origin)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
            return given;
        var file = PathOf(origin);
        return File.Exists(file) ? File.ReadAllText(file, Encoding.UTF8).Trim() : null;
    }

    public static void Write(string origin, string token)
    {
        var file = PathOf(origin);
        var folder = Path.GetDirectoryName(file)!;
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
        {
            const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Directory.CreateDirectory(folder, Own | UnixFileMode.UserExecute);
            options.UnixCreateMode = Own;
        }

        File.Delete(file);
        using var stream = new FileStream(file, options);
        stream.Write(Encoding.UTF8.GetBytes(token + "\n"));
    }

    public static void Delete(string origin) => File.Delete(PathOf(origin));

    // The origin of a journal has a slash; nothing of it may lead out of the folder.
    private static string PathOf(string origin)
    {
        var home = Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") is { Length: > 0 } set
            ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config");
        var name = string.Concat(origin.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-' ? letter : '_'));
        return Path.Combine(home, "custodia", name + ".token");
    }
}
