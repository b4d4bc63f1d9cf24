using Custodia.Books;
using Custodia.Materials.Files;

namespace Custodia.Materials.Tests.Files;

public sealed class FormatPageTests
{
    [Fact]
    public void The_page_on_operators_files_names_every_column_and_every_refusal()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "formats", "operator-files.md"));
        foreach (var column in FileLayouts.All.SelectMany(layout => layout.Columns))
            Assert.Contains($"| `{column.Key}` | {column.Header.En} | {column.Header.Zh} |", page, StringComparison.Ordinal);
        foreach (var code in RefusalCatalogue.Of(typeof(FileRefusals)))
            Assert.Contains($"| `{code.Code}` | {code.Message.En} |", page, StringComparison.Ordinal);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Custodia.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The repository's root is not above the tests.");
    }
}
