namespace Custodia.Materials.Reports;

/// <summary>Ties a name of a profile's field to what it carries in a document or an entry.</summary>
/// <param name="Name">Name in the profile.</param>
/// <param name="Carries">What it carries a part of; two fields may share it.</param>
/// <param name="Expected">What a value looks like, for refusals.</param>
/// <param name="Write">The value as text, or <c>null</c> where there is none.</param>
/// <param name="Read">The record with that value, or <c>null</c> if the text is not a value.</param>
internal sealed record FieldBinding<T>(
    string Name, string Carries, Func<ReportValues, string> Expected, Func<T, ReportValues, string?> Write,
    Func<T, string, ReportValues, T?> Read)
    where T : class
{
    /// <summary>A field of plain text.</summary>
    public static FieldBinding<T> Text(string name, Func<T, string?> write, Func<T, string, T> read) =>
        new(name, name, _ => "text", (record, _) => write(record), (record, text, _) => read(record, text));

    /// <summary>A date.</summary>
    public static FieldBinding<T> Date(string name, Func<T, DateOnly?> write, Func<T, DateOnly, T?> read) =>
        new(name, name, values => values.DateFormat,
            (record, values) => write(record) is { } date ? values.Of(date) : null,
            (record, text, values) => values.Date(text) is { } date ? read(record, date) : null);

    /// <summary>A whole number.</summary>
    public static FieldBinding<T> Number(string name, string carries, int least, Func<T, int?> write, Func<T, int, T> read) =>
        new(name, carries, _ => ">= " + ReportValues.Of(least),
            (record, _) => write(record) is { } number ? ReportValues.Of(number) : null,
            (record, text, _) => ReportValues.Number(text, least) is { } number ? read(record, number) : null);
}
