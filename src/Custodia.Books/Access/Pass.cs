namespace Custodia.Books.Access;

/// <summary>
/// What one caller may do under one permission at one moment: where it holds, and which compartments the caller may read.
/// Immutable and safe on any thread.
/// </summary>
public abstract class Pass
{
    /// <summary>The pass of the house: everywhere and everything.</summary>
    public static Pass Everywhere { get; } = new HousePass();

    /// <summary>Whether the permission holds at a place (see <see cref="Places"/>).</summary>
    public abstract bool Covers(string place);

    /// <summary>Whether the caller is cleared to read what is kept of a place.</summary>
    public abstract bool IsClearedFor(string place);

    /// <summary>What the caller may see of what is kept of a place.</summary>
    public Visibility Of(string place) =>
        !Covers(place) ? Visibility.Hidden : IsClearedFor(place) ? Visibility.Open : Visibility.Withheld;

    private sealed class HousePass : Pass
    {
        public override bool Covers(string place) => true;

        public override bool IsClearedFor(string place) => true;
    }
}

/// <summary>What a caller may see of what is kept of a place.</summary>
public enum Visibility
{
    /// <summary>Nothing, not even that it is there.</summary>
    Hidden,

    /// <summary>That it is there; what it says is withheld.</summary>
    Withheld,

    /// <summary>All of it.</summary>
    Open,
}

/// <summary>
/// Places are texts of the form <c>kind:code</c>, such as <c>mba:XAFB</c>, and <see cref="State"/>, which holds all of
/// them. A book says which place lies in which (<see cref="Book.PlacesAround"/>).
/// </summary>
public static class Places
{
    /// <summary>The whole State.</summary>
    public const string State = "state";

    /// <summary>What everybody who is signed in may do, such as to see what one may do.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>A place of a kind.</summary>
    public static string Of(string kind, string code) => $"{kind}:{code}";
}
