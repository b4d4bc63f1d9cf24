namespace Custodia.Server.Api;

/// <summary>How much a request may bring.</summary>
public static class ApiLimits
{
    /// <summary>Bytes of a command's JSON.</summary>
    public const int MaxCommandBytes = 32 * 1024 * 1024;

    /// <summary>Bytes of an upload: a file, with room for what a multipart body puts around it.</summary>
    public const int MaxUploadBytes = Materials.Files.FileLimits.Bytes + (64 * 1024);
}
