using Custodia.Statistics.Itemised;

namespace Custodia.Statistics.Tests.Itemised;

/// <summary>Small balances by chance, and their variance by the slow way: one weight for each error that is drawn.</summary>
internal static class RandomBalance
{
    public static (ErrorSource[] Sources, Stratum[] Strata) Of(Random random)
    {
        ErrorSource[] sources =
        [
            .. Enumerable.Range(0, random.Next(1, 6)).Select(i =>
            {
                var kind = (SourceKind)random.Next(5);
                var isPerItem = kind is SourceKind.Bulk or SourceKind.Nda;
                return new ErrorSource($"e{i}", kind, random.NextDouble() * 0.1, random.NextDouble() * 0.1)
                {
                    RandomAbsolute = isPerItem ? random.NextDouble() : 0,
                    SystematicAbsolute = isPerItem ? random.NextDouble() : 0,
                };
            }),
        ];
        // Measurement mK weighs K and stands at most once in each stratum; the two on one side are thinned out below.
        Stratum[] strata =
        [
            .. Enum.GetValues<BalancePart>().Select(part => new Stratum(part.ToString(), part,
                [.. sources.Where(_ => random.Next(3) > 0).Select(source => new SourceUse(source.Id, random.Next(2) == 0 ? null : "later"))])
            {
                Items = Enumerable.Range(1, 8).Where(_ => random.Next(2) == 0).Select(k => random.Next(2) == 0
                    ? new MeasuredItem(k, $"m{k}", Sample(random))
                    : new MeasuredItem(random.NextDouble() * 10, null, Sample(random))).ToArray(),
            }),
        ];
        foreach (var (first, second) in new[] { (0, 1), (2, 3) })
        {
            var names = strata[first].Items.ToArray().Select(item => item.Measurement).ToHashSet();
            strata[second] = strata[second] with
            {
                Items = strata[second].Items.ToArray().Where(item => item.Measurement is null || !names.Contains(item.Measurement)).ToArray(),
            };
        }
        return (sources, strata);
    }

    /// <summary>σ² by explicit weights: every error is a column, every item adds its mass to the columns of the errors that it carries.</summary>
    public static double Variance(ErrorSource[] sources, Stratum[] strata)
    {
        var weights = new Dictionary<string, (double Weight, double Deviation)>();
        var own = 0;
        var both = strata.SelectMany(stratum => stratum.Items.ToArray().Select(item => (stratum.Sign, item.Measurement)))
            .Where(item => item.Measurement is not null).GroupBy(item => item.Measurement)
            .Where(group => group.Sum(item => item.Sign) == 0).Select(group => group.Key).ToHashSet();
        foreach (var stratum in strata)
        {
            foreach (var item in stratum.Items.ToArray().Where(item => !both.Contains(item.Measurement)))
            {
                own++;
                foreach (var use in stratum.Uses)
                {
                    var source = sources.Single(known => known.Id == use.Source);
                    if (source.Kind == SourceKind.Isotopic)
                        continue;
                    var measurement = source.IsPerItem || item.Sample is null ? $"own {own}" : item.Sample;
                    Add($"{use.Source} r {measurement}", stratum.Sign * item.Mass, source.Random);
                    Add($"{use.Source} s {use.Calibration}", stratum.Sign * item.Mass, source.Systematic);
                    Add($"{use.Source} R {own}", stratum.Sign, source.RandomAbsolute);
                    Add($"{use.Source} S {use.Calibration}", stratum.Sign, source.SystematicAbsolute);
                }
            }
        }
        return weights.Values.Sum(error => error.Weight * error.Weight * error.Deviation * error.Deviation);

        void Add(string error, double weight, double deviation) =>
            weights[error] = (weights.GetValueOrDefault(error).Weight + weight, deviation);
    }

    private static string? Sample(Random random) => random.Next(2) == 0 ? null : $"s{random.Next(3)}";
}
