using Custodia.Proofs.Audit;

namespace Custodia.Journal.Backup;

/// <summary>A backup or a restore was refused. <see cref="Code"/> is stable; the message is for people.</summary>
public sealed class BackupException : IOException
{
    /// <summary>The target folder has something in it.</summary>
    public const string NotEmpty = "backup.not-empty";

    /// <summary>The journal has no signed checkpoint, so nothing says what a whole copy of it is.</summary>
    public const string NoCheckpoint = "backup.no-checkpoint";

    /// <summary>What is to be copied does not verify.</summary>
    public const string SourceUnsound = "backup.source-unsound";

    /// <summary>The finished copy does not verify, or is not the same journal.</summary>
    public const string CopyUnsound = "backup.copy-unsound";

    /// <summary>The keys would come to lie in the same folder as what they open.</summary>
    public const string KeysInside = "backup.keys-inside";

    internal BackupException(string code, string message, IReadOnlyList<AuditProblem>? problems = null)
        : base($"{code}: {message}{(problems is [var first, ..] ? $": {first}" : "")}")
    {
        Code = code;
        Problems = problems ?? [];
    }

    /// <summary>One of the constants of this class.</summary>
    public string Code { get; }

    /// <summary>What does not verify, where that is the reason.</summary>
    public IReadOnlyList<AuditProblem> Problems { get; }
}
