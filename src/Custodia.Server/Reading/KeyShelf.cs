using Custodia.Books;
using Custodia.Books.Access;

namespace Custodia.Server.Reading;

/// <summary>A compartment and its keys.</summary>
/// <param name="Compartment">Its name.</param>
/// <param name="Generation">Which key is the newest, from 1.</param>
/// <param name="Id">Id of the newest.</param>
/// <param name="Made">When the newest was made (UTC).</param>
/// <param name="Held">How many keys are held.</param>
/// <param name="Destroyed">How many were destroyed.</param>
public sealed record KeyRow(string Compartment, int Generation, string Id, DateTimeOffset Made, int Held, int Destroyed)
{
    /// <summary>Whether nothing of it can be read any more.</summary>
    public bool IsErased => Held == 0;
}

/// <summary>Shows the compartments' keys, never the keys themselves, to who looks after them.</summary>
public static class KeyShelf
{
    /// <summary>What one must hold to see it: the right to rotate keys.</summary>
    public const string Permission = "journal.keys";

    /// <summary>The compartments, by name.</summary>
    public static Answer<IReadOnlyList<KeyRow>> Ask(Desk desk)
    {
        ArgumentNullException.ThrowIfNull(desk);
        return desk.Read<IReadOnlyList<KeyRow>>(Permission, "journal/keys", reader =>
            reader.Covers(Places.State) ? Rows(desk) : AccessRefusals.NotHere.At(default, found: Places.State));
    }

    private static List<KeyRow> Rows(Desk desk) =>
    [
        .. from key in desk.Folder.Keys.Records
           group key by key.Compartment into keys
           orderby keys.Key
           let newest = keys.MaxBy(key => key.Generation)
           let held = keys.Count(key => key.Destroyed is null)
           select new KeyRow(keys.Key, newest.Generation, newest.Id.ToString(), newest.Created, held, keys.Count() - held),
    ];
}
