using System.Text.RegularExpressions;

namespace Custodia.House.Tests;

/// <summary>What a formatter cannot hold.</summary>
public sealed partial class TidyTests
{
    /// <summary>A file that a person reads in one go.</summary>
    private const int MaxLines = 500;

    private const int MaxColumns = 150;

    [Fact]
    public void Source_files_are_short_enough_to_be_read_in_one_go() =>
        Assert.Empty(Repository.Files(".cs", ".razor").Where(file => File.ReadLines(file).Count() > MaxLines).Select(Repository.Short));

    [Fact]
    public void Source_lines_fit_a_screen_where_they_hold_no_text_in_both_languages() =>
        Assert.Empty(
            from file in Repository.Files(".cs")
            from line in File.ReadLines(file).Select((text, index) => (text, index))
            where line.text.Length > MaxColumns && !line.text.Any(IsHan)
            select $"{Repository.Short(file)}:{line.index + 1}");

    [Fact]
    public void Time_comes_from_a_provider_and_nothing_sleeps_or_is_left_to_do() =>
        Assert.Empty(
            from file in Repository.Files(".cs", ".razor")
            where !file.Contains("/tests/", StringComparison.Ordinal)
            from line in File.ReadLines(file).Select((text, index) => (text, index))
            where Forbidden().IsMatch(line.text)
            select $"{Repository.Short(file)}:{line.index + 1}: {line.text.Trim()}");

    [Fact]
    public void Names_say_what_a_thing_is() =>
        Assert.Empty(Repository.Files(".cs").Where(file => VagueName().IsMatch(Path.GetFileName(file))).Select(Repository.Short));

    [Fact]
    public void Every_decision_is_listed()
    {
        var folder = Path.Combine(Repository.Root, "docs", "adr");
        var index = File.ReadAllText(Path.Combine(folder, "README.md"));
        var pages = Directory.GetFiles(folder, "0*.md").Select(file => Path.GetFileName(file)!).ToList();
        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.Contains($"({page})", index, StringComparison.Ordinal));
    }

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        var broken =
            from file in Repository.Files(".md")
            from Match link in Link().Matches(File.ReadAllText(file))
            let target = link.Groups[1].Value
            where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#')
            let path = Path.Combine(Path.GetDirectoryName(file)!, target.Split('#')[0])
            where !File.Exists(path) && !Directory.Exists(path)
            select $"{Repository.Short(file)}: {target}";
        Assert.Empty(broken);
    }

    private static bool IsHan(char letter) => letter is >= '\u4E00' and <= '\u9FFF';

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now\b|\bTODO\b|\bFIXME\b|Thread\.Sleep|async void")]
    private static partial Regex Forbidden();

    [GeneratedRegex("(Manager|Helper|Helpers|Util|Utils|Utility)\\.cs$")]
    private static partial Regex VagueName();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
