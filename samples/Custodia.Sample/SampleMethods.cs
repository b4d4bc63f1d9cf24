using Custodia.Materials.Measurement;

namespace Custodia.Sample;

/// <summary>
/// How the fuel plant of the sample State measures. The figures are invented, of the order of the international target values
/// (IAEA STR-368).
/// </summary>
public static class SampleMethods
{
    private const string Source = "Sample value, of the order of IAEA STR-368";
    private const string Oxide = "PHDF U8DF CPPF";
    private const string Fuel = "ERSF EASF";

    /// <summary>The methods.</summary>
    public static IReadOnlyList<MeasurementMethod> Plant { get; } =
    [
        Method("SCALE-CYL", "Cylinder scale", "鋼瓶磅秤", MeasuredQuantity.Bulk, 0.05m, 0.05m, "13A", "U6CF", perItem: true),
        Method("SCALE-POWDER", "Powder scale", "粉末磅秤", MeasuredQuantity.Bulk, 0.05m, 0.05m, "13B", "PHDF U8DF", perItem: true),
        Method("SCALE-PELLET", "Pellet scale", "燃料丸磅秤", MeasuredQuantity.Bulk, 0.05m, 0.05m, "3C", "CPPF", perItem: true),
        Method("SCALE-ROD", "Rod scale", "燃料棒磅秤", MeasuredQuantity.Bulk, 0.05m, 0.05m, "23D", Fuel, perItem: true),
        Method("TANK", "Effluent tank gauge", "廢液槽液位計", MeasuredQuantity.Bulk, 0.3m, 0.2m, "3E", "WLTF", perItem: true),
        Method("SAMPLE-UF6", "Sampling of UF6", "六氟化鈾取樣", MeasuredQuantity.Sampling, 0.05m, 0, "13A", "U6CF"),
        Method("SAMPLE-OXIDE", "Sampling of oxide", "氧化物取樣", MeasuredQuantity.Sampling, 0.15m, 0, "13BC", Oxide),
        Method("SAMPLE-FUEL", "Sampling of fuel", "燃料取樣", MeasuredQuantity.Sampling, 0.1m, 0, "23D", Fuel),
        Method("LAB-U", "Laboratory, uranium titration", "實驗室鈾滴定", MeasuredQuantity.Element, 0.05m, 0.05m, "123ABCD", "U6CF " + Oxide + " " + Fuel),
        Method("LAB-EFFLUENT", "Laboratory, effluents", "實驗室廢液分析", MeasuredQuantity.Element, 1, 0.5m, "3E", "WLTF"),
        Method("MS-U235", "Mass spectrometry, uranium-235", "鈾-235 質譜分析", MeasuredQuantity.Isotope, 0.07m, 0.07m, "123ABCDE", "????"),
        Method("NDA-SCRAP", "Neutron counting of scrap", "廢料中子計測", MeasuredQuantity.Nda, 5, 2, "3E", "SNDF", perItem: true),
        Method("NDA-WASTE", "Gamma counting of waste drums", "廢棄物桶加馬計測", MeasuredQuantity.Nda, 25, 10, "3E", "AMDF AMDW", perItem: true),
    ];

    private static MeasurementMethod Method(string code, string en, string zh, MeasuredQuantity measures, decimal random,
        decimal systematic, string kmps, string descriptions, bool perItem = false) =>
        new("XAFB", code, en, zh, measures, random, systematic, Source, SampleState.Opening, [.. kmps.Select(kmp => $"{kmp}")],
            descriptions.Split(' '), perItem);
}
