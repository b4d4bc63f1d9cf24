namespace Custodia.Commitments.Reports;

/// <summary>The forms of a report as a file.</summary>
public enum ReportFormat
{
    /// <summary>A word-processing document.</summary>
    Docx,

    /// <summary>A page that needs nothing but itself.</summary>
    Html,

    /// <summary>That page, printed. Its bytes depend on the program that prints it.</summary>
    Pdf,

    /// <summary>The record itself, for programs.</summary>
    Json,
}

/// <summary>The languages of a report as a file.</summary>
public enum ReportLanguage
{
    /// <summary>English.</summary>
    En,

    /// <summary>Chinese as used in Taiwan.</summary>
    Zh,

    /// <summary>Chinese, then English.</summary>
    Both,
}
