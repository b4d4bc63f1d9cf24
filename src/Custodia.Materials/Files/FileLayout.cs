using Custodia.Books;

namespace Custodia.Materials.Files;

/// <summary>The declaration of one kind of file: its name and its columns, in the order of the template.</summary>
public abstract class FileLayout(FileKind kind, Bilingual title, IReadOnlyList<FileColumn> columns)
{
    /// <summary>Which kind.</summary>
    public FileKind Kind { get; } = kind;

    /// <summary>Name of the kind; in a workbook the sheet that bears it, in either language, is read.</summary>
    public Bilingual Title { get; } = title;

    /// <summary>The columns.</summary>
    public IReadOnlyList<FileColumn> Columns { get; } = columns;

    /// <summary>The column that bears this header, or <c>null</c>.</summary>
    public FileColumn? Find(string header)
    {
        var wanted = HeaderName.Normalise(header);
        return Columns.FirstOrDefault(c => c.Names.Any(name => HeaderName.Normalise(name) == wanted));
    }
}

/// <inheritdoc/>
/// <typeparam name="T">What a row says.</typeparam>
public sealed class FileLayout<T>(FileKind kind, Bilingual title, IReadOnlyList<FileColumn> columns,
    Func<RowReader, T> read, Action<T, RowWriter> write) : FileLayout(kind, title, columns)
{
    /// <summary>Makes a value of a row; what is wrong with the row is told to the reader.</summary>
    internal T Read(RowReader row) => read(row);

    /// <summary>Writes a value so that <see cref="Read"/> gives it back.</summary>
    internal void Write(T value, RowWriter row) => write(value, row);
}
