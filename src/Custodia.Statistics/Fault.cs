namespace Custodia.Statistics;

/// <summary>
/// Why numbers that somebody gave are not taken, and where: a value; whoever shows it words it. Nothing is worked out from the rest.
/// </summary>
/// <param name="Code">What is wrong: one of <see cref="FaultCodes"/>.</param>
/// <param name="Field">Name of the column, or path such as <c>strata[2].mass</c>; empty: the file, or all that was given.</param>
/// <param name="Expected">What should stand there, or null.</param>
/// <param name="Found">What stands there, or null.</param>
public sealed record Fault(string Code, string Field, string? Expected = null, string? Found = null)
{
    /// <summary>The file; null where there is none, or only one.</summary>
    public string? File { get; init; }

    /// <summary>Line of the file from 1, the header of a table being line 1; null where the file as a whole is meant.</summary>
    public int? Line { get; init; }

    /// <summary>Column from 1: of a table the field, of JSON the byte; null where the line as a whole is meant.</summary>
    public int? Column { get; init; }

    /// <summary>The same at a place of a file.</summary>
    public Fault At(string? file, int? line = null, int? column = null) => this with { File = file, Line = line, Column = column };
}
