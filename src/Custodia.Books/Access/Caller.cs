namespace Custodia.Books.Access;

/// <summary>How a caller came in, for the access log.</summary>
public enum CallerVia
{
    /// <summary>The program itself.</summary>
    House,

    /// <summary>A page, in a browser.</summary>
    Page,

    /// <summary>The HTTP API or the command line, with a token.</summary>
    Api,

    /// <summary>The HTTP API with a client certificate.</summary>
    Certificate,
}

/// <summary>
/// Who asks or commands: a person or device that was authenticated, or the house, which is the program acting for itself
/// (first content, the access log). Immutable.
/// </summary>
public sealed record Caller
{
    private Caller(string name, CallerVia via, string session, IReadOnlySet<string>? only)
    {
        Name = name;
        Via = via;
        Session = session;
        Only = only;
    }

    /// <summary>Whom the journal names: the id of the person or device.</summary>
    public string Name { get; }

    /// <summary>How the caller came in.</summary>
    public CallerVia Via { get; }

    /// <summary>Id of the session or token by which it was authenticated; empty for the house.</summary>
    public string Session { get; }

    /// <summary>The only permissions that the session may use, as of a token of narrow use; null: all of the caller's.</summary>
    public IReadOnlySet<string>? Only { get; }

    /// <summary>Whether it is the program itself.</summary>
    public bool IsHouse => Via == CallerVia.House;

    /// <summary>The program itself, under a name. A test of the house says which files may do so.</summary>
    public static Caller House(string name) => new(name, CallerVia.House, "", null);

    /// <summary>Somebody who was authenticated.</summary>
    /// <param name="name">Id of the person or device.</param>
    /// <param name="via">How; not <see cref="CallerVia.House"/>.</param>
    /// <param name="session">Id of the session or token.</param>
    /// <param name="only">The only permissions that it may use, or null.</param>
    public static Caller Authenticated(string name, CallerVia via, string session, IReadOnlySet<string>? only = null) =>
        via == CallerVia.House
            ? throw new ArgumentOutOfRangeException(nameof(via))
            : new Caller(name, via, session, only);
}
