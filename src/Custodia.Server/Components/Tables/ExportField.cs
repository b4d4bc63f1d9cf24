using Custodia.Materials;
using Custodia.Server.Language;
using Microsoft.Extensions.Localization;

namespace Custodia.Server.Components.Tables;

/// <summary>A field of an exported row.</summary>
/// <typeparam name="TRow">A row of the list.</typeparam>
/// <param name="Header">Its heading, with its unit.</param>
/// <param name="Value">What a row has there.</param>
internal sealed record ExportField<TRow>(string Header, Func<TRow, TableValue> Value)
{
    /// <summary>The fields of a column: of weights two for each material that has an isotope, else one, in exact grams.</summary>
    public static IEnumerable<ExportField<TRow>> Of(
        TableColumn<TRow> column, IReadOnlyList<MaterialCode> materials, IStringLocalizer<Text> text)
    {
        var header = column.Header(text);
        if (column.Weights is not { } weights)
        {
            yield return new(column.Unit is { } unit ? $"{header} ({unit(text)})" : header, row => column.Value(row, text));
            yield break;
        }

        foreach (var material in materials)
        {
            yield return new($"{header}: {Wording.Material(text, material)} (g)", row => Amount(weights(row), material, isotope: false));
            if (material.Isotope != '\0')
                yield return new($"{header}: {material} {Wording.Isotope(material)} (g)", row => Amount(weights(row), material, isotope: true));
        }
    }

    private static TableValue Amount(IReadOnlyList<Weight> weights, MaterialCode material, bool isotope)
    {
        foreach (var weight in weights)
        {
            if (weight.Material == material)
                return TableValue.Of(isotope ? weight.Amount.Fissile : weight.Amount.Element);
        }

        return default;
    }
}
