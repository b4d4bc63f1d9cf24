using System.Collections.Frozen;

namespace Custodia.Materials.Reports;

/// <summary>What the fields of a profile may carry. The names are part of the profile's file format.</summary>
public static class FieldNames
{
    /// <summary>Concise note: in the header on the report, in an entry on the entry (labelled layout).</summary>
    public const string Note = "note";

    /// <summary>Weight of an element.</summary>
    public const string ElementWeight = "elementWeight";

    /// <summary>Weight of the fissile isotopes in it.</summary>
    public const string FissileWeight = "fissileWeight";

    /// <summary>Which element (fixed layout).</summary>
    public const string ElementCode = "elementCode";

    /// <summary>Which isotopes (fixed layout).</summary>
    public const string IsotopeCode = "isotopeCode";

    /// <summary>Unit of the element's weight (fixed layout).</summary>
    public const string Unit = "unit";

    /// <summary>Number of the continuation line (fixed layout).</summary>
    public const string Continuation = "continuation";

    /// <summary>Mark of an entry that has a concise note (fixed layout).</summary>
    public const string NoteFlag = "noteFlag";

    /// <summary>Entry number.</summary>
    public const string Number = "number";

    /// <summary>Type of the report; or with its number, in <see cref="Reference"/>.</summary>
    public const string Type = "type";

    /// <summary>Type and number of the report in one field.</summary>
    public const string Reference = "reference";

    /// <summary>Every name for a field of the header.</summary>
    public static IReadOnlyList<string> Header { get; } =
        [.. HeaderBindings.All.Select(b => b.Name), Note];

    /// <summary>Every name for a field of an entry in the labelled layout.</summary>
    public static IReadOnlyList<string> LabelledEntry { get; } =
        [.. EntryBindings.All.Select(b => b.Name), Note, ElementWeight, FissileWeight];

    /// <summary>Every name for a column of an entry in the fixed layout.</summary>
    public static IReadOnlyList<string> FixedEntry { get; } =
    [
        .. EntryBindings.All.Select(b => b.Name), ElementCode, ElementWeight, Unit, FissileWeight, IsotopeCode,
        Continuation, NoteFlag,
    ];

    /// <summary>The columns that a line of each weight fills; the first weight stands on the entry's own line.</summary>
    internal static FrozenSet<string> WeightColumns { get; } =
        new[] { ElementCode, ElementWeight, Unit, FissileWeight, IsotopeCode }.ToFrozenSet(StringComparer.Ordinal);
}
