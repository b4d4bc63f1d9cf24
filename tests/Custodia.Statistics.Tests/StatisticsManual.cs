using System.Globalization;
using System.Runtime.CompilerServices;
using Custodia.Testing;

namespace Custodia.Statistics.Tests;

/// <summary>The page of the manual on statistics.</summary>
internal static class StatisticsManual
{
    /// <summary>The blocks of one of its sections.</summary>
    public static IEnumerable<(string Kind, IReadOnlyList<string> Lines)> Blocks(string section, [CallerFilePath] string test = "") =>
        from block in ManualBlocks.Of(Path.Combine(Path.GetDirectoryName(test)!, "..", "..", "..", "docs", "manual", "statistics.md"))
        where block.Section == section
        select (block.Kind, block.Lines);

    /// <summary>Each figure of that section is the one worked out, as many digits as it states, and no other is stated.</summary>
    public static void States(string section, IReadOnlyDictionary<string, double> figures, [CallerFilePath] string test = "")
    {
        var stated = Blocks(section, test).Where(block => block.Kind == "figures").SelectMany(block => block.Lines)
            .Select(line => line.Split(" = ")).ToDictionary(line => line[0], line => line[1]);
        Assert.Equal(figures.Keys.Order(), stated.Keys.Order());
        Assert.All(stated, line =>
        {
            var decimals = line.Value.Contains('.', StringComparison.Ordinal) ? line.Value.Split('.')[1].Length : 0;
            Assert.Equal($"{line.Key} = {line.Value}", line.Key + " = " + figures[line.Key].ToString("F" + decimals, CultureInfo.InvariantCulture));
        });
    }
}
