using Custodia.Statistics.Detection;
using Custodia.Statistics.Detection.Simulation;

namespace Custodia.Statistics.Tests.Detection.Simulation;

public sealed class NormalStreamTests
{
    [Fact]
    public void The_generator_gives_the_numbers_its_authors_publish()
    {
        var numbers = new NormalStream(1, 2, 3, 4);
        ulong[] published =
        [
            41943041, 58720359, 3588806011781223, 3591011842654386, 9228616714210784205, 9973669472204895162,
            14011001112246962877, 12406186145184390807, 15849039046786891736, 10450023813501588000,
        ];
        foreach (var expected in published)
            Assert.Equal(expected, numbers.NextBits());
    }

    [Fact]
    public void The_seeds_are_those_that_their_author_publishes()
    {
        var seeds = new SplitMix64(1234567);
        foreach (var expected in new ulong[] { 6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431 })
            Assert.Equal(expected, seeds.Next());
    }

    [Fact]
    public void Each_tenth_of_the_distribution_and_each_tail_has_its_share()
    {
        const int Count = 2_000_000;
        var numbers = new double[Count];
        new NormalStream(5, 0, 0).Fill(numbers);
        // Bounds also inside the lowest layer and in the tail beyond it.
        double[] bounds = [-4, -3.65, -3, -2, -1, -0.5, -0.2, 0, 0.2, 0.5, 1, 2, 3, 3.65, 4];
        foreach (var bound in bounds)
        {
            var expected = NormalDistribution.Lower(bound);
            var share = (double)numbers.Count(x => x <= bound) / Count;
            Assert.Equal(expected, share, 4 * Math.Sqrt(expected * (1 - expected) / Count));
        }
    }

    [Fact]
    public void Moments_to_the_fourth_are_those_of_a_normal_number()
    {
        const int Count = 2_000_000;
        var numbers = new double[Count];
        new NormalStream(6, 0, 0).Fill(numbers);
        Assert.Equal(0, numbers.Average(), 4 * Math.Sqrt(1.0 / Count));
        Assert.Equal(1, numbers.Average(x => x * x), 4 * Math.Sqrt(2.0 / Count));
        Assert.Equal(0, numbers.Average(x => x * x * x), 4 * Math.Sqrt(15.0 / Count));
        Assert.Equal(3, numbers.Average(x => x * x * x * x), 4 * Math.Sqrt(96.0 / Count));
    }

    [Fact]
    public void Seed_purpose_and_block_each_give_other_numbers()
    {
        double First(ulong seed, ulong purpose, ulong block)
        {
            var number = new double[1];
            new NormalStream(seed, purpose, block).Fill(number);
            return number[0];
        }

        double[] all = [First(1, 1, 1), First(2, 1, 1), First(1, 2, 1), First(1, 1, 2), First(0, 0, 0)];
        Assert.Equal(5, all.Distinct().Count());
        Assert.Equal(all[0], First(1, 1, 1));
    }

    [Fact]
    public void Neighbours_are_not_correlated()
    {
        const int Count = 1_000_000;
        var numbers = new double[Count];
        new NormalStream(7, 0, 0).Fill(numbers);
        foreach (var lag in new[] { 1, 2, 3, 256 })
        {
            var sum = 0.0;
            for (var i = lag; i < Count; i++)
                sum += numbers[i] * numbers[i - lag];
            Assert.Equal(0, sum / Count, 4 / Math.Sqrt(Count));
        }
    }
}
