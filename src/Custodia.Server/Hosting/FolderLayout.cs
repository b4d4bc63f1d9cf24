namespace Custodia.Server.Hosting;

/// <summary>What lies where in a data folder (docs/formats/journal.md).</summary>
/// <param name="root">The data folder.</param>
internal sealed class FolderLayout(string root)
{
    public string Root { get; } = System.IO.Path.GetFullPath(root);

    public string Journal => Path("journal");

    public string Origin => Path("journal", "origin");

    /// <summary>Says that the folder holds the sample State (<see cref="SampleMark"/>).</summary>
    public string Sample => Path("journal", "sample");

    public string VerifierKey => Path("journal", "key.pub");

    public string Keys => Path("keys");

    public string SigningKey => Path("keys", "signing.key");

    public string CompartmentKeys => Path("keys", "compartments");

    public string PeopleSecrets => Path("keys", "people");

    public string SetupCode => Path("keys", "setup.code");

    public string TlsCertificate => Path("keys", "tls.pem");

    public string Blobs => Path("blobs");

    public string Run => Path("run");

    /// <summary>What readers keep for themselves: no record, and lost without harm.</summary>
    public string Preferences => Path("preferences");

    /// <summary>Makes a folder that only its owner may enter.</summary>
    public static void CreateSecretFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Writes a file that only its owner may read, whole or not at all.</summary>
    public static void WriteSecret(string path, string text)
    {
        var temporary = path + ".tmp";
        File.Delete(temporary);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(temporary, options))
        {
            file.Write(System.Text.Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    private string Path(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Root, .. parts]);
}
