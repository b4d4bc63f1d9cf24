using Custodia.Statistics.Sequential;

namespace Custodia.Statistics.Detection.Simulation;

/// <summary>Where random sequences of balances come from.</summary>
public abstract class SequenceSource
{
    /// <summary>N.</summary>
    public abstract int Periods { get; }

    /// <summary>What is drawn, for reports: "short chain", "full chain".</summary>
    public abstract string Name { get; }

    /// <summary>Room for one worker: it is used by one thread alone.</summary>
    public abstract SequenceDraw Begin();
}

/// <summary>One worker's room to draw sequences in.</summary>
public abstract class SequenceDraw
{
    /// <summary>The next sequence; it holds until the one after it is drawn.</summary>
    public abstract MufSequence Next(NormalStream numbers);
}
