using System.Text.Json.Serialization;

namespace Custodia.Commitments;

/// <summary>What kind of programme it is: which records a State keeps of it.</summary>
public enum ProgrammeKind
{
    /// <summary>A mission: modules, recommendations, follow-up.</summary>
    Mission,

    /// <summary>A plan: components and actions.</summary>
    Plan,

    /// <summary>A self-assessment: sets of questions.</summary>
    SelfAssessment,

    /// <summary>A fund: contributions.</summary>
    Fund,

    /// <summary>Guidance: titles and gaps.</summary>
    Guidance,

    /// <summary>A database: notices.</summary>
    Database,

    /// <summary>A forum: meetings and attendance.</summary>
    Forum,

    /// <summary>A topic of forums.</summary>
    Topic,

    /// <summary>A programme of cooperation.</summary>
    Programme,

    /// <summary>A report of an organisation, year by year.</summary>
    Report,

    /// <summary>A centre: courses and certificates.</summary>
    Centre,

    /// <summary>An initiative.</summary>
    Initiative,

    /// <summary>A campaign: milestones bound to the material ledger.</summary>
    Campaign,

    /// <summary>Something kept on the timeline only.</summary>
    Timeline,
}

/// <summary>A module, component, set of questions or milestone of a programme.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Edition">Edition of the list that it belongs to, where there are several.</param>
public sealed record ProgrammePart(string Id, Words Name, string? Edition = null);

/// <summary>A meeting or event of a programme.</summary>
/// <param name="Date">As exact as is known.</param>
/// <param name="Name">What it was.</param>
public sealed record Meeting(string Date, Words Name);

/// <summary>A mission, plan, fund, forum, campaign or other programme.</summary>
/// <param name="Id">Id of the programme.</param>
/// <param name="System">The term that it belongs to.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="Records">What Custodia records of it.</param>
/// <param name="Parts">Its parts, in order.</param>
/// <param name="Meetings">Its meetings, in order.</param>
/// <param name="Indicators">Ids of the indicators that it feeds.</param>
/// <param name="Confidence">How far it was checked.</param>
/// <param name="Name">Its name, where it is not that of its term.</param>
/// <param name="From">When it began.</param>
/// <param name="To">When it ended.</param>
public sealed record Programme(string Id, string System, ProgrammeKind Kind, Words Records, IReadOnlyList<ProgrammePart> Parts,
    IReadOnlyList<Meeting> Meetings, IReadOnlyList<string> Indicators, Confidence Confidence, Words? Name = null,
    string? From = null, string? To = null)
{
    /// <summary>Its name, its own or that of its term.</summary>
    [JsonIgnore]
    public Words Title => Register.TitleOf(Name, System);
}
