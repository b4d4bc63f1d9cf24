using Custodia.Proofs;

namespace Custodia.Books.Keeping;

/// <summary>The witnesses of the journal and their cosignatures, as folded.</summary>
public sealed class WitnessRegister
{
    private readonly List<RegisteredWitness> _all = [];
    private readonly List<(Stamp Stamp, CheckpointCosigned Fact)> _cosigned = [];

    /// <summary>All registrations, ended ones too, in the order of their entries.</summary>
    public IReadOnlyList<RegisteredWitness> All => _all;

    /// <summary>The newest registration of that name, or <c>null</c>.</summary>
    public RegisteredWitness? Find(string name) => _all.FindLast(witness => witness.Fact.Name == name);

    /// <summary>
    /// The newest cosignature line of each witness for the checkpoint of a size, in the order of their entries; no more
    /// than witnesses may be registered.
    /// </summary>
    public string[] LinesFor(long size, View view) =>
    [
        .. _cosigned.Where(cosigned => cosigned.Fact.Size == size && view.Knows(cosigned.Stamp.Sequence))
            .GroupBy(cosigned => cosigned.Fact.Witness, StringComparer.Ordinal)
            .Select(byWitness => byWitness.Last())
            .OrderBy(newest => newest.Stamp.Sequence)
            .TakeLast(WitnessDecisions.MaxWitnesses)
            .Select(newest => newest.Fact.Signature),
    ];

    /// <summary>
    /// The size of the checkpoint that stands for a journal of a size. To record a cosignature makes an entry, so the
    /// cosigned checkpoint is never the newest; where all entries after it are cosignatures, it still says all.
    /// </summary>
    public long StandingSize(long size)
    {
        var last = _cosigned.FindLastIndex(cosigned => cosigned.Stamp.Sequence < size);
        if (last < 0)
            return size;
        var standing = _cosigned[last].Fact.Size;
        var after = 0L;
        for (var i = last; i >= 0 && _cosigned[i].Stamp.Sequence >= standing; i--)
            after++;
        return after == size - standing ? standing : size;
    }

    internal void Apply(in Stamp stamp, WitnessRegistered fact) => _all.Add(new RegisteredWitness(stamp, fact));

    internal void Apply(in Stamp stamp, WitnessEnded fact) => Find(fact.Name)!.End = (fact.LastDay, stamp.Sequence);

    internal void Apply(in Stamp stamp, CheckpointCosigned fact)
    {
        _cosigned.Add((stamp, fact));
        Find(fact.Witness)!.Cosigned.Add((stamp, fact));
    }
}

/// <summary>One registration of a witness.</summary>
/// <param name="stamp">Its entry.</param>
/// <param name="fact">What was registered.</param>
public sealed class RegisteredWitness(Stamp stamp, WitnessRegistered fact)
{
    /// <summary>Its entry.</summary>
    public Stamp Stamp { get; } = stamp;

    /// <summary>What was registered.</summary>
    public WitnessRegistered Fact { get; } = fact;

    /// <summary>Its last day, and the entry that said so; <c>null</c> until it ended.</summary>
    public (DateOnly LastDay, long Sequence)? End { get; internal set; }

    /// <summary>What it cosigned, by entry: sizes never fall.</summary>
    public List<(Stamp Stamp, CheckpointCosigned Fact)> Cosigned { get; } = [];

    /// <summary>Whether cosignatures of that day count.</summary>
    public bool IsInForce(DateOnly day) => Fact.From <= day && (End is not { } end || day <= end.LastDay);

    /// <summary>Whether that key is the one that was registered.</summary>
    public bool Has(VerifierKey key) => Fact.Key == key.ToString();
}
