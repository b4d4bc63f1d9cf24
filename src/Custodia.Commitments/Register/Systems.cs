using System.Text.Json.Serialization;

namespace Custodia.Commitments;

/// <summary>What sort of thing a system of the register is.</summary>
public enum SystemKind
{
    /// <summary>A treaty.</summary>
    Treaty,

    /// <summary>An agreement between few, or with the IAEA.</summary>
    Agreement,

    /// <summary>A code of conduct.</summary>
    Code,

    /// <summary>An instrument of another kind, such as a national act.</summary>
    Instrument,

    /// <summary>One or several resolutions of the Security Council.</summary>
    Resolution,

    /// <summary>A summit.</summary>
    Summit,

    /// <summary>A document.</summary>
    Document,

    /// <summary>A series of meetings.</summary>
    Forum,

    /// <summary>An organisation or a kind of organisation.</summary>
    Organisation,

    /// <summary>A voluntary partnership.</summary>
    Partnership,

    /// <summary>An export-control regime.</summary>
    Regime,

    /// <summary>A service that States ask for.</summary>
    Service,

    /// <summary>Guidance.</summary>
    Guidance,

    /// <summary>A fund.</summary>
    Fund,

    /// <summary>A programme or plan.</summary>
    Programme,

    /// <summary>An initiative.</summary>
    Initiative,

    /// <summary>A declaration or pledge.</summary>
    Declaration,

    /// <summary>A statement.</summary>
    Statement,

    /// <summary>A goal with a date.</summary>
    Target,

    /// <summary>A measure that a State or an operator takes.</summary>
    Measure,

    /// <summary>A register of data.</summary>
    Database,

    /// <summary>A centre for training and support.</summary>
    Centre,

    /// <summary>A kind of material or source.</summary>
    Material,

    /// <summary>A threat to be prevented.</summary>
    Threat,

    /// <summary>A concept.</summary>
    Concept,

    /// <summary>A case or event.</summary>
    Case,

    /// <summary>States with something in common.</summary>
    StateGroup,
}

/// <summary>What a system opens.</summary>
public enum OpeningKind
{
    /// <summary>A summit (<see cref="Register.Summits"/>).</summary>
    Summit,

    /// <summary>A document (<see cref="Register.Documents"/>).</summary>
    Document,

    /// <summary>A promise (<see cref="Register.Items"/>).</summary>
    Item,

    /// <summary>An instrument with its duties (<see cref="Register.Instruments"/>).</summary>
    Instrument,

    /// <summary>A resolution (<see cref="Register.Resolutions"/>).</summary>
    Resolution,

    /// <summary>A regime or partnership (<see cref="Register.Regimes"/>): membership or edition.</summary>
    Regime,

    /// <summary>An organisation (<see cref="Register.Bodies"/>).</summary>
    Body,

    /// <summary>A mission, plan, fund, forum or campaign (<see cref="Register.Programmes"/>).</summary>
    Programme,

    /// <summary>A gift basket (<see cref="Register.Circulars"/>).</summary>
    Circular,

    /// <summary>A declaration (<see cref="Register.Declarations"/>).</summary>
    Declaration,

    /// <summary>An action of the 2010 Review Conference (<see cref="Register.NptActions"/>).</summary>
    NptAction,

    /// <summary>A group of States (<see cref="Register.Groups"/>).</summary>
    Group,

    /// <summary>The profile of a State (<see cref="Register.States"/>).</summary>
    Profile,

    /// <summary>An indicator.</summary>
    Indicator,

    /// <summary>A page of a book: the id is its path.</summary>
    Page,

    /// <summary>Nothing but its card in the glossary.</summary>
    Term,
}

/// <summary>What a system opens.</summary>
/// <param name="To">The kind of record.</param>
/// <param name="Id">Its id there.</param>
public sealed record Opening(OpeningKind To, string Id);

/// <summary>A system, instrument, institution, initiative or case that the sources speak of.
/// Its names are those of the term of the same id.</summary>
/// <param name="Id">Id of its term in the <see cref="Glossary"/>.</param>
/// <param name="Section">The part of the register, <c>A</c> to <c>H</c>.</param>
/// <param name="Row">Its number there, from 1.</param>
/// <param name="Kind">What sort of thing it is.</param>
/// <param name="Sources">Where the sources speak of it.</param>
/// <param name="Opens">What it opens: at least one record.</param>
public sealed record SystemRow(string Id, char Section, int Row, SystemKind Kind, IReadOnlyList<Citation> Sources, IReadOnlyList<Opening> Opens)
{
    /// <summary>Its names and meaning.</summary>
    [JsonIgnore]
    public Term Term => Glossary.Find(Id) ?? throw new InvalidOperationException($"No term {Id}.");
}
