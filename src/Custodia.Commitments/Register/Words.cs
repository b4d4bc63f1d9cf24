namespace Custodia.Commitments;

/// <summary>A text in both languages.</summary>
/// <param name="En">In English.</param>
/// <param name="Zh">In Chinese as used in Taiwan.</param>
public sealed record Words(string En, string Zh);

/// <summary>How far a statement of the register was checked.</summary>
public enum Confidence
{
    /// <summary>Read in a public source, or stated by a source of the register.</summary>
    Checked,

    /// <summary>Known in the field; to be read again before it is published.</summary>
    Domain,

    /// <summary>Could not be checked.</summary>
    Unchecked,
}
