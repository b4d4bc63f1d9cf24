using Custodia.Statistics.Itemised;

namespace Custodia.Statistics.Tests.Itemised;

public sealed class ExampleATests
{
    [Fact]
    public void The_balance_closes_as_the_example_says()
    {
        var result = ExampleA.Evaluate();
        Assert.Equal(9_000_000, result.Opening);
        Assert.Equal(11_785_000, result.Book);
        Assert.Equal(11_778_200, result.Closing);
        Assert.Equal(6_800, result.Muf);
        Assert.Equal(21_454.5, result.Sigma, 0.05);
        Assert.Equal(7_656.1, Math.Sqrt(result.RandomVariance), 0.05);
        Assert.Equal(20_042.0, Math.Sqrt(result.SystematicVariance), 0.05);
        Assert.Equal(0.317, result.Standardised!.Value, 0.0005);
    }

    [Fact]
    public void Each_stratum_has_the_random_deviation_of_the_example() =>
        Assert.Equal([2403.3, 738.9, 1581.1, 4806.7, 3983.7, 265.2, 2632.7, 1063.7, 1639.4],
            ExampleA.Evaluate().Strata.Select(stratum => Math.Round(Math.Sqrt(stratum.Random), 1)));

    [Theory]
    [InlineData("scale A", 28_880_000, 14_440.0)]
    [InlineData("scale B", -1_243_200, 621.6)]
    [InlineData("scale C", -27_600_000, 13_800.0)]
    [InlineData("laboratory", 36_800, 18.4)]
    [InlineData("scrap counter", -15_000, 300.0)]
    [InlineData("waste counter", -15_000, 1_500.0)]
    public void Each_source_has_the_net_mass_and_the_deviation_of_the_example(string source, double net, double deviation)
    {
        var result = ExampleA.Evaluate();
        Assert.Equal(net, result.Nets.Single(of => of.Source == source).Mass, 1e-6);
        Assert.Equal(deviation, Math.Sqrt(result.Sources.Single(of => of.Id == source).Systematic), 1e-6);
    }

    [Fact]
    public void Items_given_one_by_one_give_the_same()
    {
        var (sums, items) = (ExampleA.Evaluate(), ItemisedBalance.Evaluate(ExampleA.Sources, ExampleA.OneByOne).Value!);
        Assert.Equal(sums.Muf, items.Muf, 1e-6);
        Assert.Equal(sums.SystematicVariance, items.SystematicVariance, 1e-6 * sums.Variance);
        // 122 drums do not divide into 12 equal batches: the batches of 10 and 11 drums add a little.
        Assert.Equal(sums.RandomVariance, items.RandomVariance, 1e-4 * sums.RandomVariance);
    }

    [Fact]
    public void Of_uranium_235_it_is_the_fraction_of_it()
    {
        var result = ExampleA.Evaluate(ofIsotope: true);
        Assert.Equal(299, result.Muf, 0.5);
        Assert.Equal(944, result.Sigma, 0.5);
        Assert.Equal(3_106, result.DetectableLoss, 0.5);
    }

    [Fact]
    public void A_source_of_isotope_error_counts_in_the_balance_of_the_isotope_alone()
    {
        IReadOnlyList<ErrorSource> sources = [.. ExampleA.Sources, new("spectrometer", SourceKind.Isotopic, 0.001, 0.001)];
        IReadOnlyList<Stratum> strata = [.. ExampleA.Strata.Select(stratum => stratum.Part == BalancePart.Increase
            ? stratum with { Uses = [.. stratum.Uses, new SourceUse("spectrometer")] } : stratum)];
        Assert.Equal(ExampleA.Evaluate().Variance, ItemisedBalance.Evaluate(sources, strata).Value!.Variance);
        var isotope = ItemisedBalance.Evaluate(sources, strata, ofIsotope: true).Value!;
        var mass = 30_400_000 * 0.044;
        Assert.Equal(ExampleA.Evaluate(ofIsotope: true).Variance + (mass * mass * 1e-6 * (1 + (1 / 20.0))), isotope.Variance, 1e-6);
    }

