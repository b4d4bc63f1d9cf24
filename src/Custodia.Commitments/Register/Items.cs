namespace Custodia.Commitments;

/// <summary>How far an item of a document binds those who agreed to it.</summary>
public enum ItemType
{
    /// <summary>They will, or they reaffirm a duty.</summary>
    Commitment,

    /// <summary>They encourage or call on others.</summary>
    Encouragement,

    /// <summary>They welcome, note or affirm: shown, never scored.</summary>
    Recognition,

    /// <summary>A plan of action for one organisation: scored as a commitment.</summary>
    ActionPlan,
}

/// <summary>What an item set itself, and by when.</summary>
/// <param name="Due">Last day.</param>
/// <param name="Text">What is to be reached.</param>
/// <param name="Indicator">The indicator that shows it.</param>
/// <param name="Value">The value to be reached, where the document names one.</param>
public sealed record Target(DateOnly Due, Words Text, string Indicator, string? Value = null);

/// <summary>A promise: one numbered item of a document, in our own words.</summary>
/// <param name="Id">Such as <c>WP10-6.5</c>.</param>
/// <param name="Document">Id of the document.</param>
/// <param name="Order">Its place in the document, from 1.</param>
/// <param name="Theme">Id of the theme.</param>
/// <param name="Type">How far it binds.</param>
/// <param name="Text">What it says, in our own words.</param>
/// <param name="Indicators">Ids of the indicators that show it.</param>
/// <param name="Baseline">Day from which progress is counted.</param>
/// <param name="Group">Id of the group within the document.</param>
/// <param name="Target">Target and due date, where there is one.</param>
public sealed record Item(string Id, string Document, int Order, string Theme, ItemType Type, Words Text,
    IReadOnlyList<string> Indicators, DateOnly Baseline, string? Group = null, Target? Target = null);
