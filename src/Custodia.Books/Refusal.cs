namespace Custodia.Books;

/// <summary>
/// A reason for which a command, a query or a file is not taken: declared once with its stable code and its texts, and
/// used wherever that reason arises. <see cref="RefusalCatalogue"/> lists them all.
/// </summary>
/// <param name="Code">Stable code, <c>book.reason</c>; never reused for another reason.</param>
/// <param name="Message">What is wrong, in plain words.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record RefusalCode(string Code, Bilingual Message, Bilingual Remedy)
{
    /// <summary>A refusal for this reason.</summary>
    public Refusal At(Place place, string? expected = null, string? found = null) => new(this, place, expected, found);

    /// <summary>A refusal for this reason that concerns one field of a command.</summary>
    public Refusal In(string field, string? expected = null, string? found = null) =>
        new(this, Place.OfField(field), expected, found);
}

/// <summary>Where in the input a refusal arose. Every part may be absent.</summary>
/// <param name="File">Name of the file, or <c>null</c>.</param>
/// <param name="Row">Row of the file, counted from 1 with the header row, or <c>null</c>.</param>
/// <param name="Cell">Cell address such as <c>G17</c>, or <c>null</c>.</param>
/// <param name="Field">Name of the field, as in the API, or <c>null</c>.</param>
public readonly record struct Place(string? File, int? Row, string? Cell, string? Field)
{
    /// <summary>A field of a command.</summary>
    public static Place OfField(string field) => new(null, null, null, field);

    /// <summary>The same place with another field.</summary>
    public Place At(string field) => this with { Field = field };

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', Parts());

    private IEnumerable<string> Parts()
    {
        if (File is not null)
            yield return File;
        if (Cell is not null)
            yield return Cell;
        else if (Row is not null)
            yield return FormattableString.Invariant($"row {Row}");
        if (Field is not null)
            yield return Field;
    }
}

/// <summary>Why something was not taken: a value, never an exception. Nothing was changed.</summary>
/// <param name="Reason">The reason, with its code and texts.</param>
/// <param name="Place">Where in the input.</param>
/// <param name="Expected">What was expected there, or <c>null</c>.</param>
/// <param name="Found">What was found there, or <c>null</c>.</param>
public sealed record Refusal(RefusalCode Reason, Place Place, string? Expected, string? Found)
{
    /// <summary>The stable code.</summary>
    public string Code => Reason.Code;

    /// <inheritdoc/>
    public override string ToString() => $"{Code} at {Place}: expected {Expected ?? "-"}, found {Found ?? "-"}";
}
