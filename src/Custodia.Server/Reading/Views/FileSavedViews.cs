using System.Text;
using System.Text.Json;
using Custodia.Books;
using Custodia.Server.Hosting;

namespace Custodia.Server.Reading.Views;

/// <summary>
/// Saved views as files: one for each reader, which only the owner of the data folder may read. They are a convenience,
/// not a record: a file that cannot be read counts as empty. Safe on any thread.
/// </summary>
/// <param name="folder">The folder of the files; made when the first view is kept.</param>
public sealed class FileSavedViews(string folder) : ISavedViews
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Dictionary<string, List<SavedView>>> _known = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<SavedView> Of(string actor, string table)
    {
        lock (_lock)
            return [.. Read(actor).GetValueOrDefault(table) ?? []];
    }

    /// <inheritdoc/>
    public SavedViewProblem? Save(string actor, string table, SavedView view)
    {
        if (string.IsNullOrWhiteSpace(view.Name))
            return SavedViewProblem.NoName;
        if (view.Name.Length > SavedView.MaxName || view.Query.Length > SavedView.MaxQuery)
            return SavedViewProblem.TooLong;
        lock (_lock)
        {
            var kept = Read(actor).GetValueOrDefault(table) ?? [];
            List<SavedView> views = [.. kept.Where(known => known.Name != view.Name), view];
            if (views.Count > SavedView.MaxCount)
                return SavedViewProblem.TooMany;
            Write(actor, table, [.. views.OrderBy(known => known.Name, StringComparer.Ordinal)]);
            return null;
        }
    }

    /// <inheritdoc/>
    public void Remove(string actor, string table, string name)
    {
        lock (_lock)
            Write(actor, table, [.. (Read(actor).GetValueOrDefault(table) ?? []).Where(known => known.Name != name)]);
    }

    // A name may hold what a file name may not, and differ from another by case alone.
    private string PathOf(string actor) => Path.Combine(folder, Convert.ToHexStringLower(Encoding.UTF8.GetBytes(actor)) + ".json");

    private Dictionary<string, List<SavedView>> Read(string actor)
    {
        if (!_known.TryGetValue(actor, out var views))
            _known[actor] = views = Load(PathOf(actor));
        return views;
    }

    private static Dictionary<string, List<SavedView>> Load(string path)
    {
        try
        {
            return File.Exists(path)
                ? JsonSerializer.Deserialize<Dictionary<string, List<SavedView>>>(File.ReadAllBytes(path), FaceJson.Options) ?? []
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private void Write(string actor, string table, List<SavedView> views)
    {
        var all = new Dictionary<string, List<SavedView>>(Read(actor), StringComparer.Ordinal) { [table] = views };
        if (views.Count == 0)
            all.Remove(table);
        FolderLayout.CreateSecretFolder(folder);
        FolderLayout.WriteSecret(PathOf(actor), JsonSerializer.Serialize(all, FaceJson.Indented));
        _known[actor] = all;
    }
}
