using System.Collections.Frozen;

namespace Custodia.Materials.Reports;

/// <summary>The fields of a labelled record in one type of report, by label, each with its rank in the order.</summary>
internal sealed class LabelledFields
{
    private readonly FrozenDictionary<string, int> _ranks;

    public LabelledFields(IEnumerable<ReportField> fields, ReportType type)
    {
        Type = type;
        All = [.. fields.Where(field => field.In.Contains(type))];
        _ranks = All.Select((field, index) => (field, index)).ToFrozenDictionary(f => f.field.Label!, f => f.index);
        FirstWeight = Array.FindIndex([.. All], IsWeight);
    }

    /// <summary>The type of report.</summary>
    public ReportType Type { get; }

    /// <summary>The fields that it has, in their order.</summary>
    public IReadOnlyList<ReportField> All { get; }

    /// <summary>Index of the first label of a weight, or -1. All weights rank there: their order is the report's own.</summary>
    public int FirstWeight { get; }

    public static bool IsWeight(ReportField field) => field.Name is FieldNames.ElementWeight or FieldNames.FissileWeight;

    /// <summary>The field with the label, or <c>null</c>.</summary>
    public ReportField? Find(string label) => _ranks.TryGetValue(label, out var index) ? All[index] : null;

    /// <summary>Where the field stands in the order.</summary>
    public int RankOf(ReportField field) => IsWeight(field) ? FirstWeight : _ranks[field.Label!];

    /// <summary>The label of an element's weight, or <c>null</c>.</summary>
    public ReportField? OfElement(char element) =>
        All.FirstOrDefault(f => f.Name == FieldNames.ElementWeight && f.PerElement![0] == element);

    /// <summary>The label of the isotopes' weight, or <c>null</c>.</summary>
    public ReportField? OfIsotope(char isotope) =>
        All.FirstOrDefault(f => f.Name == FieldNames.FissileWeight && f.PerIsotope![0] == isotope);
}
