using Custodia.Books;
using Custodia.People.Facts;

namespace Custodia.People;

/// <summary>What signing in has to know of a person or device.</summary>
/// <param name="Holder">Who it is.</param>
/// <param name="IsActive">Whether any right can hold today.</param>
/// <param name="NeedsSecondFactor">Whether a role held today asks for a second factor.</param>
/// <param name="IsGuarded">
/// Whether nobody alone may open a way in as them: today or later they are cleared for something, or hold a role that sees
/// material, asks for a second factor, or takes two persons to give.
/// </param>
public sealed record HolderStanding(Holder Holder, bool IsActive, bool NeedsSecondFactor, bool IsGuarded)
{
    /// <summary>How somebody stands at a moment; null where nobody of that id is known.</summary>
    public static HolderStanding? Of(PeopleBook book, string id, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(book);
        if (!book.Holders.TryGetValue(id, out var file))
            return null;
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        return new HolderStanding(file.Holder, file.IsActive(day, View.Everything),
            Rights.Held(book, file, day, View.Everything).Any(held => held.Role.NeedsSecondFactor), Rights.IsGuarded(book, file, day));
    }
}
