using Custodia.Books;

namespace Custodia.Materials.Measurement;

/// <summary>What a method contributes to a weight: a weight is the product of all that was measured for it.</summary>
public enum MeasuredQuantity
{
    /// <summary>The weight or volume of the material as a whole.</summary>
    Bulk,

    /// <summary>How well a sample stands for the batch from which it was drawn.</summary>
    Sampling,

    /// <summary>The concentration of the element.</summary>
    Element,

    /// <summary>The share of an isotope in the element: it matters for isotope weights alone.</summary>
    Isotope,

    /// <summary>The weight of the element as a whole, without destroying anything.</summary>
    Nda,
}

/// <summary>A measurement method of an MBA with its errors: what the variance of a material balance is made of.</summary>
/// <remarks>
/// Each measured value is x = ξ (1 + R + S) + r + s: R and r are new for every measurement, S and s the same for
/// everything that the method measured between two calibrations (JCGM 100; IAEA STR-368 calls them random and systematic).
/// A line that names no methods was measured by those that serve its KMP and material description.
/// </remarks>
/// <param name="Mba">MBA code.</param>
/// <param name="Code">Code, at most 16 characters; never used twice in an MBA.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="Measures">What it measures.</param>
/// <param name="RandomPercent">Relative standard deviation of R, in percent.</param>
/// <param name="SystematicPercent">Relative standard deviation of S, in percent.</param>
/// <param name="Source">Where the figures come from.</param>
/// <param name="From">First day in force.</param>
/// <param name="Kmps">KMPs that it serves; none: it counts only where a line names it.</param>
/// <param name="Descriptions">Material descriptions that it serves there, <c>?</c> for any character; none: any.</param>
/// <param name="PerItem">Whether each item of a batch is measured by itself, so that the errors R average out.</param>
/// <param name="RandomGrams">Standard deviation of r for one measurement, in grams.</param>
/// <param name="SystematicGrams">Standard deviation of s for one measurement, in grams.</param>
public sealed record MeasurementMethod(
    [Meaning("MBA code", "物料平衡區代碼")] string Mba,
    [Meaning("Method code, up to 16 characters", "方法代碼，最多 16 個字元")] string Code,
    [Meaning("Name in English", "英文名稱")] string NameEn,
    [Meaning("Name in Chinese", "中文名稱")] string NameZh,
    [Meaning("What it measures", "量測對象")] MeasuredQuantity Measures,
    [Meaning("Random error, relative standard deviation in percent", "隨機誤差之相對標準差（百分比）")] decimal RandomPercent,
    [Meaning("Systematic error, relative standard deviation in percent", "系統誤差之相對標準差（百分比）")] decimal SystematicPercent,
    [Meaning("Source of the figures", "數值來源")] string Source,
    [Meaning("First day in force", "生效日")] DateOnly From,
    [Meaning("KMPs served; empty: only where a line names the method", "適用之關鍵量測點；空白表示僅於分錄指名時適用")] IReadOnlyList<string>? Kmps = null,
    [Meaning("Material descriptions served, ? for any character; empty: any", "適用之物料描述代碼，「?」代表任一字元；空白表示不限")] IReadOnlyList<string>? Descriptions = null,
    [Meaning("Each item is measured by itself", "逐件量測")] bool PerItem = false,
    [Meaning("Random error, standard deviation in grams", "隨機誤差之標準差（公克）")] decimal RandomGrams = 0,
    [Meaning("Systematic error, standard deviation in grams", "系統誤差之標準差（公克）")] decimal SystematicGrams = 0);

/// <summary>The errors of a method in one calibration.</summary>
/// <param name="RandomPercent">Relative standard deviation of the random error, in percent.</param>
/// <param name="SystematicPercent">Relative standard deviation of the systematic error, in percent.</param>
/// <param name="RandomGrams">Standard deviation of the random error, in grams.</param>
/// <param name="SystematicGrams">Standard deviation of the systematic error, in grams.</param>
public sealed record MethodErrors(
    decimal RandomPercent, decimal SystematicPercent, decimal RandomGrams, decimal SystematicGrams);
