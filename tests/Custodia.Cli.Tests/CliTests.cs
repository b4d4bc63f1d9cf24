using System.Text.Json;
using Custodia.Materials;

namespace Custodia.Cli.Tests;

public sealed class CliTests(CliFolder cli) : IClassFixture<CliFolder>
{
    private static readonly string[] Zedland = ["materials", "name-state", "--code", "XA", "--name-en", "Zedland", "--name-zh", "澤國"];

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    public async Task Help_of_the_book_has_every_verb_with_its_sentence(string language)
    {
        var help = (await cli.Run("materials", "--help", "--lang", language)).Expect(0).Output;
        var flat = Flat(help);
        var definitions = MaterialsCatalogue.Instance.Commands.Select(c => (c.Name, c.Summary))
            .Concat(MaterialsCatalogue.Instance.Queries.Select(q => (q.Name, q.Summary)));
        foreach (var (name, summary) in definitions)
        {
            Assert.Contains(name, help, StringComparison.Ordinal);
            Assert.Contains(Flat(summary.In(language)), flat, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Help_of_every_verb_names_every_field_and_an_example()
    {
        var verbs = BookCommands.Groups(new Session("en")).Single(group => group.Name == "materials").Make()
            .Subcommands.ToDictionary(verb => verb.Name);
        foreach (var command in MaterialsCatalogue.Instance.Commands)
        {
            var options = verbs[command.Name].Options.Select(option => option.Name).ToList();
            Assert.All(command.Fields, field => Assert.Contains("--" + JsonNamingPolicy.KebabCaseLower.ConvertName(field.Name), options));
            Assert.Contains("Example: custodia materials " + command.Name, verbs[command.Name].Description, StringComparison.Ordinal);
        }

        foreach (var query in MaterialsCatalogue.Instance.Queries)
            Assert.Contains("--known-at", verbs[query.Name].Options.Select(option => option.Name));
        var help = (await cli.Run("materials", "close-balance", "--help")).Expect(0).Output;
        Assert.Contains("--special-report", help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_read_beside_the_promises_without_a_journal()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("custodia-").FullName, "draft.txt");
        await File.WriteAllTextAsync(path, "A draft\n\n1. We will keep all nuclear material under our control secure.\n\n"
            + "2. We will report to the 1540 Committee regularly.\n", TestContext.Current.CancellationToken);
        var read = (await cli.Run("commitments", "import-document", path, "--preview", "--json")).Expect(0).Json;
        var paragraphs = read["documents"]![0]!["paragraphs"]!.AsArray();
        Assert.Equal([1, 2], paragraphs.Select(paragraph => (int)paragraph!["number"]!));
        Assert.All(paragraphs, paragraph => Assert.NotNull((string?)paragraph!["item"]));
        await File.WriteAllTextAsync(path, "Nothing is numbered here.\n", TestContext.Current.CancellationToken);
        var refused = (await cli.Run("commitments", "import-document", path, "--preview")).Expect(1);
        Assert.Contains("commitments.document-no-numbered-paragraph", refused.Error, StringComparison.Ordinal);
        (await cli.Run("commitments", "import-document", path)).Expect(2);
    }

    [Fact]
    public async Task Help_of_the_root_states_the_exit_codes() =>
        Assert.Contains("3 what is stored does not verify", (await cli.Run("--help")).Expect(0).Output, StringComparison.Ordinal);

    [Fact]
    public async Task A_command_is_taken_refused_and_answered_in_both_languages()
    {
        var tried = (await cli.Run([.. Zedland, "--try", "--json"])).Expect(0);
        Assert.Equal("wouldRecord", (string?)tried.Json["outcome"]);
        var id = Guid.NewGuid().ToString();
        var taken = (await cli.Run([.. Zedland, "--command-id", id, "--json"])).Expect(0);
        Assert.Equal(id, (string?)taken.Json["commandId"]);
        Assert.True((bool)(await cli.Run([.. Zedland, "--command-id", id, "--json"])).Expect(0).Json["isRepeat"]!);
        var refused = (await cli.Run([.. Zedland])).Expect(1);
        Assert.Contains("materials.state-named-already (code): The State of this book was named already.", refused.Error, StringComparison.Ordinal);
        var chinese = (await cli.Run([.. Zedland, "--lang", "zh-Hant"])).Expect(1);
        Assert.Contains("本帳冊之國家已設定。", chinese.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("materials", "no-such-verb")]
    [InlineData("materials", "balance", "--no-such-option", "1")]
    [InlineData("materials", "close-balance", "--mba", "XA01", "--date", "yesterday")]
    [InlineData("materials", "import", "wishes", "x.csv")]
    [InlineData("journal", "destroy-key", "XA01")]
    [InlineData("up", "--sample", "--empty")]
    public async Task Wrong_usage_or_input_ends_with_2(params string[] args) =>
        Assert.NotEmpty((await cli.Run(args)).Expect(2).Error);

    [Fact]
    public async Task Input_comes_from_standard_input_or_a_file()
    {
        const string Facility = """{"code":"XA-B","nameEn":"Plant","nameZh":"廠","kind":"storage","from":"2026-01-01"}""";
        (await cli.RunWith(Facility, "materials", "register-facility", "--input", "-", "--try")).Expect(0);
        var file = Path.Combine(cli.Root, "facility.json");
        await File.WriteAllTextAsync(file, Facility, TestContext.Current.CancellationToken);
        (await cli.Run("materials", "register-facility", "--input", file, "--try")).Expect(0);
        (await cli.Run("materials", "register-facility", "--input", file, "--code", "XA-B")).Expect(2);
    }

    [Fact]
    public async Task A_folder_that_is_not_one_is_refused_with_the_way_to_make_it()
    {
        var result = (await CliFolder.RunOn(Path.Combine(cli.Root, "nothing"), null, ["journal", "state"])).Expect(1);
        Assert.Contains("custodia up", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_can_be_imported_back()
    {
        var file = Path.Combine(cli.Root, "changes.xlsx");
        (await cli.Run("materials", "template", "changes", "--out", file)).Expect(0);
        var refused = (await cli.Run("materials", "import", "changes", file, "--preview")).Expect(1);
        Assert.Contains("file.no-rows", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_see_lines_and_programs_see_json()
    {
        var text = (await cli.Run("journal", "entries", "--count", "1")).Expect(0).Output;
        Assert.Contains("code-tables-adopted", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{\"count\"", text, StringComparison.Ordinal);
        var json = (await cli.Run("journal", "entries", "--count", "1", "--json")).Expect(0).Json;
        Assert.Equal("code-tables-adopted", (string?)json["entries"]![0]!["kind"]);
    }

    private static string Flat(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
