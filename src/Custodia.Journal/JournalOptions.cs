namespace Custodia.Journal;

/// <summary>How a journal groups what is submitted to it.</summary>
public sealed record JournalOptions
{
    /// <summary>A batch takes in what is waiting until it has this many bytes; then it is made durable.</summary>
    public int GroupBytes { get; init; } = 4 * 1024 * 1024;
}
