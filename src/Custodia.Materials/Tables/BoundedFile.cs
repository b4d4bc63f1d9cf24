using System.Diagnostics.CodeAnalysis;

namespace Custodia.Materials.Tables;

/// <summary>Small files of reference data: read whole, up to a limit.</summary>
internal static class BoundedFile
{
    /// <summary>Reads to the end, unless the file is longer than the limit.</summary>
    public static bool TryRead(Stream file, int limit, [NotNullWhen(true)] out byte[]? bytes)
    {
        var buffer = new byte[limit + 1];
        var length = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        bytes = length <= limit ? buffer[..length] : null;
        return bytes is not null;
    }

    /// <summary>Opens a file that is embedded in this assembly.</summary>
    public static Stream OpenShipped(string name) =>
        typeof(BoundedFile).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The file {name} was not embedded.");
}
