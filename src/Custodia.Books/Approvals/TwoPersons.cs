namespace Custodia.Books.Approvals;

/// <summary>The two-person rule of a command: when a second person has to approve it, and what that person must hold.</summary>
/// <param name="Permission">What the second person must hold where the command acts.</param>
/// <param name="Applies">Whether the rule applies to a command, on the book as it stands: pure.</param>
public sealed record TwoPersons<TBook, TCommand>(string Permission, Func<TBook, TCommand, bool> Applies)
    where TBook : Book
    where TCommand : class
{
    /// <summary>The rule for a command that always needs two persons.</summary>
    public static TwoPersons<TBook, TCommand> Always(string permission) => new(permission, (_, _) => true);
}
