using Custodia.Server.Reading.Views;

namespace Custodia.Server.Tests;

public sealed class SavedViewsTests : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("custodia-");

    private string Folder => Path.Combine(_place.FullName, "preferences");

    public void Dispose() => _place.Delete(recursive: true);

    [Fact]
    public void A_view_is_kept_for_its_reader_and_list_and_read_back_by_a_later_process()
    {
        var views = new FileSavedViews(Folder);
        Assert.Null(views.Save("Anna", "ledger", new SavedView("b", "code=SD")));
        Assert.Null(views.Save("Anna", "ledger", new SavedView("a", "code=RD")));
        Assert.Null(views.Save("Anna", "ledger", new SavedView("a", "code=TW")));
        var later = new FileSavedViews(Folder);
        Assert.Equal([new SavedView("a", "code=TW"), new SavedView("b", "code=SD")], later.Of("Anna", "ledger"));
        Assert.Empty(later.Of("anna", "ledger"));
        Assert.Empty(later.Of("Anna", "batches"));

        later.Remove("Anna", "ledger", "a");
        Assert.Equal(["b"], new FileSavedViews(Folder).Of("Anna", "ledger").Select(view => view.Name));
    }

    [Fact]
    public void A_name_that_no_file_may_have_stays_in_the_folder_and_only_its_owner_reads_it()
    {
        var views = new FileSavedViews(Folder);
        views.Save("../../etc/名\0", "ledger", new SavedView("a", ""));
        var file = Assert.Single(_place.GetFiles("*", SearchOption.AllDirectories));
        Assert.Equal(Folder, file.DirectoryName);
        Assert.Single(new FileSavedViews(Folder).Of("../../etc/名\0", "ledger"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode);
    }

    [Fact]
    public void There_is_a_limit_on_names_queries_and_views()
    {
        var views = new FileSavedViews(Folder);
        Assert.Equal(SavedViewProblem.NoName, views.Save("Anna", "ledger", new SavedView(" ", "")));
        Assert.Equal(SavedViewProblem.TooLong, views.Save("Anna", "ledger", new SavedView(new string('a', SavedView.MaxName + 1), "")));
        Assert.Equal(SavedViewProblem.TooLong, views.Save("Anna", "ledger", new SavedView("a", new string('q', SavedView.MaxQuery + 1))));
        for (var i = 0; i < SavedView.MaxCount; i++)
            Assert.Null(views.Save("Anna", "ledger", new SavedView($"{i}", "")));
        Assert.Equal(SavedViewProblem.TooMany, views.Save("Anna", "ledger", new SavedView("one more", "")));
        Assert.Null(views.Save("Anna", "ledger", new SavedView("0", "code=SD")));
    }

    [Fact]
    public void A_damaged_file_counts_as_empty_and_is_written_anew()
    {
        new FileSavedViews(Folder).Save("Anna", "ledger", new SavedView("a", ""));
        File.WriteAllText(Assert.Single(Directory.GetFiles(Folder)), "{\"ledger\": [{");
        var views = new FileSavedViews(Folder);
        Assert.Empty(views.Of("Anna", "ledger"));
        views.Save("Anna", "ledger", new SavedView("b", ""));
        Assert.Single(new FileSavedViews(Folder).Of("Anna", "ledger"));
    }
}
