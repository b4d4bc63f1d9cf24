namespace Custodia.Proofs.Audit;

/// <summary>What an auditor brings along.</summary>
public sealed record AuditOptions
{
    /// <summary>
    /// The keys of the log, as the auditor got them from elsewhere. Empty: the folder's own key.pub, which whoever can
    /// change the folder can change as well.
    /// </summary>
    public IReadOnlyCollection<INoteVerifier> Keys { get; init; } = [];

    /// <summary>The name that the log must have; null: what the folder says.</summary>
    public string? Origin { get; init; }

    /// <summary>
    /// Signed checkpoints that were taken away earlier, by the name to report them with: the folder must still contain
    /// each of them.
    /// </summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Checkpoints { get; init; } =
        new Dictionary<string, ReadOnlyMemory<byte>>();

    /// <summary>Whether it is a problem that the folder has no signed checkpoint.</summary>
    public bool RequireCheckpoint { get; init; }

    /// <summary>
    /// Whether to stop at the newest checkpoint: for a folder that is being written to, where what follows may be
    /// half written.
    /// </summary>
    public bool CheckpointedOnly { get; init; }
}
