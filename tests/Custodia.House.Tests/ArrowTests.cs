using System.Reflection;

namespace Custodia.House.Tests;

/// <summary>The directions of the house: arrows point down, and the trusted core knows nothing above it.</summary>
public sealed class ArrowTests
{
    public static TheoryData<string, string> Allowed => new()
    {
        { "Custodia.Quantities", "" },
        { "Custodia.Statistics", "" },
        { "Custodia.Proofs", "" },
        { "Custodia.Journal", "Custodia.Proofs" },
        { "Custodia.Books", "Custodia.Quantities Custodia.Journal Custodia.Proofs" },
        { "Custodia.Materials", "Custodia.Quantities Custodia.Statistics Custodia.Journal Custodia.Books" },
        { "Custodia.People", "Custodia.Journal Custodia.Books" },
        { "Custodia.Commitments", "Custodia.Books" },
        { "Custodia.ArmsControl", "Custodia.Books" },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_project_knows_only_what_lies_below_it(string project, string below)
    {
        var known = Assembly.Load(project).GetReferencedAssemblies()
            .Select(name => name.Name!).Where(name => name.StartsWith("Custodia.", StringComparison.Ordinal));
        Assert.Empty(known.Except(below.Split(' ')));
    }

    [Theory]
    [MemberData(nameof(Allowed))]
    public void What_lies_below_the_faces_knows_no_web_and_no_database(string project, string below)
    {
        _ = below;
        Assert.DoesNotContain(Assembly.Load(project).GetReferencedAssemblies(), name =>
            name.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || name.Name.StartsWith("Npgsql", StringComparison.Ordinal)
            || name.Name.StartsWith("Radzen", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_these_files_act_as_the_program_itself() =>
        Assert.Equal(["AccessLog.cs", "FirstContent.cs", "FirstOfficers.cs"], Repository.Files(".cs", ".razor")
            .Where(file => file.Contains("/src/", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("Caller.House(", StringComparison.Ordinal))
            .Select(file => Path.GetFileName(file)!).Order());

    [Fact]
    public void The_table_above_names_every_project_below_the_faces()
    {
        var projects = Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(d => Path.GetFileName(d)!)
            .Except(["Custodia.Server", "Custodia.Cli", "Custodia.Web.Assets"]);
        Assert.Equal(projects.Order(), Allowed.Select(row => row.Data.Item1).Order());
    }
}
