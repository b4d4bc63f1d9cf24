using System.Text.Json.Serialization;

namespace Custodia.Commitments;

/// <summary>What kind of instrument it is.</summary>
public enum InstrumentKind
{
    /// <summary>A treaty that binds its parties.</summary>
    Binding,

    /// <summary>A treaty on a nuclear-weapon-free zone.</summary>
    NuclearWeaponFreeZone,

    /// <summary>A treaty on strategic arms.</summary>
    ArmsControl,

    /// <summary>A safeguards agreement or protocol.</summary>
    Safeguards,

    /// <summary>An agreement on supply.</summary>
    Supply,

    /// <summary>A political commitment.</summary>
    Political,

    /// <summary>Guidance.</summary>
    Guidance,

    /// <summary>An act of national law.</summary>
    DomesticLaw,
}

/// <summary>Where an instrument stands by itself; where a State stands follows from its acts.</summary>
public enum InstrumentStatus
{
    /// <summary>In force.</summary>
    InForce,

    /// <summary>Agreed and not yet in force.</summary>
    NotInForce,

    /// <summary>Not yet negotiated.</summary>
    NotNegotiated,

    /// <summary>Applied without binding.</summary>
    NonBinding,

    /// <summary>Replaced by another.</summary>
    Superseded,

    /// <summary>Ended by a party.</summary>
    Terminated,

    /// <summary>Ran out.</summary>
    Expired,
}

/// <summary>A treaty, agreement, code or guidance. Dates are as exact as is known: yyyy, yyyy-MM or yyyy-MM-dd.</summary>
/// <param name="Id">Id of the instrument.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Confidence">How far its dates were checked.</param>
/// <param name="Source">Id of the source.</param>
/// <param name="States">Codes of its parties where they are few.</param>
/// <param name="Duties">Its duties by article.</param>
/// <param name="System">Its term, where it has one.</param>
/// <param name="Name">Its name, where it has no term of its own.</param>
/// <param name="Adopted">When the text was adopted.</param>
/// <param name="Opened">When it was opened for signature, or signed.</param>
/// <param name="InForce">When it entered into force.</param>
/// <param name="Ended">When it ended.</param>
/// <param name="Keeper">Depositary, or who keeps it.</param>
/// <param name="Articles">How many articles it has.</param>
/// <param name="Note">What to know about it.</param>
/// <param name="Taiwan">How it stands for Taiwan.</param>
public sealed record Instrument(string Id, InstrumentKind Kind, InstrumentStatus Status, Confidence Confidence, string Source,
    IReadOnlyList<string> States, IReadOnlyList<Duty> Duties, string? System = null, Words? Name = null,
    string? Adopted = null, string? Opened = null, string? InForce = null, string? Ended = null, Words? Keeper = null,
    int? Articles = null, Words? Note = null, Words? Taiwan = null)
{
    /// <summary>Its name, its own or that of its term.</summary>
    [JsonIgnore]
    public Words Title => Register.TitleOf(Name, System);
}
