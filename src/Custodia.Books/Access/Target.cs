namespace Custodia.Books.Access;

/// <summary>Where a command acts, or what a query asks about.</summary>
public readonly record struct Target
{
    private Target(string name, bool isCompartment)
    {
        Name = name;
        IsCompartment = isCompartment;
    }

    /// <summary>A place (see <see cref="Places"/>), or the name of a compartment.</summary>
    public string Name { get; }

    /// <summary>Whether it is a compartment, whose content must be open to the caller as well.</summary>
    public bool IsCompartment { get; }

    /// <summary>A place at which the permission must hold.</summary>
    public static Target At(string place) => new(place, false);

    /// <summary>A compartment: the permission must hold at its place, and the caller be cleared for it.</summary>
    public static Target In(string compartment) => new(compartment, true);

    /// <summary>The whole State.</summary>
    public static IEnumerable<Target> State<TBook, TInput>(TBook book, TInput input) => [At(Places.State)];

    /// <summary>Nothing by itself: the answer, or the decision, looks at the reader or caller.</summary>
    public static IEnumerable<Target> None<TBook, TInput>(TBook book, TInput input) => [];
}
