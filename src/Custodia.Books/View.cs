using Custodia.Books.Access;

namespace Custodia.Books;

/// <summary>
/// From where a question is asked. A reader never sees an entry past <see cref="Count"/>: so it never sees a part of a
/// batch, nor what is not yet durable, and a question asked again with the same view has the same answer for ever.
/// </summary>
/// <param name="Count"><i>As known at</i>: how many entries count, from the first one.</param>
/// <param name="AsOf"><i>As of</i>: the last day that counts, as a whole (to 24:00).</param>
/// <param name="Reader">Through whose eyes; null: the book's own, which are those of its rules.</param>
public readonly record struct View(long Count, DateOnly AsOf, Reader? Reader = null)
{
    /// <summary>All that is recorded, of any day, without a reader: by it rules decide.</summary>
    public static View Everything { get; } = new(long.MaxValue, DateOnly.MaxValue);

    /// <summary>Whether this view knows the entry of that number.</summary>
    public bool Knows(long sequence) => sequence < Count;

    /// <summary>Whether this view takes in something of that day, recorded by that entry.</summary>
    public bool Sees(long sequence, DateOnly day) => sequence < Count && day <= AsOf;

    /// <summary>Whether the permission under which it is asked holds at a place.</summary>
    public bool Covers(string place) => Reader?.Covers(place) ?? true;

    /// <summary>Whether the content of a compartment is open, without its counting as seen.</summary>
    public bool IsOpen(string compartment) => Reader?.IsOpen(compartment) ?? true;

    /// <summary>What may be seen of a compartment.</summary>
    public Visibility Of(string compartment) => Reader?.Of(compartment) ?? Visibility.Open;
}

/// <summary>A view as a person asks for it: what is left out means now.</summary>
/// <param name="AsOf">The last day that counts; left out: no limit.</param>
/// <param name="KnownAt">Number of the last entry that counts; left out: the newest.</param>
public readonly record struct ViewRequest(DateOnly? AsOf, long? KnownAt);
