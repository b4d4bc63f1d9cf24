using Custodia.Books;

namespace Custodia.Materials.Files;

/// <summary>A column of a kind of file: its names, its meaning, and whether it must be filled.</summary>
/// <param name="key">Name of the field, in camel case; also accepted as a header.</param>
/// <param name="header">The header in both languages, with the unit where there is one.</param>
/// <param name="meaning">What stands in it.</param>
/// <param name="example">A value as it may stand in a file.</param>
public abstract class FileColumn(string key, Bilingual header, Bilingual meaning, string example)
{
    /// <summary>Name of the field, in camel case; also accepted as a header.</summary>
    public string Key { get; } = key;

    /// <summary>The header in both languages, with the unit where there is one.</summary>
    public Bilingual Header { get; } = header;

    /// <summary>What stands in it.</summary>
    public Bilingual Meaning { get; } = meaning;

    /// <summary>A value as it may stand in a file.</summary>
    public string Example { get; } = example;

    /// <summary>Other headers under which it is accepted.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Whether the column must stand in the file and be filled in every row.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What a cell must look like, in a form that needs no translation.</summary>
    public abstract string Expected { get; }

    /// <summary>How a workbook stores its cells.</summary>
    public abstract StoredAs Stored { get; }

    /// <summary>Every header under which it is accepted.</summary>
    public IEnumerable<string> Names => [Header.En, Header.Zh, Key, .. Aliases];
}

/// <inheritdoc/>
/// <typeparam name="T">What a cell means.</typeparam>
public sealed class FileColumn<T>(string key, Bilingual header, Bilingual meaning, string example, CellFormat<T> format)
    : FileColumn(key, header, meaning, example)
{
    /// <summary>How a cell is read and written.</summary>
    public CellFormat<T> Format { get; } = format;

    /// <inheritdoc/>
    public override string Expected => Format.Expected;

    /// <inheritdoc/>
    public override StoredAs Stored => Format.Stored;
}

/// <summary>How a workbook stores a cell.</summary>
public enum StoredAs
{
    /// <summary>As text.</summary>
    Text,

    /// <summary>As a number.</summary>
    Number,

    /// <summary>As a date.</summary>
    Date,
}

/// <summary>Reads the trimmed text of a cell.</summary>
/// <returns><c>null</c> where it is a value, else why not.</returns>
public delegate RefusalCode? CellReader<T>(string text, out T value);

/// <summary>How a cell is read and written.</summary>
/// <typeparam name="T">What it means.</typeparam>
/// <param name="Expected">What it must look like, in a form that needs no translation.</param>
/// <param name="Stored">How a workbook stores it.</param>
/// <param name="Read">Reads its text.</param>
/// <param name="Write">Writes a value so that <paramref name="Read"/> gives it back.</param>
public sealed record CellFormat<T>(string Expected, StoredAs Stored, CellReader<T> Read, Func<T, string> Write);
