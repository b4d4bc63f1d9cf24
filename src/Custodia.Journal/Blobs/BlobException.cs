namespace Custodia.Journal.Blobs;

/// <summary>A blob cannot be stored or read. <see cref="Code"/> is stable; the message is for people.</summary>
public sealed class BlobException : Exception
{
    /// <summary>There is no such blob.</summary>
    public const string Missing = "blob.missing";

    /// <summary>The stored bytes were changed, cut or reordered, or are not those of the address.</summary>
    public const string Corrupt = "blob.corrupt";

    /// <summary>All keys that opened the blob were destroyed: nobody reads it again.</summary>
    public const string KeyDestroyed = "blob.key-destroyed";

    /// <summary>No key of the blob is in this ring.</summary>
    public const string NoKey = "blob.no-key";

    /// <summary>More than <see cref="BlobStore.MaxBytes"/>.</summary>
    public const string TooLarge = "blob.too-large";

    /// <summary>The blob is in <see cref="BlobStore.MaxCompartments"/> compartments already.</summary>
    public const string TooManyCompartments = "blob.too-many-compartments";

    internal BlobException(string code, BlobId? id, string message) : base($"{code}: {message}")
    {
        Code = code;
        Id = id;
    }

    /// <summary>One of the constants of this class.</summary>
    public string Code { get; }

    /// <summary>The blob, where its address is known.</summary>
    public BlobId? Id { get; }
}
