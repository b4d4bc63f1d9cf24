using System.Text.Json;
using Custodia.Books;

namespace Custodia.Server.Hosting;

/// <summary>Says where the server of a data folder can be reached: DIR/run/server.json, there while it runs.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Origin">Name of the journal, which /health repeats: so that a stale file is noticed.</param>
/// <param name="Certificate">SHA-256 of the server's certificate where it is reached over https.</param>
public sealed record RunFile(string Url, string Origin, string? Certificate = null)
{
    private const string Name = "server.json";

    /// <summary>Reads the file of a data folder; null where there is none that can be read.</summary>
    public static RunFile? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<RunFile>(File.ReadAllBytes(PathIn(folder)), FaceJson.Options);
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes it.</summary>
    public void Write(string folder)
    {
        FolderLayout.CreateSecretFolder(Path.GetDirectoryName(PathIn(folder))!);
        FolderLayout.WriteSecret(PathIn(folder), JsonSerializer.Serialize(this, FaceJson.Options));
    }

    /// <summary>Removes it.</summary>
    public static void Delete(string folder) => File.Delete(PathIn(folder));

    private static string PathIn(string folder) => Path.Combine(new FolderLayout(folder).Run, Name);
}
