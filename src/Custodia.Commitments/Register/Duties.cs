namespace Custodia.Commitments;

/// <summary>To whom a duty or an action is addressed.</summary>
public enum Addressee
{
    /// <summary>Every State.</summary>
    All,

    /// <summary>A State, whether or not it joined anything.</summary>
    State,

    /// <summary>A party to the instrument.</summary>
    Party,

    /// <summary>A State that subscribed to the circular.</summary>
    Subscriber,

    /// <summary>The five nuclear-weapon States.</summary>
    NuclearWeaponStates,

    /// <summary>A party without nuclear weapons.</summary>
    NonNuclearWeaponStates,

    /// <summary>Russia and the United States.</summary>
    RussiaAndUnitedStates,

    /// <summary>The Conference on Disarmament.</summary>
    ConferenceOnDisarmament,

    /// <summary>States that ratified the test-ban treaty.</summary>
    CtbtRatifiers,

    /// <summary>The commission that prepares the test-ban organisation.</summary>
    CtbtCommission,

    /// <summary>States without a comprehensive safeguards agreement in force.</summary>
    StatesWithoutAgreement,

    /// <summary>States with a small quantities protocol.</summary>
    StatesWithSmallQuantities,

    /// <summary>Parties to the CPPNM.</summary>
    CppnmParties,

    /// <summary>The IAEA.</summary>
    Iaea,
}

/// <summary>When a duty is due.</summary>
public enum Recurrence
{
    /// <summary>At all times.</summary>
    Continuous,

    /// <summary>Once, after the instrument binds.</summary>
    Once,

    /// <summary>Each time that something happens.</summary>
    OnEvent,

    /// <summary>Every so many months.</summary>
    Periodic,
}

/// <summary>What of an offence a duty asks national law to have; those up to <see cref="Penalty"/> need one.</summary>
public enum OffenceElement
{
    /// <summary>That an act is an offence.</summary>
    Act,

    /// <summary>That a threat is.</summary>
    Threat,

    /// <summary>That an attempt is.</summary>
    Attempt,

    /// <summary>That taking part is.</summary>
    Participation,

    /// <summary>That organising, directing or instigating others is.</summary>
    Organising,

    /// <summary>That contributing to the crime of a group is.</summary>
    Contribution,

    /// <summary>That penalties weigh the gravity.</summary>
    Penalty,

    /// <summary>That no motive justifies it or makes it a political offence.</summary>
    Motive,

    /// <summary>That courts have jurisdiction.</summary>
    Jurisdiction,

    /// <summary>That who is not extradited is prosecuted.</summary>
    Prosecution,

    /// <summary>That the offence is extraditable.</summary>
    Extradition,

    /// <summary>That help is given in proceedings.</summary>
    Assistance,
}

/// <summary>A duty, in our own words.</summary>
/// <param name="Id">Prefix of the instrument and the article, such as <c>ICSANT-7.4</c>.</param>
/// <param name="Article">The article or operative paragraph; a running number in a circular.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Addressee">By whom.</param>
/// <param name="Recurrence">When.</param>
/// <param name="Offence">Whether it asks for an act to be punishable, or for what follows from that.</param>
/// <param name="Indicators">Ids of the indicators that show it.</param>
/// <param name="Confidence">How far it was checked.</param>
/// <param name="Due">The rule for the date, in words.</param>
/// <param name="DueDays">Days from the event to the due date; negative: days before it.</param>
/// <param name="EveryMonths">Months from one to the next.</param>
/// <param name="Element">What of an offence it asks for: the rows of the offence matrix; null where another duty took its place.</param>
public sealed record Duty(string Id, string Article, Words Text, Addressee Addressee, Recurrence Recurrence, bool Offence,
    IReadOnlyList<string> Indicators, Confidence Confidence, Words? Due = null, int? DueDays = null, int? EveryMonths = null,
    OffenceElement? Element = null);
