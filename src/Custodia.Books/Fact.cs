namespace Custodia.Books;

/// <summary>
/// What happened, as one book records it: the body of one entry. Each book has its own records of this type; what they are
/// called in the journal is said by its <see cref="KindTable"/>, never by their names here.
/// </summary>
public abstract record Fact
{
    /// <summary>Name of the compartment that the fact belongs to, or empty: which key seals it and who may read it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public virtual string Compartment => "";
}

/// <summary>Stands for a fact that this node may not read: its body is sealed and the key is not here, or destroyed.</summary>
/// <param name="Kind">The kind that the envelope names.</param>
/// <param name="InCompartment">The compartment that the envelope names.</param>
public sealed record Withheld(string Kind, string InCompartment) : Fact
{
    /// <inheritdoc/>
    public override string Compartment => InCompartment;
}

/// <summary>Which entry a fact is, as a fold sees it.</summary>
/// <param name="Sequence">Number of the entry; the first is 0.</param>
/// <param name="RecordedAt">When it was recorded (UTC).</param>
/// <param name="Actor">Who recorded it.</param>
public readonly record struct Stamp(long Sequence, DateTimeOffset RecordedAt, string Actor)
{
    /// <summary>The day on which it was recorded (UTC).</summary>
    public DateOnly Day => DateOnly.FromDateTime(RecordedAt.UtcDateTime);
}
