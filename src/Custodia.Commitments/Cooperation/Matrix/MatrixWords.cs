using Custodia.Books;
using Custodia.Commitments.Cooperation.Facts;

namespace Custodia.Commitments.Cooperation.Matrix;

/// <summary>The words of the matrix in both languages: for pages and for documents.</summary>
public static class MatrixWords
{
    /// <summary>The weapons.</summary>
    public static Bilingual Of(MatrixArea area) => area switch
    {
        MatrixArea.General => new("general", "一般"),
        MatrixArea.Nuclear => new("nuclear", "核子"),
        MatrixArea.Chemical => new("chemical", "化學"),
        MatrixArea.Biological => new("biological", "生物"),
        _ => throw new ArgumentOutOfRangeException(nameof(area)),
    };

    /// <summary>What is asked.</summary>
    public static Bilingual Of(MatrixColumn column) => column switch
    {
        MatrixColumn.Status => new("in place", "現況"),
        MatrixColumn.Framework => new("legal framework", "法律架構"),
        MatrixColumn.Enforcement => new("enforcement", "執法"),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    /// <summary>What is said.</summary>
    public static Bilingual Of(MatrixValue value) => value switch
    {
        MatrixValue.Yes => new("Yes, with evidence", "有（附佐證）"),
        MatrixValue.Unknown => new("Not known", "不詳"),
        MatrixValue.NotApplicable => new("Does not apply", "不適用"),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
