namespace Custodia.Server.Hosting;

/// <summary>A data folder is not opened, for a reason that its user can do something about.</summary>
public sealed class DataFolderException : Exception
{
    internal DataFolderException(string message, bool isIntegrity = false, Exception? cause = null) : base(message, cause) =>
        IsIntegrity = isIntegrity;

    /// <summary>Whether what is stored is not what was written: exit code 3, otherwise 1.</summary>
    public bool IsIntegrity { get; }
}
