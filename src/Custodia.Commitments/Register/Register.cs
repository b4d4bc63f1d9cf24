namespace Custodia.Commitments;

/// <summary>
/// The register of systems and the catalogue of promises, which ship with the program: what the sources speak of, what States
/// agreed at the summits and elsewhere, and the numbers that were stated about it. Read once, never changed; a State's own
/// documents and acts are entries of its journal.
/// </summary>
public static class Register
{
    /// <summary>Every system, instrument, institution, initiative and case that the sources speak of.</summary>
    public static Records<SystemRow> Systems { get; } = Read<SystemRow>("systems", row => row.Id);

    /// <summary>The sources.</summary>
    public static Records<SourceDocument> Sources { get; } = Read<SourceDocument>("sources", source => source.Id);

    /// <summary>The States, by code.</summary>
    public static Records<State> States { get; } = Read<State>("states", state => state.Code);

    /// <summary>Groups of States.</summary>
    public static Records<StateGroup> Groups { get; } = Read<StateGroup>("groups", group => group.Id);

    /// <summary>Numbers and statements, each with its source.</summary>
    public static Records<StatedFact> Facts { get; } = Read<StatedFact>("facts", fact => fact.Id);

    /// <summary>The four summits.</summary>
    public static Records<Summit> Summits { get; } = Read<Summit>("summits", summit => summit.Id);

    /// <summary>The documents of the summits.</summary>
    public static Records<SummitDocument> Documents { get; } = Read<SummitDocument>("documents", document => document.Id);

    /// <summary>What the promises are about.</summary>
    public static Records<Theme> Themes { get; } = Read<Theme>("themes", theme => theme.Id);

    /// <summary>The promises: the items of the documents, document by document.</summary>
    public static Records<Item> Items { get; } = Read<Item>("items", item => item.Id);

    /// <summary>Treaties, agreements, codes and guidance.</summary>
    public static Records<Instrument> Instruments { get; } = Read<Instrument>("instruments", instrument => instrument.Id);

    /// <summary>Resolutions of the Security Council.</summary>
    public static Records<Resolution> Resolutions { get; } = Read<Resolution>("resolutions", resolution => resolution.Id);

    /// <summary>Regimes and partnerships.</summary>
    public static Records<Regime> Regimes { get; } = Read<Regime>("regimes", regime => regime.Id);

    /// <summary>Organisations and committees.</summary>
    public static Records<Body> Bodies { get; } = Read<Body>("bodies", body => body.Id);

    /// <summary>The gift baskets that an information circular opened to all.</summary>
    public static Records<GiftBasket> Circulars { get; } = Read<GiftBasket>("circulars", circular => circular.Id);

    /// <summary>The actions of the 2010 Review Conference of the NPT.</summary>
    public static Records<NptAction> NptActions { get; } = Read<NptAction>("npt-actions", action => action.Id);

    /// <summary>Missions, plans, funds, forums, campaigns.</summary>
    public static Records<Programme> Programmes { get; } = Read<Programme>("programmes", programme => programme.Id);

    /// <summary>What States declared.</summary>
    public static Records<Declaration> Declarations { get; } = Read<Declaration>("declarations", declaration => declaration.Id);

    /// <summary>Every duty of the instruments, the resolutions and the circulars.</summary>
    public static Records<Duty> Duties { get; } = new(
        [
            .. Instruments.SelectMany(instrument => instrument.Duties), .. Resolutions.SelectMany(resolution => resolution.Duties),
            .. Circulars.SelectMany(circular => circular.Duties),
        ],
        duty => duty.Id);

    /// <summary>The facts about a term, in the order of the register; none: empty.</summary>
    public static IEnumerable<StatedFact> FactsOf(string subject) => Facts.Where(fact => fact.Subject == subject);

    /// <summary>The facts that disagree, or that are points of one series: by their key.</summary>
    public static ILookup<string, StatedFact> Conflicts { get; } =
        Facts.Where(fact => fact.Conflict is not null).ToLookup(fact => fact.Conflict!, StringComparer.Ordinal);

    /// <summary>What answers a text by one of its names, its id or its words: exact names first, then those that begin with it,
    /// shorter names before longer ones. Neither case, width nor the script of Han text counts.</summary>
    /// <param name="text">Any text; an empty one finds nothing.</param>
    public static IReadOnlyList<RegisterMatch> Find(string text) => RegisterIndex.Find(text);

    /// <summary>A record's own name, or that of its term.</summary>
    /// <exception cref="InvalidOperationException">It has neither.</exception>
    internal static Words TitleOf(Words? own, string? system) =>
        own ?? (system is not null && Glossary.Find(system) is { } term
            ? new Words(term.En, term.Zh)
            : throw new InvalidOperationException("A record of the register has neither a name nor a term."));

    private static Records<T> Read<T>(string file, Func<T, string> id)
        where T : class => new(RegisterFile.Read<T>(file), id);
}
