using Custodia.Books.Faces;

namespace Custodia.Cli;

/// <summary>What the process says when it ends.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>Understood and not taken, or not possible now.</summary>
    public const int Refused = 1;

    /// <summary>The command line or the input does not have its form.</summary>
    public const int Usage = 2;

    /// <summary>What is stored is not what was written, or the journal failed.</summary>
    public const int Integrity = 3;

    public static int Of(FaceStatus status) => status switch
    {
        FaceStatus.Ok => Ok,
        FaceStatus.Malformed => Usage,
        FaceStatus.Stopped => Integrity,
        FaceStatus.Refused or FaceStatus.Unauthenticated or FaceStatus.Denied or FaceStatus.NotFound or FaceStatus.NoRoom => Refused,
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
