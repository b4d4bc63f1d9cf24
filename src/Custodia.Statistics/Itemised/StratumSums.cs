using System.Runtime.InteropServices;

namespace Custodia.Statistics.Itemised;

/// <summary>What the variance asks of one stratum, its static items left out. Masses are those of the element or of the isotope.</summary>
internal sealed class StratumSums
{
    /// <summary>a_k M_k: the mass that is left, with the sign of its part (mass).</summary>
    public double Net { get; private set; }

    /// <summary>Σ m over all items, static ones too (mass).</summary>
    public double Gross { get; private set; }

    /// <summary>Σ m over the items that are left (mass).</summary>
    public double Active { get; private set; }

    /// <summary>Σ m² over weighings (mass²).</summary>
    public double SquaredByItem { get; private set; }

    /// <summary>Σ m² over samples that stand for one item each or are no item's name (mass²).</summary>
    public double SquaredByOwnSample { get; private set; }

    /// <summary>Σ f² over weighings, f = 1 for the element: what an additive random error is multiplied with.</summary>
    public double SquaredShares { get; private set; }

    /// <summary>Σ a f over weighings: what an additive systematic error is multiplied with.</summary>
    public double NetShares { get; private set; }

    /// <summary>Signed mass by named sample (mass).</summary>
    public Dictionary<int, double> BySample { get; } = [];

    /// <summary>Items that cancel, and what they weigh (mass).</summary>
    public int StaticItems { get; private set; }

    /// <summary>What the items that cancel weigh (mass).</summary>
    public double StaticMass { get; private set; }

    public static StratumSums OfEqual(Stratum stratum, EqualItems equal, bool ofIsotope)
    {
        var share = ofIsotope ? stratum.Fraction!.Value : 1;
        var mass = equal.Mass * share;
        return new StratumSums
        {
            Net = stratum.Sign * mass,
            Gross = mass,
            Active = mass,
            SquaredByItem = mass * mass / equal.Weighings,
            SquaredByOwnSample = mass * mass / equal.Samples,
            SquaredShares = equal.Weighings * share * share,
            NetShares = stratum.Sign * equal.Weighings * share,
        };
    }

    /// <param name="stratum">Whose items are added up.</param>
    /// <param name="ofIsotope">Whether masses are those of the isotope.</param>
    /// <param name="cancels">Whether the item of this number cancels against another one; asked once for each, in order.</param>
    /// <param name="samples">Numbers of the samples by name, over all strata.</param>
    public static StratumSums OfItems(Stratum stratum, bool ofIsotope, Func<int, bool> cancels, Dictionary<string, int> samples)
    {
        var sums = new StratumSums();
        var fraction = stratum.Fraction ?? 1;
        var items = stratum.Items.Span;
        // Items of one sample mostly stand together: its name is looked up once for each run of them.
        var (sample, ofSample) = ((string?)null, 0.0);
        for (var i = 0; i < items.Length; i++)
        {
            ref readonly var item = ref items[i];
            var share = ofIsotope ? item.Fraction ?? fraction : 1;
            var mass = item.Mass * share;
            sums.Gross += mass;
            if (cancels(i))
            {
                sums.StaticItems++;
                sums.StaticMass += mass;
                continue;
            }

            sums.Active += mass;
            sums.SquaredByItem += mass * mass;
            sums.SquaredShares += share * share;
            sums.NetShares += stratum.Sign * share;
            if (item.Sample is null)
                sums.SquaredByOwnSample += mass * mass;
            else
            {
                if (item.Sample != sample)
                {
                    sums.Add(sample, stratum.Sign * ofSample, samples);
                    (sample, ofSample) = (item.Sample, 0);
                }
                ofSample += mass;
            }
        }

        sums.Add(sample, stratum.Sign * ofSample, samples);
        sums.Net = stratum.Sign * sums.Active;
        return sums;
    }

    private void Add(string? name, double mass, Dictionary<string, int> samples)
    {
        if (name is null)
            return;
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(samples, name, out var isKnown);
        if (!isKnown)
            number = samples.Count - 1;
        CollectionsMarshal.GetValueRefOrAddDefault(BySample, number, out _) += mass;
    }
}
