using Custodia.Books;

namespace Custodia.Materials.Ledger;

/// <summary>
/// One inventory change of a batch, as the operator records it and the ICR reports it (INFCIRC/153 ¶64): one entry of a report.
/// </summary>
/// <param name="Mba">MBA in whose book it counts.</param>
/// <param name="Date">Accounting date: the day on which it happened (label 412).</param>
/// <param name="Code">Inventory change code of the tables in force on that day (label 411).</param>
/// <param name="Batch">Batch name, at most 20 characters (label 446).</param>
/// <param name="Items">Number of items, at least 1 (label 470).</param>
/// <param name="Description">Material description code, four characters (label 430).</param>
/// <param name="Basis">Measurement basis, one character (label 469).</param>
/// <param name="Weights">
/// One weight for each material. In a category change exactly two: the old category, then the new. In a shipper/receiver
/// difference: shipper − receiver, of either sign; in every other change none is negative.
/// </param>
/// <param name="Kmp">Flow KMP at which it was measured (label 407).</param>
/// <param name="From">MBA or State from which it came (label 370).</param>
/// <param name="To">MBA or State to which it went (label 372).</param>
/// <param name="ShipperBatch">Name that the shipper gave the batch (label 447).</param>
/// <param name="Operation">Ties the lines of one operation together: rebatching, loss with production.</param>
/// <param name="Consent">Reference of the prior agreement that exemption, termination or retained waste needs.</param>
/// <param name="SpecialReport">Reference of the special report that accidental gain or loss needs.</param>
/// <param name="BurnUp">Burn-up of the fuel in MWd/t, with nuclear loss and production.</param>
/// <param name="Reference">The operator's own number of the record, unique within the MBA: makes an import repeatable.</param>
/// <param name="Note">Remark that becomes a concise note.</param>
/// <param name="Established">Day on which it was established, if later than <paramref name="Date"/>.</param>
/// <param name="Methods">Codes of the methods by which the weight was measured; <c>null</c>: those that serve the KMP.</param>
public sealed record InventoryChange(
    [Meaning("MBA code", "物料平衡區代碼")] string Mba,
    [Meaning("Accounting date", "變動日期")] DateOnly Date,
    [Meaning("Inventory change code", "存量變動代碼")] string Code,
    [Meaning("Batch name", "批次名稱")] string Batch,
    [Meaning("Number of items", "件數")] int Items,
    [Meaning("Material description code", "物料描述代碼")] string Description,
    [Meaning("Measurement basis", "量測依據")] string Basis,
    [Meaning("Weights in grams, such as E:1840000/G:80960", "重量（公克），如 E:1840000/G:80960")] IReadOnlyList<Weight> Weights,
    [Meaning("Flow KMP", "流動關鍵量測點")] string? Kmp = null,
    [Meaning("From MBA or State", "來源物料平衡區或國家")] string? From = null,
    [Meaning("To MBA or State", "目的物料平衡區或國家")] string? To = null,
    [Meaning("Shipper's batch name", "發貨方批次名稱")] string? ShipperBatch = null,
    [Meaning("Operation that ties lines together", "作業編號")] string? Operation = null,
    [Meaning("Reference of the prior agreement", "事前同意文號")] string? Consent = null,
    [Meaning("Reference of the special report", "特別報告文號")] string? SpecialReport = null,
    [Meaning("Burn-up, MWd/t", "燃耗（MWd/t）")] decimal? BurnUp = null,
    [Meaning("Operator's record number", "營運者紀錄編號")] string? Reference = null,
    [Meaning("Remark, becomes a concise note", "備註（成為簡要說明）")] string? Note = null,
    [Meaning("Day established, if later", "確認日期（若較晚）")] DateOnly? Established = null,
    [Meaning("Codes of the measurement methods", "量測方法代碼")] IReadOnlyList<string>? Methods = null);

/// <summary>One line of an itemised list of what is held: of an initial inventory or of a physical inventory (PIL, ¶67).</summary>
/// <param name="Batch">Batch name.</param>
/// <param name="Kmp">Inventory KMP at which it is held.</param>
/// <param name="Items">Number of items, at least 1.</param>
/// <param name="Description">Material description code.</param>
/// <param name="Basis">Measurement basis.</param>
/// <param name="Weights">One weight for each material, none negative.</param>
/// <param name="Note">Remark that becomes a concise note.</param>
/// <param name="Methods">Codes of the methods by which the weight was measured; <c>null</c>: those that serve the KMP.</param>
public sealed record InventoryItem(
    [Meaning("Batch name", "批次名稱")] string Batch,
    [Meaning("Inventory KMP", "盤存關鍵量測點")] string Kmp,
    [Meaning("Number of items", "件數")] int Items,
    [Meaning("Material description code", "物料描述代碼")] string Description,
    [Meaning("Measurement basis", "量測依據")] string Basis,
    [Meaning("Weights in grams", "重量（公克）")] IReadOnlyList<Weight> Weights,
    [Meaning("Remark, becomes a concise note", "備註（成為簡要說明）")] string? Note = null,
    [Meaning("Codes of the measurement methods", "量測方法代碼")] IReadOnlyList<string>? Methods = null);
