using Custodia.Books.Keeping;
using Custodia.Journal.Sealing;

namespace Custodia.Server.Hosting;

/// <summary>
/// Does to the key ring what the journal says was done, once that is durable. It can be asked any number of times: what was
/// done is not done again, what a power cut left undone is done at the next start.
/// </summary>
/// <param name="book">What the journal says.</param>
/// <param name="keys">The key ring.</param>
internal sealed class KeyChanges(JournalBook book, FileKeyRing keys)
{
    private int _done;

    /// <summary>Follows the entries before that number. Called on the writer's thread, or before there is one.</summary>
    public void Follow(long count)
    {
        while (_done < book.KeyChanges.Count && book.KeyChanges[_done].Stamp.Sequence < count)
        {
            Do(book.KeyChanges[_done].Fact);
            _done++;
        }
    }

    private void Do(Books.Fact fact)
    {
        if (fact is KeyRotated rotated && keys.Records.All(key => key.Compartment != rotated.Of || key.Generation < rotated.Generation))
            keys.Add(rotated.Of);
        else if (fact is KeysDestroyed destroyed)
        {
            foreach (var key in keys.Records.Where(key => key.Destroyed is null && destroyed.Keys.Contains(key.Id.ToString())))
                keys.Destroy(key.Id);
        }
    }
}
