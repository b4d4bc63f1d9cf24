using Custodia.Books;

namespace Custodia.Commitments.Law;

/// <summary>Something that an entry recorded, and another may take back.</summary>
/// <param name="stamp">The entry.</param>
internal class Recorded(Stamp stamp)
{
    /// <summary>The entry.</summary>
    public Stamp Stamp { get; } = stamp;

    /// <summary>The entry that took it back; past every view where none did.</summary>
    public long TakenBackBy { get; set; } = long.MaxValue;

    /// <summary>Whether a view knows it, and does not know that it was taken back.</summary>
    public bool IsKnown(View view) => view.Knows(Stamp.Sequence) && !view.Knows(TakenBackBy);
}

/// <summary>From a day on something holds, or holds no longer.</summary>
/// <param name="stamp">The entry that says so.</param>
/// <param name="day">The first day.</param>
/// <param name="value">What holds from then on; <c>null</c>: nothing.</param>
/// <param name="why">By what, in words.</param>
internal sealed class Turn<T>(Stamp stamp, DateOnly day, T? value, string? why = null) : Recorded(stamp)
    where T : class
{
    /// <summary>The first day.</summary>
    public DateOnly Day { get; } = day;

    /// <summary>What holds from then on; <c>null</c>: nothing.</summary>
    public T? Value { get; } = value;

    /// <summary>By what, in words.</summary>
    public string? Why { get; } = why;
}

/// <summary>What held on which days, as each view knows it. An amendment is a turn; nothing is ever overwritten.</summary>
internal sealed class Timeline<T>
    where T : class
{
    private readonly List<Turn<T>> _turns = [];

    /// <summary>Adds a turn, and gives it back.</summary>
    public Turn<T> Add(Turn<T> turn)
    {
        _turns.Add(turn);
        return turn;
    }

    /// <summary>The turns that a view knows, by day.</summary>
    public List<Turn<T>> Known(View view) =>
        [.. _turns.Where(turn => turn.IsKnown(view)).OrderBy(turn => turn.Day).ThenBy(turn => turn.Stamp.Sequence)];

    /// <summary>The turn that counts on a day; <c>null</c> before the first.</summary>
    public Turn<T>? At(DateOnly day, View view) => Known(view).FindLast(turn => turn.Day <= day);

    /// <summary>Whether it is one of its turns.</summary>
    public bool Holds(Turn<T> turn) => _turns.Contains(turn);

    /// <summary>Whether a view knows anything of it.</summary>
    public bool IsKnown(View view) => _turns.Exists(turn => turn.IsKnown(view));
}
