using System.Globalization;

namespace Custodia.Journal.Tests.Simulation;

public sealed class SimulationTests
{
    private const int Runs = 10_000;
    private const int FirstSeed = 20_261_121;

    [Fact]
    public void Nothing_acknowledged_is_lost_nothing_else_is_half_visible_and_each_flipped_bit_is_found()
    {
        var happened = new Dictionary<string, int>();
        for (var seed = FirstSeed; seed < FirstSeed + Runs; seed++)
        {
            var run = new SimulatedRun(seed);
            try
            {
                run.Run();
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException(
                    string.Create(CultureInfo.InvariantCulture, $"Seed {seed}"), exception);
            }
            foreach (var (what, count) in run.Happened)
                happened[what] = happened.GetValueOrDefault(what) + count;
        }
        // A simulation in which something never happens proves nothing about it.
        string[] expected =
        [
            "lived", "stopped", "failed", "could not open", "refused for room", "killed", "power cut", "torn",
            "bit found",
        ];
        Assert.All(expected, what => Assert.True(happened.GetValueOrDefault(what) > Runs / 100, what));
        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Join(", ", happened.Select(pair => FormattableString.Invariant($"{pair.Key} {pair.Value}"))));
    }
}
