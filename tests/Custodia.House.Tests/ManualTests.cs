using Custodia.Server.Hosting;
using Custodia.Testing;

namespace Custodia.House.Tests;

/// <summary>What the manual and the readme promise besides what their commands do.</summary>
public sealed class ManualTests
{
    [Fact]
    public void The_readme_begins_with_the_two_commands_and_names_only_commands_that_exist()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var first = ManualBlocks.Of(Path.Combine(Repository.Root, "README.md")).First(block => block.Kind == "sh").Lines;
        Assert.Equal(["./custodia up", "./custodia test"], first.Select(line => line.Split('#')[0].Trim()));
        string[] verbs = ["up", "test", "bench", "materials", "commitments", "statistics", "journal", "verify", "sign-in"];
        foreach (var line in readme.Split('\n').Where(line => line.StartsWith("./custodia ", StringComparison.Ordinal)))
            Assert.Contains(line.Split(' ')[1], verbs);
    }

    [Fact]
    public void The_manual_states_the_password_of_the_sample_accounts() => Assert.Contains(
        $"`{SamplePeople.Password}`", File.ReadAllText(Path.Combine(Repository.Root, "docs", "manual", "first-hour.md")), StringComparison.Ordinal);
}

// A class for each page, so that they go side by side: most of their time is spent waiting for programs to start.
public sealed class FirstHourPage() : ManualPage("first-hour.md");

public sealed class PeoplePage() : ManualPage("people.md");

public sealed class CommitmentsPage() : ManualPage("commitments.md");

public sealed class ArmsControlPage() : ManualPage("arms-control.md");

public sealed class StatisticsPage() : ManualPage("statistics.md");
