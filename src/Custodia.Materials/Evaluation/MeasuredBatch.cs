using Custodia.Quantities;

namespace Custodia.Materials.Evaluation;

/// <summary>A part of a batch and the measurement on which its weight rests.</summary>
/// <param name="Kmp">The inventory KMP at which it was listed; empty: it came by a change.</param>
/// <param name="Measurement">The measurement.</param>
/// <param name="Amount">How much of the batch rests on it.</param>
internal readonly record struct MeasuredPart(string Kmp, Measurement Measurement, Mass Amount);

/// <summary>
/// What the weight of a batch rests on. Mostly that is one measurement; a batch that lies at two KMPs has one at each, and
/// what leaves it takes of all in proportion.
/// </summary>
internal sealed class MeasuredBatch
{
    private readonly List<MeasuredPart> _parts = [];

    /// <summary>Whether anything of it was measured yet.</summary>
    public bool IsKnown => _parts.Count > 0;

    /// <summary>What its lines add up to.</summary>
    public Mass Held => _parts.Aggregate(Mass.Zero, (sum, part) => sum + part.Amount);

    /// <summary>Adds what came on a measurement, or what a listing says.</summary>
    public void Add(MeasuredPart part)
    {
        _parts.RemoveAll(known => known.Amount.IsZero);
        _parts.Add(part);
    }

    /// <summary>Adds to what rests on the last measurement; returns that part.</summary>
    public MeasuredPart Raise(Mass amount) => _parts[^1] = _parts[^1] with { Amount = _parts[^1].Amount + amount };

    /// <summary>Takes a weight away: of what lies at a KMP first, then of all in proportion. Returns what it rests on.</summary>
    public List<MeasuredPart> Take(Mass amount, string? kmp = null)
    {
        var taken = new List<MeasuredPart>();
        var rest = amount.Micrograms;
        foreach (var here in new[] { true, false })
        {
            var held = _parts.Where(part => part.Kmp == kmp == here).Sum(part => part.Amount.Micrograms);
            for (var at = 0; at < _parts.Count; at++)
            {
                if (_parts[at].Kmp == kmp != here)
                    continue;
                // Each share is of what is left to share out, so that the last one ends it to the microgram.
                var own = _parts[at].Amount.Micrograms;
                var share = rest >= held ? own : (long)((Int128)rest * own / held);
                (held, rest) = (held - own, rest - share);
                Move(at, share);
            }
        }

        // More than was ever stated of it: that too rests on the last measurement.
        if (rest != 0)
            Move(_parts.Count - 1, rest);
        return taken;

        void Move(int at, long share)
        {
            var part = _parts[at];
            var mass = Mass.FromMicrograms(share);
            _parts[at] = part with { Amount = part.Amount - mass };
            if (share != 0)
                taken.Add(part with { Amount = mass });
        }
    }

    /// <summary>Puts what a listing found in place of all that was known.</summary>
    public void Replace(IEnumerable<MeasuredPart> parts)
    {
        List<MeasuredPart> found = [.. parts];
        _parts.Clear();
        _parts.AddRange(found);
    }
}
