using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Custodia.Abuse.Tests;

/// <summary>The threat model names the tests that show it, and they are these.</summary>
public sealed partial class ThreatModelTests
{
    private static readonly string Model = File.ReadAllText(Path.Combine(Folder(), "../../docs/threat-model.md"));

    private static IEnumerable<string> Tests => typeof(ThreatModelTests).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => method.GetCustomAttribute<FactAttribute>() is not null && method.DeclaringType != typeof(ThreatModelTests))
        .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");

    [Fact]
    public void Every_test_that_the_model_names_is_there_and_every_test_is_named() =>
        Assert.Equal(Tests.Order(), Names().Matches(Model).Select(match => match.Value).Distinct().Order());

    [Fact]
    public void Every_threat_has_an_id_of_its_own_a_defence_and_a_test()
    {
        var rows = Rows().Matches(Model).Select(match => match.Value.Split('|', StringSplitOptions.TrimEntries)).ToList();
        Assert.True(rows.Count > 20, "The table of threats is missing.");
        Assert.Equal(rows.Count, rows.Select(row => row[1]).Distinct().Count());
        Assert.All(rows, row => Assert.True(row.Length == 6 && row[2].Length > 0 && row[3].Length > 0 && Names().IsMatch(row[4]), row[1]));
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex("[A-Z][A-Za-z]+Tests\\.[A-Z][A-Za-z_0-9]+")]
    private static partial Regex Names();

    [GeneratedRegex("^\\| T\\d\\d .*\\|$", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
