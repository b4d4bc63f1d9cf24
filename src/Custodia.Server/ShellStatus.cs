namespace Custodia.Server;

/// <summary>What the frame of every page says about this installation.</summary>
/// <param name="StateName">The State whose books these are, or null before it is known.</param>
/// <param name="JournalSize">The number of entries in the journal, or null where none is open.</param>
/// <param name="JournalRoot">The root of the journal's tree at that size, in hexadecimal.</param>
public sealed record ShellStatus(string? StateName, long? JournalSize, string? JournalRoot)
{
    /// <summary>Nothing is known yet.</summary>
    public static ShellStatus Empty { get; } = new(null, null, null);
}
