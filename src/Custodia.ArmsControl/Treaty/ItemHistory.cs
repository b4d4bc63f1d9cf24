using Custodia.ArmsControl.Facts;
using Custodia.Books;

namespace Custodia.ArmsControl.Treaty;

/// <summary>A notification as it stands in the book.</summary>
/// <param name="stamp">The entry that recorded it.</param>
/// <param name="content">What it says.</param>
internal sealed class KeptNotification(Stamp stamp, RecordNotification content)
{
    public Stamp Stamp { get; } = stamp;

    public RecordNotification Content { get; } = content;

    /// <summary>The entry that took it back; past every view where none did.</summary>
    public long TakenBackBy { get; set; } = long.MaxValue;

    /// <summary>Whether it counts for a view.</summary>
    public bool Counts(View view) => view.Sees(Stamp.Sequence, Content.On) && !view.Knows(TakenBackBy);
}

/// <summary>
/// What became of the items of a party, notification by notification: how an item stands on a day follows from what was
/// notified of it up to then, in the order of the days, and of one day in the order of recording.
/// </summary>
internal sealed class ItemHistory
{
    private readonly SortedDictionary<string, List<KeptNotification>> _items = new(StringComparer.Ordinal);

    /// <summary>Takes a notification in.</summary>
    public void Add(KeptNotification notification)
    {
        foreach (var change in notification.Content.Items)
        {
            if (!_items.TryGetValue(change.Uid, out var steps))
                _items.Add(change.Uid, steps = []);
            steps.Insert(Place(steps, notification.Content.On), notification);
        }
    }

    /// <summary>The items that a view knows, with how they stand.</summary>
    public IEnumerable<(string Uid, ItemState State)> At(View view) =>
        from item in _items
        let state = Fold(item.Key, item.Value.Where(step => step.Counts(view)))
        where state is not null
        select (item.Key, state.Value);

    /// <summary>The totals as a view has them; null where nothing was notified up to then.</summary>
    public Counts? CountsAt(View view)
    {
        Counts? counts = null;
        foreach (var (_, item) in At(view))
            counts = (counts ?? Counts.None).With(item);
        return counts;
    }

    /// <summary>The first notification of an item that cannot have happened, if one more is taken in; else null.</summary>
    public RecordNotification? FirstBroken(string uid, RecordNotification added) => Replay(uid, added, without: null);

    /// <summary>The first notification of an item that cannot have happened, if one is taken back; else null.</summary>
    public RecordNotification? FirstBroken(string uid, KeptNotification without) => Replay(uid, added: null, without);

    private RecordNotification? Replay(string uid, RecordNotification? added, KeptNotification? without)
    {
        var steps = (_items.GetValueOrDefault(uid) ?? []).Where(step => step != without && step.Counts(View.Everything))
            .Select(step => step.Content).ToList();
        if (added is not null)
            steps.Insert(steps.FindLastIndex(step => step.On <= added.On) + 1, added);
        ItemState? state = null;
        foreach (var step in steps)
        {
            state = ItemState.After(state, step.Type, ChangeOf(step, uid));
            if (state is null)
                return step;
        }

        return null;
    }

    // What cannot follow on was refused when it was recorded; a fold passes it over.
    private static ItemState? Fold(string uid, IEnumerable<KeptNotification> steps) => steps.Aggregate((ItemState?)null,
        (state, step) => ItemState.After(state, step.Content.Type, ChangeOf(step.Content, uid)) ?? state);

    private static ItemChange ChangeOf(RecordNotification notification, string uid) => notification.Items.First(change => change.Uid == uid);

    // Behind all of the same day or earlier: entries come in the order of their numbers.
    private static int Place(List<KeptNotification> steps, DateOnly on) => steps.FindLastIndex(step => step.Content.On <= on) + 1;
}
