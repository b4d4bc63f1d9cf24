using Custodia.Books.Access;

namespace Custodia.Books.Faces;

/// <summary>What became of a request, whichever face it came by: HTTP status and exit code follow from it.</summary>
public enum FaceStatus
{
    /// <summary>Done, or answered.</summary>
    Ok,

    /// <summary>Understood and not taken: the refusals say why.</summary>
    Refused,

    /// <summary>The input does not have the documented form.</summary>
    Malformed,

    /// <summary>There is no such command, query or entry.</summary>
    NotFound,

    /// <summary>Nobody is signed in.</summary>
    Unauthenticated,

    /// <summary>The caller has no right to it.</summary>
    Denied,

    /// <summary>There is no room on the disk; nothing was changed.</summary>
    NoRoom,

    /// <summary>The book or the journal has stopped.</summary>
    Stopped,
}

/// <summary>An answer: its status and its content, which is the same on every face.</summary>
/// <param name="Status">What became of the request.</param>
/// <param name="Content">
/// UTF-8 JSON, unless the type says otherwise: the result, or an object with the refusals (<see cref="RefusalJson"/>).
/// </param>
/// <param name="ContentType">Media type of the content.</param>
public readonly record struct FaceAnswer(
    FaceStatus Status, ReadOnlyMemory<byte> Content, string ContentType = FaceAnswer.Json)
{
    /// <summary>Media type of most answers.</summary>
    public const string Json = "application/json";

    /// <summary>Media type of signed notes and receipts.</summary>
    public const string Text = "text/plain; charset=utf-8";

    /// <summary>Media type of tiles and stored entries.</summary>
    public const string Bytes = "application/octet-stream";

    /// <summary>An answer with a value.</summary>
    public static FaceAnswer Of<T>(T value) =>
        new(FaceStatus.Ok, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(value, FaceJson.Options));

    /// <summary>An answer that refuses. Its status follows from the codes.</summary>
    public static FaceAnswer Refuse(params IReadOnlyList<Refusal> refusals) =>
        new(StatusOf(refusals), RefusalJson.Write(refusals));

    private static FaceStatus StatusOf(IReadOnlyList<Refusal> refusals)
    {
        foreach (var refusal in refusals)
        {
            if (refusal.Reason == BooksRefusals.DiskFull)
                return FaceStatus.NoRoom;
            if (refusal.Reason == BooksRefusals.BookStopped)
                return FaceStatus.Stopped;
            if (refusal.Reason == InputRefusals.Unknown)
                return FaceStatus.NotFound;
            if (refusal.Reason == InputRefusals.Malformed)
                return FaceStatus.Malformed;
            if (refusal.Reason == AccessRefusals.SignInRequired)
                return FaceStatus.Unauthenticated;
            if (refusal.Code.StartsWith("access.", StringComparison.Ordinal))
                return FaceStatus.Denied;
        }

        return FaceStatus.Refused;
    }
}

/// <summary>How a command or query is asked for, besides its own input.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="View">From where a query looks.</param>
/// <param name="CommandId">Made by the client; left out: a new one, which the answer names.</param>
/// <param name="TryOnly">Whether a command is only tried.</param>
public readonly record struct FaceRequest(Caller Caller, ViewRequest View = default, Guid? CommandId = null, bool TryOnly = false);
