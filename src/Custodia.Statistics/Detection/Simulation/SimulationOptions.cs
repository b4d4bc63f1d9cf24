namespace Custodia.Statistics.Detection.Simulation;

/// <summary>How a simulation is run. Seed and replicates decide the result to the last bit; the number of threads does not.</summary>
public sealed record SimulationOptions
{
    /// <summary>Most replicates of one run.</summary>
    public const int MostReplicates = 100_000_000;

    /// <summary>How many replicates one block has: it, not the thread, owns a stream of random numbers.</summary>
    public const int BlockSize = 500;

    /// <summary>The seed.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many histories are drawn, 100 … <see cref="MostReplicates"/>.</summary>
    public int Replicates
    {
        get;
        init => field = value is >= 100 and <= MostReplicates
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"100 to {MostReplicates} replicates are needed.");
    } = 100_000;

    /// <summary>How many threads work; 0: one for each processor.</summary>
    public int Threads
    {
        get;
        init => field = value is >= 0 and <= 1024
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "0 to 1024 threads are possible.");
    }

    /// <summary>Ends the drawing early, with an exception.</summary>
    public CancellationToken Cancellation { get; init; }
}

/// <summary>What a report must say of a simulation, so that another can repeat it.</summary>
/// <param name="Generator">The generator of random numbers.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Replicates">How many histories were drawn.</param>
/// <param name="Source">What was drawn: the short or the full chain.</param>
public sealed record SimulationRecord(string Generator, ulong Seed, int Replicates, string Source);