    [Fact]
    public void Systematic_errors_of_strata_taken_as_independent_would_overstate_it()
    {
        var wrong = ExampleA.Evaluate().RandomVariance + Apart(source => source.Systematic);
        Assert.Equal(31_819.6, Math.Sqrt(wrong), 0.05);
        Assert.Equal(21_454.5, ExampleA.Evaluate().Sigma, 0.05);
    }

    [Fact]
    public void Random_errors_not_divided_by_the_number_of_measurements_would_overstate_it_more()
    {
        var wrong = Apart(source => source.Random) + Apart(source => source.Systematic);
        Assert.Equal(51_834.0, Math.Sqrt(wrong), 0.05);
        Assert.Equal(21_454.5, ExampleA.Evaluate().Sigma, 0.05);
    }

    [Fact]
    public void Drawing_every_weighing_and_sample_gives_the_same_deviation()
    {
        const int Runs = 24_000;
        var random = new Random(20_260_701);
        var (sum, squares) = (0.0, 0.0);
        for (var run = 0; run < Runs; run++)
        {
            var muf = Draw(random) - 6_800;
            sum += muf;
            squares += muf * muf;
        }

        var (sigma, drawn) = (ExampleA.Evaluate().Sigma, Math.Sqrt(squares / Runs));
        Assert.InRange(drawn, sigma * (1 - (4 / Math.Sqrt(2 * Runs))), sigma * (1 + (4 / Math.Sqrt(2 * Runs))));
        Assert.InRange(sum / Runs, -4 * sigma / Math.Sqrt(Runs), 4 * sigma / Math.Sqrt(Runs));
    }

    [Fact]
    public void It_is_as_good_as_is_expected_of_a_fabrication_plant()
    {
        var result = ExampleA.Evaluate();
        var accepted = PublishedFigures.Accepted.Single(figure => figure.Id == "uranium-fabrication");
        Assert.Equal(91_200, accepted.Relative * result.Scale, 1e-6);
        Assert.True(accepted.IsMetBy(result));
        Assert.False((accepted with { Relative = 0.0007 }).IsMetBy(result));
    }

    // Each stratum by itself, and its mass as if it were one item.
    private static double Apart(Func<ErrorSource, double> deviation) =>
        ExampleA.Strata.Sum(stratum => stratum.Uses.Sum(use => Squared(deviation(Of(use)) * stratum.Equal!.Mass)));

    // Each item is a weight times the concentration of its sample: nothing of what is tested is used.
    private static double Draw(Random random)
    {
        var shifts = ExampleA.Sources.ToDictionary(source => source.Id, source => source.Systematic * Normal(random));
        var muf = 0.0;
        foreach (var stratum in ExampleA.Strata)
        {
            var (equal, sources) = (stratum.Equal!, stratum.Uses.Select(Of).ToList());
            var samples = new double[equal.Samples];
            for (var s = 0; s < samples.Length; s++)
                samples[s] = sources.Where(source => !source.IsPerItem).Sum(source => source.Random * Normal(random));
            var shift = sources.Sum(source => shifts[source.Id]);
            var perItem = Math.Sqrt(sources.Where(source => source.IsPerItem).Sum(source => Squared(source.Random)));
            for (var i = 0; i < equal.Weighings; i++)
            {
                var error = shift + (perItem * Normal(random)) + Share(samples, i, equal.Weighings);
                muf += stratum.Sign * equal.Mass / equal.Weighings * (1 + error);
            }
        }
        return muf;
    }

    // The sample that stands for item i, or the two that do where the boundary of equal parts runs through it.
    private static double Share(double[] samples, int item, int items)
    {
        var (from, to) = ((double)item * samples.Length / items, (double)(item + 1) * samples.Length / items);
        var (first, last) = ((int)from, Math.Min(samples.Length - 1, (int)(to - 1e-9)));
        return first == last ? samples[first] : ((samples[first] * (last - from)) + (samples[last] * (to - last))) / (to - from);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static ErrorSource Of(SourceUse use) => ExampleA.Sources.Single(source => source.Id == use.Source);

    private static double Squared(double value) => value * value;
}
