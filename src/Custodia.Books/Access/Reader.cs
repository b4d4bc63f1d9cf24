namespace Custodia.Books.Access;

/// <summary>
/// Through whose eyes a question is answered. It notes which places were opened, so that what was seen can be put on the
/// journal before it is shown. Used by one question, on one thread.
/// </summary>
public sealed class Reader
{
    private readonly Pass _pass;
    private readonly PlaceTree _places;
    private readonly Func<string, Pass?> _admit;
    private readonly Func<string, bool> _isErased;
    private readonly Dictionary<string, Pass?> _passes = new(StringComparer.Ordinal);
    private HashSet<string>? _opened;

    internal Reader(Caller caller, DateTimeOffset now, Pass pass, PlaceTree places, Func<string, Pass?> admit,
        Func<string, bool> isErased)
    {
        Caller = caller;
        Now = now;
        _pass = pass;
        _places = places;
        _admit = admit;
        _isErased = isErased;
    }

    /// <summary>Who asks.</summary>
    public Caller Caller { get; }

    /// <summary>When it is asked: for what ends by itself, such as a proposal.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The places whose content was opened so far.</summary>
    internal IReadOnlyCollection<string> Opened => _opened ?? [];

    /// <summary>What the caller may see of a compartment; where it is open, that counts as seen.</summary>
    /// <param name="compartment">Its name, as facts state it; empty: open to all who may ask at all.</param>
    public Visibility Of(string compartment) => Of(compartment, _pass, opens: true);

    /// <summary>Whether the content of a compartment is open, without opening it: for what says nothing of the content.</summary>
    public bool IsOpen(string compartment) => Of(compartment, _pass, opens: false) == Visibility.Open;

    /// <summary>What the caller may see of a compartment under another permission than that of this question.</summary>
    /// <param name="compartment">Its name.</param>
    /// <param name="permission">The permission.</param>
    /// <param name="opens">Whether it is asked in order to show its content, which then counts as seen.</param>
    public Visibility Of(string compartment, string permission, bool opens = true) =>
        PassOf(permission) is { } pass ? Of(compartment, pass, opens) : Visibility.Hidden;

    /// <summary>Whether all keys of a compartment were destroyed.</summary>
    public bool IsErased(string compartment) => _isErased(compartment);

    /// <summary>Whether the permission of this question holds at a place.</summary>
    public bool Covers(string place) => _pass.Covers(place);

    /// <summary>Whether the caller holds a permission at a place.</summary>
    public bool May(string permission, string place) => PassOf(permission)?.Covers(place) ?? false;

    /// <summary>Whether the caller holds a permission at a place and is cleared for what is kept there.</summary>
    public bool MayRead(string permission, string place) => PassOf(permission)?.Of(place) == Visibility.Open;

    /// <summary>Notes that what is kept of a place was opened, where the question's own permission suffices for it.</summary>
    public void Open(string place) => (_opened ??= new HashSet<string>(StringComparer.Ordinal)).Add(place);

    private Pass? PassOf(string permission)
    {
        if (!_passes.TryGetValue(permission, out var pass))
            _passes.Add(permission, pass = _admit(permission));
        return pass;
    }

    private Visibility Of(string compartment, Pass pass, bool opens)
    {
        if (compartment.Length == 0)
            return Visibility.Open;
        var place = _places.PlaceOf(compartment);
        var visibility = pass.Of(place);
        // What was erased is read by nobody from that moment, whatever this process still has in memory.
        if (visibility == Visibility.Open && _isErased(compartment))
            return Visibility.Withheld;
        if (visibility == Visibility.Open && opens)
            Open(place);
        return visibility;
    }
}
